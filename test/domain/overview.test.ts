import { expect, it } from 'vitest'
import { provinceOverview } from '../../domain/overview'
import { after, DAY, morning, stage } from './stage'

const s = stage()
const who = s.here.people
const overview = (person: keyof typeof who = 'secretary', at = morning, code = '15') => s.as(who[person], act => provinceOverview(act, code), at)

it('a province without anything has zeros and no median', async () => {
  expect(await overview()).toMatchObject({ nameTh: 'อ่างทอง', cameras: { NORMAL: 0, total: 0 }, open: 0, overdue: 0, repairedThisMonth: 0, medianDays: null })
})

it('cameras are counted by status, removed and private ones not', async () => {
  for (const status of ['NORMAL', 'NORMAL', 'NORMAL', 'DAMAGED', 'UNUSABLE', 'UNDER_REPAIR', 'REMOVED'] as const) await s.newCamera({ status })
  await s.newCamera({ ownership: 'PRIVATE' })
  await s.newCamera({ provinceCode: '14', agencyId: null })
  expect((await overview()).cameras).toEqual({ NORMAL: 3, DAMAGED: 1, UNUSABLE: 1, UNDER_REPAIR: 1, total: 6 })
})

it('open and overdue work, and what waits for an answer, are counted once the agency was told', async () => {
  const { reporter } = who
  await s.report(reporter, (await s.newCamera()).id)
  await s.told(reporter, (await s.newCamera()).id, after(-8 * DAY))
  await s.told(reporter, (await s.newCamera()).id, after(-DAY))
  await s.workOrderIn('REPAIRED')
  await s.workOrderIn('REJECTED')
  expect(await overview()).toMatchObject({ open: 2, overdue: 1, withoutAgency: 0, toConfirm: 1 })
  expect(await overview('secretary', after(-DAY - 1))).toMatchObject({ overdue: 0 })
})

it('the month begins at midnight in Bangkok, and the median is of the last 90 days', async () => {
  await s.forget()
  const repaired = async (openedAt: Date, repairedAt: Date) => {
    const { workOrderId } = await s.workOrderIn('REPAIRED')
    await s.db.workOrder.update({ where: { id: workOrderId }, data: { openedAt, repairedAt } })
  }
  const november = new Date('2026-10-31T17:00:00Z')
  await repaired(new Date(november.getTime() - 1 - DAY), new Date(november.getTime() - 1))
  await repaired(new Date(november.getTime() - 2 * DAY), november)
  await repaired(after(-9 * DAY), after(-2 * DAY))
  await repaired(after(-190 * DAY), after(-90 * DAY))
  expect(await overview()).toMatchObject({ repairedThisMonth: 2, medianDays: 2 })
  await repaired(after(-4 * DAY), after(-DAY))
  expect(await overview()).toMatchObject({ repairedThisMonth: 3, medianDays: 2.5 })
})

it.each(['secretary', 'official', 'technician', 'police', 'committee', 'national'] as const)('the %s of the province may see it', async (person) => {
  expect((await overview(person)).provinceCode).toBe('15')
})

it.each(['owner', 'reporter', 'otherSecretary', 'far'] as const)('the %s may not', async (person) => {
  await expect(overview(person)).rejects.toMatchObject({ code: 'notAllowed' })
})

it('a province that does not exist is refused', async () => {
  await expect(overview('national', morning, '99')).rejects.toMatchObject({ code: 'provinceUnknown' })
})
