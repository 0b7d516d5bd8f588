import type { Act } from './act'

/** What a message sent by the account to this chat speaks of (`report:<id>`, `workOrder:<id>`); null when unknown. */
export async function aboutSent(act: Act, messageId: string, chatId: string): Promise<string | null> {
  const sent = await act.db.sentMessage.findUnique({ where: { messageId } })
  return sent?.chatId === chatId ? sent.about : null
}

const DAY = 86_400_000

/** What the newest message to this chat that speaks of something speaks of; null when there was none in the last 24 hours. */
export async function lastSent(act: Act, chatId: string): Promise<string | null> {
  const sent = await act.db.sentMessage.findFirst({
    where: { chatId, sentAt: { gt: new Date(act.now.getTime() - DAY) } },
    orderBy: [{ sentAt: 'desc' }, { messageId: 'desc' }],
  })
  return sent?.about ?? null
}
