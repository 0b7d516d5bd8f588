import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readInvitationCode } from '../../../domain/people/invitationCode'
import { chat } from '../../helpers/chat'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let secretary: Client
/** An official, a police officer, an owner, a technician, a committee member, nobody in particular. */
let others: Client[]
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) }, budget: { most: 1000, span: 60_000, sources: 100 } })
  secretary = await signedIn(product, 5)
  others = await Promise.all([1, 3, 4, 6, 7, 8].map(n => signedIn(product, n)))
})
afterAll(() => product.stop())

const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>
interface Person { membershipId: string, displayName: string, role: string, agencyId: string | null, agencyName: string | null, suspendedAt: string | null, own: boolean }
interface People { items: Person[], next: string | null }
const list = (query = '') => json<People>(secretary.ask(`/people?provinceCode=15${query}`))
const agencyOf = async (name: string) => (await product.db.agency.findFirstOrThrow({ where: { provinceCode: '15', name: { contains: name } } })).id
const membershipOf = (n: number) => product.db.membership.findFirstOrThrow({ where: { user: { lineUserId: lineId(n) } } })
const asks = async (n: number) => (await product.db.accessRequest.create({ data: { userId: (await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) } })).id, role: 'COMMITTEE', provinceCode: '15', fullName: 'มาลี ตั้งใจ' } })).id

describe('the people of a province', () => {
  it('come in pages, each of them once, by what is filtered', async () => {
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: People = await list(cursor && `&cursor=${cursor}`)
      seen.push(...page.items.map(({ membershipId }) => membershipId))
      cursor = page.next
    }
    expect(seen.length).toBe(await product.db.membership.count({ where: { provinceCode: '15' } }))
    expect(new Set(seen).size).toBe(seen.length)
    expect((await list('&role=TECHNICIAN&q=โพสะ')).items.every(({ role, agencyName }) => role === 'TECHNICIAN' && agencyName!.includes('โพสะ'))).toBe(true)
    expect((await list('&role=SECRETARY')).items.find(({ own }) => own)).toMatchObject({ role: 'SECRETARY', agencyId: null })
  })

  it('say who can be reached, and the agencies where nobody can', async () => {
    const reach = await json<{ people: number, agenciesUnreached: { name: string }[] }>(secretary.ask('/people/reach?provinceCode=15'))
    expect(reach.people).toBeGreaterThan(5)
    expect(reach.agenciesUnreached.map(({ name }) => name)).not.toContain('เทศบาลเมืองอ่างทอง')
  })

  it('are suspended, restored and moved; doing it again changes nothing more', async () => {
    const { id, agencyId: home } = await membershipOf(1)
    const town = await agencyOf('เทศบาลเมืองอ่างทอง')
    for (const _ of [1, 2]) expect((await secretary.ask(`/people/${id}/suspend`, { method: 'POST' })).status).toBe(204)
    expect((await list('&standing=SUSPENDED')).items.map(({ membershipId }) => membershipId)).toContain(id)
    expect(await product.db.auditEntry.count({ where: { action: 'membership.suspended', subject: `membership:${id}` } })).toBe(1)
    expect((await secretary.ask(`/people/${id}/restore`, { method: 'POST' })).status).toBe(204)
    for (const agencyId of [town, town, home!]) expect((await secretary.ask(`/people/${id}`, { method: 'PATCH', json: { agencyId } })).status).toBe(204)
    expect(await membershipOf(1)).toMatchObject({ id, agencyId: home, suspendedAt: null })
  })

  it('are refused what makes no sense, in a sentence', async () => {
    const { id } = await membershipOf(5)
    expect(await json(secretary.ask(`/people/${id}/suspend`, { method: 'POST' }))).toMatchObject({ status: 409, code: 'ownMembership' })
    expect(await json(secretary.ask(`/people/${id}`, { method: 'PATCH', json: { agencyId: await agencyOf('โพสะ') } }))).toMatchObject({ status: 404, code: 'agencyUnknown' })
    expect(await json(secretary.ask('/people/00000000-0000-4000-8000-000000000000/restore', { method: 'POST' }))).toMatchObject({ status: 404, code: 'notFound' })
    expect(await json(secretary.ask('/people?provinceCode=15&role=KING'))).toMatchObject({ status: 422, errors: [{ path: 'role', detail: 'เลือกจากรายการ' }] })
    expect(await json(secretary.ask(`/people?provinceCode=15&q=${'ก'.repeat(101)}`))).toMatchObject({ status: 422, errors: [{ path: 'q' }] })
    expect((await secretary.ask(`/people?provinceCode=15&q=${'ก'.repeat(100)}`)).status).toBe(200)
  })
})

describe('requests for a role', () => {
  it('are approved, and whoever asked hears of it; of two decisions the first counts', async () => {
    const id = await asks(8)
    expect(await json<{ id: string }[]>(secretary.ask('/access-requests?provinceCode=15'))).toMatchObject([{ id, fullName: 'มาลี ตั้งใจ', role: 'COMMITTEE' }])
    expect((await secretary.ask(`/access-requests/${id}/decision`, { json: { approve: true } })).status).toBe(204)
    expect(await json(secretary.ask(`/access-requests/${id}/decision`, { json: { approve: false, reason: 'x' } }))).toMatchObject({ status: 409, code: 'accessDecided' })
    expect(await chat(product, lineId(8)).says('ช่วยเหลือ')).toContain('กรรมการ')
    await product.db.membership.deleteMany({ where: { user: { lineUserId: lineId(8) } } })
  })

  it('are refused only with a reason', async () => {
    const id = await asks(8)
    expect(await json(secretary.ask(`/access-requests/${id}/decision`, { json: { approve: false } }))).toMatchObject({ status: 422, code: 'reasonNeeded' })
    expect(await json(secretary.ask(`/access-requests/${id}/decision`, { json: { approve: false, reason: 'ก'.repeat(501) } }))).toMatchObject({ status: 422, errors: [{ path: 'reason' }] })
    expect((await secretary.ask(`/access-requests/${id}/decision`, { json: { approve: false, reason: 'ไม่ใช่กรรมการ' } })).status).toBe(204)
    expect(await chat(product, lineId(8)).says('ช่วยเหลือ')).toContain('ไม่ใช่กรรมการ')
  })
})

describe('invitations', () => {
  interface Invited { id: string, code: string, link: string | null }
  const invite = (body: object) => secretary.ask('/invitations', { json: { provinceCode: '15', ...body } })

  it('give a code that lets somebody in, and a link with it typed in; revoked, it lets nobody in', async () => {
    const made = await json<Invited>(invite({ role: 'OFFICIAL', agencyId: await agencyOf('โพสะ'), days: 1, maxUses: 2 }))
    expect(readInvitationCode(made.code)).toBe(made.code)
    expect(decodeURIComponent(made.link!)).toContain(`ลงทะเบียน ${made.code}`)
    expect(await chat(product, lineId(8)).says(`ลงทะเบียน ${made.code}`)).toContain('โพสะ')
    expect(await json<{ items: object[] }>(secretary.ask('/invitations?provinceCode=15'))).toMatchObject({ items: [{ id: made.id, uses: 1, maxUses: 2, open: true }] })
    for (const _ of [1, 2]) expect((await secretary.ask(`/invitations/${made.id}/revoke`, { method: 'POST' })).status).toBe(204)
    expect(await chat(product, lineId(4)).says(`ลงทะเบียน ${made.code}`)).toContain('ยกเลิก')
    await product.db.membership.deleteMany({ where: { user: { lineUserId: lineId(8) } } })
  })

  it('are made once when the answer was lost and they are asked for again, with the same code, which the database does not hold', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    const again = (body: object = {}) => secretary.ask('/invitations', { json: { provinceCode: '15', role: 'COMMITTEE', ...body }, headers })
    const before = await product.db.invitation.count()
    const [one, two] = [await json<Invited>(again()), await json<Invited>(again())]
    expect(two).toEqual(one)
    expect(readInvitationCode(one.code)).toBe(one.code)
    expect(await product.db.invitation.count()).toBe(before + 1)
    const kept = await product.db.$queryRaw<{ all: string }[]>`SELECT k::text AS "all" FROM "IdempotencyKey" k`
    expect(kept.map(({ all }) => all).join()).not.toMatch(new RegExp(one.code.replaceAll('-', '.?')))
    expect(await json(again({ days: 2 }))).toMatchObject({ status: 422, code: 'keyUsed' })
  })

  it.each([
    ['no agency for a role held in one', { role: 'POLICE' }, 'agencyId', 'เลือกจากรายการ'],
    ['a role that is not given', { role: 'ADMIN' }, 'role', 'เลือกจากรายการ'],
    ['no day', { role: 'COMMITTEE', days: 0 }, 'days', 'ต้องไม่น้อยกว่า 1'],
    ['too many days', { role: 'COMMITTEE', days: 91 }, 'days', 'ต้องไม่เกิน 90'],
    ['nobody', { role: 'COMMITTEE', maxUses: 0 }, 'maxUses', 'ต้องไม่น้อยกว่า 1'],
    ['too many people', { role: 'COMMITTEE', maxUses: 501 }, 'maxUses', 'ต้องไม่เกิน 500'],
  ])('are not made for %s', async (_, body, path, detail) => {
    expect(await json(invite(body))).toMatchObject({ status: 422, errors: [{ path, detail }] })
  })

  it('are made at the limits', async () => {
    expect((await invite({ role: 'COMMITTEE', days: 90, maxUses: 500 })).status).toBe(200)
    expect((await invite({ role: 'COMMITTEE', days: 1, maxUses: 1 })).status).toBe(200)
    expect(await json(invite({ role: 'OFFICIAL', provinceCode: '14', agencyId: await agencyOf('โพสะ') }))).toMatchObject({ status: 403, code: 'notAllowed' })
  })
})

it('nobody but a secretary of the province may see or do any of it', async () => {
  const { id: person } = await membershipOf(1)
  const request = await asks(4)
  const invitation = await json<{ id: string }>(secretary.ask('/invitations', { json: { provinceCode: '15', role: 'COMMITTEE' } }))
  const post = (path: string, json?: object): [string, object] => [path, { method: 'POST', json }]
  const tries: [string, object?][] = [
    ['/people?provinceCode=15'],
    ['/people/reach?provinceCode=15'],
    ['/invitations?provinceCode=15'],
    post(`/people/${person}/suspend`),
    post(`/people/${person}/restore`),
    [`/people/${person}`, { method: 'PATCH', json: { agencyId: await agencyOf('เทศบาลเมืองอ่างทอง') } }],
    post(`/access-requests/${request}/decision`, { approve: true }),
    post('/invitations', { provinceCode: '15', role: 'SECRETARY' }),
    post(`/invitations/${invitation.id}/revoke`),
  ]
  for (const [path, init] of tries) {
    for (const other of others) expect([path, await json<object>(other.ask(path, init))]).toMatchObject([path, { status: 403, code: 'notAllowed' }])
    expect((await client(product).ask(path, init)).status).toBe(401)
  }
  for (const other of others) expect(await json(other.ask('/access-requests?provinceCode=15'))).toEqual([])
  expect(await membershipOf(1)).toMatchObject({ suspendedAt: null })
  // Nor a secretary of another province.
  await product.db.membership.updateMany({ where: { role: 'SECRETARY', user: { lineUserId: lineId(5) } }, data: { provinceCode: '14' } })
  for (const [path, init] of tries) expect([path, await json<object>(secretary.ask(path, init))]).toMatchObject([path, { status: 403, code: 'notAllowed' }])
})
