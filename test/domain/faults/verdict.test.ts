import { expect, it } from 'vitest'
import { answerVerdict, giveStars } from '../../../domain/faults/commands'
import { reportView } from '../../../domain/faults/queries'
import * as workOrders from '../../../domain/workOrders/commands'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()
const who = s.here.people
function answer(person: keyof typeof who, reportId: string, verdict: 'FIXED' | 'STILL_BROKEN', at = morning, note?: string) {
  return s.as(who[person], act => answerVerdict(act, { reportId, verdict, note }), at)
}

/** Repaired, and reported by two people. */
async function repairedForTwo() {
  const first = await s.workOrderIn('IN_PROGRESS')
  const second = await s.told(who.neighbour, first.camera.id)
  await s.photo(who.technician, first.workOrderId)
  await s.as(who.technician, act => workOrders.repair(act, { workOrderId: first.workOrderId, cause: 'CABLE', costSatang: 100n }))
  return { first, second, workOrderId: first.workOrderId }
}

it('everybody who reported it is asked; ใช้ได้แล้ว of the first closes it and the others hear of it', async () => {
  const { first, workOrderId } = await repairedForTwo()
  expect((await s.notices(workOrderId)).filter(line => line.includes('report.'))).toEqual(['neighbour: report.repaired SOON', 'reporter: report.repaired SOON'])
  expect(await answer('reporter', first.reportId, 'FIXED')).toMatchObject({ state: 'CLOSED', reopened: false })
  expect(await s.workOrder(workOrderId)).toMatchObject({ state: 'CLOSED', confirmed: true, closedAt: morning, camera: { status: 'NORMAL', statusSource: 'INFERRED' } })
  expect((await s.notices(workOrderId)).filter(line => line.includes('report.'))).toEqual(['neighbour: report.closed SOON'])
})

it('ยังเสียอยู่ opens it again: counted, a new due date, back to its technician, the agency told', async () => {
  const { first, workOrderId } = await repairedForTwo()
  const answered = await answer('reporter', first.reportId, 'STILL_BROKEN', after(5 * DAY), 'ภาพยังมืด')
  expect(answered).toMatchObject({ state: 'ASSIGNED', reopened: true, dueAt: after(12 * DAY) })
  expect(await s.workOrder(workOrderId)).toMatchObject({
    state: 'ASSIGNED',
    reopened: 1,
    reopenedAt: after(5 * DAY),
    dueAt: after(12 * DAY),
    repairedAt: null,
    cause: null,
    costSatang: null,
    camera: { status: 'DAMAGED' },
  })
  for (const person of ['official', 'colleague', 'technician']) expect(await s.notices(workOrderId)).toContain(`${person}: workOrder.reopened SOON`)
  expect((await s.workOrder(workOrderId)).events.at(-1)).toMatchObject({ kind: 'REOPENED', reason: 'ภาพยังมืด', data: { cause: 'CABLE', costSatang: '100' } })
})

it('repaired a second time it needs a new photo, and everybody is asked anew', async () => {
  const { first, workOrderId } = await repairedForTwo()
  await answer('reporter', first.reportId, 'STILL_BROKEN', after(DAY))
  await s.as(who.technician, act => workOrders.start(act, { workOrderId }), after(DAY))
  const again = (at: Date) => s.as(who.technician, act => workOrders.repair(act, { workOrderId, cause: 'CAMERA', costSatang: 0n }), at)
  await expect(again(after(2 * DAY))).rejects.toMatchObject({ code: 'photoNeeded' })
  await s.photo(who.technician, workOrderId, after(2 * DAY))
  await again(after(2 * DAY))
  expect((await s.as(who.reporter, act => reportView(act, first.reportId), after(2 * DAY))).may.answer).toBe(true)
  expect(await answer('reporter', first.reportId, 'FIXED', after(2 * DAY))).toMatchObject({ state: 'CLOSED' })
})

it('the first answer counts; a later ใช้ได้แล้ว is kept with its report', async () => {
  const { first, second, workOrderId } = await repairedForTwo()
  await answer('reporter', first.reportId, 'FIXED')
  const events = (await s.workOrder(workOrderId)).events.length
  expect(await answer('neighbour', second.reportId, 'FIXED', after(MINUTE))).toMatchObject({ state: 'CLOSED' })
  expect((await s.workOrder(workOrderId)).events).toHaveLength(events)
  await s.as(who.neighbour, act => giveStars(act, { reportId: second.reportId, stars: 4 }))
})

it('a later ยังเสียอยู่ opens it again within seven days of closing, and not after', async () => {
  const [inTime, late] = [await repairedForTwo(), await repairedForTwo()]
  for (const { first } of [inTime, late]) await answer('reporter', first.reportId, 'FIXED')
  expect(await answer('neighbour', inTime.second.reportId, 'STILL_BROKEN', after(7 * DAY))).toMatchObject({ state: 'ASSIGNED', reopened: true })
  expect((await s.workOrder(inTime.workOrderId)).closedAt).toBeNull()
  await expect(answer('neighbour', late.second.reportId, 'STILL_BROKEN', after(7 * DAY + 1))).rejects.toMatchObject({ code: 'reportAgain' })
})

it('what somebody has reported anew is not opened a second time', async () => {
  const { first, second } = await repairedForTwo()
  await answer('reporter', first.reportId, 'FIXED')
  await s.report(who.passerBy, first.camera.id, after(DAY))
  await expect(answer('neighbour', second.reportId, 'STILL_BROKEN', after(DAY))).rejects.toMatchObject({ code: 'reportAgain' })
})

it('ใช้ได้แล้ว after it was closed without an answer confirms it', async () => {
  const { first, workOrderId } = await repairedForTwo()
  await s.clock(act => workOrders.closeUnconfirmed(act, 1000), after(7 * DAY))
  expect((await s.workOrder(workOrderId)).confirmed).toBe(false)
  await answer('reporter', first.reportId, 'FIXED', after(9 * DAY))
  expect(await s.workOrder(workOrderId)).toMatchObject({ state: 'CLOSED', confirmed: true })
})

it('two reporters who answer in the same instant both get an answer', async () => {
  const { first, second, workOrderId } = await repairedForTwo()
  await Promise.all([answer('reporter', first.reportId, 'FIXED'), answer('neighbour', second.reportId, 'STILL_BROKEN')])
  const { state, reopened } = await s.workOrder(workOrderId)
  expect(['ASSIGNED', 'CLOSED']).toContain(state)
  expect(reopened).toBe(1)
})

it.each(['NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'REJECTED'] as const)('there is nothing to answer in %s', async (state) => {
  const { reportId } = await s.workOrderIn(state)
  await expect(answer('reporter', reportId, 'FIXED')).rejects.toMatchObject({ code: 'verdictNotYet' })
})

it('only the reporter answers', async () => {
  const { first } = await repairedForTwo()
  for (const person of ['neighbour', 'official', 'secretary'] as const) await expect(answer(person, first.reportId, 'FIXED')).rejects.toMatchObject({ code: 'notFound' })
})

it('stars are one to five, after it was confirmed', async () => {
  const { first } = await repairedForTwo()
  const give = (stars: number) => s.as(who.reporter, act => giveStars(act, { reportId: first.reportId, stars }))
  await expect(give(5)).rejects.toMatchObject({ code: 'starsNotYet' })
  await answer('reporter', first.reportId, 'FIXED')
  for (const wrong of [0, 6, 4.5]) await expect(give(wrong)).rejects.toThrow()
  await give(1)
  await give(5)
  expect(await s.db.faultReport.findUnique({ where: { id: first.reportId } })).toMatchObject({ verdict: 'FIXED', stars: 5 })
})
