import type { Product } from '../helpers/product'
import { expect } from 'vitest'

/** Nothing that was received waits, was parked or failed even once. */
export async function expectNothingFailed({ db }: Product): Promise<void> {
  const where = { OR: [{ state: { not: 'DONE' as const } }, { attempts: { gt: 0 } }] }
  const left = await db.inboundEvent.findMany({ where, take: 20 })
  // What comes next is not to be blamed for it.
  if (left.length) await db.inboundEvent.deleteMany({ where })
  expect(left.map(({ state, error, payload }) => ({ state, error: error?.slice(0, 600), event: JSON.stringify(payload).slice(0, 600) }))).toEqual([])
}

/** Each event with one of these reply tokens was answered, and LINE took the answer. */
export async function expectAnswered({ db }: Product, replyTokens: string[]): Promise<void> {
  const rows = await db.outboundMessage.findMany({ where: { replyToken: { in: replyTokens } } })
  const answers = new Map(rows.map(({ replyToken, state, sentAs, error }) => [replyToken, { state, sentAs, error }]))
  const good = { state: 'SENT', sentAs: 'reply', error: null }
  const unanswered = replyTokens.filter(token => JSON.stringify(answers.get(token)) !== JSON.stringify(good))
  // The reply token of these tests is the event's id.
  const events = await db.inboundEvent.findMany({ where: { id: { in: unanswered } } })
  expect(events.map(({ id, payload }) => [answers.get(id), JSON.stringify(payload).slice(0, 600)])).toEqual([])
  expect(unanswered).toEqual([])
}
