import type { Actor } from '../../domain/act'
import type { Db } from '../../prisma/client'
import { submitRequest } from '../../domain/footage/submit'
import { lineId } from './fakeLine'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Demo person n, as they act. */
export async function demoActor(db: Db, n: number): Promise<Actor> {
  const { id: userId, language, memberships } = await db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) }, include: { memberships: { where: { suspendedAt: null } } } })
  return { userId, language, memberships: memberships.map(({ role, provinceCode, agencyId, supervises }) => ({ role, provinceCode, agencyId, supervises })) }
}

/** So many working cameras of the agency of demo person 1, for which nobody has asked yet; recordings are kept for 7 days. */
export async function demoCameras(db: Db, count: number): Promise<{ id: string, code: string }[]> {
  const { agencyId } = await db.membership.findFirstOrThrow({ where: { role: 'OFFICIAL', user: { lineUserId: lineId(1) } } })
  const found = await db.camera.findMany({ where: { agencyId, status: 'NORMAL', footage: { none: {} }, workOrders: { none: { state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } } } }, take: count, orderBy: { code: 'asc' } })
  const ids = found.map(({ id }) => id)
  await db.camera.updateMany({ where: { id: { in: ids } }, data: { retentionDays: 7, exportBy: 'TECHNICIAN', custodianName: 'ช่างสมศักดิ์', custodianPhone: '035600001', custodianHours: 'เวลาราชการ' } })
  return found
}

/** The gold shop's private camera, of demo person 4. */
export const shopCamera = (db: Db) => db.camera.findFirstOrThrow({ where: { ownership: 'PRIVATE', private: { owner: { lineUserId: lineId(4) } } } })

/** Demo person 3, of the police, asks for half an hour of yesterday of these cameras. */
export async function demoRequest(db: Db, cameraIds: string[], { offence = 'วิ่งราวทรัพย์', purpose = 'ติดตามผู้ต้องสงสัย', now = new Date() } = {}): Promise<{ requestId: string, number: string }> {
  const actor = await demoActor(db, 3)
  const from = new Date(Math.floor((now.getTime() - DAY) / MINUTE) * MINUTE)
  const agencyId = actor.memberships.find(({ role }) => role === 'POLICE')!.agencyId!
  return db.$transaction(tx => submitRequest({ db: tx, actor, now }, {
    agencyId,
    caseNumber: { text: 'คดีอาญาที่ 123/2569' },
    offence: { text: offence },
    purpose: { text: purpose },
    legalBasis: 'CPC_131',
    urgency: 'NORMAL',
    place: { text: 'หน้าตลาดสุวพันธุ์' },
    cameras: cameraIds.map(cameraId => ({ cameraId, from, to: new Date(from.getTime() + 30 * MINUTE) })),
  }))
}
