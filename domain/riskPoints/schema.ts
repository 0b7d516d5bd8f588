import type { Invalid } from '../labels/invalid'
import * as z from 'zod'
import { RiskKind, TimeOfDay } from '../enums'

/** Most characters of a note, of a place in words. */
export const mostNote = 1_000
export const mostPlace = 200
/** Most points of a route. */
export const mostRoute = 200

const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)

/** A line of `[longitude, latitude]`, degrees. */
export const route = z.array(z.tuple([longitude, latitude])).min(2).max(mostRoute)

/** One of them. */
export type Route = z.output<typeof route>

/** A point as the chat says it; words come with the LINE message that said them: when that is taken back, so are they. */
export const newRiskPoint = z.object({
  agencyId: z.uuid(),
  place: z.object({ text: z.string().trim().min(1).max(mostPlace).optional(), latitude, longitude, messageId: z.string().optional() }),
  kind: z.enum(RiskKind),
  timeOfDay: z.enum(TimeOfDay),
  note: z.object({ text: z.string().trim().min(1).max(mostNote), messageId: z.string().optional() }).nullable(),
})

const optionalWords = (most: number) => z.string().trim().max(most).transform(text => text || null).nullable()

/** A point as the app's form has it. */
export const riskPointForm = z.strictObject({
  agencyId: z.uuid(),
  kind: z.enum(RiskKind),
  placeText: optionalWords(mostPlace),
  latitude: latitude.nullable(),
  longitude: longitude.nullable(),
  timeOfDay: z.enum(TimeOfDay),
  note: optionalWords(mostNote),
  route: route.nullable(),
}).refine(({ latitude, longitude }) => latitude !== null && longitude !== null, { path: ['latitude'], params: { says: 'required' satisfies Invalid } })

/** One that exists. */
export const known = z.object({ id: z.uuid() })

/** Which of them; of one's own provinces, those of one. */
export const riskFilter = z.strictObject({
  province: z.string().regex(/^\d{2}$/).optional(),
  agency: z.uuid().optional(),
  kind: z.enum(RiskKind).optional(),
})

/** A page of the list, from 1. */
export const riskPage = riskFilter.extend({ page: z.coerce.number().int().min(1).max(100_000).default(1), removed: z.stringbool().default(false) })
