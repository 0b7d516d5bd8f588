import type { Talker } from '../helpers/talk'
import { beforeEach, describe, expect, it } from 'vitest'
import { riskLabels, topicLabels } from '../../domain/labels/survey'
import { mostCameras, mostWords } from '../../domain/survey/schema'
import { after, MINUTE } from '../domain/stage'
import { talker } from '../helpers/talk'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
beforeEach(async () => {
  o.at(after(MINUTE))
  await s.db.proposal.deleteMany()
  await s.db.problem.deleteMany()
})

const pointNumber = /P-\d{4}-[2-9A-HJKMNP-TV-Z]{5}/
const problemNumber = /S-\d{4}-[2-9A-HJKMNP-TV-Z]{5}/

/** Goes through the questions with ordinary answers, up to the card. */
async function upToCard(me: Talker, where: () => Promise<string> = () => me.says('สามแยกหน้าวัดป่าโมก')): Promise<void> {
  await me.says('เสนอจุดติดตั้ง')
  await where()
  await me.taps('เส้นทางหลบหนี')
  await me.taps('ด่วนที่สุด')
  await me.says('คนร้ายใช้หลบออกถนนสายเอเชีย')
  await me.taps('2')
  await me.taps('อ่านป้ายทะเบียน')
  await me.says('๙๐,๐๐๐ บาท')
  await me.taps('งบจังหวัด')
}

async function proposed(me: Talker): Promise<string> {
  await upToCard(me)
  await me.taps('ยืนยัน')
  return pointNumber.exec(me.sees())![0]
}

async function told(me: Talker): Promise<string> {
  await me.says('ปัญหาและข้อเสนอแนะ')
  await me.taps('งบประมาณ')
  await me.says('ไม่มีงบซ่อมบำรุงรายปี')
  return problemNumber.exec(await me.taps('ข้าม'))![0]
}

describe('a point that needs cameras', () => {
  it.each(languages)('is proposed answer by answer, seen on a card, and stored when confirmed (%s)', async (language) => {
    const { t } = wordsIn(language)
    const me = o.as('official', { language })
    const name = (label: { th: string, en: string }) => language === 'TH' ? label.th : label.en
    expect(await me.says(t.menu.propose)).toContain(`(1/9) ${t.survey.askPlace}`)
    expect(me.choices()).not.toContain(t.menu.back)
    expect(await me.says('สามแยกหน้าวัดป่าโมก')).toContain(t.survey.askRisk)
    expect(await me.taps(name(riskLabels.ESCAPE_ROUTE))).toContain(t.survey.askUrgency)
    expect(await me.taps(language === 'TH' ? 'ด่วน' : 'High')).toContain(t.survey.askReason)
    expect(await me.says('คนร้ายใช้หลบหนี')).toContain(t.survey.askCameras)
    expect(await me.says('๓')).toContain(t.survey.askKind)
    expect(await me.taps(language === 'TH' ? 'หมุนและซูมได้' : 'Pan-tilt-zoom')).toContain(t.survey.askBudget)
    expect(await me.taps(t.menu.skip)).toContain(t.survey.askSource)
    await me.taps(t.menu.skip)
    for (const shown of ['สามแยกหน้าวัดป่าโมก', 'คนร้ายใช้หลบหนี', name(riskLabels.ESCAPE_ROUTE), '3', t.survey.unknown, t.survey.proposeNote]) expect(me.sees()).toContain(shown)
    expect(await s.db.proposal.count()).toBe(0)
    const done = await me.taps(t.menu.confirm)
    const number = pointNumber.exec(done)![0]
    expect(done).toContain(t.survey.proposed(number))
    expect(await s.db.proposal.findMany()).toMatchObject([{
      number,
      agencyId: s.here.agencies.pohsa,
      provinceCode: '15',
      placeText: 'สามแยกหน้าวัดป่าโมก',
      risk: 'ESCAPE_ROUTE',
      urgency: 'HIGH',
      cameras: 3,
      cameraKind: 'PTZ',
      budgetSatang: null,
      budgetSource: null,
    }])
    expect(await s.db.auditEntry.count({ where: { action: 'proposal.stored' } })).toBeGreaterThan(0)
  })

  it('shows the nearest cameras and how they are, and leads to reporting one that is broken', async () => {
    const broken = await s.newCamera({ status: 'DAMAGED' })
    const me = o.as('official')
    await me.says('เสนอจุดติดตั้ง')
    const seen = await me.sendsPlace()
    expect(seen).toContain('กล้องที่อยู่ใกล้จุดนี้')
    expect(seen).toContain('ชำรุด')
    expect(seen).toContain('การซ่อมอาจคุ้มกว่าติดเพิ่ม')
    await s.db.camera.update({ where: { id: broken.id }, data: { status: 'NORMAL' } })
    await me.says('ย้อนกลับ')
    expect(await me.sendsPlace()).not.toContain('การซ่อมอาจคุ้มกว่า')
    await s.db.camera.update({ where: { id: broken.id }, data: { status: 'DAMAGED' } })
    await me.says('ย้อนกลับ')
    await me.sendsPlace()
    expect(await me.taps('แจ้งกล้องเสียแทน')).toContain('ออก')
    await me.taps('ออก')
    expect(me.sees()).toContain(broken.code)
    await s.db.camera.update({ where: { id: broken.id }, data: { status: 'REMOVED' } })
  })

  it('says how often the police found no camera there, how many risk points they have, and to the police how often cameras near by were asked for', async () => {
    const camera = await s.newCamera()
    const officer = { officerId: s.here.people.police.userId, agencyId: s.here.agencies.town, provinceCode: '15', latitude: 14.58, longitude: 100.45 }
    const item = { askId: s.here.agencies.town, cameraId: camera.id, from: after(0), to: after(1), answerBy: after(1) }
    await s.db.footageRequest.createMany({ data: [{ ...officer, number: 'R-1', noCamera: true }, { ...officer, number: 'R-2', latitude: null, longitude: null, createdAt: after(0) }] })
    await s.db.footageItem.create({ data: { ...item, requestId: (await s.db.footageRequest.findUniqueOrThrow({ where: { number: 'R-2' } })).id } })
    await s.db.riskPoint.create({ data: { ...officer, kind: 'CRIME' } })
    for (const person of ['official', 'police'] as const) {
      const me = o.as(person)
      await me.says('เสนอจุดติดตั้ง')
      const seen = await me.sendsPlace()
      expect(seen).toContain('ในระยะ 200 ม. ตำรวจหากล้องไม่ได้ 1 ครั้ง มีจุดเสี่ยงของตำรวจ 1 จุด')
      expect(seen.includes('ขอดูภาพ 1 ครั้งใน 12 เดือน')).toBe(person === 'police')
    }
    await s.db.riskPoint.deleteMany()
    await s.db.footageRequest.deleteMany()
    await s.db.camera.update({ where: { id: camera.id }, data: { status: 'REMOVED' } })
  })

  it('says so where no camera is near', async () => {
    await s.db.camera.updateMany({ data: { status: 'REMOVED' } })
    const me = o.as('official')
    await me.says('เสนอจุดติดตั้ง')
    expect(await me.sendsPlace()).toContain('ไม่มีกล้องของราชการในระยะ 500 ม.')
  })

  it('takes each answer to its limit, and past it says how to put it right and keeps the rest', async () => {
    const me = o.as('official')
    await me.says('เสนอจุดติดตั้ง')
    expect(await me.says('ก'.repeat(501))).toContain('500')
    expect(await me.sendsSticker()).toContain('ควรติดกล้องเพิ่มที่ไหน')
    await me.says('ก'.repeat(500))
    expect(await me.says('ไม่มีในรายการ')).toContain('ที่นี่เสี่ยงเรื่องอะไร')
    await me.says('Flooding')
    await me.says('ปกติ')
    expect(await me.says('ข'.repeat(mostWords + 1))).toContain(String(mostWords))
    await me.says('ข'.repeat(mostWords))
    for (const wrong of ['0', '-1', '1.5', 'มาก', String(mostCameras + 1), '๙๙๙๙๙๙๙']) expect(await me.says(wrong), wrong).toContain(`ตั้งแต่ 1 ถึง ${mostCameras}`)
    await me.says(String(mostCameras))
    await me.says('โดม')
    expect(await me.says('1,000,000,000.01')).toContain('1,000,000,000 บาท')
    expect(await me.says('หลายแสน')).toContain('อ่านจำนวนเงินนี้ไม่ได้')
    await me.says('1,000,000,000')
    expect(await me.says('ค'.repeat(201))).toContain('200')
    await me.says('ค'.repeat(200))
    await me.taps('ยืนยัน')
    expect(await s.db.proposal.findMany()).toMatchObject([{ cameras: mostCameras, budgetSatang: 100_000_000_000n, risk: 'FLOOD', urgency: 'NORMAL', cameraKind: 'DOME' }])
  })

  it('can be changed on its card before it is confirmed', async () => {
    const me = o.as('official')
    await upToCard(me)
    await me.taps('แก้ไข')
    await me.taps('จำนวนกล้อง')
    expect(await me.says('5')).toContain('5')
    await me.taps('ยืนยัน')
    expect(await s.db.proposal.findMany()).toMatchObject([{ cameras: 5, budgetSatang: 9_000_000n, budgetSource: 'งบจังหวัด' }])
  })

  it('is listed the most urgent first, ten at a time, found by its number and by quoting its card', async () => {
    const me = o.as('official')
    const first = await proposed(me)
    const row = await s.db.proposal.findFirstOrThrow()
    for (let n = 0; n < 10; n++) await s.db.proposal.create({ data: { ...row, id: undefined, number: `P-6911-X${n}`, createdAt: new Date(row.createdAt.getTime() + n), urgency: 'NORMAL', placeText: `จุดที่ ${n}` } })
    const seen = await me.says('จุดที่เสนอ')
    expect(seen).toContain('จุดที่เสนอ 11 จุด')
    expect(seen.indexOf('วัดป่าโมก')).toBeLessThan(seen.indexOf('จุดที่ 9'))
    expect(await me.taps('ดูเพิ่ม')).toContain('หน้า 2/2')
    expect(await me.says(first.toLowerCase())).toContain('คนร้ายใช้หลบออก')
    expect(await me.says('เป็นยังไงบ้าง', me.lastOfBot())).toContain(first)
  })

  it('is taken back at once and put forward again', async () => {
    const me = o.as('official')
    const number = await proposed(me)
    expect(await me.taps('ถอนข้อเสนอ')).toContain(`ถอน ${number} แล้ว`)
    expect(await o.as('secretary').says('จุดที่เสนอ')).toContain('ยังไม่มีหน่วยงานใดเสนอไว้')
    expect(await me.says('จุดที่เสนอ')).toContain('ยังไม่มีจุดที่เสนอไว้')
    expect(await me.says(number)).toContain('ถอนแล้ว')
    await me.forges(`s.restoreProposal.{"id":"${(await s.db.proposal.findFirstOrThrow()).id}"}`)
    expect(me.sees()).toContain(`${number} กลับมาอยู่ในรายการแล้ว`)
    expect(await o.as('secretary').says('จุดที่เสนอ')).toContain(number)
  })
})

describe('a problem or suggestion', () => {
  it.each(languages)('is told in three answers, listed, and can be withdrawn (%s)', async (language) => {
    const { t } = wordsIn(language)
    const me = o.as('official', { language })
    const budget = language === 'TH' ? topicLabels.BUDGET.th : topicLabels.BUDGET.en
    expect(await me.says(t.menu.problem)).toContain(t.survey.askTopic)
    expect(await me.taps(budget)).toContain(t.survey.askProblem)
    expect(await me.says('ก'.repeat(mostWords + 1))).toContain(String(mostWords))
    expect(await me.says('ไม่มีงบซ่อมบำรุงรายปี')).toContain(t.survey.askSuggestion)
    const done = await me.says('ตั้งงบกลางของจังหวัด')
    const number = problemNumber.exec(done)![0]
    expect(done).toContain(t.survey.told(number))
    expect(await s.db.problem.findMany()).toMatchObject([{ number, topic: 'BUDGET', text: 'ไม่มีงบซ่อมบำรุงรายปี', suggestion: 'ตั้งงบกลางของจังหวัด' }])
    expect(await me.says(t.menu.problems)).toContain(number)
    expect(await me.says(number)).toContain('ตั้งงบกลางของจังหวัด')
    expect(await me.taps(t.survey.undo)).toContain(t.survey.wasWithdrawn(number))
    expect(await me.says(t.menu.problems)).toContain(t.survey.noProblems)
    await me.forges(`s.restoreProblem.{"id":"${(await s.db.problem.findFirstOrThrow()).id}"}`)
    expect(await me.says(t.menu.problems)).toContain(number)
  })
})

describe('what was said', () => {
  it('goes from proposals and problems when its message is taken back, by who sent it', async () => {
    const me = o.as('official')
    await me.says('ปัญหาและข้อเสนอแนะ')
    await me.taps('งบประมาณ')
    await me.says('ชื่อคนที่ไม่ควรพิมพ์')
    const problem = me.lastOwn()
    const number = problemNumber.exec(await me.taps('ข้าม'))![0]
    await o.as('colleague').unsends(problem)
    expect(await me.says(number)).toContain('ชื่อคนที่ไม่ควรพิมพ์')
    await me.unsends(problem)
    expect(await me.says(number)).toContain('ผู้เขียนลบข้อความนี้แล้ว')
    await proposed(me)
    const row = await s.db.proposal.findFirstOrThrow()
    for (const message of [row.placeMessageId!, row.reasonMessageId!, row.budgetSourceMessageId!]) await me.unsends(message)
    expect(await s.db.proposal.findFirstOrThrow()).toMatchObject({ placeText: null, reason: '', budgetSource: null })
    expect(await me.says(row.number)).toContain('ผู้เขียนลบข้อความนี้แล้ว')
  })
})

describe('who may', () => {
  it('propose and tell: officials and police officers for their own agency, nobody else', async () => {
    for (const person of ['technician', 'secretary', 'committee', 'national', 'owner', 'passerBy'] as const) {
      expect(await o.as(person).says('เสนอจุดติดตั้ง'), person).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
      expect(await o.as(person).says('ปัญหาและข้อเสนอแนะ'), person).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
    }
    await proposed(o.as('police'))
    expect(await s.db.proposal.findFirstOrThrow()).toMatchObject({ agencyId: s.here.agencies.town })
  })

  it('speak for an agency: only its people, whatever a button says', async () => {
    const me = o.as('official')
    await me.forges(`s.propose.{"agency":"${s.here.agencies.town}"}`)
    await me.says('สี่แยก')
    await me.taps('จราจร')
    await me.taps('ปกติ')
    await me.says('รถติด')
    await me.taps('1')
    await me.taps('โดม')
    await me.taps('ข้าม')
    await me.taps('ข้าม')
    expect(await me.taps('ยืนยัน')).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
    expect(await s.db.proposal.count()).toBe(0)
  })

  it('read and withdraw: the agency, and the province’s secretary; the committee reads; others see nothing', async () => {
    const number = await proposed(o.as('official'))
    const problem = await told(o.as('official'))
    const { id } = await s.db.proposal.findFirstOrThrow()
    for (const person of ['official', 'colleague', 'secretary'] as const) {
      const reader = o.as(person)
      expect(await reader.says(number), person).toContain('คนร้ายใช้หลบออก')
      expect(reader.buttons(), person).toContain('ถอนข้อเสนอ')
      expect(await reader.says(problem), person).toContain('ไม่มีงบซ่อมบำรุงรายปี')
    }
    const committee = o.as('committee')
    expect(await committee.says(number)).toContain('คนร้ายใช้หลบออก')
    expect(committee.buttons()).not.toContain('ถอนข้อเสนอ')
    for (const person of ['committee', 'otherOfficial', 'otherSecretary', 'technician', 'police', 'owner', 'passerBy', 'national'] as const) await o.as(person).forges(`s.withdrawProposal.{"id":"${id}"}`)
    expect(await s.db.proposal.findFirstOrThrow()).toMatchObject({ withdrawnAt: null })
    for (const person of ['otherOfficial', 'otherSecretary', 'technician', 'police', 'owner', 'passerBy', 'national'] as const) {
      for (const asked of [number, problem]) expect(await o.as(person).says(asked), person).not.toMatch(/คนร้ายใช้หลบออก|ไม่มีงบซ่อม/)
      for (const word of ['จุดที่เสนอ', 'ปัญหาที่แจ้งไว้']) expect(await o.as(person).says(word), person).not.toMatch(/คนร้ายใช้หลบออก|ไม่มีงบซ่อม/)
    }
    await o.as('secretary').forges(`s.withdrawProposal.{"id":"${id}"}`)
    expect(await s.db.proposal.findFirstOrThrow()).toMatchObject({ withdrawnAt: expect.any(Date) })
  })

  it('choose: who belongs to two agencies is asked for which one', async () => {
    const both = await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa }, { role: 'POLICE', provinceCode: '15', agencyId: s.here.agencies.town }])
    const me = talker(o.place, both)
    await me.says('ปัญหาและข้อเสนอแนะ')
    await me.taps('อื่น ๆ')
    await me.says('ขอคู่มือ')
    expect(await me.taps('ข้าม')).toContain('ในนามหน่วยงานไหน')
    expect(await me.says('หน่วยงานอื่น')).toContain('ในนามหน่วยงานไหน')
    expect(await me.says('เทศบาลเมืองอ่างทอง')).toMatch(problemNumber)
    expect(await s.db.problem.findFirstOrThrow()).toMatchObject({ agencyId: s.here.agencies.town })
  })
})
