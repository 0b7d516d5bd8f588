import type { Act } from '../act'
import type { CooperationView } from './view'
import { audit } from '../audit'
import { Refusal } from '../refusal'
import { cooperationWanted, standingIn, toCooperationView } from './view'

/** Most requests of a list. */
const most = 50

/** One request, for its officer and for whoever keeps the camera; the look is written down. Refused as `cooperationUnknown` for anybody else. */
export async function cooperationById(act: Act, id: string): Promise<CooperationView> {
  const row = await act.db.cooperationRequest.findUnique({ where: { id }, include: cooperationWanted })
  const as = row && standingIn(act.actor, row)
  if (!as) throw new Refusal('cooperationUnknown')
  await audit(act, { action: 'cooperation.seen', subject: `cooperation:${id}`, provinceCode: row.provinceCode })
  return toCooperationView(act, row, as)
}

/** The requests that the actor made, and those to whoever keeps a camera as they do: open ones first, then the newest, at most 50. Looks are written down. */
export async function cooperationOf(act: Act): Promise<CooperationView[]> {
  const { db, actor: { userId, memberships } } = act
  const agencies = memberships.flatMap(({ role, agencyId }) => (role === 'OFFICIAL' || role === 'POLICE') && agencyId ? agencyId : [])
  const provinces = memberships.flatMap(({ role, provinceCode }) => role === 'SECRETARY' ? provinceCode : [])
  const kept = { OR: [{ ownership: 'PRIVATE' as const, private: { ownerId: userId } }, { ownership: 'PUBLIC' as const, OR: [{ agencyId: { in: agencies } }, { site: { provinceCode: { in: provinces } } }] }] }
  const rows = await db.cooperationRequest.findMany({
    where: { OR: [{ officerId: userId }, { camera: kept }] },
    include: cooperationWanted,
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: most,
  })
  const views = rows.flatMap((row) => {
    const as = standingIn(act.actor, row)
    return as ? toCooperationView(act, row, as) : []
  })
  if (views.length) await audit(act, ...views.map(({ id }) => ({ action: 'cooperation.seen', subject: `cooperation:${id}`, provinceCode: rows.find(row => row.id === id)!.provinceCode })))
  return views
}
