import type { Question } from '../dialogue'
import type { Locale } from '../locale'
import type { Place } from './camera'
import type { Words } from './words'
import * as z from 'zod'
import { text } from '../say'
import { placeSchema } from './camera'
import { wordsSchema } from './words'

const most = 500

interface Settings<A> {
  key: string
  label: (t: Locale) => string
  ask: (t: Locale) => string
  when?: (answers: Partial<A>) => boolean
  known?: Question<Words | Place, A>['known']
}

/** Asks where: a location, or the place in words. */
export function whichPlace<A>({ key, label, ask, when, known }: Settings<A>): Question<Words | Place, A> {
  return {
    schema: z.union([wordsSchema, placeSchema]),
    ...(when && { when }),
    ...(known && { known }),
    label,
    ask: ({ t }) => ({ say: [text(ask(t))], choices: [{ label: t.report.sendPlace, open: 'location' }] }),
    read: (said, { t }) => {
      if (said.kind === 'place') return { answers: { [key]: { latitude: said.latitude, longitude: said.longitude, title: said.title ?? null, messageId: said.messageId } } }
      if (said.kind !== 'text' || !said.text.trim()) return null
      return said.text.length > most ? { misread: t.manners.tooLong(most) } : { answers: { [key]: { text: said.text.trim(), messageId: said.messageId } } }
    },
    show: (value, { t }) => 'text' in value ? value.text : value.title ?? t.survey.onMap,
  }
}

/** A place as commands take it. */
export function placeInput(place: Words | Place): { text?: string, latitude?: number, longitude?: number, messageId: string } {
  if ('text' in place) return { text: place.text, messageId: place.messageId }
  return { latitude: place.latitude, longitude: place.longitude, text: place.title ?? undefined, messageId: place.messageId }
}
