import type { NewNotice, ReportGist } from '../../../domain/notices/kinds'
import { expect, it } from 'vitest'
import { dismiss, notify } from '../../../domain/notices/notify'
import * as workOrders from '../../../domain/workOrders/commands'
import { after, stage } from '../stage'

const s = stage()
const who = s.here.people

function gist(workOrderId: string = crypto.randomUUID()): ReportGist {
  return {
    workOrderId,
    number: 'W-6911-22222',
    camera: null,
    agency: null,
    symptom: 'OTHER',
    state: 'NEW',
    priority: 'NORMAL',
    dueAt: after(0).toISOString(),
    reporters: 1,
    report: null,
  }
}
const tell = (...notices: NewNotice[]) => s.clock(act => notify(act, ...notices))

it('a newer notice about the same work order replaces one not heard yet, and is as loud', async () => {
  const data = gist()
  await tell({ to: who.reporter, level: 'SOON', kind: 'report.inProgress', data })
  await tell({ to: who.neighbour, level: 'SOON', kind: 'report.inProgress', data })
  await tell({ to: who.reporter, level: 'QUIET', kind: 'report.closed', data: { ...data, confirmed: true } })
  expect(await s.notices(data.workOrderId)).toEqual(['neighbour: report.inProgress SOON', 'reporter: report.closed SOON'])
  expect(await s.db.notice.findMany({ where: { about: `workOrder:${data.workOrderId}`, state: 'SUPPRESSED' } })).toMatchObject([{ kind: 'report.inProgress', reason: 'replaced' }])
})

it('one held back for the quota is replaced too; one already heard is not', async () => {
  const data = gist()
  await tell({ to: who.reporter, level: 'SOON', kind: 'report.inProgress', data })
  await s.db.notice.updateMany({ where: { about: `workOrder:${data.workOrderId}` }, data: { state: 'DELIVERED' } })
  await tell({ to: who.reporter, level: 'SOON', kind: 'report.repaired', data })
  await s.db.notice.updateMany({ where: { about: `workOrder:${data.workOrderId}`, state: 'WAITING' }, data: { state: 'HELD' } })
  await tell({ to: who.reporter, level: 'QUIET', kind: 'report.reopened', data })
  const all = await s.db.notice.findMany({ where: { about: `workOrder:${data.workOrderId}` }, orderBy: { id: 'asc' } })
  expect(all.map(({ kind, state, level }) => [kind, state, level])).toEqual([
    ['report.inProgress', 'DELIVERED', 'SOON'],
    ['report.repaired', 'SUPPRESSED', 'SOON'],
    ['report.reopened', 'WAITING', 'SOON'],
  ])
})

it('notices about different work orders do not replace each other', async () => {
  const [one, other] = [gist(), gist()]
  await tell({ to: who.reporter, level: 'SOON', kind: 'report.inProgress', data: one }, { to: who.reporter, level: 'SOON', kind: 'report.inProgress', data: other })
  expect(await s.notices(one.workOrderId)).toHaveLength(1)
  expect(await s.notices(other.workOrderId)).toHaveLength(1)
})

it('somebody who blocked the account is not told, and the notice says so', async () => {
  const gone = await s.newPerson([], 'gone', false)
  const data = gist()
  await tell({ to: gone, level: 'NOW', kind: 'report.repaired', data })
  expect(await s.db.notice.findFirst({ where: { about: `workOrder:${data.workOrderId}` } })).toMatchObject({ state: 'SUPPRESSED', reason: 'unreachable' })
})

it('the one who acts is not told of it, and who is meant twice is told once', async () => {
  const data = gist()
  await s.as(who.official, act => notify(act, { to: who.technician, level: 'SOON', kind: 'workOrder.reopened', data: { ...data, times: 1 } }, { to: { agencyId: s.here.agencies.pohsa }, level: 'SOON', kind: 'workOrder.reopened', data: { ...data, times: 1 } }, { to: who.technician, level: 'NOW', kind: 'workOrder.overdue', data }))
  expect(await s.notices(data.workOrderId)).toEqual(['colleague: workOrder.reopened SOON', 'technician: workOrder.reopened SOON'])
})

it('it waits until the moment that is given', async () => {
  const data = gist()
  await tell({ to: who.reporter, level: 'SOON', kind: 'report.repaired', data, notBefore: after(1000) })
  expect(await s.db.notice.findFirst({ where: { about: `workOrder:${data.workOrderId}` } })).toMatchObject({ notBefore: after(1000) })
})

it('what does not matter any more is taken back', async () => {
  const data = gist()
  await tell({ to: who.official, level: 'SOON', kind: 'workOrder.new', data }, { to: who.colleague, level: 'SOON', kind: 'workOrder.new', data }, { to: who.reporter, level: 'SOON', kind: 'report.repaired', data })
  await s.clock(act => dismiss(act, `workOrder:${data.workOrderId}`, ['workOrder.new'], who.official.userId))
  expect(await s.notices(data.workOrderId)).toEqual(['colleague: workOrder.new SOON', 'reporter: report.repaired SOON'])
  await s.clock(act => dismiss(act, `workOrder:${data.workOrderId}`, ['workOrder.new']))
  expect(await s.notices(data.workOrderId)).toEqual(['reporter: report.repaired SOON'])
})

it('colleagues who have not heard of new work need not once one of them has taken it on', async () => {
  const { workOrderId } = await s.workOrderIn('NEW')
  expect(await s.notices(workOrderId)).toHaveLength(2)
  await s.as(who.official, act => workOrders.acknowledge(act, { workOrderId }))
  expect(await s.notices(workOrderId)).toEqual(['reporter: report.acknowledged QUIET'])
})

it('urgent work is pushed at once', async () => {
  const { workOrderId } = await s.workOrderIn('ACKNOWLEDGED')
  await s.as(who.official, act => workOrders.setPriority(act, { workOrderId, priority: 'URGENT' }))
  await s.as(who.official, act => workOrders.assign(act, { workOrderId, assigneeId: who.technician.userId }))
  expect(await s.notices(workOrderId)).toContain('technician: workOrder.assigned NOW')
})
