import type { Invalid } from '../labels/invalid'
import type { Phone } from '../people/phone'
import * as z from 'zod'
import { FootageCause, LegalBasis, Priority } from '../enums'
import { line, name } from '../forms/text'
import { readPhone } from '../people/phone'
import { leastMinutes, mostCameras, mostMinutes } from './rules'

export { leastMinutes, mostCameras, mostMinutes }

/** Most characters of what is written. */
export const mostWords = 1_000
/** Most characters of a case number, an offence. */
export const mostShort = 100

/** What somebody wrote, and the LINE message that said it: when that is taken back, so are the words. */
const said = (most: number) => z.object({ text: z.string().trim().min(1).max(most), messageId: z.string().optional() })

/** Where it happened: in words, on the map (degrees, WGS 84), or both. */
const place = z.object({
  text: z.string().trim().min(1).max(500).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  messageId: z.string().optional(),
}).refine(({ text, latitude, longitude }) => (latitude === undefined) === (longitude === undefined) && (text !== undefined || latitude !== undefined))

/** A recording from one moment to another; whether it makes sense is checked with a sentence of its own (`checkPeriod`). */
const period = { from: z.date(), to: z.date() }

/** A request: one officer, of one station, for as many cameras as its province allows. */
export const newRequest = z.object({
  agencyId: z.uuid(),
  caseNumber: said(mostShort),
  offence: said(mostShort),
  purpose: said(mostWords),
  legalBasis: z.enum(LegalBasis),
  urgency: z.enum(Priority),
  place: place.optional(),
  cameras: z.array(z.object({ cameraId: z.uuid(), ...period })).min(1).max(mostCameras).refine(cameras => new Set(cameras.map(({ cameraId }) => cameraId)).size === cameras.length),
})

/** A request as the app's form sends it: moments in ISO 8601. */
export const requestForm = z.strictObject({
  agencyId: z.uuid(),
  caseNumber: name(mostShort),
  offence: name(mostShort),
  purpose: z.string().trim().min(1).max(mostWords),
  legalBasis: z.enum(LegalBasis),
  urgency: z.enum(Priority),
  placeText: line(500),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  cameras: z.array(z.strictObject({ cameraId: z.uuid(), from: z.iso.datetime(), to: z.iso.datetime() })).min(1).max(mostCameras).refine(cameras => new Set(cameras.map(({ cameraId }) => cameraId)).size === cameras.length),
}).refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), { path: ['longitude'] })

/** Metres around a place. */
export const radii = [100, 200, 500] as const

/** Cameras around a place. */
export const around = z.object({
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  radius: z.coerce.number().pipe(z.literal(radii)),
})

/** Cameras by their codes, as they are written, and of which time a recording is meant. */
export const ofCodes = z.object({
  codes: z.string().max(500),
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
}).refine(({ from, to }) => (from === undefined) === (to === undefined), { path: ['to'] })

/** What came of a request on foot: a camera of the register, one outside of it, or no camera that looks at the place. */
export const newLog = z.object({
  agencyId: z.uuid(),
  at: z.date(),
  subject: z.union([z.object({ cameraId: z.uuid() }), z.object({ place, noCamera: z.boolean() })]),
  outcome: z.discriminatedUnion('got', [
    z.object({ got: z.enum(['ALL', 'PART']) }),
    z.object({ got: z.literal('NOTHING'), cause: z.enum(FootageCause) }),
  ]).optional(),
})

/** One request. */
export const ofRequest = z.object({ requestId: z.uuid() })

/** What a supervisor decides; `reason`: why it is declined, null: none was given. */
export const decision = z.object({ requestId: z.uuid(), approve: z.boolean(), reason: said(mostWords).nullable() })

/** The same as the app sends it. */
export const decisionForm = z.strictObject({ approve: z.boolean(), reason: z.string().trim().max(mostWords) })

/** What a custodian is asked. */
export const ofAsk = z.object({ askId: z.uuid() })

/** When the recording can be looked at. */
export const appointment = z.object({ askId: z.uuid(), at: z.date() })

/** The number of the technician who can open the recorder; null: not known. */
export const technician = z.object({ askId: z.uuid(), phone: said(40).nullable() })

/** Why not; null: no reason was given. */
export const refusing = z.object({ askId: z.uuid(), reason: said(mostWords).nullable() })

/** What the officer got of one camera. */
export const receiving = z.object({ itemId: z.uuid(), complete: z.boolean() })

/** Why the officer did not get it. */
export const missing = z.object({ itemId: z.uuid(), cause: z.enum(FootageCause) })

/** SHA-256 (64 hexadecimal digits) and size in bytes of what was handed over. */
export const handOver = z.object({
  itemId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(),
})

/** A message about a recording. */
export const message = z.object({ text: z.string().trim().min(1).max(mostWords), lineMessageId: z.string().optional() })

/** A technician's number as it is typed in the app; empty: not known. */
const typedPhone = z.string().trim().max(60).transform((text, context) => {
  if (!text) return null
  const phone = readPhone(text)
  if (phone !== null && phone !== 'id') return writtenPhone(phone)
  context.addIssue({ code: 'custom', params: { says: phone === 'id' ? 'citizenId' : 'phone' } })
  return z.NEVER
})

/** A technician's number as it is kept. */
export const writtenPhone = ({ number, extension }: Phone): string => extension ? `${number} ต่อ ${extension}` : number

/** What is filled in by the officer for each move in the app. */
export const outcomeForms = {
  receive: receiving.omit({ itemId: true }),
  miss: missing.omit({ itemId: true }),
  handOver: handOver.omit({ itemId: true }),
}

/** A move of the officer as the app asks for it. */
export const outcomeRequest = z.discriminatedUnion('move', [
  outcomeForms.receive.extend({ move: z.literal('receive') }),
  outcomeForms.miss.extend({ move: z.literal('miss') }),
  outcomeForms.handOver.extend({ move: z.literal('handOver') }),
])

/** What is filled in by whoever keeps the camera for each answer in the app. */
export const answerForms = {
  preserve: z.object({}),
  appoint: z.object({ at: z.iso.datetime() }),
  awaitTechnician: z.object({ phone: typedPhone }),
  reportDown: z.object({}),
  refuse: z.object({ reason: z.string().trim().max(mostWords) }),
}

/** An answer as the app gives it. */
export const answerRequest = z.discriminatedUnion('answer', [
  answerForms.preserve.extend({ answer: z.literal('preserve') }),
  answerForms.appoint.extend({ answer: z.literal('appoint') }),
  answerForms.awaitTechnician.extend({ answer: z.literal('awaitTechnician') }),
  answerForms.reportDown.extend({ answer: z.literal('reportDown') }),
  answerForms.refuse.extend({ answer: z.literal('refuse') }),
])

/** A message as the app sends it. */
export const messageForm = message.omit({ lineMessageId: true })

const page = z.coerce.number().int().min(1).max(10_000).optional()

/** Which of the officer's requests: those that something is still to come of, those that are over, or both. */
export const listRequests = z.object({ over: z.stringbool().optional(), page })

/** Which page of what somebody is asked. */
export const listAsks = z.object({ page })

/** Most months of statistics. */
export const mostMonths = 60

const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
const monthsOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5))

/** Statistics of a province: whole months `2026-11` (when not given, the last twelve), asked for by a station, of cameras in a district; by site or by camera. */
export const statisticsFilter = z.strictObject({
  province: z.string().regex(/^\d{2}$/),
  from: month.optional(),
  to: month.optional(),
  station: z.uuid().optional(),
  district: z.string().regex(/^\d{4}$/).optional(),
  by: z.enum(['site', 'camera']).default('site'),
}).refine(({ from, to }) => !from || !to || (from <= to && monthsOf(to) - monthsOf(from) < mostMonths), { path: ['to'], params: { says: 'wrong' satisfies Invalid } })
