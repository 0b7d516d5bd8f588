import * as z from 'zod'
import { Channel, Symptom, Verdict } from '../enums'
import { optionalWords, words } from '../workOrders/schema'

/** A place in words, on the map (degrees, WGS 84), or both; `messageId`: the LINE message that said so. */
const reportedPlace = z.object({
  text: words.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  messageId: z.string().optional(),
}).refine(({ text, latitude, longitude }) => (latitude === undefined) === (longitude === undefined) && (text !== undefined || latitude !== undefined))

const what = { symptom: z.enum(Symptom), channel: z.enum(Channel) }

/** A broken camera of the register, or one that is not in it. */
export const faultReport = z.union([
  z.object({ cameraId: z.uuid(), ...what }),
  z.object({ place: reportedPlace, provinceCode: z.string().regex(/^\d{2}$/), ...what }),
])

const own = { reportId: z.uuid() }

/** One of one's own reports. */
export const ownReport = z.object(own)

/** A detail added to a report; `id`: made up by who adds it, so that it is the same when sent again. */
export const reportNote = z.object({ ...own, id: z.uuid().optional(), text: words, lineMessageId: z.string().optional() })

/** A photo of the fault (`reportId`) or of the repair (`workOrderId`); `sourceUrl` when LINE says it lies elsewhere. */
export const photo = z.union([
  z.object({ ...own, lineMessageId: z.string(), sourceUrl: z.url().optional() }),
  z.object({ workOrderId: z.uuid(), lineMessageId: z.string(), sourceUrl: z.url().optional() }),
])

/** Another symptom. */
export const symptomChange = z.object({ ...own, symptom: z.enum(Symptom) })

/** Another camera. */
export const cameraChange = z.object({ ...own, cameraId: z.uuid() })

/** Whether it works again. */
export const verdict = z.object({ ...own, verdict: z.enum(Verdict), note: words.optional(), lineMessageId: z.string().optional() })

/** How satisfied the reporter is, 1–5. */
export const stars = z.object({ ...own, stars: z.number().int().min(1).max(5) })

/** A detail as the app sends it. */
export const noteForm = z.object({ id: z.uuid(), text: words })

/** The reporter's word on the repair, as the app sends it. */
export const verdictForm = z.object({ verdict: z.enum(Verdict), note: optionalWords })

/** Stars as the app sends them. */
export const starsForm = stars.omit({ reportId: true })

/** The same where photos may say it all. */
export const optionalNote = z.object({ text: optionalWords })
