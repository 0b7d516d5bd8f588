import type { LineClient } from './client'
import type { Letter } from './written'

/** A letter with what is known of earlier attempts. */
export interface Dispatch extends Letter {
  /** How often it was tried before and might have reached LINE. */
  attempts: number
  /** Epoch ms. */
  createdAt: number
  /** False: the person has blocked the account. */
  reachable: boolean
}

/** What came of an attempt: the columns of its row to set. `notBefore` epoch ms. */
export interface Result {
  state: 'SENT' | 'FAILED' | 'SUPPRESSED' | 'WAITING'
  /** How it went out (`reply`, `push`); `quota` while it waits for the month to be paid for, which holds nothing else up. */
  sentAs: 'reply' | 'push' | 'quota' | null
  status: number | null
  error: string | null
  requestId: string | null
  notBefore?: number
  /** Nothing reached LINE so far. */
  untried?: boolean
  /** LINE's ids of the messages, in order. */
  sentIds?: string[]
  /** Counted by LINE toward the month. */
  counted?: boolean
}

/** A reply token is good for a minute; this leaves LINE time to receive it. */
export const replyWithin = 50_000
/** LINE knows a retry key for 24 hours: a push that is not accepted until then is given up. */
const giveUpAfter = 24 * 3600_000
const giveUpOnQuotaAfter = 7 * 24 * 3600_000
const pauses = [1, 3, 10, 30, 120, 600, 1800].map(seconds => seconds * 1000)

/**
 * Tries to send a letter: as a reply while its token is young (free), else as a push under its retry key.
 *
 * No letter is shown twice, with one exception. LINE takes a reply token once and a retry key once, so a letter that is sent again because
 * nobody knows whether the first attempt arrived (time-out, or the process died between LINE's answer and writing it down) is either
 * accepted or refused as known. The exception: a reply of unknown outcome that is taken up again only after its token's 50 seconds
 * goes out as a push, because a message shown twice is better than one never seen.
 */
export async function send(client: Pick<LineClient, 'reply' | 'push'>, letter: Dispatch, now: number): Promise<Result> {
  const { replyToken, replyTokenAt } = letter
  if (replyToken && replyTokenAt !== null && now - replyTokenAt < replyWithin) {
    const answer = await client.reply(replyToken, letter.messages)
    if (answer.kind === 'ok') return { ...said(answer), state: 'SENT', sentAs: 'reply', sentIds: ids(answer.body) }
    if (answer.kind !== 'refused' || answer.status !== 400 || !/invalid reply token/i.test(answer.message)) return afterwards(letter, answer, now, 'reply')
    if (letter.attempts > 0) return { ...said(answer), state: 'SENT', sentAs: 'reply', error: 'accepted in an earlier attempt' }
  }
  if (!letter.reachable) return { state: 'SUPPRESSED', sentAs: null, status: null, error: 'the account is blocked by this person', requestId: null }
  if (letter.recipient === 'nobody') return { state: 'FAILED', sentAs: null, status: null, error: 'nobody to push it to: LINE did not say who', requestId: null }
  const answer = await client.push(letter.recipient, letter.messages, letter.id)
  if (answer.kind === 'ok') return { ...said(answer), state: 'SENT', sentAs: 'push', sentIds: ids(answer.body), counted: true }
  if (answer.kind === 'refused' && answer.status === 409) return { ...said(answer), state: 'SENT', sentAs: 'push', error: null, sentIds: ids(answer.body) }
  return afterwards(letter, answer, now, 'push')
}

type Refusal = Exclude<Awaited<ReturnType<LineClient['push']>>, { kind: 'ok' }>

/** Neither accepted nor known: tried again later, or given up. */
function afterwards({ attempts, createdAt }: Dispatch, answer: Refusal, now: number, by: 'reply' | 'push'): Result {
  const waiting = { ...said(answer), state: 'WAITING' as const, sentAs: null, notBefore: now + pause(attempts) }
  const failed = { ...said(answer), state: 'FAILED' as const, sentAs: null }
  if (answer.kind === 'unreached' || answer.status >= 500) return now - createdAt > giveUpAfter ? failed : waiting
  // The message is not to blame when LINE does not accept the channel's token.
  if (answer.status === 401) return now - createdAt > giveUpAfter ? failed : { ...waiting, untried: attempts === 0 }
  if (answer.status !== 429) return failed
  if (by === 'push' && /monthly limit/i.test(answer.message)) return now - createdAt > giveUpOnQuotaAfter ? failed : { ...waiting, sentAs: 'quota', notBefore: now + 3600_000 }
  return now - createdAt > giveUpAfter ? failed : { ...waiting, untried: by === 'reply' && attempts === 0 }
}

/** Milliseconds until the next attempt, growing, a fifth more or less so that many do not come back at once. */
function pause(attempts: number): number {
  return pauses[Math.min(attempts, pauses.length - 1)]! * (0.8 + Math.random() * 0.4)
}

interface Said { kind: string, status?: number, requestId?: string | null, message?: string, reason?: string }

const said = ({ status, requestId, message, reason }: Said) => ({ status: status ?? null, requestId: requestId ?? null, error: message ?? reason ?? null })

function ids(body: unknown): string[] {
  const sent = (body as { sentMessages?: Array<{ id?: string }> } | null)?.sentMessages
  return Array.isArray(sent) ? sent.map(({ id }) => id ?? '') : []
}
