import { expect, it } from 'vitest'
import { addNote, attachPhoto, finish, releaseDue, undoMs, withdraw } from '../../../domain/faults/commands'
import * as workOrders from '../../../domain/workOrders/commands'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()
const who = s.here.people
const release = (at: Date) => s.clock(act => releaseDue(act, 1000), at)
const releasedAt = async (id: string) => (await s.db.faultReport.findUniqueOrThrow({ where: { id } })).releasedAt

it('the agency is told two minutes after the report, not a moment earlier, and once', async () => {
  const camera = await s.newCamera()
  const { workOrderId, reportId } = await s.report(who.reporter, camera.id)
  await release(after(undoMs - 1))
  expect(await releasedAt(reportId)).toBeNull()
  await release(after(undoMs))
  expect(await releasedAt(reportId)).toEqual(after(undoMs))
  expect(await s.workOrder(workOrderId)).toMatchObject({ releasedAt: after(undoMs), statusBefore: 'NORMAL', camera: { status: 'DAMAGED', statusSource: 'INFERRED', statusSince: after(undoMs) } })
  expect(await s.notices(workOrderId)).toEqual(['colleague: workOrder.new SOON', 'official: workOrder.new SOON'])
  expect(await release(after(DAY))).toBe(0)
  expect(await s.db.workOrderEvent.count({ where: { workOrderId } })).toBe(1)
})

it('เสร็จ tells the agency at once, and a second time nothing happens', async () => {
  const { reportId, workOrderId } = await s.told(who.reporter, (await s.newCamera()).id)
  expect(await releasedAt(reportId)).toEqual(morning)
  await s.as(who.reporter, act => finish(act, { reportId }), after(MINUTE))
  expect(await releasedAt(reportId)).toEqual(morning)
  expect(await s.notices(workOrderId)).toHaveLength(2)
  await expect(s.as(who.neighbour, act => finish(act, { reportId }))).rejects.toMatchObject({ code: 'notFound' })
})

it('each photo or detail gives two more minutes, up to a quarter of an hour after the report', async () => {
  const { reportId } = await s.report(who.reporter, (await s.newCamera()).id)
  const releaseAt = async () => (await s.db.faultReport.findUniqueOrThrow({ where: { id: reportId } })).releaseAt
  await s.as(who.reporter, act => addNote(act, { reportId, text: 'เสาเอียง', lineMessageId: 'n1' }), after(MINUTE))
  expect(await releaseAt()).toEqual(after(3 * MINUTE))
  await s.as(who.reporter, act => addNote(act, { reportId, text: 'เสาเอียง', lineMessageId: 'n1' }), after(2 * MINUTE))
  expect(await s.db.reportNote.count({ where: { faultReportId: reportId } })).toBe(1)
  await s.as(who.reporter, act => attachPhoto(act, { reportId, lineMessageId: 'touch' }), after(14 * MINUTE))
  expect(await releaseAt()).toEqual(after(15 * MINUTE))
  await release(after(15 * MINUTE))
  await s.as(who.reporter, act => addNote(act, { reportId, text: 'ยังเสียอยู่' }), after(20 * MINUTE))
  expect(await releaseAt()).toEqual(after(15 * MINUTE))
})

it('the agency\'s LINE group is told instead of its officials, the secretaries when it has neither', async () => {
  await s.db.agency.update({ where: { id: s.here.agencies.town }, data: { lineGroupId: 'C1' } })
  const group = await s.told(who.reporter, (await s.newCamera({ agencyId: s.here.agencies.town })).id)
  expect(await s.notices(group.workOrderId)).toEqual(['เทศบาลเมืองอ่างทอง: workOrder.new SOON'])
  const empty = await s.db.agency.create({ data: { name: 'อบต.ว่าง', provinceCode: '15', kind: 'SUBDISTRICT_ORGANISATION' } })
  const nobody = await s.told(who.reporter, (await s.newCamera({ agencyId: empty.id })).id)
  expect(await s.notices(nobody.workOrderId)).toEqual(['secretary: workOrder.new SOON'])
})

it('one more reporter is brought quietly; the third makes it HIGH with a nearer due date', async () => {
  const camera = await s.newCamera()
  const { workOrderId } = await s.told(who.reporter, camera.id)
  await s.db.notice.updateMany({ where: { about: `workOrder:${workOrderId}` }, data: { state: 'DELIVERED' } })
  await s.told(who.neighbour, camera.id, after(DAY))
  expect(await s.notices(workOrderId)).toEqual(['colleague: workOrder.joined QUIET', 'official: workOrder.joined QUIET'])
  expect(await s.workOrder(workOrderId)).toMatchObject({ priority: 'NORMAL', dueAt: after(7 * DAY) })
  await s.told(who.passerBy, camera.id, after(2 * DAY))
  expect(await s.workOrder(workOrderId)).toMatchObject({ priority: 'HIGH', dueAt: after(5 * DAY) })
  expect(await s.notices(workOrderId)).toEqual(['colleague: workOrder.joined SOON', 'official: workOrder.joined SOON'])
})

it('an official who has not heard of it yet hears of it once, with the number of reporters up to date', async () => {
  const camera = await s.newCamera()
  const { workOrderId } = await s.told(who.reporter, camera.id)
  await s.told(who.neighbour, camera.id)
  const [notice, ...others] = await s.db.notice.findMany({ where: { about: `workOrder:${workOrderId}`, state: 'WAITING', userId: who.official.userId } })
  expect(others).toEqual([])
  expect(notice).toMatchObject({ kind: 'workOrder.new', level: 'SOON', data: { reporters: 2 } })
})

it('two servers that tell at the same time tell everything once', async () => {
  const stored = await Promise.all(Array.from({ length: 12 }, async () => s.report(await s.newPerson(), (await s.newCamera()).id)))
  const told = await Promise.all([release(after(undoMs)), release(after(undoMs)), release(after(undoMs))])
  const rest = await release(after(undoMs))
  expect(told.reduce((sum, count) => sum + count, rest)).toBe(12)
  for (const { workOrderId } of stored) {
    expect(await s.notices(workOrderId)).toHaveLength(2)
    expect((await s.workOrder(workOrderId)).events).toHaveLength(1)
  }
})

it('a report that could still be undone when the repair was finished is asked whether it works', async () => {
  const { workOrderId, camera } = await s.workOrderIn('IN_PROGRESS')
  await s.report(who.neighbour, camera.id, morning)
  await s.photo(who.technician, workOrderId, after(MINUTE))
  await s.as(who.technician, act => workOrders.repair(act, { workOrderId, cause: 'CABLE', costSatang: 0n }), after(MINUTE))
  await release(after(undoMs))
  expect((await s.workOrder(workOrderId)).state).toBe('REPAIRED')
  expect(await s.notices(workOrderId)).toContain('neighbour: report.repaired SOON')
})

it('a new report on what was just repaired opens it again', async () => {
  const { workOrderId, camera } = await s.workOrderIn('REPAIRED')
  const late = await s.report(who.neighbour, camera.id, after(DAY))
  expect(late).toMatchObject({ joined: true, workOrderId, workOrderState: 'REPAIRED' })
  await release(after(DAY + undoMs))
  expect(await s.workOrder(workOrderId)).toMatchObject({ state: 'ASSIGNED', reopened: 1, camera: { status: 'DAMAGED' } })
})

it('a report whose work order ended while it could be undone opens another', async () => {
  const { workOrderId, camera } = await s.workOrderIn('NEW')
  const late = await s.report(who.neighbour, camera.id)
  await s.as(who.official, act => workOrders.reject(act, { workOrderId, reason: 'ปกติดี' }), after(MINUTE))
  await release(after(undoMs))
  const report = await s.db.faultReport.findUniqueOrThrow({ where: { id: late.reportId }, include: { workOrder: true } })
  expect(report.workOrderId).not.toBe(workOrderId)
  expect(report).toMatchObject({ releasedAt: after(undoMs), workOrder: { state: 'NEW', cameraId: camera.id, releasedAt: after(undoMs) } })
  expect(await s.notices(report.workOrderId)).toHaveLength(2)
})

it('withdrawn in time, nothing is left with anybody', async () => {
  const camera = await s.newCamera()
  const { reportId, workOrderId } = await s.report(who.reporter, camera.id)
  await s.as(who.reporter, act => addNote(act, { reportId, text: 'เสาเอียง' }))
  await s.as(who.reporter, act => attachPhoto(act, { reportId, lineMessageId: 'w1' }))
  const { attachmentId } = await s.as(who.reporter, act => attachPhoto(act, { reportId, lineMessageId: 'w2' }))
  await s.db.attachment.update({ where: { id: attachmentId }, data: { state: 'STORED', storageKey: 'key/w2' } })
  await s.as(who.passerBy, act => workOrders.follow(act, { workOrderId }))
  const gone = await s.as(who.reporter, act => withdraw(act, { reportId }), after(MINUTE))
  expect(gone.storageKeys).toEqual(['key/w2'])
  expect(await s.db.attachment.findMany({ where: { lineMessageId: { in: ['w1', 'w2'] } } })).toEqual([])
  expect(await s.db.attachment.findUnique({ where: { id: attachmentId } })).toMatchObject({ state: 'ERASED', faultReportId: null, storageKey: 'key/w2' })
  expect(await s.db.faultReport.count({ where: { id: reportId } })).toBe(0)
  expect(await s.db.workOrder.count({ where: { id: workOrderId } })).toBe(0)
  expect(await s.db.reportNote.count({ where: { faultReportId: reportId } })).toBe(0)
  expect(await s.db.workOrderFollower.count({ where: { workOrderId } })).toBe(0)
  expect(await s.db.workOrderEvent.count({ where: { workOrderId } })).toBe(0)
  expect(await s.db.notice.count({ where: { about: `workOrder:${workOrderId}` } })).toBe(0)
  expect(await s.db.auditEntry.count({ where: { subject: { in: [`report:${reportId}`, `workOrder:${workOrderId}`] } } })).toBe(0)
  expect((await s.db.camera.findUniqueOrThrow({ where: { id: camera.id } })).status).toBe('NORMAL')
})

it('withdrawn while somebody else has reported the same, theirs becomes the first', async () => {
  const camera = await s.newCamera()
  const first = await s.report(who.reporter, camera.id)
  const second = await s.report(who.neighbour, camera.id, after(MINUTE), 'BLURRED')
  await s.as(who.reporter, act => withdraw(act, { reportId: first.reportId }), after(MINUTE))
  expect(await s.workOrder(first.workOrderId)).toMatchObject({ symptom: 'BLURRED', openedAt: after(MINUTE), dueAt: after(7 * DAY + MINUTE), reports: [{ id: second.reportId }] })
  await release(after(undoMs + MINUTE))
  expect((await s.workOrder(first.workOrderId)).events).toMatchObject([{ kind: 'CREATED', actorId: who.neighbour.userId }])
})

it('once the agency was told it cannot be withdrawn, and never by somebody else', async () => {
  const told = await s.told(who.reporter, (await s.newCamera()).id)
  await expect(s.as(who.reporter, act => withdraw(act, { reportId: told.reportId }))).rejects.toMatchObject({ code: 'withdrawTooLate', params: { number: told.number } })
  const fresh = await s.report(who.reporter, (await s.newCamera()).id)
  await expect(s.as(who.neighbour, act => withdraw(act, { reportId: fresh.reportId }))).rejects.toMatchObject({ code: 'notFound' })
})

it('withdrawing, reporting and telling in the same instant never leave a report without its work order', async () => {
  for (let round = 0; round < 5; round++) {
    const camera = await s.newCamera()
    const first = await s.report(who.reporter, camera.id)
    const outcomes = await Promise.allSettled([
      s.as(who.reporter, act => withdraw(act, { reportId: first.reportId }), after(undoMs)),
      s.report(who.neighbour, camera.id, after(undoMs)),
      s.as(who.passerBy, act => workOrders.follow(act, { workOrderId: first.workOrderId }), after(undoMs)),
      release(after(undoMs)),
    ])
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toHaveProperty('code', expect.stringMatching(/^(?:notFound|withdrawTooLate)$/))
    }
    const [open, ...others] = await s.db.workOrder.findMany({ where: { cameraId: camera.id }, include: { reports: true } })
    expect(others).toEqual([])
    expect(open!.reports.length).toBeGreaterThan(0)
  }
})
