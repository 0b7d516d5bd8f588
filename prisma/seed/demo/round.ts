import type { Prisma } from '../../client'
import type { Cast } from './people'
import type { Register } from './register'
import { roadMap } from '../../../domain/labels/rounds'
import { bangkokDay, startOfBangkokDay } from '../../../domain/time/bangkok'
import { BUDDHIST } from '../../../domain/time/years'
import { agencyId, idOf } from './ids'
import { minutes } from './minutes'
import { personId } from './people'
import { randomFrom } from './random'

type Return = Prisma.AgencyReturnCreateManyInput & { id: string }

/** The demo's survey round: open for twelve more days, and answered by every agency, as the minutes say. */
export interface DemoRound {
  round: Prisma.SurveyRoundCreateManyInput
  milestones: Prisma.RoundMilestoneCreateManyInput[]
  returns: Return[]
  changes: Omit<Prisma.ChangeCreateManyInput, 'id'>[]
}

const DAY = 86_400_000
const secretary = personId(5)
/** Not yet looked at by the secretary: agencies of the demo's people. */
const waiting = new Set(['เทศบาลเมืองอ่างทอง', 'สภ.เมืองอ่างทอง'].map(agencyId))
const sentBack = agencyId('อบต.โพสะ')
const remarks = 'กล้องหลายตัวยังไม่ระบุผู้ดูแล เพิ่มชื่อและโทรศัพท์แล้วส่งอีกครั้ง'
const reasons = ['ไม่มีกล้องวงจรปิดในความดูแล', 'ใช้กล้องร่วมกับศาลากลางจังหวัด', 'เคยขอตั้งงบประมาณแล้ว ยังไม่ได้รับจัดสรร']

/** Agencies without cameras say so (NIL), the others have handed in; some are accepted, that of person 1 was sent back. */
export function buildRound({ agencies, cameras }: Register, cast: Cast, now: Date): DemoRound {
  const random = randomFrom(1231)
  const id = idOf('round', 1)
  const day = (days: number) => bangkokDay(new Date(now.getTime() + days * DAY))
  const opensAt = startOfBangkokDay(day(-21))
  const withCameras = new Set(cameras.map(camera => camera.agencyId))
  const changes: DemoRound['changes'] = []
  const returns = agencies.map((agency, i): Return => {
    const submittedAt = new Date(opensAt.getTime() + random.between(2, 14) * DAY + random.between(9 * 60, 16 * 60) * 60_000)
    const submittedById = cast.crews.get(agency.id)?.official ?? null
    const one = { id: idOf('return', agency.name), roundId: id, agencyId: agency.id, submittedAt, submittedById }
    const step = (action: string, at: Date, actorId: string | null, reason: string | null = null) =>
      changes.push({ at, actorId, provinceCode: minutes.provinceCode, subject: `return:${one.id}`, action, fields: {}, reason, channel: 'LIFF', afterSubmit: false })
    if (!withCameras.has(agency.id)) {
      const nilReason = reasons[i % reasons.length]!
      step('nil', submittedAt, submittedById, nilReason)
      return { ...one, state: 'NIL', nilReason, version: 2 }
    }
    step('submitted', submittedAt, submittedById)
    if (agency.id !== sentBack && (waiting.has(agency.id) || i % 2 === 1)) return { ...one, state: 'SUBMITTED', version: 2 }
    const decided = { decidedAt: new Date(submittedAt.getTime() + 2 * DAY), decidedById: secretary, version: 3 }
    const back = agency.id === sentBack
    step(back ? 'returned' : 'accepted', decided.decidedAt, secretary, back ? remarks : null)
    return { ...one, ...decided, state: back ? 'RETURNED' : 'ACCEPTED', ...back && { remarks } }
  })
  const closesOn = day(12)
  return {
    round: { id, provinceCode: minutes.provinceCode, name: `สำรวจกล้องวงจรปิด ปี ${Number(closesOn.slice(0, 4)) + BUDDHIST}`, opensAt, closesAt: startOfBangkokDay(closesOn, 1), createdById: secretary, createdAt: opensAt, version: 1 },
    milestones: roadMap.map(({ days, label }) => ({ id: idOf('milestone', days), roundId: id, name: label.th, date: new Date(`${day(12 + days)}T00:00:00Z`) })),
    returns: returns.map(one => ({ nilReason: null, decidedAt: null, decidedById: null, remarks: null, ...one })),
    changes,
  }
}
