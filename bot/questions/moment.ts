import type { Talk } from '../dialogue'
import type { Said } from '../said'
import type { Choice } from '../say'
import { pickerMoment, readMoment } from '../../domain/time/moments'
import { pickTap, readTap } from '../tap'

/** The choice that opens LINE's picker of a day and a time, for one question; the moment lies before now or after it. */
export function pickChoice({ token, t, act }: Talk, key: string, lies: 'before' | 'after'): Choice {
  const now = pickerMoment(act.now)
  return { label: t.footage.pickTime, pick: pickTap(token, key), mode: 'datetime', ...lies === 'before' ? { max: now, initial: now } : { min: now } }
}

/** The moment that was picked for this question, or typed; null for anything else. */
export function momentIn(said: Said, key: string, now: Date): Date | null {
  if (said.kind === 'text') return said.text.length > 100 ? null : readMoment(said.text, now)
  if (said.kind !== 'tap' || !said.picked) return null
  const tap = readTap(said.data)
  return tap?.kind === 'pick' && tap.question === key ? readMoment(said.picked, now) : null
}
