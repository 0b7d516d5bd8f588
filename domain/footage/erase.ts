import type { Act } from '../act'

/** A LINE message was taken back: what it said goes from the actor's requests, answers and messages. That there was a message stays (`erasedAt`). */
export async function eraseFootageWords({ db, now, actor: { userId } }: Act, messageId: string): Promise<void> {
  const own = { officerId: userId }
  await db.footageRequest.updateMany({ where: { ...own, caseMessageId: messageId }, data: { caseNumber: null } })
  await db.footageRequest.updateMany({ where: { ...own, offenceMessageId: messageId }, data: { offence: null } })
  await db.footageRequest.updateMany({ where: { ...own, purposeMessageId: messageId }, data: { purpose: null } })
  await db.footageRequest.updateMany({ where: { ...own, placeMessageId: messageId }, data: { placeText: null, latitude: null, longitude: null } })
  await db.footageRequest.updateMany({ where: { decidedById: userId, declinedMessageId: messageId }, data: { declined: null } })
  await db.footageItem.updateMany({ where: { answeredById: userId, refusalMessageId: messageId }, data: { refusal: null } })
  await db.footageItem.updateMany({ where: { answeredById: userId, phoneMessageId: messageId }, data: { technicianPhone: null } })
  await db.footageMessage.updateMany({ where: { senderId: userId, lineMessageId: messageId, erasedAt: null }, data: { text: '', erasedAt: now } })
}
