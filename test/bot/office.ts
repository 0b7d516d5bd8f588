import type { Language } from '../../prisma/client'
import type { Person } from '../domain/stage'
import type { Talker } from '../helpers/talk'
import { localeOf } from '../../bot/locale'
import { inLanguage } from '../../domain/labels/label'
import { moveLabels } from '../../domain/labels/workOrders'
import { after, stage } from '../domain/stage'
import { talker } from '../helpers/talk'

/** Officers in chat on a stage of their own, a minute after the reports were told. */
export function office() {
  const s = stage()
  let now = after(60_000)
  const place = { get db() { return s.db }, now: () => now }
  return {
    s,
    /** Someone of the stage in chat, alone or in a group. */
    as: (person: Person, options: { language?: Language, group?: string } = {}): Talker => talker(place, s.here.people[person], options),
    place,
    /** From now on it is this time. */
    at: (moment: Date) => { now = moment },
  }
}

/** Words of both languages, to write a transcript once for each. */
export function wordsIn(language: Language) {
  return { t: localeOf(language), move: (name: keyof typeof moveLabels) => inLanguage(moveLabels[name], language) }
}

export const languages: Language[] = ['TH', 'EN']
