import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish, reportFault } from '../../../domain/faults/commands'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
/** An official of อบต.โพสะ, an official of another agency, the technician, the secretary, and people who have no say. */
let official: Client, other: Client, technician: Client, secretary: Client
let nobodies: Client[]
let agencyId: string
const missing = '00000000-0000-4000-8000-000000000000'

beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) }, budget: { most: 2000, span: 60_000, sources: 100 } })
  ;[official, other, technician, secretary] = await Promise.all([1, 2, 6, 5].map(n => signedIn(product, n))) as [Client, Client, Client, Client]
  nobodies = await Promise.all([3, 4, 8].map(n => signedIn(product, n)))
  agencyId = (await product.db.membership.findFirstOrThrow({ where: { role: 'OFFICIAL', user: { lineUserId: lineId(1) } } })).agencyId!
})
afterAll(() => product.stop())

interface Work { id: string, number: string, state: string, overdue: boolean, moves: string[], agencyName: string, assigneeId: string | null, timeline: { kind: string, reason: string | null }[], photos: { id: string, after: boolean }[], reports: { number: string }[] }
const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>
const person = (n: number) => product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) } })

/** A new repair at อบต.โพสะ, reported by person 4. */
async function broken(): Promise<{ id: string, number: string, reportId: string }> {
  const camera = await product.db.camera.findFirstOrThrow({ where: { agencyId, status: { not: 'REMOVED' }, workOrders: { none: { state: { notIn: ['CLOSED', 'REJECTED', 'DUPLICATE'] } } } } })
  const { id: userId } = await person(4)
  return product.db.$transaction(async (db) => {
    const act = { db, actor: { userId, language: 'TH' as const, memberships: [] }, now: new Date() }
    const { workOrderId, workOrderNumber, reportId } = await reportFault(act, { cameraId: camera.id, symptom: 'NO_PICTURE', channel: 'LIFF' })
    await finish(act, { reportId })
    return { id: workOrderId, number: workOrderNumber, reportId }
  })
}
const see = (who: Client, number: string) => json<Work>(who.ask(`/work/${number}`))
function ask(who: Client, id: string, move: string, expects: string, more: object = {}, key: string = randomUUID()) {
  return who.ask(`/work-orders/${id}/moves`, { json: { move, expects, ...more }, headers: { 'idempotency-key': key } })
}
const moved = async (...given: Parameters<typeof ask>) => expect([given[2], (await ask(...given)).status]).toEqual([given[2], 200])
const refused = async (...given: Parameters<typeof ask>) => (await json<{ code: string }>(ask(...given))).code
const jpeg = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#0b6b5d' } }).withExif({ IFD0: { Copyright: 'ลับ' } }).jpeg().toBuffer()
const send = (who: Client, path: string, body: Uint8Array, type = 'image/jpeg') => who.ask(path, { method: 'PUT', body: body as BodyInit, headers: { 'content-type': type } })

describe('the list of work', () => {
  it('is one\'s own, overdue first; by whose it is and by its state', async () => {
    const all = await json<{ items: Work[], total: number, overdue: number }>(official.ask('/work'))
    expect(all.overdue).toBeGreaterThan(0)
    expect(all.items.map(({ overdue }) => overdue)).toEqual(all.items.map((_, i) => i < all.overdue))
    const mine = await json<{ items: Work[] }>(technician.ask('/work?whose=MINE'))
    const { id } = await person(6)
    expect(mine.items.map(({ assigneeId }) => assigneeId)).toEqual(mine.items.map(() => id))
    const closed = await json<{ items: Work[], overdue: number }>(official.ask('/work?whose=AGENCY&state=CLOSED'))
    expect([closed.items.every(({ state }) => state === 'CLOSED'), closed.overdue]).toEqual([true, 0])
    expect((await json<{ total: number }>(secretary.ask('/work?whose=PROVINCE'))).total).toBeGreaterThan(all.total)
    expect(await json(official.ask('/work?page=0'))).toMatchObject({ status: 422, errors: [{ path: 'page' }] })
  })

  it('is empty for those who repair nothing, whatever they ask for', async () => {
    for (const who of nobodies) for (const query of ['', '?whose=MINE', '?whose=AGENCY', '?whose=PROVINCE', '?state=CLOSED']) expect(await json(who.ask(`/work${query}`))).toMatchObject({ total: 0, items: [] })
    expect(await json(technician.ask('/work?whose=PROVINCE'))).toMatchObject({ total: 0 })
    expect(await json(official.ask('/work?whose=PROVINCE'))).toMatchObject({ total: 0 })
    expect((await client(product).ask('/work')).status).toBe(401)
  })
})

describe('a repair', () => {
  it('goes from new to repaired, with all that its moves need', async () => {
    const { id, number } = await broken()
    expect((await see(official, number)).moves).toContain('acknowledge')
    await moved(official, id, 'acknowledge', 'NEW')
    await moved(official, id, 'setPriority', 'ACKNOWLEDGED', { priority: 'URGENT' })
    const { assignable } = await json<{ assignable: { userId: string }[] }>(official.ask(`/work-orders/${id}/choices`))
    const assigneeId = (await person(6)).id
    expect(assignable.map(({ userId }) => userId)).toContain(assigneeId)
    expect(await refused(official, id, 'assign', 'ACKNOWLEDGED', { assigneeId: (await person(3)).id })).toBe('assigneeUnknown')
    await moved(official, id, 'assign', 'ACKNOWLEDGED', { assigneeId })
    await moved(technician, id, 'start', 'ASSIGNED')
    await moved(technician, id, 'wait', 'IN_PROGRESS', { waitingFor: 'PART', note: '' })
    await moved(technician, id, 'resume', 'WAITING')
    await moved(technician, id, 'addNote', 'IN_PROGRESS', { text: '<b>เปลี่ยนสาย</b>' })
    const repair = { cause: 'CABLE', costSatang: 150_050 }
    expect(await refused(technician, id, 'repair', 'IN_PROGRESS', repair)).toBe('photoNeeded')
    expect((await send(technician, `/work-orders/${id}/photos/${randomUUID()}`, await jpeg())).status).toBe(204)
    await moved(technician, id, 'repair', 'IN_PROGRESS', repair)
    const done = await see(official, number)
    expect(done).toMatchObject({ state: 'REPAIRED', cause: 'CABLE', costSatang: 150_050, photos: [{ after: true }] })
    expect(done.timeline.map(({ kind }) => kind)).toEqual(['CREATED', 'ACKNOWLEDGED', 'PRIORITY', 'ASSIGNED', 'STARTED', 'WAITING', 'RESUMED', 'NOTE', 'REPAIRED'])
    expect(done.timeline.find(({ kind }) => kind === 'NOTE')!.reason).toBe('<b>เปลี่ยนสาย</b>')
  })

  it('is forwarded, rejected, or merged with another; the other agency sees it then', async () => {
    const [a, b, c] = [await broken(), await broken(), await broken()]
    const otherAgency = (await product.db.membership.findFirstOrThrow({ where: { role: 'OFFICIAL', user: { lineUserId: lineId(2) }, agencyId: { not: agencyId } } })).agencyId!
    expect(await json(other.ask(`/work/${a.number}`))).toMatchObject({ status: 404 })
    await moved(official, a.id, 'forward', 'NEW', { agencyId: otherAgency, reason: 'เสาของเทศบาล' })
    expect(await see(other, a.number)).toMatchObject({ state: 'NEW' })
    expect(await refused(official, a.id, 'acknowledge', 'NEW')).toBe('notFound')
    await moved(official, b.id, 'markDuplicate', 'NEW', { of: c.number })
    expect(await see(official, b.number)).toMatchObject({ state: 'DUPLICATE', duplicateOf: c.number })
    await moved(official, c.id, 'reject', 'NEW', { reason: 'กล้องใช้ได้' })
    expect((await see(official, c.number)).moves).toEqual(['addNote'])
  })

  it.each([
    ['no reason', 'reject', { reason: ' ' }, 'reason'],
    ['a reason that is too long', 'reject', { reason: 'ก'.repeat(1001) }, 'reason'],
    ['a cost below nothing', 'repair', { cause: 'CABLE', costSatang: -1 }, 'costSatang'],
    ['a cost above a thousand million baht', 'repair', { cause: 'CABLE', costSatang: 100_000_000_001 }, 'costSatang'],
    ['no cause', 'repair', { costSatang: 0 }, 'cause'],
    ['nobody', 'assign', {}, 'assigneeId'],
  ])('is not moved with %s', async (_, move, more, path) => {
    expect(await json(official.ask(`/work-orders/${missing}/moves`, { json: { move, expects: 'NEW', ...more } }))).toMatchObject({ status: 422, errors: [{ path }] })
  })

  it('takes a reason of 1,000 characters', async () => {
    const { id } = await broken()
    await moved(official, id, 'reject', 'NEW', { reason: 'ก'.repeat(1000) })
  })
})

describe('a move that is asked for again', () => {
  it('is made once: pressed twice, sent together, or after a lost answer', async () => {
    const { id, number } = await broken()
    const [key, note] = [randomUUID(), randomUUID()]
    const answers = await Promise.all([1, 2, 3].map(() => ask(official, id, 'acknowledge', 'NEW', {}, key)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await moved(official, id, 'start', 'ACKNOWLEDGED')
    expect(await json(ask(official, id, 'acknowledge', 'NEW', {}, key))).toMatchObject({ state: 'ACKNOWLEDGED' })
    for (const _ of [1, 2]) await moved(official, id, 'addNote', 'NEW', { text: 'โทรแล้ว' }, note)
    expect((await see(official, number)).timeline.map(({ kind }) => kind)).toEqual(['CREATED', 'ACKNOWLEDGED', 'STARTED', 'NOTE'])
  })

  it('is refused, and says where it stands, when somebody else was first', async () => {
    const { id } = await broken()
    const both = await Promise.all([ask(official, id, 'acknowledge', 'NEW'), ask(secretary, id, 'reject', 'NEW', { reason: 'ไม่เสีย' })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await (both.find(({ status }) => status === 409)!).json()).toMatchObject({ code: expect.stringMatching(/workOrderMoved|workOrderState/), detail: expect.stringContaining('“') })
    expect(await json(ask(official, id, 'assign', 'NEW', { assigneeId: (await person(6)).id }))).toMatchObject({ code: 'workOrderMoved' })
  })
})

describe('photos', () => {
  it('are kept without what the file told, and seen by those who may: not by a guess, not by others', async () => {
    const { id, reportId, number } = await broken()
    await moved(official, id, 'acknowledge', 'NEW')
    await moved(official, id, 'start', 'ACKNOWLEDGED')
    const [after, before] = [randomUUID(), randomUUID()]
    const reporter = nobodies[1]!
    expect((await send(official, `/work-orders/${id}/photos/${after}`, await jpeg(3000, 1000))).status).toBe(204)
    expect((await send(reporter, `/reports/${reportId}/photos/${before}`, await jpeg())).status).toBe(204)
    expect(await product.db.attachment.findUniqueOrThrow({ where: { id: after } })).toMatchObject({ state: 'STORED', width: 2048, height: 683, contentType: 'image/jpeg' })
    expect((await see(official, number)).photos).toEqual([{ id: before, after: false }, { id: after, after: true }])
    for (const who of [official, secretary, reporter]) {
      for (const photo of [after, before]) {
        const answer = await who.ask(`/photos/${photo}/preview`)
        expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([200, 'image/jpeg', 'private, max-age=300'])
        const meta = await sharp(await answer.arrayBuffer()).metadata()
        expect([meta.width! <= 512, meta.exif]).toEqual([true, undefined])
      }
    }
    for (const who of [other, nobodies[0]!, nobodies[2]!]) for (const photo of [after, before, missing]) expect((await who.ask(`/photos/${photo}/full`)).status).toBe(404)
    expect((await client(product).ask(`/photos/${after}/full`)).status).toBe(401)
  })

  it('sent again are the same photo; at most ten are kept', async () => {
    const { reportId } = await broken()
    const reporter = nobodies[1]!
    const ids = Array.from({ length: 11 }, () => randomUUID())
    const bytes = await jpeg()
    const both = await Promise.all([1, 2].map(() => send(reporter, `/reports/${reportId}/photos/${ids[0]}`, bytes)))
    expect(both.map(({ status }) => status)).toEqual([204, 204])
    for (const id of ids.slice(1, 10)) expect((await send(reporter, `/reports/${reportId}/photos/${id}`, bytes)).status).toBe(204)
    expect((await send(reporter, `/reports/${reportId}/photos/${ids[9]}`, bytes)).status).toBe(204)
    expect(await json(send(reporter, `/reports/${reportId}/photos/${ids[10]}`, bytes))).toMatchObject({ status: 409, code: 'tooManyPhotos' })
    expect(await product.db.attachment.count({ where: { faultReportId: reportId, state: 'STORED' } })).toBe(10)
    // Somebody else's id.
    expect(await json(send(official, `/reports/${reportId}/photos/${ids[0]}`, bytes))).toMatchObject({ status: 404 })
  })

  it.each([
    ['a text', Buffer.from('hello'), 422, 'notAPhoto'],
    ['an SVG that claims to be a JPEG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 422, 'notAPhoto'],
    ['nothing', Buffer.alloc(0), 422, 'notAPhoto'],
    ['half a photo', Buffer.from([0xFF, 0xD8, 0xFF, 0xE0, 0, 1]), 422, 'photoDamaged'],
    ['more than 10 MB', Buffer.alloc(10_000_001, 0xFF), 413, 'photoTooLarge'],
  ])('are not taken: %s; and nothing is left of it', async (_, bytes, status, code) => {
    const { reportId } = await broken()
    expect(await json(send(nobodies[1]!, `/reports/${reportId}/photos/${randomUUID()}`, bytes))).toMatchObject({ status, code })
    expect(await product.db.attachment.count({ where: { faultReportId: reportId } })).toBe(0)
  })

  it('are taken only from whoever reported or repairs it, while it is repaired', async () => {
    const { id, reportId } = await broken()
    const bytes = await jpeg()
    for (const who of [official, other, technician, nobodies[0]!]) expect((await send(who, `/reports/${reportId}/photos/${randomUUID()}`, bytes)).status).toBe(404)
    expect(await json(send(official, `/work-orders/${id}/photos/${randomUUID()}`, bytes))).toMatchObject({ code: 'workOrderState' })
    for (const who of [other, technician, ...nobodies]) expect(await json(send(who, `/work-orders/${id}/photos/${randomUUID()}`, bytes))).toMatchObject({ status: 403, code: 'notAllowed' })
    expect((await send(client(product), `/work-orders/${id}/photos/${randomUUID()}`, bytes)).status).toBe(401)
  })
})

it('nobody without a say in it sees it, its choices, or moves it', async () => {
  const { id, number } = await broken()
  const more: Record<string, object> = { acknowledge: {}, assign: { assigneeId: missing }, start: {}, wait: { waitingFor: 'PART' }, resume: {}, forward: { agencyId: missing, reason: 'x' }, reject: { reason: 'x' }, markDuplicate: { of: number }, repair: { cause: 'CABLE', costSatang: 0 }, setPriority: { priority: 'HIGH' }, addNote: { text: 'x' } }
  for (const who of [other, technician, ...nobodies]) {
    expect((await who.ask(`/work/${number}`)).status).toBe(404)
    expect((await who.ask(`/work-orders/${id}/choices`)).status).toBe(404)
    for (const move of Object.keys(more)) expect([move, await refused(who, id, move, 'NEW', more[move])]).toEqual([move, 'notFound'])
  }
  // The assignee is no official.
  await moved(official, id, 'assign', 'NEW', { assigneeId: (await person(6)).id })
  for (const move of ['assign', 'forward', 'reject', 'markDuplicate', 'setPriority']) expect([move, await refused(technician, id, move, 'ASSIGNED', more[move])]).toEqual([move, expect.stringMatching(/notAllowed|duplicateItself/)])
})
