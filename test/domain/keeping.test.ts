import { expect, it } from 'vitest'
import { eraseOld, keptFor } from '../../domain/keeping'
import { after, DAY, morning, stage } from './stage'

const s = stage()
const past = (days: number) => after(days * DAY + 1)

it('keeps the words of footage requests as long as their province has set', async () => {
  await s.db.province.update({ where: { code: '14' }, data: { footageKeptDays: 90 } })
  const made = (provinceCode: string, agencyId: string) => s.db.footageRequest.create({ data: { number: `R-6911-K${provinceCode}`, provinceCode, officerId: s.here.people.police.userId, agencyId, caseNumber: '9/2569', state: 'COMPLETED', closedAt: morning } })
  const [here, there] = [await made('15', s.here.agencies.town), await made('14', s.here.agencies.elsewhere)]
  const caseOf = async ({ id }: { id: string }) => (await s.db.footageRequest.findUniqueOrThrow({ where: { id } })).caseNumber
  expect(await s.clock(eraseOld, after(90 * DAY))).toBe(0)
  expect(await s.clock(eraseOld, past(90))).toBe(1)
  expect([await caseOf(here), await caseOf(there)]).toEqual(['9/2569', null])
  await s.db.footageRequest.deleteMany()
})

it('erases the words of a footage request a year after it was closed, and leaves what is counted', async () => {
  const { police, owner } = s.here.people
  const camera = await s.privateCamera()
  const made = (closedAt: Date | null) => s.db.footageRequest.create({
    data: {
      number: `R-6911-${Math.random().toString(36).slice(2, 7).toUpperCase()}`,
      provinceCode: '15',
      officerId: police.userId,
      agencyId: s.here.agencies.town,
      caseNumber: '123/2569',
      offence: 'ลักทรัพย์',
      purpose: 'หาคนร้าย',
      placeText: 'หน้าบ้านสมใจ',
      latitude: 14.58,
      longitude: 100.45,
      state: closedAt ? 'COMPLETED' : 'SUBMITTED',
      closedAt,
      items: { create: { cameraId: camera.id, askId: crypto.randomUUID(), from: morning, to: after(1), state: closedAt ? 'RECEIVED' : 'ASKED', answerBy: morning, technicianPhone: '0812345678', refusal: 'ไม่สบาย', messages: { create: { senderId: owner.userId, byOfficer: false, text: 'โทร 0812345678' } } } },
    },
    include: { items: true },
  })
  const [closed, open] = [await made(morning), await made(null)]
  const read = (id: string) => s.db.footageRequest.findUniqueOrThrow({ where: { id }, include: { items: { include: { messages: true } } } })
  expect(await s.clock(eraseOld, after(365 * DAY))).toBe(0)
  expect(await read(closed.id)).toMatchObject({ caseNumber: '123/2569', items: [{ technicianPhone: '0812345678', messages: [{}] }] })
  expect(await s.clock(eraseOld, past(365))).toBe(1)
  const erased = await read(closed.id)
  expect(erased).toMatchObject({ number: closed.number, state: 'COMPLETED', caseNumber: null, offence: null, purpose: null, placeText: null, latitude: null, longitude: null, items: [{ cameraId: camera.id, state: 'RECEIVED', technicianPhone: null, refusal: null, messages: [] }] })
  expect(JSON.stringify(erased)).not.toMatch(/0812345678|สมใจ|123\/2569/)
  expect(await read(open.id)).toMatchObject({ caseNumber: '123/2569', items: [{ messages: [{}] }] })
  expect(await s.clock(eraseOld, past(365))).toBe(0)
  expect(await s.db.auditEntry.count({ where: { action: 'footage.erased', subject: `footage:${closed.id}` } })).toBe(1)
})

it('erases a note of a co-operation request a year after it ended, a refused request for access after a year, a consent ten years after it was taken back', async () => {
  const { police, owner, passerBy } = s.here.people
  const camera = await s.privateCamera()
  const ended = { provinceCode: '15', officerId: police.userId, agencyId: s.here.agencies.town, kind: 'ADD' as const, cameraId: camera.id, direction: 90, latitude: 14.5, longitude: 100.4, note: 'ขอบคุณ', gain: 100, gainKnown: 90 }
  const over = await s.db.cooperationRequest.create({ data: { ...ended, state: 'NO', closedAt: morning } })
  const open = await s.db.cooperationRequest.create({ data: ended })
  const asked = { userId: passerBy.userId, role: 'OFFICIAL' as const, provinceCode: '15', fullName: 'สมชาย ใจดี' }
  await s.db.accessRequest.createMany({ data: [{ ...asked, state: 'REFUSED', decidedAt: morning }, asked] })
  await s.db.consent.createMany({ data: [{ userId: owner.userId, version: '1', language: 'TH', givenAt: morning, withdrawnAt: morning }, { userId: owner.userId, version: '1', language: 'TH', givenAt: morning }] })
  expect(await s.clock(eraseOld, after(365 * DAY))).toBe(0)
  expect(await s.clock(eraseOld, past(365))).toBe(2)
  expect(await s.db.cooperationRequest.findUniqueOrThrow({ where: { id: over.id } })).toMatchObject({ note: null, latitude: null, state: 'NO', gain: 100 })
  expect(await s.db.cooperationRequest.findUniqueOrThrow({ where: { id: open.id } })).toMatchObject({ note: 'ขอบคุณ', latitude: 14.5 })
  expect(await s.db.accessRequest.findMany({ where: { userId: passerBy.userId } })).toMatchObject([{ state: 'PENDING' }])
  const left = () => s.db.consent.count({ where: { userId: owner.userId, cameras: { none: {} } } })
  await s.clock(eraseOld, after(keptFor.consent * DAY))
  expect(await left()).toBe(2)
  expect(await s.clock(eraseOld, past(keptFor.consent))).toBe(1)
  expect(await left()).toBe(1)
})
