import * as z from 'zod'
import { CameraKind, CameraStatus, CameraTechnology, ExportBy, PlacedBy, Symptom, Zone } from '../enums'
import { line, name, phone } from '../forms/text'
import { money } from '../money/schema'

/** A month, `2016-08`, from 1980. Whether it lies in the future is told by the checks, which know the time. */
const month = z.string().regex(/^(?:19[89]\d|20\d\d)-(?:0[1-9]|1[0-2])$/).nullable()

/** The farthest that a camera is said to see, in metres. */
export const farthest = 5_000

const yesNo = z.boolean().nullable()

/** What is known of a camera (all but its place and its status). Null: not known. Money in satang, `direction` and `fieldOfView` in degrees, `range` in metres, `retentionDays` in days. */
export const cameraFacts = z.strictObject({
  label: z.string().transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim()).pipe(z.string().max(100)),
  assetNumber: line(60),
  kind: z.enum(CameraKind),
  technology: z.enum(CameraTechnology),
  megapixels: z.number().min(0.1).max(500).nullable(),
  nightVision: yesNo,
  direction: z.int().min(0).max(359).nullable(),
  fieldOfView: z.int().min(1).max(360).nullable(),
  range: z.int().min(1).max(farthest).nullable(),
  installed: month,
  costSatang: money().nullable(),
  linked: yesNo,
  networkName: line(100),
  linkedAgency: line(200),
  upgradeNeeded: line(500),
  upgradeSatang: money().nullable(),
  upgradeAgency: line(200),
  recorderKind: line(100),
  retentionDays: z.int().min(0).max(3_650).nullable(),
  remoteViewing: yesNo,
  custodianName: line(100),
  custodianPhone: phone,
  exportBy: z.enum(ExportBy).nullable(),
  custodianHours: line(100),
  maintainingAgencyId: z.uuid().nullable(),
  maintenanceSatang: money().nullable(),
})

/** What is known of an installation point. Degrees, WGS 84; `accuracy` of the GPS in metres. */
export const siteFacts = z.strictObject({
  name: name(150),
  zone: z.enum(Zone),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  subdistrictCode: z.string().regex(/^\d{6}$/).nullable(),
  address: line(300),
  placedBy: z.enum(PlacedBy).nullable(),
  accuracy: z.int().min(0).max(100_000).nullable(),
})

/** A new site; the browser chooses its id, so that sending it twice makes one. */
export const newSite = siteFacts.partial().required({ name: true, latitude: true, longitude: true }).extend({ id: z.uuid(), agencyId: z.uuid() })

/** Changed fields of a site, and the version that the editor saw. */
export const changedSite = siteFacts.partial().extend({ version: z.int().min(1) })

/** A new camera of a site; the browser chooses its id. */
export const newCamera = cameraFacts.partial().extend({ id: z.uuid(), siteId: z.uuid() })

/** Changed fields of a camera, and the version that the editor saw. `siteId` moves it to another site of the same agency. */
export const changedCamera = cameraFacts.partial().extend({ version: z.int().min(1), siteId: z.uuid().optional() })

/** Why something has its status, or is removed: 1–500 characters. */
export const reason = z.string().trim().min(1).max(500)

/** A status that the agency gives a camera, with the reason (not needed when it works). Removing is a thing of its own. */
export const cameraStatus = z.strictObject({ version: z.int().min(1), status: z.enum(CameraStatus).exclude(['REMOVED', 'UNDER_REPAIR']), reason: reason.optional() })
  .refine(({ status, reason }) => status === 'NORMAL' || reason !== undefined, { path: ['reason'] })

/** Taking something out of the register. */
export const removal = z.strictObject({ version: z.int().min(1), reason })

/** A repair of one's own camera. */
export const repairAsked = z.strictObject({ symptom: z.enum(Symptom) })

/** Which sites of an agency: by words of name, code, label or asset number; `what` lacks something, does not work, has no camera. */
export const siteList = z.strictObject({
  agency: z.uuid(),
  q: z.string().trim().max(100).optional(),
  what: z.enum(['INCOMPLETE', 'BROKEN', 'EMPTY', 'REMOVED']).optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
})

/** A photo of a camera, by the id that the browser gave it. */
export const cameraPhoto = z.strictObject({ cameraId: z.uuid(), photoId: z.uuid() })

/** A place that is being typed, in a province: with the subdistrict that was chosen, and of a camera (its id, when it has one) where it looks. */
export const draftPlace = z.strictObject({
  province: z.string().regex(/^\d{2}$/),
  latitude: z.coerce.number().min(-90).max(90),
  longitude: z.coerce.number().min(-180).max(180),
  subdistrict: z.string().regex(/^\d{6}$/).optional(),
  direction: z.coerce.number().int().min(0).max(359).optional(),
  camera: z.uuid().optional(),
})
