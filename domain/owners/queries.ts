import type { ExportBy, OwnerCheck, Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Direction } from '../labels/directions'
import { audit } from '../audit'
import { readCameraCode } from '../cameras/code'
import { directionOf } from '../cameras/geo'
import { inLanguage } from '../labels/label'
import { takenBackLabel } from '../labels/owners'
import { mostPhotos } from '../photos/room'
import { Refusal } from '../refusal'
import { erased } from './erase'
import { knowsPrivate, provincesOfChecker, shows } from './rules'

/** A private camera as its owner and its checkers see it; nothing of how the owner is reached is in it. */
export interface PrivateCameraView extends Place {
  id: string
  code: string
  /** The shop or home. */
  name: string
  provinceCode: string
  subdistrict: { nameTh: string, nameEn: string } | null
  /** In words. */
  address: string | null
  facing: Direction
  /** Degrees clockwise from north and wide, metres far; null: not known. */
  direction: number
  fieldOfView: number | null
  range: number | null
  /** Somebody found that it does not work, and since when. */
  damagedSince: Date | null
  indoors: boolean
  days: number | null
  exportBy: ExportBy | null
  hours: string | null
  sharesPhone: boolean
  check: OwnerCheck
  remark: string | null
  /** Nobody asks before this; null also when it is over. */
  pausedUntil: Date | null
  hiddenAt: Date | null
  registeredAt: Date
  /** Of what it sees; null: none, or not stored yet. */
  photo: string | null
  /** All of them. */
  photos: string[]
  /** How often the police have asked for a recording, other than on foot. */
  asked: number
  own: boolean
}

const wanted = {
  camera: {
    select: {
      code: true,
      direction: true,
      fieldOfView: true,
      range: true,
      status: true,
      statusSince: true,
      retentionDays: true,
      exportBy: true,
      custodianHours: true,
      site: { select: { name: true, address: true, latitude: true, longitude: true, provinceCode: true, subdistrict: { select: { nameTh: true, nameEn: true } } } },
      attachments: { where: { state: 'STORED' }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: mostPhotos, select: { id: true } },
      _count: { select: { footage: { where: { request: { logged: false } } } } },
    },
  },
} as const satisfies Prisma.PrivateCameraInclude

type Row = Prisma.PrivateCameraGetPayload<{ include: typeof wanted }>

function toView({ actor, now }: Act, { camera: { code, site: { name, ...site }, direction, fieldOfView, range, status, statusSince, retentionDays, exportBy, custodianHours, attachments, _count }, ...row }: Row): PrivateCameraView {
  const shown = <T extends string | null>(words: T) => words === erased ? inLanguage(takenBackLabel, actor.language) : words
  return {
    id: row.cameraId,
    code,
    name: shown(name),
    ...site,
    facing: directionOf(direction ?? 0),
    direction: direction ?? 0,
    fieldOfView,
    range,
    damagedSince: status === 'DAMAGED' ? statusSince : null,
    indoors: row.indoors,
    days: retentionDays,
    exportBy,
    hours: shown(custodianHours),
    sharesPhone: row.sharesPhone,
    check: row.check,
    remark: shown(row.remark),
    pausedUntil: row.pausedUntil && row.pausedUntil > now ? row.pausedUntil : null,
    hiddenAt: row.hiddenAt,
    registeredAt: row.createdAt,
    photo: attachments[0]?.id ?? null,
    photos: attachments.map(({ id }) => id),
    asked: _count.footage,
    own: row.ownerId === actor.userId,
  }
}

/** The actor's own cameras, the oldest first. */
export async function ownCameras(act: Act): Promise<PrivateCameraView[]> {
  const rows = await act.db.privateCamera.findMany({ where: { ownerId: act.actor.userId }, include: wanted, orderBy: [{ createdAt: 'asc' }, { camera: { code: 'asc' } }] })
  return rows.map(row => toView(act, row))
}

/** One of the actor's own cameras. Refused as `cameraUnknown`. */
export async function ownCamera(act: Act, id: string): Promise<PrivateCameraView> {
  const row = await act.db.privateCamera.findFirst({ where: { cameraId: id, ownerId: act.actor.userId }, include: wanted })
  if (!row) throw new Refusal('cameraUnknown')
  return toView(act, row)
}

/** A private camera for police officers of its province while it is shown, its secretaries, and its owner. Refused as `cameraUnknown` for anybody else. */
export async function checkedCamera(act: Act, id: string): Promise<PrivateCameraView> {
  const row = await act.db.privateCamera.findUnique({ where: { cameraId: id }, include: wanted })
  const by = row && row.ownerId !== act.actor.userId ? knowsPrivate(act.actor, row.camera.site.provinceCode) : 'OWNER'
  if (!row || !by || (by === 'POLICE' && !shows(row))) throw new Refusal('cameraUnknown')
  return toView(act, row)
}

/** The same as somebody looks at it: when that is not its owner, it is written down. */
export async function lookAtCamera(act: Act, id: string): Promise<PrivateCameraView> {
  const view = await checkedCamera(act, id)
  if (!view.own) await audit(act, { action: 'privateCamera.seen', subject: `camera:${id}`, provinceCode: view.provinceCode })
  return view
}

/** The actor's own camera, or one that they may check, by its code. Refused as `lookAtCamera` is. */
export async function privateCameraByCode(act: Act, text: string): Promise<PrivateCameraView> {
  const found = await act.db.camera.findUnique({ where: { code: readCameraCode(text) ?? '' }, select: { id: true } })
  if (!found) throw new Refusal('cameraUnknown')
  return lookAtCamera(act, found.id)
}

/** Private cameras that wait for the actor to check them, the oldest first: for police officers and secretaries, of their provinces; each look is written down. Empty for anybody else. */
export async function camerasToCheck(act: Act, limit = 10): Promise<PrivateCameraView[]> {
  const rows = await act.db.privateCamera.findMany({
    where: { check: 'PENDING', hiddenAt: null, ownerId: { not: act.actor.userId }, camera: { site: { provinceCode: { in: provincesOfChecker(act.actor) } } } },
    include: wanted,
    orderBy: [{ createdAt: 'asc' }, { camera: { code: 'asc' } }],
    take: limit,
  })
  if (rows.length) await audit(act, ...rows.map(({ cameraId, camera: { site: { provinceCode } } }) => ({ action: 'privateCamera.seen', subject: `camera:${cameraId}`, provinceCode })))
  return rows.map(row => toView(act, row))
}
