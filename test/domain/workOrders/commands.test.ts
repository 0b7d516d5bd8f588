import type { Act } from '../../../domain/act'
import { expect, it } from 'vitest'
import { finish, reportFault } from '../../../domain/faults/commands'
import * as workOrders from '../../../domain/workOrders/commands'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()
const who = s.here.people

const is = (id: string) => s.workOrder(id)
const by = (person: keyof typeof who, work: (act: Act) => Promise<unknown>, at = morning) => s.as(who[person], work, at)

async function placeReport() {
  return s.as(who.reporter, async (act) => {
    const stored = await reportFault(act, { place: { text: 'หน้าวัด' }, provinceCode: '15', symptom: 'MISSING', channel: 'LINE_CHAT' })
    await finish(act, { reportId: stored.reportId })
    return stored
  })
}

it('every move is an event with who, when, from where to where and why, and stands in the audit log', async () => {
  const { workOrderId } = await s.workOrderIn('NEW')
  await by('official', act => workOrders.acknowledge(act, { workOrderId }), after(MINUTE))
  await by('secretary', act => workOrders.forward(act, { workOrderId, agencyId: s.here.agencies.town, reason: 'เป็นของเทศบาล' }), after(2 * MINUTE))
  const { events } = await is(workOrderId)
  expect(events.map(({ kind, actorId, fromState, toState, reason, at }) => ({ kind, actorId, fromState, toState, reason, at }))).toEqual([
    { kind: 'CREATED', actorId: who.reporter.userId, fromState: null, toState: 'NEW', reason: null, at: morning },
    { kind: 'ACKNOWLEDGED', actorId: who.official.userId, fromState: 'NEW', toState: 'ACKNOWLEDGED', reason: null, at: after(MINUTE) },
    { kind: 'FORWARDED', actorId: who.secretary.userId, fromState: 'ACKNOWLEDGED', toState: 'NEW', reason: 'เป็นของเทศบาล', at: after(2 * MINUTE) },
  ])
  const audited = await s.db.auditEntry.findMany({ where: { subject: `workOrder:${workOrderId}` }, orderBy: { id: 'asc' } })
  expect(audited.map(({ action, actorId, provinceCode }) => ({ action, actorId, provinceCode }))).toEqual([
    { action: 'workOrder.acknowledge', actorId: who.official.userId, provinceCode: '15' },
    { action: 'workOrder.forward', actorId: who.secretary.userId, provinceCode: '15' },
  ])
})

it('the camera is damaged when told, under repair while worked on, normal when closed', async () => {
  const status = async (state: Parameters<typeof s.workOrderIn>[0]) => (await is((await s.workOrderIn(state, await s.newPerson())).workOrderId)).camera!
  expect(await status('NEW')).toMatchObject({ status: 'DAMAGED', statusSource: 'INFERRED' })
  expect(await status('ASSIGNED')).toMatchObject({ status: 'DAMAGED' })
  expect(await status('IN_PROGRESS')).toMatchObject({ status: 'UNDER_REPAIR' })
  expect(await status('WAITING')).toMatchObject({ status: 'UNDER_REPAIR' })
  expect(await status('REPAIRED')).toMatchObject({ status: 'UNDER_REPAIR' })
  expect(await status('CLOSED')).toMatchObject({ status: 'NORMAL', statusSource: 'INFERRED' })
})

it('rejected or a duplicate, the camera is again what it was before the report', async () => {
  const camera = await s.newCamera({ status: 'UNUSABLE' })
  const { workOrderId } = await s.told(who.reporter, camera.id)
  expect((await is(workOrderId)).camera!.status).toBe('DAMAGED')
  await by('official', act => workOrders.reject(act, { workOrderId, reason: 'ปิดอยู่แล้ว' }))
  expect((await is(workOrderId)).camera!.status).toBe('UNUSABLE')
})

it('a removed camera stays removed whatever becomes of its repair', async () => {
  const { workOrderId, camera } = await s.workOrderIn('ASSIGNED')
  await s.db.camera.update({ where: { id: camera.id }, data: { status: 'REMOVED' } })
  await by('technician', act => workOrders.start(act, { workOrderId }))
  expect((await is(workOrderId)).camera!.status).toBe('REMOVED')
})

it('work is given to a technician or an official of the agency, to nobody else', async () => {
  const { workOrderId } = await s.workOrderIn('NEW')
  const give = (person: keyof typeof who) => by('official', act => workOrders.assign(act, { workOrderId, assigneeId: who[person].userId }))
  for (const person of ['otherOfficial', 'reporter', 'police', 'secretary', 'far'] as const) await expect(give(person)).rejects.toMatchObject({ code: 'assigneeUnknown' })
  await give('colleague')
  expect(await is(workOrderId)).toMatchObject({ state: 'ASSIGNED', assigneeId: who.colleague.userId, acknowledgedAt: morning })
  await give('technician')
  expect((await is(workOrderId)).assigneeId).toBe(who.technician.userId)
  const suspended = await s.newPerson([{ role: 'TECHNICIAN', provinceCode: '15', agencyId: s.here.agencies.pohsa }])
  await s.db.membership.updateMany({ where: { userId: suspended.userId }, data: { suspendedAt: morning } })
  await expect(by('official', act => workOrders.assign(act, { workOrderId, assigneeId: suspended.userId }))).rejects.toMatchObject({ code: 'assigneeUnknown' })
})

it('who starts what was given to nobody has it', async () => {
  const { workOrderId } = await s.workOrderIn('ACKNOWLEDGED')
  await by('official', act => workOrders.start(act, { workOrderId }))
  expect(await is(workOrderId)).toMatchObject({ state: 'IN_PROGRESS', assigneeId: who.official.userId })
})

it('the clock stands still while it waits: the due date moves on by as long', async () => {
  const { workOrderId } = await s.workOrderIn('IN_PROGRESS')
  await by('technician', act => workOrders.wait(act, { workOrderId, waitingFor: 'PART', note: 'สั่งเลนส์' }), after(DAY))
  expect(await is(workOrderId)).toMatchObject({ state: 'WAITING', waitingFor: 'PART', waitingNote: 'สั่งเลนส์', dueAt: after(7 * DAY) })
  await by('technician', act => workOrders.resume(act, { workOrderId }), after(4 * DAY))
  expect(await is(workOrderId)).toMatchObject({ state: 'IN_PROGRESS', waitingFor: null, waitingNote: null, waitingSince: null, dueAt: after(10 * DAY), pausedSeconds: 3 * 86_400 })
  await by('technician', act => workOrders.wait(act, { workOrderId, waitingFor: 'POWER' }), after(5 * DAY))
  await s.photo(who.technician, workOrderId, after(6 * DAY))
  await by('technician', act => workOrders.repair(act, { workOrderId, cause: 'POWER', costSatang: 0n }), after(6 * DAY))
  expect(await is(workOrderId)).toMatchObject({ state: 'REPAIRED', waitingSince: null, dueAt: after(11 * DAY), pausedSeconds: 4 * 86_400 })
})

it('a repair needs a photo taken since it was opened, a cause and a cost that is not negative', async () => {
  const { workOrderId } = await s.workOrderIn('IN_PROGRESS')
  const repair = (costSatang: bigint | number) => by('technician', act => workOrders.repair(act, { workOrderId, cause: 'CABLE', costSatang }))
  await expect(repair(0n)).rejects.toMatchObject({ code: 'photoNeeded' })
  await s.photo(who.technician, workOrderId, after(-1))
  await expect(repair(0n)).rejects.toMatchObject({ code: 'photoNeeded' })
  await s.photo(who.technician, workOrderId)
  await expect(repair(-1n)).rejects.toThrow()
  await expect(repair(0.5)).rejects.toThrow()
  await repair(150_050)
  expect(await is(workOrderId)).toMatchObject({ state: 'REPAIRED', cause: 'CABLE', costSatang: 150_050n, repairedAt: morning })
})

it('only somebody who may finish the repair attaches after-photos', async () => {
  const { workOrderId } = await s.workOrderIn('ASSIGNED')
  await expect(s.photo(who.technician, workOrderId)).rejects.toMatchObject({ code: 'workOrderState' })
  await expect(s.photo(who.reporter, workOrderId)).rejects.toMatchObject({ code: 'notAllowed' })
})

it('forwarded it is new at the other agency, with the same due date and nobody assigned', async () => {
  const { workOrderId } = await s.workOrderIn('ACKNOWLEDGED')
  const forward = (agencyId: string, person: keyof typeof who = 'official') => by(person, act => workOrders.forward(act, { workOrderId, agencyId, reason: 'ไม่ใช่ของเรา' }), after(DAY))
  await expect(forward(s.here.agencies.pohsa)).rejects.toMatchObject({ code: 'agencySame' })
  await expect(forward(s.here.agencies.elsewhere)).rejects.toMatchObject({ code: 'agencyUnknown' })
  await forward(s.here.agencies.town)
  expect(await is(workOrderId)).toMatchObject({ state: 'NEW', agencyId: s.here.agencies.town, assigneeId: null, acknowledgedAt: null, dueAt: after(7 * DAY) })
  expect(await s.notices(workOrderId)).toContain('otherOfficial: workOrder.forwarded SOON')
  await expect(by('official', act => workOrders.acknowledge(act, { workOrderId }))).rejects.toMatchObject({ code: 'notAllowed' })
  await by('otherOfficial', act => workOrders.acknowledge(act, { workOrderId }))
})

it('what nobody is responsible for goes to the secretaries, who give it to an agency first', async () => {
  const { workOrderId } = await placeReport()
  expect(await s.notices(workOrderId)).toEqual(['secretary: workOrder.new SOON'])
  await expect(by('secretary', act => workOrders.acknowledge(act, { workOrderId }))).rejects.toMatchObject({ code: 'noAgencyYet' })
  await expect(by('official', act => workOrders.reject(act, { workOrderId, reason: 'ไม่ทราบ' }))).rejects.toMatchObject({ code: 'notAllowed' })
  await by('secretary', act => workOrders.forward(act, { workOrderId, agencyId: s.here.agencies.pohsa, reason: 'อยู่ในพื้นที่' }))
  await by('official', act => workOrders.acknowledge(act, { workOrderId }))
})

it('a duplicate gives its reports and followers to the other one', async () => {
  const original = await s.workOrderIn('ASSIGNED', who.neighbour)
  const copy = await placeReport()
  await by('passerBy', act => workOrders.follow(act, { workOrderId: copy.workOrderId }))
  const mark = (of: string) => by('secretary', act => workOrders.markDuplicate(act, { workOrderId: copy.workOrderId, of }))
  await expect(mark(copy.workOrderNumber)).rejects.toMatchObject({ code: 'duplicateItself' })
  await expect(mark('W-6911-22222')).rejects.toMatchObject({ code: 'duplicateUnknown' })
  await mark(original.workOrderNumber.toLowerCase())
  expect(await is(copy.workOrderId)).toMatchObject({ state: 'DUPLICATE', duplicateOfId: original.workOrderId, reports: [] })
  expect((await is(original.workOrderId)).reports.map(report => report.number).sort()).toEqual([original.number, copy.number].sort())
  expect(await s.db.workOrderFollower.findMany({ where: { workOrderId: original.workOrderId } })).toHaveLength(1)
  expect(await s.notices(copy.workOrderId)).toEqual(['passerBy: report.duplicate SOON', 'reporter: report.duplicate SOON'])
})

it('a duplicate of what is over, or of another province, is refused', async () => {
  const { workOrderId } = await s.workOrderIn('NEW')
  const over = await s.workOrderIn('REJECTED')
  const far = await s.told(who.reporter, (await s.newCamera({ provinceCode: '14', agencyId: s.here.agencies.elsewhere })).id)
  const mark = (of: string) => by('official', act => workOrders.markDuplicate(act, { workOrderId, of }))
  await expect(mark(over.workOrderNumber)).rejects.toMatchObject({ code: 'workOrderState' })
  await expect(mark(far.workOrderNumber)).rejects.toMatchObject({ code: 'duplicateUnknown' })
  await expect(mark('ไม่ทราบ')).rejects.toMatchObject({ code: 'duplicateUnknown' })
})

it('two work orders marked as duplicates of each other in the same instant do not wait for each other for ever', async () => {
  const [a, b] = [await s.workOrderIn('NEW'), await s.workOrderIn('NEW', who.neighbour)]
  const mark = (workOrderId: string, of: string) => by('official', act => workOrders.markDuplicate(act, { workOrderId, of }))
  const done = await Promise.allSettled([mark(a.workOrderId, b.workOrderNumber), mark(b.workOrderId, a.workOrderNumber)])
  expect(done.map(one => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('two officials who acknowledge in the same instant: one does, the other is told', async () => {
  const { workOrderId } = await s.workOrderIn('NEW')
  const done = await Promise.allSettled([by('official', act => workOrders.acknowledge(act, { workOrderId })), by('colleague', act => workOrders.acknowledge(act, { workOrderId }))])
  expect(done.filter(one => one.status === 'rejected').map(one => one.reason as unknown)).toMatchObject([{ code: 'workOrderState' }])
  expect((await is(workOrderId)).events.filter(event => event.kind === 'ACKNOWLEDGED')).toHaveLength(1)
})

it('priority moves the due date', async () => {
  const { workOrderId } = await s.workOrderIn('ACKNOWLEDGED')
  const set = (priority: 'URGENT' | 'HIGH' | 'NORMAL', at: Date) => by('official', act => workOrders.setPriority(act, { workOrderId, priority }), at)
  await set('URGENT', after(DAY))
  expect(await is(workOrderId)).toMatchObject({ priority: 'URGENT', dueAt: after(2 * DAY) })
  await set('NORMAL', after(DAY))
  expect(await is(workOrderId)).toMatchObject({ priority: 'NORMAL', dueAt: after(7 * DAY) })
  const before = (await is(workOrderId)).events.length
  await set('NORMAL', after(DAY))
  expect((await is(workOrderId)).events).toHaveLength(before)
})

it('a repair nobody answers is closed as not confirmed after seven days, not a moment earlier', async () => {
  const { workOrderId } = await s.workOrderIn('REPAIRED')
  const close = (at: Date) => s.clock(act => workOrders.closeUnconfirmed(act), at)
  await close(after(7 * DAY - 1))
  expect((await is(workOrderId)).state).toBe('REPAIRED')
  expect(await close(after(7 * DAY))).toBeGreaterThan(0)
  expect(await is(workOrderId)).toMatchObject({ state: 'CLOSED', confirmed: false, closedAt: after(7 * DAY), camera: { status: 'NORMAL' } })
  expect(await close(after(8 * DAY))).toBe(0)
  expect(await s.notices(workOrderId)).toContain('reporter: report.closed QUIET')
})

it('the province sets how long answers are waited for', async () => {
  const { workOrderId } = await s.workOrderIn('REPAIRED')
  await s.db.province.update({ where: { code: '15' }, data: { confirmDays: 2 } })
  await s.clock(act => workOrders.closeUnconfirmed(act), after(2 * DAY))
  await s.db.province.update({ where: { code: '15' }, data: { confirmDays: 7 } })
  expect((await is(workOrderId)).state).toBe('CLOSED')
})

it('the agency hears once that a repair is overdue, and never while it waits', async () => {
  const late = await s.workOrderIn('ASSIGNED')
  const waiting = await s.workOrderIn('WAITING')
  const tell = (at: Date) => s.clock(act => workOrders.tellOverdue(act, 1000), at)
  await tell(after(7 * DAY))
  expect(await s.notices(late.workOrderId)).not.toContain('official: workOrder.overdue SOON')
  await tell(after(7 * DAY + 1))
  for (const person of ['official', 'colleague', 'technician']) expect(await s.notices(late.workOrderId)).toContain(`${person}: workOrder.overdue SOON`)
  expect(await tell(after(8 * DAY))).toBe(0)
  expect((await s.notices(waiting.workOrderId)).join()).not.toContain('overdue')
})

it('somebody who follows hears how it goes until they have enough', async () => {
  const { workOrderId, workOrderNumber } = await s.workOrderIn('ASSIGNED')
  const follow = () => by('passerBy', act => workOrders.follow(act, { workOrderId }))
  expect(await follow()).toEqual({ workOrderId, number: workOrderNumber })
  await follow()
  await by('technician', act => workOrders.start(act, { workOrderId }))
  expect(await s.notices(workOrderId)).toContain('passerBy: report.inProgress SOON')
  await by('passerBy', act => workOrders.unfollow(act, { workOrderId }))
  await by('technician', act => workOrders.wait(act, { workOrderId, waitingFor: 'PART' }))
  expect(await s.notices(workOrderId)).not.toContain('passerBy: report.waiting SOON')
  const over = await s.workOrderIn('REJECTED')
  await expect(by('passerBy', act => workOrders.follow(act, { workOrderId: over.workOrderId }))).rejects.toMatchObject({ code: 'notFound' })
})
