import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish, reportFault } from '../../../domain/faults/commands'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let reporter: Client, official: Client
let others: Client[]
const missing = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) }, budget: { most: 2000, span: 60_000, sources: 100 } })
  ;[reporter, official] = await Promise.all([4, 1].map(n => signedIn(product, n))) as [Client, Client]
  others = await Promise.all([2, 3, 6, 7, 8].map(n => signedIn(product, n)))
})
afterAll(() => product.stop())

interface Report { id: string, number: string, state: string, released: boolean, mine: boolean, notes: { text: string }[], verdict: string | null, stars: number | null, workOrderId: string, may: Record<string, boolean> }
const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>
const see = (number: string, who = reporter) => json<Report>(who.ask(`/reports/${number}`))
const put = (path: string, body: object, who = reporter) => who.ask(path, { method: 'PUT', json: body })

/** Person 4 reports a camera of อบต.โพสะ; `told`: the agency knows of it. */
async function reported(told = true): Promise<{ reportId: string, number: string, workOrderId: string }> {
  const { agencyId } = await product.db.membership.findFirstOrThrow({ where: { role: 'OFFICIAL', user: { lineUserId: lineId(1) } } })
  const camera = await product.db.camera.findFirstOrThrow({ where: { agencyId, status: { not: 'REMOVED' }, workOrders: { none: { state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } } } } })
  const { id: userId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(4) } })
  return product.db.$transaction(async (db) => {
    const act = { db, actor: { userId, language: 'TH' as const, memberships: [] }, now: new Date() }
    const stored = await reportFault(act, { cameraId: camera.id, symptom: 'BLURRED', channel: 'LINE_CHAT' })
    if (told) await finish(act, { reportId: stored.reportId })
    return stored
  })
}
/** The agency says that it is repaired. */
async function repaired() {
  const stored = await reported()
  await product.db.workOrder.update({ where: { id: stored.workOrderId }, data: { state: 'REPAIRED', repairedAt: new Date(), cause: 'CABLE', costSatang: 0 } })
  return stored
}

describe('one\'s own reports', () => {
  it('come newest first, in pages; one of them by its number', async () => {
    const { number } = await reported()
    const page = await json<{ items: Report[] }>(reporter.ask('/reports'))
    expect(page.items[0]).toMatchObject({ number, mine: true, state: 'NEW' })
    expect(page.items.every(({ mine }) => mine)).toBe(true)
    expect(await see(number)).toMatchObject({ number, may: { addDetail: true, undo: false } })
    expect(await json(reporter.ask('/reports/F-6911-XXXXX'))).toMatchObject({ status: 404, code: 'notFound' })
    expect(await json(client(product).ask('/reports'))).toMatchObject({ status: 401 })
  })

  it('take details; the same sent again is one', async () => {
    const { reportId, number } = await reported()
    const note = { id: randomUUID(), text: 'เห็นตั้งแต่เช้า' }
    for (const _ of [1, 2]) expect((await reporter.ask(`/reports/${reportId}/notes`, { json: note })).status).toBe(204)
    expect((await see(number)).notes.map(({ text }) => text)).toEqual(['เห็นตั้งแต่เช้า'])
    expect((await reporter.ask(`/reports/${reportId}/notes`, { json: { id: randomUUID(), text: 'ก'.repeat(1000) } })).status).toBe(204)
    for (const text of [' ', 'ก'.repeat(1001)]) expect(await json(reporter.ask(`/reports/${reportId}/notes`, { json: { id: randomUUID(), text } }))).toMatchObject({ status: 422, errors: [{ path: 'text' }] })
    const { reportId: other } = await reported()
    expect(await json(reporter.ask(`/reports/${other}/notes`, { json: note }))).toMatchObject({ status: 404 })
  })

  it('are taken back before the agency is told, and not after', async () => {
    const { reportId, number } = await reported(false)
    expect((await see(number)).may.undo).toBe(true)
    expect((await reporter.ask(`/reports/${reportId}`, { method: 'DELETE' })).status).toBe(204)
    expect((await reporter.ask(`/reports/${number}`)).status).toBe(404)
    const told = await reported()
    expect(await json(reporter.ask(`/reports/${told.reportId}`, { method: 'DELETE' }))).toMatchObject({ status: 409, code: 'withdrawTooLate' })
  })
})

describe('the word on a repair', () => {
  it('closes it, and gives stars, which may be sent again', async () => {
    const { reportId, number } = await repaired()
    expect(await json(put(`/reports/${reportId}/stars`, { stars: 5 }))).toMatchObject({ status: 409, code: 'starsNotYet' })
    for (const _ of [1, 2]) expect((await put(`/reports/${reportId}/verdict`, { verdict: 'FIXED' })).status).toBe(204)
    for (const stars of [0, 6, 2.5]) expect(await json(put(`/reports/${reportId}/stars`, { stars }))).toMatchObject({ status: 422, errors: [{ path: 'stars' }] })
    for (const stars of [1, 5, 5]) expect((await put(`/reports/${reportId}/stars`, { stars })).status).toBe(204)
    expect(await see(number)).toMatchObject({ state: 'CLOSED', verdict: 'FIXED', stars: 5 })
  })

  it('opens it again, once, however often it is sent', async () => {
    const { reportId, number, workOrderId } = await repaired()
    for (const _ of [1, 2]) expect((await put(`/reports/${reportId}/verdict`, { verdict: 'STILL_BROKEN', note: '' })).status).toBe(204)
    expect(await see(number)).toMatchObject({ state: 'ACKNOWLEDGED', verdict: 'STILL_BROKEN' })
    expect((await product.db.workOrder.findUniqueOrThrow({ where: { id: workOrderId } })).reopened).toBe(1)
    const early = await reported()
    expect(await json(put(`/reports/${early.reportId}/verdict`, { verdict: 'FIXED' }))).toMatchObject({ status: 409, code: 'verdictNotYet' })
  })
})

it('what one follows is listed, and no more when one does not', async () => {
  const { workOrderId } = await reported()
  const [who] = others as [Client]
  for (const _ of [1, 2]) expect((await who.ask(`/followed/${workOrderId}`, { method: 'PUT' })).status).toBe(204)
  expect(await json(who.ask('/followed'))).toMatchObject([{ workOrderId, symptom: 'BLURRED', state: 'NEW' }])
  expect(await json(others[1]!.ask('/followed'))).toEqual([])
  for (const _ of [1, 2]) expect((await who.ask(`/followed/${workOrderId}`, { method: 'DELETE' })).status).toBe(204)
  expect(await json(who.ask('/followed'))).toEqual([])
  expect(await json(who.ask(`/followed/${missing}`, { method: 'PUT' }))).toMatchObject({ status: 404 })
})

it('nobody else says or does anything about a report; those who repair read it once they are told', async () => {
  const [untold, told] = [await reported(false), await repaired()]
  for (const who of [...others, official]) {
    for (const { reportId, number } of [untold, told]) {
      if (who !== official || number === untold.number) expect([number, (await who.ask(`/reports/${number}`)).status]).toEqual([number, 404])
      const tries: [string, RequestInit & { json?: unknown }][] = [
        [`/reports/${reportId}/notes`, { json: { id: randomUUID(), text: 'x' } }],
        [`/reports/${reportId}/verdict`, { method: 'PUT', json: { verdict: 'FIXED' } }],
        [`/reports/${reportId}/stars`, { method: 'PUT', json: { stars: 1 } }],
        [`/reports/${reportId}`, { method: 'DELETE' }],
      ]
      for (const [path, init] of tries) expect([path, (await who.ask(path, init)).status]).toEqual([path, 404])
    }
  }
  expect(await see(told.number, official)).toMatchObject({ mine: false, may: { addDetail: false, answer: false, undo: false } })
  expect(await see(told.number)).toMatchObject({ state: 'REPAIRED', notes: [] })
})
