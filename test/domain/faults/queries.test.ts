import { expect, it } from 'vitest'
import { addNote, answerVerdict } from '../../../domain/faults/commands'
import { myReports, reportByNumber, reportView } from '../../../domain/faults/queries'
import * as workOrders from '../../../domain/workOrders/commands'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()
const who = s.here.people

it('ติดตามเรื่อง: own reports newest first, page by page', async () => {
  const person = await s.newPerson()
  const stored = []
  for (let i = 0; i < 5; i++) stored.push(await s.report(person, (await s.newCamera()).id, after(i * DAY)))
  const page = (cursor?: string) => s.as(person, act => myReports(act, { cursor, limit: 2 }))
  const [one, two] = [await page(), await page((await page()).next!)]
  const three = await page(two.next!)
  expect([...one.items, ...two.items, ...three.items].map(item => item.number)).toEqual(stored.map(one => one.number).reverse())
  expect(three.next).toBeNull()
  expect((await s.as(who.passerBy, act => myReports(act))).items).toEqual([])
})

it('a report shows its reporter how it stands, what was done, and what they can do', async () => {
  const { reportId, workOrderId, number, camera, dueAt } = await s.workOrderIn('IN_PROGRESS')
  await s.told(who.neighbour, camera.id)
  await s.as(who.technician, act => workOrders.wait(act, { workOrderId, waitingFor: 'BUDGET', note: 'รองบปีหน้า' }), after(MINUTE))
  await s.as(who.official, act => workOrders.addNote(act, { workOrderId, text: 'เรื่องภายใน' }), after(MINUTE))
  const view = await s.as(who.reporter, act => reportView(act, reportId), after(DAY))
  expect(view).toMatchObject({ number, state: 'WAITING', waitingFor: 'BUDGET', dueAt, overdue: false, agencyName: 'อบต.โพสะ', reporters: 2, mine: true, released: true })
  expect(view.timeline.map(({ kind, reason, waitingFor }) => [kind, reason, waitingFor])).toEqual([
    ['CREATED', null, null],
    ['ACKNOWLEDGED', null, null],
    ['ASSIGNED', null, null],
    ['STARTED', null, null],
    ['WAITING', 'รองบปีหน้า', 'BUDGET'],
  ])
  expect(view.may).toEqual({ undo: false, addDetail: true, answer: false, giveStars: false })
})

it('what another reporter wrote when it was opened again is theirs alone', async () => {
  const { reportId, camera, workOrderId } = await s.workOrderIn('REPAIRED')
  const other = await s.told(who.neighbour, camera.id, morning)
  await s.as(who.reporter, act => answerVerdict(act, { reportId, verdict: 'STILL_BROKEN', note: 'บ้านฉันอยู่ข้าง ๆ' }), after(MINUTE))
  const reason = async (person: keyof typeof who, id: string) => (await s.as(who[person], act => reportView(act, id))).timeline.find(entry => entry.kind === 'REOPENED')!.reason
  expect(await reason('reporter', reportId)).toBe('บ้านฉันอยู่ข้าง ๆ')
  expect(await reason('neighbour', other.reportId)).toBeNull()
  expect(await s.notices(workOrderId)).toContain('neighbour: report.reopened SOON')
})

it('a report can be undone until the agency was told, then only added to', async () => {
  const stored = await s.report(who.reporter, (await s.newCamera()).id)
  expect((await s.as(who.reporter, act => reportView(act, stored.reportId))).may).toMatchObject({ undo: true, addDetail: true })
})

it('a number in any spelling finds the report for its reporter and those who repair it, for nobody else', async () => {
  const { number, reportId, workOrderNumber } = await s.workOrderIn('ASSIGNED')
  const find = (person: keyof typeof who, text = number) => s.as(who[person], act => reportByNumber(act, text))
  for (const person of ['reporter', 'official', 'secretary', 'technician'] as const) expect((await find(person)).id).toBe(reportId)
  for (const person of ['passerBy', 'otherOfficial', 'police', 'otherTechnician', 'far'] as const) await expect(find(person)).rejects.toMatchObject({ code: 'notFound' })
  expect((await find('reporter', number.toLowerCase().replaceAll('-', ' '))).id).toBe(reportId)
  expect((await find('reporter', workOrderNumber)).id).toBe(reportId)
  await expect(find('passerBy', workOrderNumber)).rejects.toMatchObject({ code: 'notFound' })
  await expect(find('reporter', 'F-6911')).rejects.toMatchObject({ code: 'notFound' })
})

it('officials do not see a report that can still be undone', async () => {
  const stored = await s.report(who.reporter, (await s.newCamera()).id)
  await expect(s.as(who.official, act => reportByNumber(act, stored.number))).rejects.toMatchObject({ code: 'notFound' })
})

it('nothing can be added to what is over', async () => {
  const { reportId } = await s.workOrderIn('REJECTED')
  await expect(s.as(who.reporter, act => addNote(act, { reportId, text: 'ยังเสีย' }))).rejects.toMatchObject({ code: 'reportOver', params: { state: 'ไม่ใช่ปัญหา' } })
})
