import type { CooperationKind, CooperationState, Prisma } from '../../prisma/client'
import type { Act, Actor } from '../act'
import type { Place } from '../cameras/geo'
import type { Viewing } from '../cameras/view'
import type { CooperationMove } from './rules'
import { keeps } from '../footage/rules'
import { agencyIn } from '../labels/agency'
import { hasRole } from '../people/rules'
import { cooperationMoves } from './rules'

/** A favour that the police ask, as one of the two sees it. */
export interface CooperationView {
  id: string
  kind: CooperationKind
  state: CooperationState
  /** Where it is to look, degrees clockwise from north. */
  direction: number
  /** What another camera is to see; null: this one is to be turned. */
  point: Place | null
  note: string | null
  /** The note was taken back. */
  noteErased: boolean
  /** Square metres that no working camera sees yet; for whoever keeps the camera without what they may not know of. */
  gain: number
  /** Null: its owner has withdrawn it. */
  camera: (Viewing & { id: string, code: string, siteName: string, label: string, isPrivate: boolean }) | null
  officer: string | null
  station: string
  createdAt: Date
  answeredAt: Date | null
  as: 'officer' | 'keeper'
  moves: CooperationMove[]
}

/** What a view is read with. */
export const cooperationWanted = {
  officer: { select: { displayName: true } },
  agency: { select: { name: true, nameEn: true } },
  camera: { select: { id: true, code: true, label: true, version: true, ownership: true, agencyId: true, kind: true, direction: true, fieldOfView: true, range: true, private: { select: { ownerId: true } }, site: { select: { name: true, provinceCode: true, latitude: true, longitude: true } } } },
} as const satisfies Prisma.CooperationRequestInclude

/** A request with what is read along. */
export type CooperationRow = Prisma.CooperationRequestGetPayload<{ include: typeof cooperationWanted }>

/** As what the actor has to do with a request; null: not at all. */
export function standingIn(actor: Actor, { officerId, provinceCode, camera }: Pick<CooperationRow, 'officerId' | 'provinceCode' | 'camera'>): 'officer' | 'keeper' | null {
  if (officerId === actor.userId && hasRole(actor, 'POLICE', { provinceCode })) return 'officer'
  return camera && keeps(actor, { ownership: camera.ownership, agencyId: camera.agencyId, provinceCode: camera.site.provinceCode, ownerId: camera.private?.ownerId ?? null }) ? 'keeper' : null
}

/** A row as the actor sees it, who has to do with it. */
export function toCooperationView({ actor }: Act, row: CooperationRow, as: 'officer' | 'keeper'): CooperationView {
  const { id, kind, state, direction, latitude, longitude, note, noteErasedAt, gain, gainKnown, camera, officer, agency, createdAt, answeredAt } = row
  const moves = Object.entries(cooperationMoves).filter(([, { from, by }]) => by === as && from.includes(state) && camera !== null).map(([move]) => move as CooperationMove)
  return {
    id,
    kind,
    state,
    direction,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
    note,
    noteErased: noteErasedAt !== null,
    gain: as === 'officer' ? gain : gainKnown,
    camera: camera && { id: camera.id, code: camera.code, siteName: camera.site.name, label: camera.label, isPrivate: camera.ownership === 'PRIVATE', kind: camera.kind, latitude: camera.site.latitude, longitude: camera.site.longitude, direction: camera.direction, fieldOfView: camera.fieldOfView, range: camera.range },
    officer: officer.displayName,
    station: agencyIn(agency, actor.language)!,
    createdAt,
    answeredAt,
    as,
    moves,
  }
}
