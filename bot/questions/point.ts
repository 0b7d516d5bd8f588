import type { Question } from '../dialogue'
import type { Locale } from '../locale'
import type { Place } from './camera'
import { Misread } from '../../domain/imports/cell'
import { inOrder, readPair } from '../../domain/imports/coordinates'
import { foldDigits } from '../../domain/time/numbers'
import { text } from '../say'
import { placeSchema } from './camera'

interface Settings<A> {
  key: string
  label: (t: Locale) => string
  ask: (t: Locale) => string
  when?: (answers: Partial<A>) => boolean
}

/** Asks for a point on the map: a location, or its coordinates typed. */
export function whichPoint<A>({ key, label, ask, when }: Settings<A>): Question<Place, A> {
  return {
    schema: placeSchema,
    ...(when && { when }),
    label,
    ask: ({ t }) => ({ say: [text(ask(t))], choices: [{ label: t.report.sendPlace, open: 'location' }] }),
    read: (said, { t }) => {
      if (said.kind === 'place') return { answers: { [key]: { latitude: said.latitude, longitude: said.longitude, title: said.title ?? null, messageId: said.messageId } } }
      if (said.kind !== 'text') return null
      const typed = coordinates(said.text)
      return typed ? { answers: { [key]: { ...typed, title: null, messageId: said.messageId } } } : { misread: t.riskPoints.noPlace }
    },
    show: ({ title }, { t }) => title ?? t.survey.onMap,
  }
}

/** `14.5896, 100.4550`, in either order; null for anything else. */
function coordinates(words: string): { latitude: number, longitude: number } | null {
  try {
    return inOrder(...readPair(foldDigits(words.slice(0, 100))))
  }
  catch (error) {
    if (error instanceof Misread) return null
    throw error
  }
}
