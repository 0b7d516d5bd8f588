import type { ExportBy, OwnerCheck, Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import type { Direction } from '../labels/directions'
import { directionOf } from '../cameras/geo'
import { Refusal } from '../refusal'
import { knowsPrivate, provincesOfChecker, shows } from './rules'

/** A private camera as its owner and its checkers see it; nothing of how the owner is reached is in it. */
export interface PrivateCameraView extends Place {
  id: string
  code: string
  /** The shop or home. */
  name: string
  provinceCode: string
  subdistrict: { nameTh: string, nameEn: string } | null
  facing: Direction
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
  /** How often the police have asked for a recording, other than on foot. */
  asked: number
  own: boolean
}

const wanted = {
  camera: {
    select: {
      code: true,
      direction: true,
      retentionDays: true,
      exportBy: true,
      custodianHours: true,
      site: { select: { name: true, latitude: true, longitude: true, provinceCode: true, subdistrict: { select: { nameTh: true, nameEn: true } } } },
      attachments: { where: { state: 'STORED' }, orderBy: { createdAt: 'desc' }, take: 1, select: { id: true } },
      _count: { select: { footage: { where: { request: { logged: false } } } } },
    },
  },
} as const satisfies Prisma.PrivateCameraInclude

type Row = Prisma.PrivateCameraGetPayload<{ include: typeof wanted }>

function toView({ actor, now }: Act, { camera: { code, site: { name, ...site }, direction, retentionDays, exportBy, custodianHours, attachments, _count }, ...row }: Row): PrivateCameraView {
  return {
    id: row.cameraId,
    code,
    name,
    ...site,
    facing: directionOf(direction ?? 0),
    indoors: row.indoors,
    days: retentionDays,
    exportBy,
    hours: custodianHours,
    sharesPhone: row.sharesPhone,
    check: row.check,
    remark: row.remark,
    pausedUntil: row.pausedUntil && row.pausedUntil > now ? row.pausedUntil : null,
    hiddenAt: row.hiddenAt,
    registeredAt: row.createdAt,
    photo: attachments[0]?.id ?? null,
    asked: _count.footage,
    own: row.ownerId === actor.userId,
  }
}

/** The actor's own cameras, the oldest first. */
export async function ownCameras(act: Act): Promise<PrivateCameraView[]> {
  const rows = await act.db.privateCamera.findMany({ where: { ownerId: act.actor.userId }, include: wanted, orderBy: [{ createdAt: 'asc' }, { cameraId: 'asc' }] })
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

/** Private cameras that wait for the actor to check them, the oldest first: for police officers and secretaries, of their provinces. Empty for anybody else. */
export async function camerasToCheck(act: Act, limit = 10): Promise<PrivateCameraView[]> {
  const rows = await act.db.privateCamera.findMany({
    where: { check: 'PENDING', hiddenAt: null, ownerId: { not: act.actor.userId }, camera: { site: { provinceCode: { in: provincesOfChecker(act.actor) } } } },
    include: wanted,
    orderBy: [{ createdAt: 'asc' }, { cameraId: 'asc' }],
    take: limit,
  })
  return rows.map(row => toView(act, row))
}
