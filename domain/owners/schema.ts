import * as z from 'zod'
import { ExportBy } from '../enums'
import { name } from '../forms/text'
import { directionLabels } from '../labels/directions'
import { holdsId } from '../people/phone'
import { fullName } from '../people/schema'

/** Most days that a recorder keeps. */
export const mostDays = 365

/** A telephone number as it is kept. */
export const phoneNumber = z.object({ number: z.string().regex(/^0\d{8,9}$/), extension: z.string().regex(/^\d{1,6}$/).nullable() })

const withoutId = (text: string): boolean => !holdsId(text)

/** What an owner says of a place, 1–150 characters, without a citizen's number in it. */
export const shopName = name(150).refine(withoutId)

/** When somebody can be reached, 1–100 characters, without a citizen's number. */
export const hours = name(100).refine(withoutId)

/** The name of who is asked. */
export const contactName = fullName.refine(withoutId)

/** Where a private camera is. */
export const place = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

/** One of the eight directions. */
export const facing = z.enum(Object.keys(directionLabels) as [keyof typeof directionLabels])

/** Days until a recording is overwritten; null: not known. */
export const days = z.int().min(1).max(mostDays).nullable()

/** What an owner tells of a private camera. */
export const ownFacts = z.object({
  shop: shopName,
  place,
  facing,
  indoors: z.boolean(),
  days,
  exportBy: z.enum(ExportBy),
  name: contactName,
  phone: phoneNumber,
  hours: hours.nullable(),
  sharesPhone: z.boolean(),
})

/** A photo of what it sees, sent in the chat; null: none. */
export const viewPhoto = z.object({ lineMessageId: z.string(), sourceUrl: z.url().optional() }).nullable()

/** A private camera that its owner registers, and the version of the text that they agreed to. */
export const newPrivateCamera = ownFacts.extend({ consent: z.string(), photo: viewPhoto })

/** What is changed of it. */
export const ownChange = ownFacts.partial().extend({ cameraId: z.uuid(), photo: viewPhoto.optional() })

/** What somebody nearby says of it; all but a yes says why. */
export const checkDecision = z.object({ cameraId: z.uuid(), decision: z.enum(['CONFIRMED', 'CHANGE_WANTED', 'DECLINED']), remark: z.string().trim().min(1).max(500).optional() })

/** Until when nobody asks, or null: ask again. A day, `2026-12-31`. */
export const pause = z.object({ cameraId: z.uuid(), until: z.iso.date().nullable() })
