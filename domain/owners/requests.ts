import type { FootageItemState } from '../../prisma/client'
import type { Act } from '../act'
import { audit } from '../audit'
import { isUnasked } from '../footage/held'

/** A recording that the police asked the actor for. */
interface OwnAsk { number: string, from: Date, to: Date, askedAt: Date, state: FootageItemState, cancelled: boolean, station: { name: string, nameEn: string | null } }

/** What the police asked of one of the actor's own cameras, other than on foot, the newest first, at most 50; the look is written down. Empty for a camera that is not theirs. */
export async function asksOf(act: Act, cameraId: string): Promise<OwnAsk[]> {
  const found = await act.db.footageItem.findMany({
    where: { cameraId, camera: { private: { ownerId: act.actor.userId } }, request: { logged: false, state: { notIn: ['AWAITING_APPROVAL', 'DECLINED'] } } },
    orderBy: [{ request: { createdAt: 'desc' } }, { id: 'desc' }],
    take: 50,
    select: { from: true, to: true, state: true, answerBy: true, request: { select: { id: true, number: true, logged: true, createdAt: true, state: true, provinceCode: true, agency: { select: { name: true, nameEn: true } } } } },
  })
  const items = found.filter(item => !isUnasked(item))
  if (items.length) await audit(act, ...items.map(({ request: { id, provinceCode } }) => ({ action: 'footage.seen', subject: `footage:${id}`, provinceCode })))
  return items.map(({ from, to, state, request }) => ({ number: request.number, from, to, askedAt: request.createdAt, state, cancelled: request.state === 'CANCELLED', station: request.agency }))
}
