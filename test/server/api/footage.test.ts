import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../../helpers/fakeLine'
import { demoActor, demoCameras, demoRequest, shopCamera } from '../../helpers/footage'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
/** Police, an official of the cameras' agency, the owner of a private camera, the secretary, and people who have no say. */
let police: Client, official: Client, owner: Client, secretary: Client
let nobodies: Client[]
const missing = '00000000-0000-4000-8000-000000000000'
const hash = 'ab'.repeat(32)

beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) }, budget: { most: 2000, span: 60_000, sources: 100 } })
  ;[official, police, owner, secretary] = await Promise.all([1, 3, 4, 5].map(n => signedIn(product, n))) as [Client, Client, Client, Client]
  nobodies = await Promise.all([2, 6, 7, 8].map(n => signedIn(product, n)))
})
afterAll(() => product.stop())

interface Item { id: string, camera: { code: string }, state: string, moves: string[], sha256: string | null, bytes: number | null, callPhone: string | null, fault: string | null, exportBy: string | null, brokenSince: string | null, messages: { text: string, byOfficer: boolean }[] }
interface Request { id: string, number: string, state: string, items: Item[], timeline: { kind: string }[], may: { cancel: boolean } }
interface Ask { askId: string, state: string, moves: string[], refusal: string | null, requests: { officer: string }[], messages: { text: string }[] }
interface List<One> { items: One[], total: number, pages: number }
const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>
const code = async (answer: Promise<Response>) => (await json<{ code: string }>(answer)).code
const see = (number: string, who = police) => json<Request>(who.ask(`/footage/requests/${number}`))
const ask = (id: string, who = official) => json<Ask>(who.ask(`/footage/asks/${id}`))
const move = (item: string, body: object, who = police) => who.ask(`/footage/items/${item}/moves`, { json: body })
const reply = (id: string, body: object, who = official) => who.ask(`/footage/asks/${id}/answers`, { json: body })

/** A new request for so many cameras of person 1's agency. */
async function asked(count = 1): Promise<{ number: string, id: string, items: { id: string, askId: string, cameraId: string }[] }> {
  const { requestId: id, number } = await demoRequest(product.db, (await demoCameras(product.db, count)).map(camera => camera.id))
  return { id, number, items: await product.db.footageItem.findMany({ where: { requestId: id }, orderBy: { id: 'asc' } }) as { id: string, askId: string, cameraId: string }[] }
}

describe('the officer', () => {
  it('sees what each camera is like, how the request stands, and closes it camera by camera', async () => {
    const { number, items: [a, b, c] } = await asked(3)
    await product.db.camera.update({ where: { id: c!.cameraId }, data: { status: 'DAMAGED', statusSince: new Date(Date.now() - 3 * 86_400_000) } })
    const fresh = await see(number)
    expect(fresh).toMatchObject({ state: 'SUBMITTED', station: 'สภ.เมืองอ่างทอง', items: [{ exportBy: 'TECHNICIAN', custodianName: 'ช่างสมศักดิ์', brokenSince: null, moves: ['receive', 'miss'] }, {}, {}] })
    expect(fresh.items.find(({ id }) => id === c!.id)!.brokenSince).not.toBeNull()
    expect((await move(a!.id, { move: 'receive', complete: true })).status).toBe(200)
    expect((await move(b!.id, { move: 'receive', complete: false })).status).toBe(200)
    const { fault } = await json<{ fault: string }>(move(c!.id, { move: 'miss', cause: 'CAMERA_DOWN' }))
    expect(fault).toMatch(/^F-/)
    expect((await move(a!.id, { move: 'handOver', sha256: hash, bytes: Number.MAX_SAFE_INTEGER })).status).toBe(200)
    const done = await see(number.toLowerCase())
    expect(done.state).toBe('PARTIAL')
    expect(done.items.find(({ id }) => id === a!.id)).toMatchObject({ state: 'RECEIVED', sha256: hash, bytes: Number.MAX_SAFE_INTEGER, agencyName: 'อบต.โพสะ', receivedAt: expect.any(String) })
    expect(done.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['SUBMITTED', 'RECEIVED', 'UNAVAILABLE', 'HANDED_OVER']))
    expect(await code(move(a!.id, { move: 'receive', complete: true }))).toBe('footageItemState')
    expect(await product.db.auditEntry.count({ where: { action: 'footage.seen', subject: `footage:${done.id}` } })).toBe(2)
  })

  it('finds it in the list of those that are waited for, then among those that are over', async () => {
    const { number, id } = await asked()
    const waiting = await json<List<Request>>(police.ask('/footage/requests?over=false'))
    expect(waiting.items.every(({ state }) => state === 'SUBMITTED')).toBe(true)
    expect(waiting.items.map(one => one.number)).toContain(number)
    expect(await json(police.ask('/me'))).toMatchObject({ footage: { requests: waiting.total } })
    expect((await police.ask(`/footage/requests/${id}/cancel`, { method: 'POST' })).status).toBe(204)
    expect(await code(police.ask(`/footage/requests/${id}/cancel`, { method: 'POST' }))).toBe('footageOver')
    const over = await json<List<Request>>(police.ask('/footage/requests?over=true'))
    expect(over.items.map(one => [one.number, one.state])).toContainEqual([number, 'CANCELLED'])
    expect(await json(police.ask('/footage/requests?page=0'))).toMatchObject({ status: 422, errors: [{ path: 'page' }] })
  })

  it('writes to who keeps the camera, once however often it is sent, and is written back', async () => {
    const { number, items: [item] } = await asked()
    const once = { 'idempotency-key': crypto.randomUUID() }
    for (let n = 0; n < 2; n++) expect((await police.ask(`/footage/items/${item!.id}/messages`, { json: { text: '<b>ถึงกี่โมง</b>' }, headers: once })).status).toBe(204)
    expect((await official.ask(`/footage/asks/${item!.askId}/messages`, { json: { text: 'ถึงสี่โมงเย็น' } })).status).toBe(204)
    expect((await see(number)).items[0]!.messages).toMatchObject([{ text: '<b>ถึงกี่โมง</b>', byOfficer: true }, { text: 'ถึงสี่โมงเย็น', byOfficer: false }])
    expect((await ask(item!.askId)).messages).toHaveLength(2)
    const long = (length: number) => police.ask(`/footage/items/${item!.id}/messages`, { json: { text: 'ก'.repeat(length) } })
    expect([(await long(1000)).status, (await long(1001)).status, (await long(0)).status]).toEqual([204, 422, 422])
  })

  it.each([
    ['a hash of 63 digits', { move: 'handOver', sha256: 'a'.repeat(63), bytes: null }, 'sha256'],
    ['a hash in capitals', { move: 'handOver', sha256: 'A'.repeat(64), bytes: null }, 'sha256'],
    ['no bytes at all', { move: 'handOver', sha256: hash, bytes: 0 }, 'bytes'],
    ['more bytes than can be counted', { move: 'handOver', sha256: hash, bytes: Number.MAX_SAFE_INTEGER + 1 }, 'bytes'],
    ['no cause', { move: 'miss' }, 'cause'],
    ['a move of the custodian', { move: 'preserve' }, 'move'],
  ])('is not understood with %s', async (_, body, path) => {
    expect(await json(move(missing, body))).toMatchObject({ status: 422, errors: [{ path }] })
  })
})

describe('who keeps the camera', () => {
  it('answers in turn: saved, a time, received', async () => {
    const { number, items: [item] } = await asked()
    const list = await json<List<Ask>>(official.ask('/footage/asks'))
    expect(list.items.map(({ askId }) => askId)).toContain(item!.askId)
    expect(await json(official.ask('/me'))).toMatchObject({ footage: { requests: null, asks: expect.any(Number) } })
    expect(await ask(item!.askId)).toMatchObject({ state: 'ASKED', moves: ['preserve', 'appoint', 'awaitTechnician', 'reportDown', 'refuse'], requests: [{ number, caseNumber: 'คดีอาญาที่ 123/2569', station: 'สภ.เมืองอ่างทอง' }] })
    expect((await reply(item!.askId, { answer: 'preserve' })).status).toBe(200)
    expect(await code(reply(item!.askId, { answer: 'preserve' }))).toBe('footageAnswered')
    expect(await code(reply(item!.askId, { answer: 'appoint', at: new Date(Date.now() - 60_000).toISOString() }))).toBe('footagePast')
    const at = new Date(Date.now() + 3_600_000).toISOString()
    expect((await reply(item!.askId, { answer: 'appoint', at })).status).toBe(200)
    expect((await see(number)).items[0]).toMatchObject({ state: 'READY', appointmentAt: at })
    expect(await json(reply(item!.askId, { answer: 'appoint', at: 'พรุ่งนี้' }))).toMatchObject({ status: 422, errors: [{ path: 'at' }] })
  })

  it('waits for a technician whose number the officer sees, and reports the camera down', async () => {
    const { number, items: [a, b] } = await asked(2)
    expect(await json(reply(a!.askId, { answer: 'awaitTechnician', phone: '1101700230703' }))).toMatchObject({ status: 422, errors: [{ path: 'phone' }] })
    expect((await reply(a!.askId, { answer: 'awaitTechnician', phone: '๐๘๑ ๒๓๔ ๕๖๗๘ ต่อ 12' })).status).toBe(200)
    expect((await json<{ fault: string }>(reply(b!.askId, { answer: 'reportDown' }))).fault).toMatch(/^F-/)
    const { items } = await see(number)
    expect(items.find(({ id }) => id === a!.id)).toMatchObject({ state: 'ASKED', technicianPhone: '0812345678 ต่อ 12', callPhone: '035600001' })
    expect(items.find(({ id }) => id === b!.id)).toMatchObject({ state: 'UNAVAILABLE', cause: 'CAMERA_DOWN' })
  })

  it('refuses without the police seeing why', async () => {
    const { id } = await shopCamera(product.db)
    const { requestId, number } = await demoRequest(product.db, [id])
    const { askId } = await product.db.footageItem.findFirstOrThrow({ where: { requestId } })
    expect((await reply(askId, { answer: 'refuse', reason: 'กลัวคนร้ายรู้' }, owner)).status).toBe(200)
    expect(await ask(askId, owner)).toMatchObject({ state: 'REFUSED', refusal: 'กลัวคนร้ายรู้' })
    const seen = await (await police.ask(`/footage/requests/${number}`)).text()
    expect(seen).toContain('"REFUSED"')
    expect(seen).not.toContain('กลัวคนร้ายรู้')
    expect(await code(official.ask(`/footage/asks/${askId}`))).toBe('footageNotFound')
    expect(await code(secretary.ask(`/footage/asks/${askId}`))).toBe('footageNotFound')
  })
})

describe('nobody else', () => {
  it('sees, moves, answers, cancels or writes anything', async () => {
    const { number, id, items: [item] } = await asked()
    const at = new Date(Date.now() + 3_600_000).toISOString()
    for (const who of [...nobodies, owner, official, secretary]) {
      expect(await json(who.ask('/footage/requests'))).toMatchObject({ total: 0, items: [] })
      expect(await code(who.ask(`/footage/requests/${number}`))).toBe('footageNotFound')
      expect(await code(who.ask(`/footage/requests/${id}/cancel`, { method: 'POST' }))).toBe('footageNotFound')
      for (const body of [{ move: 'receive', complete: true }, { move: 'miss', cause: 'OVERWRITTEN' }, { move: 'handOver', sha256: hash, bytes: null }]) expect(await code(move(item!.id, body, who))).toBe('footageNotFound')
      expect(await code(who.ask(`/footage/items/${item!.id}/messages`, { json: { text: 'x' } }))).toBe('footageNotFound')
    }
    for (const who of [...nobodies, owner, police]) {
      expect((await json<List<Ask>>(who.ask('/footage/asks'))).items.map(({ askId }) => askId)).not.toContain(item!.askId)
      expect(await code(who.ask(`/footage/asks/${item!.askId}`))).toBe('footageNotFound')
      for (const body of [{ answer: 'preserve' }, { answer: 'appoint', at }, { answer: 'awaitTechnician', phone: '' }, { answer: 'reportDown' }, { answer: 'refuse', reason: '' }]) expect(await code(reply(item!.askId, body, who))).toBe('footageNotFound')
      expect(await code(who.ask(`/footage/asks/${item!.askId}/messages`, { json: { text: 'x' } }))).toBe('footageNotFound')
    }
    for (const path of ['/footage/requests', '/footage/asks', `/footage/requests/${number}`]) expect((await client(product).ask(path)).status).toBe(401)
    expect(await product.db.footageItem.findUniqueOrThrow({ where: { id: item!.id } })).toMatchObject({ state: 'ASKED' })
  })
})

describe('where a supervisor approves first', () => {
  let supervisor: Client
  const decide = (number: string, body: object, who = supervisor) => who.ask(`/footage/requests/${number}/decision`, { json: body })
  beforeAll(async () => {
    const { agencyId } = (await demoActor(product.db, 3)).memberships.find(({ role }) => role === 'POLICE')!
    const { userId } = await demoActor(product.db, 8)
    await product.db.province.update({ where: { code: '15' }, data: { footageApproval: true }, select: { code: true } })
    await product.db.membership.create({ data: { userId, role: 'POLICE', provinceCode: '15', agencyId, supervises: true } })
    supervisor = nobodies[3]!
  })

  it('it waits until one approves, once; the supervisor sees what is asked and no more', async () => {
    const { number, id, items: [item] } = await asked()
    expect(await see(number)).toMatchObject({ state: 'AWAITING_APPROVAL', may: { cancel: true, decide: false }, items: [{ moves: [] }] })
    expect((await json<List<Request>>(supervisor.ask('/footage/approvals'))).items).toMatchObject([{ number, officer: expect.any(String) }])
    expect(await json(supervisor.ask('/me'))).toMatchObject({ footage: { approvals: 1 } })
    expect(await json(police.ask('/me'))).toMatchObject({ footage: { approvals: null } })
    expect(await see(number, supervisor)).toMatchObject({ isOwn: false, may: { cancel: false, decide: true } })
    for (const who of [...nobodies.slice(0, 3), owner, official, secretary, police]) {
      expect(await json(who.ask('/footage/approvals'))).toMatchObject({ total: 0, items: [] })
      expect(await code(decide(number, { approve: true, reason: '' }, who))).toBe('footageNotFound')
    }
    for (const answer of [client(product).ask('/footage/approvals'), decide(number, { approve: true, reason: '' }, client(product))]) expect((await answer).status).toBe(401)
    expect(await code(official.ask(`/footage/asks/${item!.askId}`))).toBe('footageNotFound')
    expect(await code(supervisor.ask(`/footage/requests/${id}/cancel`, { method: 'POST' }))).toBe('footageNotFound')
    expect((await decide(number, { approve: true, reason: 'ก'.repeat(1001) })).status).toBe(422)
    expect((await decide(number, { approve: 'yes', reason: '' })).status).toBe(422)
    expect((await decide(number, { approve: true, reason: '' })).status).toBe(204)
    expect(await code(decide(number, { approve: false, reason: '' }))).toBe('footageDecided')
    expect((await see(number)).state).toBe('SUBMITTED')
    expect((await ask(item!.askId)).state).toBe('ASKED')
    expect(await code(decide('R-6911-22222', { approve: true, reason: '' }))).toBe('footageNotFound')
  })

  it('is declined with the longest reason, which the officer sees', async () => {
    const { number } = await asked()
    expect((await decide(number, { approve: false, reason: 'ก'.repeat(1000) })).status).toBe(204)
    expect(await see(number)).toMatchObject({ state: 'DECLINED', declined: 'ก'.repeat(1000), may: { cancel: false, decide: false } })
  })
})
