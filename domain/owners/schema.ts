import * as z from 'zod'
import { ExportBy } from '../enums'
import { line, name } from '../forms/text'
import { holdsId, readPhone } from '../people/phone'
import { fullName } from '../people/schema'

/** Most private cameras of one person. */
export const mostOwn = 20

/** Most days that a recorder keeps. */
export const mostDays = 365

/** A telephone number as it is kept. */
export const phoneNumber = z.object({ number: z.string().regex(/^0\d{8,9}$/), extension: z.string().regex(/^\d{1,6}$/).nullable() })

/** The same as people write it: in any spelling of `readPhone`. */
const typedPhone = z.string().transform((text, ctx) => {
  const read = readPhone(text)
  if (read && read !== 'id') return read
  ctx.addIssue({ code: 'custom', params: { says: text.trim() ? read === 'id' ? 'citizenId' : 'phone' : 'required' } })
  return z.NEVER
})

const withoutId = (text: string): boolean => !holdsId(text)
const noId = { params: { says: 'citizenId' } }

/** What an owner says of a place, 1–150 characters, without a citizen's number in it. */
export const shopName = name(150).refine(withoutId, noId)

/** When somebody can be reached, 1–100 characters, without a citizen's number. */
export const hours = name(100).refine(withoutId, noId)

/** The name of who is asked. */
export const contactName = fullName.refine(withoutId, noId)

/** Where a private camera is. */
export const place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

/** Days until a recording is overwritten; null: not known. */
export const days = z.int().min(1).max(mostDays).nullable()

/** The same place in words, at most 300 characters; null: none. */
const address = line(300).refine(text => text === null || withoutId(text), noId)

/** LINE messages that said what, by field: taken back, it goes. */
const saidIn = z.partialRecord(z.enum(['shop', 'place', 'name', 'phone', 'hours', 'remark']), z.string())

/** What an owner tells of a place: where it is, who is asked. */
const ownPlace = z.object({ shop: shopName, place, address: address.optional(), name: contactName, phone: phoneNumber, hours: hours.nullable(), sharesPhone: z.boolean() })

/** What an owner tells of each camera: degrees clockwise from north and wide, metres far; null: not known. */
const ownSight = z.object({
  direction: z.int().min(0).max(359),
  fieldOfView: z.int().min(1).max(360).nullable().default(null),
  range: z.int().min(1).max(500).nullable().default(null),
  indoors: z.boolean(),
  days,
  exportBy: z.enum(ExportBy),
})

/** A photo of what it sees, sent in the chat; null: none. */
export const viewPhoto = z.object({ lineMessageId: z.string(), sourceUrl: z.url().optional() }).nullable()

/** Private cameras of one place that their owner registers, and the version of the text that they agreed to. Whoever sends them chooses their ids. */
export const newPrivateCameras = ownPlace.extend({
  consent: z.string(),
  cameras: z.array(ownSight.extend({ id: z.uuid(), photo: viewPhoto.optional() })).min(1).max(mostOwn),
  saidIn: saidIn.optional(),
})

/** The same as the form has it. */
export const registrationForm = newPrivateCameras.omit({ saidIn: true }).extend({ phone: typedPhone, cameras: z.array(ownSight.extend({ id: z.uuid() })).min(1).max(mostOwn) })

/** What is changed of a camera. */
export const ownChange = z.object({ ...ownPlace.partial().shape, ...ownSight.partial().shape, fieldOfView: ownSight.shape.fieldOfView.removeDefault().optional(), range: ownSight.shape.range.removeDefault().optional(), cameraId: z.uuid(), photo: viewPhoto.optional(), saidIn: saidIn.optional() })

/** The same as the form has it. */
export const ownChangeForm = ownChange.omit({ cameraId: true, photo: true, saidIn: true }).extend({ phone: typedPhone.optional() })

/** What somebody nearby says of it; all but a yes says why. `messageId`: the message that said so. */
export const checkDecision = z.object({ cameraId: z.uuid(), decision: z.enum(['CONFIRMED', 'CHANGE_WANTED', 'DECLINED']), remark: z.string().trim().min(1).max(500).optional(), messageId: z.string().optional() })

/** Until when nobody asks, or null: ask again. A day, `2026-12-31`. */
export const pause = z.object({ cameraId: z.uuid(), until: z.iso.date().nullable() })
