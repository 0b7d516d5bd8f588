import type { Question, Reading, Talk } from '../dialogue'
import type { Choice } from '../say'
import * as z from 'zod'
import { widestLimits } from '../../domain/footage/limits'
import { wrongPeriod } from '../../domain/footage/period'
import { mostMinutes } from '../../domain/footage/schema'
import { thaiDateTime } from '../../domain/time/bangkok'
import { readMinutes, readMoment, readPeriod } from '../../domain/time/moments'
import { text } from '../say'
import { answerTap } from '../tap'
import { momentIn, pickChoice } from './moment'

const MINUTE = 60_000
const lengths = [15, 30, 60, 120, 180, 360, 720, 1440]

/** Which recording: when it begins (ISO 8601), and for how many minutes. */
export interface Spell { begin: string, minutes: number }

/** The same as a time from–to. */
export function periodOf({ begin, minutes }: Spell): { from: Date, to: Date } {
  const from = new Date(begin)
  return { from, to: new Date(from.getTime() + minutes * MINUTE) }
}

/** From when: picked or typed; what is typed may say until when, too. */
export const beginQuestion: Question<string, any> = {
  schema: z.iso.datetime(),
  label: t => t.footage.begin,
  ask: talk => ({ say: [text(talk.t.footage.askBegin)], choices: [pickChoice(talk, 'begin', 'before')] }),
  read: async (said, talk, { minutes }) => {
    const { act: { now }, t } = talk
    const whole = said.kind === 'text' && said.text.length <= 100 ? readPeriod(said.text, now) : null
    if (whole) return checked(whole, talk)
    const from = momentIn(said, 'begin', now)
    if (!from) return said.kind === 'text' ? { misread: t.footage.noTime } : null
    const after = await checked({ from, to: new Date(from.getTime() + (minutes ?? 1) * MINUTE) }, talk)
    return after && 'misread' in after ? after : { answers: { begin: from.toISOString() } }
  },
}

/** For how long: a tap, a duration, or the time at which it ends. */
export const minutesQuestion: Question<number, any> = {
  schema: z.int().min(1).max(mostMinutes),
  label: t => t.footage.minutes,
  ask: async (talk, { begin }) => {
    const { t: { footage }, act: { now }, person, token } = talk
    const { minutes: most } = await widestLimits(talk.act)
    const over = Math.floor((now.getTime() - Date.parse(begin)) / MINUTE)
    const choices = lengths.filter(minutes => minutes <= Math.min(over, most)).map((minutes): Choice => ({ label: footage.long(minutes), data: answerTap(token, { minutes }) }))
    const untilNow: Choice[] = over >= 1 && over < most ? [{ label: footage.untilNow, data: answerTap(token, { minutes: over }) }] : []
    return { say: [text(footage.askMinutes(thaiDateTime(new Date(begin), person.language)))], choices: [...choices, ...untilNow] }
  },
  read: (said, talk, { begin }) => {
    if (said.kind !== 'text') return null
    const from = new Date(begin)
    const minutes = said.text.length > 100 ? null : readMinutes(said.text)
    const to = minutes === null ? readMoment(said.text.slice(0, 100), from) : new Date(from.getTime() + minutes * MINUTE)
    return to ? checked({ from, to }, talk) : { misread: talk.t.footage.noMinutes }
  },
}

async function checked({ from, to }: { from: Date, to: Date }, { act, person }: Talk): Promise<Reading> {
  const wrong = wrongPeriod({ from, to }, act.now, (await widestLimits(act)).minutes)
  return wrong ? { misread: wrong.say(person.language) } : { answers: { begin: from.toISOString(), minutes: Math.round((to.getTime() - from.getTime()) / MINUTE) } }
}
