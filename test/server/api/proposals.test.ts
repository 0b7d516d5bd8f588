import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
const people: Record<number, Client> = {}
let phosa: string
let town: string

beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) people[n] = await signedIn(product, n)
  const agency = async (name: string) => (await product.db.agency.findFirstOrThrow({ where: { name } })).id
  ;[phosa, town] = [await agency('อบต.โพสะ'), await agency('เทศบาลเมืองอ่างทอง')]
})
afterAll(() => product.stop())

const proposal = (given: object = {}) => ({ agencyId: phosa, placeText: 'ปากซอยหลังวัด', latitude: 14.5876, longitude: 100.4523, risk: 'CRIME', urgency: 'HIGH', reason: 'รถหายบ่อย', cameras: 2, cameraKind: 'FIXED', budgetSatang: 4_500_000, budgetSource: 'งบจังหวัด', ...given })
const problem = (given: object = {}) => ({ agencyId: phosa, topic: 'BUDGET', text: 'ไม่มีงบซ่อม', suggestion: null, ...given })
async function asked(n: number, path: string, json?: object, method?: string) {
  const answer = await people[n]!.ask(path, json === undefined ? {} : { json, method })
  return { status: answer.status, body: await answer.json() as any }
}
async function outcome(...given: Parameters<typeof asked>) {
  const { status, body } = await asked(...given)
  return status === 200 ? 200 : body.code as string
}

describe.each([
  ['proposals', proposal, { reason: 'รถหายสองคันเดือนนี้' }],
  ['problems', problem, { text: 'ไม่มีงบซ่อมสองปีแล้ว' }],
] as const)('%s', (path, made, change) => {
  const create = async () => (await asked(1, `/${path}`, made())).body as { id: string, number: string }

  it('are made by people of the agency, read by them and by secretary and committee of the province', async () => {
    for (let n = 1; n <= 8; n++) expect(await outcome(n, `/${path}`, made()), `person ${n}`).toBe(n === 1 ? 200 : 'notAllowed')
    for (let n = 1; n <= 8; n++) expect((await asked(n, `/${path}`)).body.total > 0, `person ${n}`).toBe([1, 5, 7].includes(n))
    expect((await client(product).ask(`/${path}`)).status).toBe(401)
  })

  it('are changed, withdrawn and put forward again by the agency and the secretary, and by nobody else', async () => {
    const { id } = await create()
    for (let n = 1; n <= 8; n++) {
      const may = [1, 5].includes(n) ? 200 : 'notFound'
      expect(await outcome(n, `/${path}/${id}`, made(change), 'PUT'), `person ${n}`).toBe(may)
      expect(await outcome(n, `/${path}/${id}/withdraw`, {}), `person ${n}`).toBe(may)
      expect(await outcome(n, `/${path}/${id}/restore`, {}), `person ${n}`).toBe(may)
    }
    expect(await outcome(1, `/${path}/${id}`, made({ agencyId: town }), 'PUT')).toBe('notAllowed')
    expect((await asked(1, `/${path}`)).body.items.find((one: { id: string }) => one.id === id)).toMatchObject(change)
    expect(await outcome(1, `/${path}/018f0000-0000-7000-8000-000000000000`, made(), 'PUT')).toBe('notFound')
  })

  it('are one when sent again with the id that the browser chose; the id of another agency’s is refused', async () => {
    const id = randomUUID()
    const first = await asked(1, `/${path}`, made({ id }))
    expect(first.body.id).toBe(id)
    expect((await asked(1, `/${path}`, made({ ...change, id }))).body).toEqual(first.body)
    await people[1]!.ask(`/drafts/${path.slice(0, -1)}:new`, { method: 'PUT', json: { data: { id, values: made() } } })
    expect((await asked(1, `/drafts/${path.slice(0, -1)}:new`)).body).toEqual({ draft: null })
    const row = { where: { id }, data: { agencyId: town, provinceCode: '15' } }
    await (path === 'proposals' ? product.db.proposal.update(row) : product.db.problem.update(row))
    expect(await outcome(1, `/${path}`, made({ id }))).toBe('notFound')
  })

  it('that were withdrawn are a list of their own', async () => {
    const { id } = await create()
    await asked(1, `/${path}/${id}/withdraw`, {})
    const ids = async (query: string) => (await asked(1, `/${path}${query}`)).body.items.map((one: { id: string }) => one.id)
    expect(await ids('')).not.toContain(id)
    expect(await ids('?withdrawn=true')).toEqual([id])
  })
})

describe('a proposal', () => {
  it.each([
    ['no place at all', { placeText: '', latitude: null, longitude: null }, 'placeText'],
    ['half a point', { longitude: null }, 'longitude'],
    ['a latitude past the pole', { latitude: 90.1 }, 'latitude'],
    ['no camera', { cameras: 0 }, 'cameras'],
    ['51 cameras', { cameras: 51 }, 'cameras'],
    ['half a camera', { cameras: 1.5 }, 'cameras'],
    ['a reason of 1,001 characters', { reason: 'ก'.repeat(1_001) }, 'reason'],
    ['a place of 501', { placeText: 'ก'.repeat(501) }, 'placeText'],
    ['a source of 201', { budgetSource: 'ก'.repeat(201) }, 'budgetSource'],
    ['more than a thousand million baht', { budgetSatang: 100_000_000_001 }, 'budgetSatang'],
    ['a risk that there is none of', { risk: 'DRAGONS' }, 'risk'],
    ['something unknown', { withdrawnAt: null }, 'withdrawnAt'],
  ])('is refused with %s', async (_, given, path) => {
    const { status, body } = await asked(1, '/proposals', proposal(given))
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]])
  })

  it('is taken at its limits, and with a place in words or on the map alone', async () => {
    for (const given of [{ cameras: 50, reason: 'ก'.repeat(1_000), placeText: 'ก'.repeat(500), budgetSource: 'ก'.repeat(200), budgetSatang: 100_000_000_000 }, { placeText: null }, { latitude: null, longitude: null, budgetSatang: null, budgetSource: null }]) { expect(await outcome(1, '/proposals', proposal(given))).toBe(200) }
    expect((await asked(1, '/proposals', proposal({ reason: '<script>alert(1)</script>' }))).body.reason).toBe('<script>alert(1)</script>')
  })

  it('words that were said in the chat and then changed stay when the message is taken back', async () => {
    const { body: { id } } = await asked(1, '/proposals', proposal())
    await product.db.proposal.update({ where: { id }, data: { reasonMessageId: 'm1', placeMessageId: 'm2' } })
    await asked(1, `/proposals/${id}`, proposal({ reason: 'อีกเหตุผล' }), 'PUT')
    expect(await product.db.proposal.findUnique({ where: { id } })).toMatchObject({ reasonMessageId: null, placeMessageId: 'm2' })
  })

  it('shows the nearest cameras and whether they work', async () => {
    const { body } = await asked(1, '/proposals/near?latitude=14.58762&longitude=100.45231')
    expect(body.cameras[0]).toMatchObject({ siteName: 'หน้าตลาดสุวพันธุ์', distance: 0, inRepair: expect.any(Boolean) })
    expect(body.cameras).toHaveLength(3)
    expect((await asked(1, '/proposals/near?latitude=0&longitude=0')).body).toMatchObject({ within: 500, cameras: [] })
    expect((await asked(1, '/proposals/near?latitude=91&longitude=0')).status).toBe(422)
  })
})
