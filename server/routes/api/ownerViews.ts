import * as z from 'zod'
import { ExportBy, FootageItemState, OwnerCheck } from '../../../domain/enums'
import { directionLabels } from '../../../domain/labels/directions'
import { phoneNumber } from '../../../domain/owners/schema'
import { moment } from './output'

const subdistrict = z.object({ nameTh: z.string(), nameEn: z.string() })

/** A private camera as its owner and its checkers see it; nothing of how the owner is reached is in it. */
const privateCameraView = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  provinceCode: z.string(),
  subdistrict: subdistrict.nullable(),
  address: z.string().nullable(),
  latitude: z.number(),
  longitude: z.number(),
  facing: z.enum(Object.keys(directionLabels) as [keyof typeof directionLabels]),
  direction: z.int(),
  fieldOfView: z.int().nullable(),
  range: z.int().nullable(),
  indoors: z.boolean(),
  days: z.int().nullable(),
  exportBy: z.enum(ExportBy).nullable(),
  hours: z.string().nullable(),
  sharesPhone: z.boolean(),
  check: z.enum(OwnerCheck),
  remark: z.string().nullable(),
  damagedSince: moment.nullable(),
  pausedUntil: moment.nullable(),
  hiddenAt: moment.nullable(),
  registeredAt: moment,
  photos: z.array(z.uuid()),
  asked: z.int(),
  own: z.boolean(),
}).meta({ id: 'PrivateCamera' })

/** Several of them. */
export const privateCamerasView = z.object({ items: z.array(privateCameraView) })

/** What was registered. */
export const registeredView = z.object({ items: z.array(z.object({ id: z.uuid(), code: z.string() })) })

/** How an owner is reached. */
export const contactView = z.object({ name: z.string(), phone: phoneNumber.nullable(), phoneErased: z.boolean() })

/** A private camera with what only its owner sees. */
export const ownersView = z.object({
  camera: privateCameraView,
  owner: z.object({
    contact: contactView.nullable().describe('Null: its key is lost, and it has to be said anew'),
    looks: z.array(z.object({ at: moment, as: z.enum(['POLICE', 'SECRETARY']), phone: z.boolean(), name: z.string().nullable(), agency: z.object({ name: z.string(), nameEn: z.string().nullable() }).nullable() })),
    requests: z.array(z.object({ number: z.string(), from: moment, to: moment, askedAt: moment, state: z.enum(FootageItemState), cancelled: z.boolean(), station: z.object({ name: z.string(), nameEn: z.string().nullable() }) })),
  }).nullable().describe('Null: it is not yours'),
})

/** What is held about somebody, in short. */
export const heldView = z.object({
  name: z.string().nullable(),
  cameras: z.array(privateCameraView.pick({ id: true, code: true, name: true })),
  consents: z.array(z.object({ givenAt: moment })),
  reports: z.int(),
  download: z.url(),
})

/** Codes of cameras that are gone. */
export const withdrawnView = z.object({ codes: z.array(z.string()) })
