import type { ExportBy } from '../../domain/enums'
import type { Direction } from '../../domain/labels/directions'
import type { Question, Reading, Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Choice } from '../say'
import type { Place } from './camera'
import type { Words } from './words'
import * as z from 'zod'
import { ExportBy as exportBy } from '../../domain/enums'
import { directionLabels } from '../../domain/labels/directions'
import { openedByLabels, sharesLabels, whereLabels } from '../../domain/labels/owners'
import { forgetMessage } from '../../domain/owners/forget'
import { provinceOfPlace } from '../../domain/owners/province'
import * as schema from '../../domain/owners/schema'
import { holdsId, readPhone, showPhone } from '../../domain/people/phone'
import { Refusal } from '../../domain/refusal'
import { foldDigits } from '../../domain/time/numbers'
import { text } from '../say'
import { answerTap } from '../tap'
import { placeSchema } from './camera'
import { choice } from './choice'
import { named } from './named'

/** Words that are sealed before they are kept, and the message that said them. */
const sealed = z.object({ sealed: z.string().max(2_000), messageId: z.string() })
type Sealed = z.output<typeof sealed>

const photo = z.object({ messageId: z.string(), sourceUrl: z.url().nullable() })

/** What an owner answers about a camera. */
export interface Described {
  shop: Words
  here: Place
  facing: Direction
  where: keyof typeof whereLabels
  days: number | null
  exportBy: ExportBy
  name: Sealed
  phone: Sealed
  hours: Words | null
  shares: keyof typeof sharesLabels
  photo: z.output<typeof photo> | null
}

interface Spoken { key: keyof Described, label: (t: Locale) => string, ask: (t: Locale) => string, wrong: (t: Locale) => string, often?: (t: Locale) => string[], optional?: true }

/** Reads a typed answer. Thirteen digits are refused, and their message is forgotten. */
async function typed({ kind, ...said }: { kind: string, text?: string, messageId?: string }, talk: Talk, read: (text: string, messageId: string) => Reading | Promise<Reading>): Promise<Reading> {
  if (kind !== 'text' || said.text === undefined || said.messageId === undefined) return null
  if (!holdsId(said.text)) return read(said.text, said.messageId)
  await forgetMessage(talk.act, said.messageId)
  return { misread: talk.t.owners.noId }
}

function spoken({ key, label, ask, wrong, often = () => [], optional }: Spoken, shape: z.ZodType<string>): Question<Words, any> {
  return {
    schema: z.object({ text: shape, messageId: z.string() }),
    ...(optional && { optional }),
    label,
    ask: ({ t }) => ({ say: [text(ask(t))], choices: often(t).map(word => ({ label: word, word })) }),
    read: (said, talk) => typed(said, talk, (words, messageId) => {
      const read = shape.safeParse(words)
      return read.success ? { answers: { [key]: { text: read.data, messageId } } } : { misread: wrong(talk.t) }
    }),
    show: value => value.text,
  }
}

/** The same for what only few may read: it is sealed at once, and the message is forgotten. `read`: what is kept, null when it is not understood. */
function secret({ key, label, ask, wrong }: Spoken, read: (words: string) => string | null, show: (kept: string, talk: Talk) => string): Question<Sealed, any> {
  return {
    schema: sealed,
    label,
    ask: ({ t }) => ({ say: [text(ask(t))] }),
    read: (said, talk) => typed(said, talk, async (words, messageId) => {
      const kept = read(words)
      if (kept === null) return { misread: wrong(talk.t) }
      await forgetMessage(talk.act, messageId)
      return { answers: { [key]: { sealed: talk.act.contacts.seal(kept, talk.person.userId), messageId } } }
    }),
    show: (value, talk) => show(opened(value, talk), talk),
  }
}

/** What was sealed. Refused as `contactUnreadable` when it was not sealed here for this person. */
function opened({ sealed }: Sealed, { act, person }: Talk): string {
  const words = act.contacts.open(sealed, person.userId)
  if (words === null) throw new Refusal('contactUnreadable')
  return words
}

const units: [RegExp, number][] = [[/(?:เดือน|months?)$/i, 30], [/(?:สัปดาห์|อาทิตย์|weeks?)$/i, 7], [/(?:วัน|days?)?$/i, 1]]

/** `7`, `๗ วัน`, `1 เดือน` as days; null for anything else. */
function readDays(words: string): number | null {
  const bare = foldDigits(words).trim()
  const [unit, times] = units.find(([unit]) => unit.test(bare))!
  const number = bare.replace(unit, '').trim()
  const read = schema.days.safeParse(/^\d{1,4}$/.test(number) ? Number(number) * times : Number.NaN)
  return read.success ? read.data : null
}

const directions = named(directionLabels)

/** The questions about a private camera, in order. */
export const describing: { [K in keyof Described]: Question<NonNullable<Described[K]>, any> } = {
  shop: spoken({ key: 'shop', label: t => t.owners.shop, ask: t => t.owners.askShop, wrong: t => t.owners.badShop }, schema.shopName),
  here: {
    schema: placeSchema,
    label: t => t.owners.place,
    ask: ({ t }) => ({ say: [text(t.owners.askPlace)], choices: [{ label: t.report.sendPlace, open: 'location' }] }),
    read: async (said, talk) => {
      if (said.kind !== 'place') return said.kind === 'text' ? typed(said, talk, () => ({ misread: talk.t.owners.placeOnly })) : null
      const { latitude, longitude, title = null, messageId } = said
      await provinceOfPlace(talk.act, { latitude, longitude })
      return { answers: { here: { latitude, longitude, title, messageId } } }
    },
    acts: true,
    show: (value, { t }) => value.title ?? t.owners.onMap,
  },
  facing: choice<Direction>({ key: 'facing', label: t => t.owners.facing, ask: t => t.owners.askFacing, options: talk => directions(talk).map(option => ({ ...option, label: `${directionLabels[option.value as Direction].arrow} ${option.label}` })) }, z.enum(Object.keys(directionLabels) as [Direction])),
  where: choice({ key: 'where', label: t => t.owners.where, ask: t => t.owners.askWhere, options: named(whereLabels) }, z.enum(['outside', 'inside'])),
  days: {
    schema: z.int().min(1).max(schema.mostDays),
    optional: true,
    label: t => t.owners.days,
    ask: ({ t, token }) => ({ say: [text(t.owners.askDays)], choices: [3, 7, 15, 30].map((days): Choice => ({ label: t.owners.inDays(days), data: answerTap(token, { days }) })) }),
    read: (said, talk) => typed(said, talk, (words) => {
      const days = readDays(words)
      return days === null ? { misread: talk.t.owners.badDays(schema.mostDays) } : { answers: { days } }
    }),
    show: (value, { t }) => t.owners.inDays(value),
  },
  exportBy: choice({ key: 'exportBy', label: t => t.owners.exportBy, ask: t => t.owners.askExportBy, options: named(openedByLabels) }, z.enum(exportBy)),
  name: secret({ key: 'name', label: t => t.owners.name, ask: t => t.owners.askName, wrong: t => t.owners.badName }, words => schema.contactName.safeParse(words).data ?? null, kept => kept),
  phone: secret({ key: 'phone', label: t => t.owners.phone, ask: t => t.owners.askPhone, wrong: t => t.owners.badPhone }, (words) => {
    const phone = readPhone(words)
    return phone && phone !== 'id' ? JSON.stringify(phone) : null
  }, (kept, { person }) => showPhone(schema.phoneNumber.parse(JSON.parse(kept)), person.language)),
  hours: spoken({ key: 'hours', label: t => t.owners.hours, ask: t => t.owners.askHours, wrong: t => t.owners.badHours, often: t => t.owners.hoursOften, optional: true }, schema.hours),
  shares: choice({ key: 'shares', label: t => t.owners.shares, ask: t => t.owners.askShares, options: named(sharesLabels) }, z.enum(['yes', 'no'])),
  photo: {
    schema: photo,
    optional: true,
    label: t => t.owners.photo,
    ask: ({ t }) => ({ say: [text(t.owners.askPhoto)], choices: [{ label: t.report.takePhoto, open: 'camera' }, { label: t.report.choosePhoto, open: 'cameraRoll' }] }),
    read: (said, { t }) => {
      if (said.kind !== 'photo') return { misread: t.owners.photoOnly }
      return said.lastOfSet ? { answers: { photo: { messageId: said.messageId, sourceUrl: said.sourceUrl ?? null } } } : { saying: { say: [] } }
    },
    show: (_, { t }) => t.owners.hasPhoto,
  },
}

/** A direction's name as degrees clockwise from north. */
export const degreesOf = (facing: Direction): number => Object.keys(directionLabels).indexOf(facing) * 45

/** Answers as commands take them; only what was answered. */
export function factsIn({ shop, here, facing, where, days, exportBy, name, phone, hours, shares, photo }: Partial<Described>, talk: Talk) {
  const said = Object.entries({ shop, place: here, name, phone, hours }).flatMap(([field, answer]) => answer?.messageId ? [[field, answer.messageId]] : [])
  return {
    saidIn: Object.fromEntries(said) as Partial<Record<'shop' | 'place' | 'name' | 'phone' | 'hours', string>>,
    ...shop && { shop: shop.text },
    ...here && { place: { latitude: here.latitude, longitude: here.longitude } },
    ...facing && { direction: degreesOf(facing) },
    ...where && { indoors: where === 'inside' },
    ...days !== undefined && { days },
    ...exportBy && { exportBy },
    ...name && { name: opened(name, talk) },
    ...phone && { phone: schema.phoneNumber.parse(JSON.parse(opened(phone, talk))) },
    ...hours !== undefined && { hours: hours && hours.text },
    ...shares && { sharesPhone: shares === 'yes' },
    ...photo !== undefined && { photo: photo && { lineMessageId: photo.messageId, sourceUrl: photo.sourceUrl ?? undefined } },
  }
}
