import type { Period } from '../time/moments'
import { Refusal } from '../refusal'

const MINUTE = 60_000

/** Why such a recording cannot be asked for: it ends before it starts, lies in the future, or has more than `most` minutes. Null when it can. */
export function wrongPeriod({ from, to }: Period, now: Date, most: number): Refusal | null {
  if (to <= from) return new Refusal('footageEndFirst')
  if (to > now) return new Refusal('footageFuture')
  const minutes = (to.getTime() - from.getTime()) / MINUTE
  if (minutes <= most) return null
  return most % 60 ? new Refusal('footageTooManyMinutes', { minutes: most }) : new Refusal('footageTooLong', { hours: most / 60 })
}
