import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mostKeys } from '../../../domain/keys/commands'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

const begin = Date.parse('2026-11-26T02:00:00Z')
const day = 86_400_000
let time = begin
let product: Product
let secretary: Client
/** An official, a police officer, an owner, a technician, a committee member, nobody in particular. */
let others: Client[]
beforeAll(async () => {
  product = await startProduct({ template: 'demo', now: () => new Date(time), line: { now: () => time }, budget: { most: 1_000, span: 3600_000, sources: 100 } })
  secretary = await signedIn(product, 5)
  others = await Promise.all([1, 3, 4, 6, 7, 8].map(n => signedIn(product, n)))
})
afterEach(async () => {
  time = begin
  await product.db.apiKey.deleteMany()
})
afterAll(() => product.stop())

interface Made { id: string, name: string, key: string | null, expiresAt: string | null }
interface Listed { items: { id: string, name: string, good: boolean, revokedAt: string | null }[], next: string | null }
const wanted = { provinceCode: '15', name: 'แดชบอร์ดจังหวัด', scopes: ['cameras:read'] }
const create = (body: object = {}, headers?: Record<string, string>) => secretary.ask('/keys', { json: { ...wanted, ...body }, headers })
const made = async (body?: object) => (await create(body)).json() as Promise<Made>
const list = async (query = '') => (await secretary.ask(`/keys?provinceCode=15${query}`)).json() as Promise<Listed>
const revoke = (id: string, by = secretary) => by.ask(`/keys/${id}/revoke`, { method: 'POST' })
const audited = async (id: string) => (await product.db.auditEntry.findMany({ where: { subject: `apiKey:${id}` }, orderBy: { id: 'asc' } })).map(({ action, provinceCode, data, actorId }) => ({ action, provinceCode, data, actorId }))

describe('a key', () => {
  it('is told once, is kept as a hash alone, and what became of it is in the list and in the audit', async () => {
    const { id, key, ...rest } = await made({ scopes: ['overview:read', 'cameras:read'], days: 30 })
    expect([key, rest]).toEqual([expect.stringMatching(/^sgk_[\w-]{43}$/), { name: 'แดชบอร์ดจังหวัด', expiresAt: new Date(begin + 30 * day).toISOString() }])
    expect((await made()).key).not.toBe(key)
    expect((await list()).items.find(one => one.id === id)).toEqual({
      id,
      name: 'แดชบอร์ดจังหวัด',
      scopes: ['cameras:read', 'overview:read'],
      createdBy: 'นภาพร วงศ์สุวรรณ',
      createdAt: new Date(begin).toISOString(),
      lastUsedAt: null,
      expiresAt: new Date(begin + 30 * day).toISOString(),
      revokedAt: null,
      good: true,
    })
    for (const _ of [1, 2]) expect((await revoke(id)).status).toBe(204)
    expect((await list()).items.find(one => one.id === id)).toMatchObject({ good: false, revokedAt: new Date(begin).toISOString() })
    const { id: actorId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(5) } })
    expect(await audited(id)).toEqual([
      { action: 'apiKey.created', provinceCode: '15', actorId, data: { scopes: ['cameras:read', 'overview:read'], expiresAt: new Date(begin + 30 * day).toISOString() } },
      { action: 'apiKey.revoked', provinceCode: '15', actorId, data: {} },
    ])
    const everything = JSON.stringify([await product.db.apiKey.findMany(), await product.db.auditEntry.findMany(), await list()], (_, value: unknown) => typeof value === 'bigint' ? Number(value) : value)
    expect(everything).not.toContain(key!.slice(4))
  })

  it('that was asked for twice with one Idempotency-Key is one key, whose text is not told again nor stored', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const [first, second] = [await (await create({}, headers)).json() as Made, await (await create({}, headers)).json() as Made]
    expect(second).toEqual({ ...first, key: null })
    expect(await product.db.apiKey.count()).toBe(1)
    expect(JSON.stringify(await product.db.idempotencyKey.findMany())).not.toContain(first.key!.slice(4))
    expect(await (await create({ name: 'อื่น' }, headers)).json()).toMatchObject({ status: 422, code: 'keyUsed' })
  })

  it.each([
    ['no name', { name: '' }, 'name', 'กรอกช่องนี้'],
    ['a name of nothing', { name: ' \n ' }, 'name', 'อย่างน้อย 1'],
    ['a name that is too long', { name: 'ก'.repeat(81) }, 'name', 'ไม่เกิน 80'],
    ['nothing it is for', { scopes: [] }, 'scopes', 'อย่างน้อย 1'],
    ['what there is not', { scopes: ['cameras:write'] }, 'scopes.0', 'เลือกจากรายการ'],
    ['no day', { days: 0 }, 'days', 'ต้องไม่น้อยกว่า 1'],
    ['a day in the past', { days: -1 }, 'days', 'ต้องไม่น้อยกว่า 1'],
    ['more than five years', { days: 1_827 }, 'days', 'ต้องไม่เกิน 1,826'],
    ['half a day', { days: 1.5 }, 'days', 'จำนวนเต็ม'],
    ['no province', { provinceCode: '1' }, 'provinceCode', 'ตรวจและแก้ไข'],
  ])('is not made with %s', async (_, body, path, detail) => {
    expect(await (await create(body)).json()).toMatchObject({ status: 422, errors: [{ path, detail: expect.stringContaining(detail) }] })
    expect(await product.db.apiKey.count()).toBe(0)
  })

  it('is made at the limits, for a year when nothing is said, and without an end', async () => {
    expect(await made({ name: 'ก'.repeat(80), days: 1_826 })).toMatchObject({ name: 'ก'.repeat(80), expiresAt: new Date(begin + 1_826 * day).toISOString() })
    expect(await made({ name: ' ก\0\n  ข ', days: 1, scopes: ['cameras:read', 'cameras:read', 'cameras:export', 'overview:read'] })).toMatchObject({ name: 'ก ข', expiresAt: new Date(begin + day).toISOString() })
    expect(await made({ days: undefined })).toMatchObject({ expiresAt: new Date(begin + 365 * day).toISOString() })
    expect(await made({ days: null })).toMatchObject({ expiresAt: null })
  })

  it('is one of twenty that are good; of two asked for at once, the last place has one; revoked and expired ones make room', async () => {
    for (let n = 1; n < mostKeys; n++) await made({ name: `ดอกที่ ${n}`, days: n === 1 ? 1 : 30 })
    const both = await Promise.all([create({ days: 30 }), create({ days: 30 })])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await (await create()).json()).toMatchObject({ status: 409, code: 'apiKeyTooMany', detail: expect.stringContaining('20') })
    time = begin + day
    expect((await create()).status).toBe(200)
    expect((await create()).status).toBe(409)
    await revoke((await list()).items[0]!.id)
    expect((await create()).status).toBe(200)
  })

  it('stands in the list before those that are over, newest first, page by page', async () => {
    await product.db.apiKey.createMany({ data: Array.from({ length: 40 }, (_, n) => ({ tokenHash: `hash ${n}`, provinceCode: '15', name: `${n}`, scopes: ['cameras:read'], createdById: randomUUID(), createdAt: new Date(begin - n * day), revokedAt: n < 20 ? new Date(begin) : null, expiresAt: n === 20 ? new Date(begin) : null })) })
    const first = await list()
    const second = await list(`&cursor=${first.next}`)
    const expected = [...Array.from({ length: 19 }, (_, n) => n + 21), ...Array.from({ length: 21 }, (_, n) => n)]
    expect([...first.items, ...second.items].map(({ name }) => Number(name))).toEqual(expected)
    expect([first.items.length, second.next, first.items.filter(({ good }) => good).length]).toEqual([30, null, 19])
  })
})

it('nobody but a secretary of the province sees, makes or revokes one; not even with a key', async () => {
  const { id, key } = await made({ scopes: ['cameras:read', 'cameras:export', 'overview:read'] })
  const tries: [string, object?][] = [['/keys?provinceCode=15'], ['/keys', { json: wanted }], [`/keys/${id}/revoke`, { method: 'POST' }]]
  for (const [path, init] of tries) {
    for (const other of others) expect([path, await (await other.ask(path, init)).json()]).toMatchObject([path, { status: 403, code: 'notAllowed' }])
    expect((await client(product).ask(path, init)).status).toBe(401)
    // Also where the secretary's cookie comes along.
    expect(await (await client(product, secretary.cookie).ask(path, { ...init, headers: { authorization: `Bearer ${key}` } })).json()).toMatchObject({ status: 401, code: 'apiKeyNotHere' })
  }
  expect(await (await revoke(randomUUID())).json()).toMatchObject({ status: 404, code: 'notFound' })
  // Nor a secretary of another province.
  await product.db.membership.updateMany({ where: { role: 'SECRETARY', user: { lineUserId: lineId(5) } }, data: { provinceCode: '14' } })
  for (const [path, init] of tries) expect([path, await (await secretary.ask(path, init)).json()]).toMatchObject([path, { status: 403, code: 'notAllowed' }])
  await product.db.membership.updateMany({ where: { role: 'SECRETARY', user: { lineUserId: lineId(5) } }, data: { provinceCode: '15' } })
  expect((await list()).items).toMatchObject([{ id, good: true }])
})
