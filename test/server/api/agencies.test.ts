import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let secretary: Client
let others: Client[]
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) } })
  secretary = await signedIn(product, 5)
  others = await Promise.all([1, 3, 4, 6, 7, 8].map(n => signedIn(product, n)))
})
afterAll(() => product.stop())

interface Agency { id: string, name: string, nameEn: string | null, kind: string, districtCode: string | null, phone: string | null, people: number, cameras: number }
const list = async () => await (await secretary.ask('/agencies?provinceCode=15')).json() as Agency[]
const find = async (name: string) => (await list()).find(agency => agency.name === name)
const add = (agencies: unknown[], provinceCode = '15') => secretary.ask('/agencies', { method: 'POST', json: { provinceCode, agencies } })
const school = (name: string) => ({ name, kind: 'SCHOOL' })
const facts = (of: Partial<Agency>) => ({ name: of.name, nameEn: null, kind: 'SCHOOL', districtCode: null, phone: null, ...of })
const change = (id: string, json: unknown) => secretary.ask(`/agencies/${id}`, { method: 'PUT', json })
const code = async (answer: Response) => (await answer.json() as { code: string }).code

describe('the agencies of a province', () => {
  it('are told with their people and cameras', async () => {
    const agencies = await list()
    expect(agencies.length).toBe(await product.db.agency.count({ where: { provinceCode: '15' } }))
    expect(agencies.find(({ name }) => name === 'เทศบาลเมืองอ่างทอง')).toMatchObject({ kind: 'MUNICIPALITY', cameras: await product.db.camera.count({ where: { agency: { name: 'เทศบาลเมืองอ่างทอง' }, status: { not: 'REMOVED' } } }) })
  })

  it('are added together, in another spelling not again, and take part in the open round', async () => {
    const answer = await add([school('โรงเรียนบ้านรอ'), school(' โรงเรียน  บ้านรอ '), { name: 'องค์การบริหารส่วนตำบลโพสะ', kind: 'SUBDISTRICT_ORGANISATION' }])
    expect(await answer.json()).toEqual({ added: 1, known: 2 })
    const { id } = (await find('โรงเรียนบ้านรอ'))!
    expect(await product.db.agencyReturn.findMany({ where: { agencyId: id }, select: { state: true, round: { select: { closedAt: true } } } })).toEqual([{ state: 'NOT_STARTED', round: { closedAt: null } }])
    expect(await product.db.auditEntry.count({ where: { action: 'agency.added', subject: `agency:${id}` } })).toBe(1)
    // Sent once more, because the answer was lost.
    expect(await (await add([school('โรงเรียนบ้านรอ')])).json()).toEqual({ added: 0, known: 1 })
  })

  it('are added once by two who do it in the same moment', async () => {
    const answers = await Promise.all(['โรงเรียนวัดนางใน', 'โรงเรียน วัดนางใน'].map(name => add([school(name)]).then(answer => answer.json())))
    expect(answers.map(answer => (answer as { added: number }).added).sort()).toEqual([0, 1])
  })

  it('are changed; a name that another has is refused', async () => {
    const { id } = (await find('โรงเรียนบ้านรอ'))!
    expect((await change(id, facts({ name: 'โรงเรียนบ้านรอวิทยา', nameEn: 'Ban Ro School', districtCode: '1501', phone: '๐๓๕ ๖๑๑ ๐๐๐' }))).status).toBe(204)
    expect(await find('โรงเรียนบ้านรอวิทยา')).toMatchObject({ id, nameEn: 'Ban Ro School', districtCode: '1501', phone: '035 611 000' })
    expect(await code(await change(id, facts({ name: 'อบต.โพสะ' })))).toBe('agencyExists')
    expect(await code(await change(id, facts({ name: 'โรงเรียน', districtCode: '1001' })))).toBe('districtUnknown')
  })

  it('are removed while nothing belongs to them', async () => {
    const { id } = (await find('โรงเรียนบ้านรอวิทยา'))!
    expect((await secretary.ask(`/agencies/${id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await product.db.auditEntry.count({ where: { action: 'agency.removed', subject: `agency:${id}` } })).toBe(1)
    expect(await code(await secretary.ask(`/agencies/${id}`, { method: 'DELETE' }))).toBe('notFound')
    const used = (await find('เทศบาลเมืองอ่างทอง'))!
    expect(await code(await secretary.ask(`/agencies/${used.id}`, { method: 'DELETE' }))).toBe('agencyInUse')
    expect(await find('เทศบาลเมืองอ่างทอง')).toEqual(used)
  })
})

describe('of bad input', () => {
  it.each([
    ['no agency', []],
    ['301 agencies', Array.from({ length: 301 }, (_, i) => school(`โรงเรียนที่ ${i}`))],
    ['a name of 151 characters', [school('ก'.repeat(151))]],
    ['a name of blanks', [school('  ')]],
    ['a kind that there is not', [{ name: 'โรงเรียน', kind: 'CAFE' }]],
    ['a field that there is not', [{ ...school('โรงเรียน'), admin: true }]],
  ])('%s is refused, and nothing is added', async (_, agencies) => {
    const before = (await list()).length
    const answer = await add(agencies)
    expect([answer.status, await code(answer)]).toEqual([422, 'inputInvalid'])
    expect((await list()).length).toBe(before)
  })

  it('takes 300 at once, and a name of 150 characters', async () => {
    const many = [...Array.from({ length: 299 }, (_, i) => school(`โรงเรียนลำดับ ${i}`)), school('ข'.repeat(150))]
    expect(await (await add(many)).json()).toEqual({ added: 300, known: 0 })
  })
})

it('is for the secretaries of the province only', async () => {
  const { id } = (await find('อบต.โพสะ'))!
  const tries = (who: Client) => [
    who.ask('/agencies?provinceCode=15'),
    who.ask('/agencies', { method: 'POST', json: { provinceCode: '15', agencies: [school('โรงเรียนของใคร')] } }),
    who.ask(`/agencies/${id}`, { method: 'PUT', json: facts({ name: 'โรงเรียนของใคร' }) }),
    who.ask(`/agencies/${id}`, { method: 'DELETE' }),
  ]
  for (const who of others) expect((await Promise.all(tries(who))).map(({ status }) => status)).toEqual([403, 403, 403, 403])
  expect((await Promise.all(tries(client(product)))).map(({ status }) => status)).toEqual([401, 401, 401, 401])
  expect((await secretary.ask('/agencies?provinceCode=14')).status).toBe(403)
  expect((await add([school('โรงเรียนข้างเคียง')], '14')).status).toBe(403)
  expect(await find('โรงเรียนของใคร')).toBeUndefined()
})
