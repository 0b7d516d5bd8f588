import { expect, it } from 'vitest'
import { finish, reportFault } from '../../../domain/faults/commands'
import * as workOrders from '../../../domain/workOrders/commands'
import { agenciesToForward, assignable, myWork, workOrderByNumber, workOrderView } from '../../../domain/workOrders/queries'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()
const who = s.here.people
const work = (person: keyof typeof who, at = morning, page = 1) => s.as(who[person], act => myWork(act, { page }), at)
const numbers = (page: { items: { number: string }[] }) => page.items.map(item => item.number)

it('งานของฉัน: overdue first, then by due date, ten at a time; each sees their own', async () => {
  await s.forget()
  const told = async (days: number) => s.told(await s.newPerson(), (await s.newCamera()).id, after(days * DAY))
  const [late, later, soon] = [await told(-9), await told(-8), await told(-1)]
  // Waits since before it was due: not overdue, though its due date is the earliest.
  const waiting = await told(-12)
  await s.db.workOrder.update({ where: { id: waiting.workOrderId }, data: { state: 'WAITING', waitingSince: after(-6 * DAY) } })
  await s.report(who.reporter, (await s.newCamera()).id)
  await s.told(who.reporter, (await s.newCamera({ agencyId: s.here.agencies.town })).id)

  const official = await work('official')
  expect(numbers(official)).toEqual([late, later, waiting, soon].map(one => one.workOrderNumber))
  expect(official).toMatchObject({ total: 4, overdue: 2, page: 1, pages: 1 })
  expect(official.items.map(item => item.overdue)).toEqual([true, true, false, false])

  await s.as(who.official, act => workOrders.assign(act, { workOrderId: soon.workOrderId, assigneeId: who.technician.userId }))
  expect(numbers(await work('technician'))).toEqual([soon.workOrderNumber])
  expect((await work('technician')).items[0]).toMatchObject({ state: 'ASSIGNED', assigneeName: 'technician', agencyName: 'อบต.โพสะ', reporters: 1 })
  for (const person of ['otherTechnician', 'police', 'reporter', 'committee'] as const) expect((await work(person)).total).toBe(0)

  const place = await s.as(who.reporter, async (act) => {
    const stored = await reportFault(act, { place: { text: 'หน้าวัดป่าโมก' }, provinceCode: '15', symptom: 'MISSING', channel: 'LINE_CHAT' })
    await finish(act, { reportId: stored.reportId })
    return stored
  })
  const secretary = await work('secretary')
  expect(numbers(secretary)).toEqual([late, later, place].map(one => one.workOrderNumber))
  expect(secretary.items[2]).toMatchObject({ camera: null, agencyName: null, place: { text: 'หน้าวัดป่าโมก' } })
  expect((await work('otherSecretary')).total).toBe(0)
})

it('งานของฉัน has pages, and a page too far is the last', async () => {
  await s.forget()
  for (let i = 0; i < 11; i++) await s.told(who.reporter, (await s.newCamera()).id, after(i * MINUTE))
  const [one, two, far] = [await work('official'), await work('official', morning, 2), await work('official', morning, 99)]
  expect([one.items.length, two.items.length, one.pages, one.total]).toEqual([10, 1, 2, 11])
  expect(far).toEqual(two)
  expect(new Set([...numbers(one), ...numbers(two)]).size).toBe(11)
})

it('a work order shows those who repair it everything but who reported it', async () => {
  const stored = await s.workOrderIn('REPAIRED')
  const photo = await s.db.attachment.findFirstOrThrow({ where: { workOrderId: stored.workOrderId } })
  const look = () => s.as(who.technician, act => workOrderView(act, stored.workOrderId))
  expect((await look()).photos).toEqual([])
  await s.db.attachment.update({ where: { id: photo.id }, data: { state: 'STORED' } })
  const view = await look()
  expect(view).toMatchObject({ number: stored.workOrderNumber, state: 'REPAIRED', cause: 'CABLE', costSatang: 0n, camera: { code: stored.camera.code, status: 'UNDER_REPAIR' }, photos: [{ id: photo.id, after: true }], reporters: 1, reporterReachable: true })
  expect(view.timeline.map(({ kind, actorName }) => [kind, actorName])).toEqual([
    ['CREATED', null],
    ['ACKNOWLEDGED', 'official'],
    ['ASSIGNED', 'official'],
    ['STARTED', 'technician'],
    ['REPAIRED', 'technician'],
  ])
  expect(view.moves).toEqual(['addNote'])
})

it('it says when no reporter can be reached any more', async () => {
  const gone = await s.newPerson([], 'gone', false)
  const camera = await s.newCamera()
  const { workOrderId } = await s.told(gone, camera.id)
  const look = () => s.as(who.official, act => workOrderView(act, workOrderId))
  expect(await look()).toMatchObject({ reporterReachable: false, reports: [{ reporterReachable: false }] })
  await s.told(who.reporter, camera.id)
  expect(await look()).toMatchObject({ reporterReachable: true })
})

it('nobody else sees it, and nobody before the agency was told', async () => {
  const { workOrderId, number, workOrderNumber } = await s.workOrderIn('ASSIGNED')
  for (const person of ['reporter', 'otherOfficial', 'otherTechnician', 'otherSecretary', 'police'] as const) {
    await expect(s.as(who[person], act => workOrderView(act, workOrderId))).rejects.toMatchObject({ code: 'notFound' })
    await expect(s.as(who[person], act => assignable(act, workOrderId))).rejects.toMatchObject({ code: 'notFound' })
  }
  for (const text of [number, workOrderNumber.toLowerCase().replaceAll('-', ' ')]) {
    for (const person of ['official', 'secretary', 'technician'] as const) expect((await s.as(who[person], act => workOrderByNumber(act, text))).id).toBe(workOrderId)
  }
  await expect(s.as(who.official, act => workOrderByNumber(act, 'ไม่ใช่เลข'))).rejects.toMatchObject({ code: 'notFound' })
  const fresh = await s.report(who.reporter, (await s.newCamera()).id)
  await expect(s.as(who.official, act => workOrderView(act, fresh.workOrderId))).rejects.toMatchObject({ code: 'notFound' })
})

it('it can be given to technicians and officials of its agency, technicians first, and to technicians of the province', async () => {
  const contractor = await s.newPerson([{ role: 'TECHNICIAN', provinceCode: '15', agencyId: null }], 'contractor')
  const { workOrderId } = await s.workOrderIn('NEW')
  const people = await s.as(who.official, act => assignable(act, workOrderId))
  expect(people.map(person => person.displayName)).toEqual(['technician', 'otherTechnician', 'contractor', 'official', 'colleague'])
  await s.as(who.official, act => workOrders.assign(act, { workOrderId, assigneeId: contractor.userId }))
  await s.as(contractor, act => workOrders.start(act, { workOrderId }))
})

it('it can be forwarded to the other agencies of its province', async () => {
  const { workOrderId } = await s.workOrderIn('NEW')
  const search = (text?: string) => s.as(who.official, act => agenciesToForward(act, workOrderId, text))
  expect((await search()).map(agency => agency.name)).toEqual(['เทศบาลเมืองอ่างทอง'])
  expect((await search('เมืองอ่างทอง')).map(agency => agency.id)).toEqual([s.here.agencies.town])
})
