import { expect, it } from 'vitest'
import { attachPhoto, changeCamera, changeSymptom, reportFault, undoMs } from '../../../domain/faults/commands'
import { recentCameras } from '../../../domain/faults/queries'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()

it('a report is stored at once, with who repairs it and until when, and the agency hears nothing for two minutes', async () => {
  const camera = await s.newCamera()
  const stored = await s.report(s.here.people.reporter, camera.id)
  expect(stored).toMatchObject({ joined: false, already: false, reporters: 1, agencyName: 'อบต.โพสะ', camera: { code: camera.code }, workOrderState: 'NEW', released: false })
  expect(stored.number).toMatch(/^F-6911-/)
  expect(stored.workOrderNumber).toMatch(/^W-6911-/)
  expect(stored.dueAt).toEqual(after(7 * DAY))
  expect(stored.releaseAt).toEqual(after(undoMs))
  expect(await s.notices(stored.workOrderId)).toEqual([])
  expect((await s.workOrder(stored.workOrderId)).camera!.status).toBe('NORMAL')
})

it('the agency that maintains a camera repairs it, rather than the one it belongs to', async () => {
  const camera = await s.newCamera()
  await s.db.camera.update({ where: { id: camera.id }, data: { maintainingAgencyId: s.here.agencies.town } })
  const english = { ...s.here.people.reporter, language: 'EN' as const }
  expect((await s.report(english, camera.id)).agencyName).toBe('Ang Thong Town')
})

it('a second person joins the open work order, the third says so', async () => {
  const { reporter, neighbour, passerBy } = s.here.people
  const camera = await s.newCamera()
  const first = await s.report(reporter, camera.id)
  expect(await s.report(neighbour, camera.id)).toMatchObject({ workOrderId: first.workOrderId, joined: true, reporters: 2 })
  expect(await s.report(passerBy, camera.id)).toMatchObject({ workOrderId: first.workOrderId, joined: true, reporters: 3 })
})

it('the same person reporting the same camera again gets their own report back', async () => {
  const { reporter } = s.here.people
  const camera = await s.newCamera()
  const first = await s.report(reporter, camera.id)
  const again = await s.report(reporter, camera.id, after(MINUTE), 'BLURRED')
  expect(again).toMatchObject({ reportId: first.reportId, number: first.number, already: true, joined: false, reporters: 1, symptom: 'NO_PICTURE' })
  expect(await s.db.faultReport.count({ where: { cameraId: camera.id } })).toBe(1)
})

it('a hundred people who report one camera in the same instant make one work order with a hundred reports', async () => {
  const camera = await s.newCamera()
  const people = await Promise.all(Array.from({ length: 100 }, () => s.newPerson()))
  const stored = await Promise.all(people.map(person => s.report(person, camera.id)))
  expect(new Set(stored.map(one => one.workOrderId)).size).toBe(1)
  expect(new Set(stored.map(one => one.number)).size).toBe(100)
  expect(stored.map(one => one.reporters).sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  expect(stored.filter(one => !one.joined)).toHaveLength(1)
  expect(await s.db.workOrder.count({ where: { cameraId: camera.id } })).toBe(1)
})

it('one person tapping ten times in the same instant reports once', async () => {
  const camera = await s.newCamera()
  const stored = await Promise.all(Array.from({ length: 10 }, () => s.report(s.here.people.reporter, camera.id)))
  expect(new Set(stored.map(one => one.reportId)).size).toBe(1)
})

it('after the work order is over the next report opens another', async () => {
  const over = await s.workOrderIn('REJECTED')
  const next = await s.report(s.here.people.neighbour, over.camera.id)
  expect(next.joined).toBe(false)
  expect(next.workOrderId).not.toBe(over.workOrderId)
})

it('a place outside the register goes to the province, never to another work order', async () => {
  const { reporter, neighbour } = s.here.people
  const report = (person = reporter) => s.as(person, act => reportFault(act, { place: { text: 'หน้าวัดป่าโมก', messageId: 'm1' }, provinceCode: '15', symptom: 'MISSING', channel: 'LINE_CHAT' }))
  const [one, other] = [await report(), await report(neighbour)]
  expect(one).toMatchObject({ camera: null, agencyName: null, joined: false })
  expect(other.workOrderId).not.toBe(one.workOrderId)
})

it('a place needs words or coordinates', async () => {
  const report = (place: object) => s.as(s.here.people.reporter, act => reportFault(act, { place, provinceCode: '15', symptom: 'MISSING', channel: 'LIFF' }))
  await expect(report({})).rejects.toThrow()
  await expect(report({ latitude: 14.5 })).rejects.toThrow()
  await expect(report({ latitude: 14.5, longitude: 100.4 })).resolves.toBeTruthy()
})

it('what cannot be reported is refused: unknown, removed, private, a province that does not exist', async () => {
  const { reporter, police, secretary, otherSecretary } = s.here.people
  const removed = await s.newCamera({ status: 'REMOVED' })
  const shop = await s.privateCamera()
  await expect(s.report(reporter, crypto.randomUUID())).rejects.toMatchObject({ code: 'cameraUnknown' })
  await expect(s.report(secretary, removed.id)).rejects.toMatchObject({ code: 'cameraRemoved', params: { code: removed.code } })
  for (const stranger of [reporter, otherSecretary]) await expect(s.report(stranger, shop.id)).rejects.toMatchObject({ code: 'cameraUnknown' })
  expect((await s.report(police, shop.id)).agencyName).toBeNull()
  await expect(s.as(reporter, act => reportFault(act, { place: { text: 'ที่ไหนสักแห่ง' }, provinceCode: '99', symptom: 'OTHER', channel: 'LIFF' }))).rejects.toMatchObject({ code: 'provinceUnknown' })
})

it('symptom and camera can be changed while it can be undone; the number stays', async () => {
  const { reporter, neighbour } = s.here.people
  const [wrong, right] = [await s.newCamera(), await s.newCamera()]
  const stored = await s.report(reporter, wrong.id)
  await s.report(neighbour, right.id)
  await s.as(reporter, act => changeSymptom(act, { reportId: stored.reportId, symptom: 'BLURRED' }), after(MINUTE))
  const moved = await s.as(reporter, act => changeCamera(act, { reportId: stored.reportId, cameraId: right.id }), after(MINUTE))
  expect(moved).toMatchObject({ reportId: stored.reportId, number: stored.number, symptom: 'BLURRED', camera: { code: right.code }, joined: true, reporters: 2, already: false })
  expect(moved.releaseAt).toEqual(after(3 * MINUTE))
  expect(await s.db.workOrder.count({ where: { cameraId: wrong.id } })).toBe(0)
})

it('changed to a camera that the same person has reported, the earlier report remains', async () => {
  const { reporter } = s.here.people
  const [wrong, right] = [await s.newCamera(), await s.newCamera()]
  const earlier = await s.report(reporter, right.id)
  const stored = await s.report(reporter, wrong.id)
  const moved = await s.as(reporter, act => changeCamera(act, { reportId: stored.reportId, cameraId: right.id }))
  expect(moved).toMatchObject({ reportId: earlier.reportId, already: true })
  expect(await s.db.faultReport.count({ where: { id: stored.reportId } })).toBe(0)
})

it('changed to the same camera nothing changes', async () => {
  const camera = await s.newCamera()
  const stored = await s.report(s.here.people.reporter, camera.id)
  expect(await s.as(s.here.people.reporter, act => changeCamera(act, { reportId: stored.reportId, cameraId: camera.id }))).toEqual(stored)
})

it('nothing can be changed once the agency was told, nor by anybody else', async () => {
  const { reporter, neighbour } = s.here.people
  const camera = await s.newCamera()
  const stored = await s.report(reporter, camera.id)
  await expect(s.as(neighbour, act => changeSymptom(act, { reportId: stored.reportId, symptom: 'BLURRED' }))).rejects.toMatchObject({ code: 'notFound' })
  const told = await s.told(reporter, (await s.newCamera()).id)
  await expect(s.as(reporter, act => changeSymptom(act, { reportId: told.reportId, symptom: 'BLURRED' }))).rejects.toMatchObject({ code: 'changeTooLate' })
  await expect(s.as(reporter, act => changeCamera(act, { reportId: told.reportId, cameraId: camera.id }))).rejects.toMatchObject({ code: 'changeTooLate' })
})

it('ten photos fit on a report, an eleventh does not, and one message counts once', async () => {
  const { reporter, neighbour } = s.here.people
  const stored = await s.report(reporter, (await s.newCamera()).id)
  const attach = (n: number, person = reporter) => s.as(person, act => attachPhoto(act, { reportId: stored.reportId, lineMessageId: `p${n}` }))
  const ids = [await attach(0), await attach(0)]
  expect(ids[0]).toEqual(ids[1])
  for (let n = 1; n < 10; n++) await attach(n)
  await expect(attach(10)).rejects.toMatchObject({ code: 'tooManyPhotos', params: { limit: 10 } })
  expect(await attach(9)).toBeTruthy()
  await expect(attach(11, neighbour)).rejects.toMatchObject({ code: 'notFound' })
  expect(await s.db.attachment.count({ where: { faultReportId: stored.reportId, state: 'PENDING' } })).toBe(10)
})

it('recent cameras are those the person reported last, each once', async () => {
  const person = await s.newPerson()
  const [a, b, c] = [await s.newCamera(), await s.newCamera(), await s.newCamera()]
  await s.report(person, a.id, after(-3 * DAY))
  await s.report(person, b.id, after(-2 * DAY))
  await s.report(person, c.id, after(-DAY))
  await s.db.camera.update({ where: { id: c.id }, data: { status: 'REMOVED' } })
  const recent = await s.as(person, act => recentCameras(act, 5), morning)
  expect(recent.map(camera => [camera.code, camera.open])).toEqual([[b.code, true], [a.code, true]])
})
