import type { Actor } from '../../../domain/act'
import type { Move } from '../../../domain/footage/rules'
import type { Person } from '../stage'
import { submitRequest } from '../../../domain/footage/submit'
import { DAY, MINUTE, morning, stage } from '../stage'

export const HOUR = 60 * MINUTE

/** A stage with police of two stations, cameras with known retention, an owner, and requests. */
export function desk() {
  const s = stage()
  let counter = 0
  return {
    s,
    /** A police officer of a station of their own in this province. */
    async newOfficer(provinceCode = '15'): Promise<Actor> {
      const agency = await s.db.agency.create({ data: { name: `สภ. ${++counter}`, provinceCode, kind: 'POLICE', phone: '035611191' } })
      return s.newPerson([{ role: 'POLICE', provinceCode, agencyId: agency.id }], `ร.ต.ต. ${counter}`)
    },

    /** A camera of อบต.โพสะ that keeps its recordings for so many days. */
    async newCamera(retentionDays: number | null = 7) {
      const camera = await s.newCamera()
      await s.db.camera.update({ where: { id: camera.id }, data: { retentionDays, custodianPhone: '035600001' } })
      return camera
    },

    /** A private camera and its owner. */
    async newPrivate(change: { hiddenAt?: Date, pausedUntil?: Date, check?: 'DECLINED' | 'CHANGE_WANTED' } = {}) {
      const owner = await s.newPerson([{ role: 'OWNER', provinceCode: '15', agencyId: null }], `เจ้าของ ${++counter}`)
      const camera = await s.privateCamera(owner)
      await s.db.privateCamera.update({ where: { cameraId: camera.id }, data: change, select: { cameraId: true } })
      return { owner, camera }
    },

    /** Asks for half an hour of the evening before `morning`, of these cameras. */
    ask(officer: Actor, cameraIds: string[], given: { from?: Date, to?: Date, urgency?: 'URGENT' | 'NORMAL', at?: Date } = {}) {
      const { from = new Date(morning.getTime() - 12 * HOUR), to = new Date(from.getTime() + 30 * MINUTE), urgency = 'NORMAL', at = morning } = given
      return s.as(officer, act => submitRequest(act, {
        agencyId: officer.memberships[0]!.agencyId!,
        caseNumber: { text: 'คดีอาญาที่ 123/2569', messageId: 'case' },
        offence: { text: 'วิ่งราวทรัพย์', messageId: 'offence' },
        purpose: { text: 'ติดตามผู้ต้องสงสัย', messageId: 'purpose' },
        legalBasis: 'CPC_131',
        urgency,
        cameras: cameraIds.map(cameraId => ({ cameraId, from, to })),
      }), at)
    },

    items: (requestId: string) => s.db.footageItem.findMany({ where: { requestId }, orderBy: { id: 'asc' } }),
    request: (id: string) => s.db.footageRequest.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } }),

    /** Who waits to hear what: name, kind and level. */
    async notices(...about: string[]): Promise<string[]> {
      const waiting = await s.db.notice.findMany({ where: { about: { in: about }, state: 'WAITING' }, include: { user: true } })
      return waiting.map(({ user, kind, level }) => `${user?.displayName}: ${kind} ${level}`).sort()
    },
  }
}

export const everyMove: Move[] = ['preserve', 'appoint', 'awaitTechnician', 'reportDown', 'refuse', 'receive', 'miss', 'handOver']

/** Everybody of the stage but the officials of the camera's agency and the secretary who stands in for them. */
export const strangers: Person[] = ['technician', 'otherTechnician', 'otherOfficial', 'otherSecretary', 'police', 'committee', 'national', 'owner', 'reporter', 'passerBy', 'far']

export { DAY, MINUTE, morning }
