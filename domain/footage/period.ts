import type { Period } from '../time/moments'
import { Refusal } from '../refusal'
import { mostMinutes } from './rules'

const MINUTE = 60_000

/** Why such a recording cannot be asked for: it ends before it starts, lies in the future, or is too long. Null when it can. */
export function wrongPeriod({ from, to }: Period, now: Date): Refusal | null {
  if (to <= from) return new Refusal('footageEndFirst')
  if (to > now) return new Refusal('footageFuture')
  const minutes = (to.getTime() - from.getTime()) / MINUTE
  return minutes > mostMinutes ? new Refusal('footageTooLong', { hours: mostMinutes / 60 }) : null
}
