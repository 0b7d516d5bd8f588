import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let official: Client
let secretary: Client
let committee: Client
let national: Client
let nobody: Client
let pohsa: string
/** A camera of อบต.โพสะ. */
let code: string
beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  ;[official, secretary, committee, nobody, national] = [await signedIn(product, 1), await signedIn(product, 5), await signedIn(product, 7), await signedIn(product, 8), await signedIn(product, 9)]
  const { id: userId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(9) } })
  await product.db.membership.create({ data: { userId, role: 'NATIONAL', provinceCode: '10' } })
  pohsa = (await product.db.agency.findFirstOrThrow({ where: { name: 'อบต.โพสะ' } })).id
  code = (await product.db.camera.findFirstOrThrow({ where: { agencyId: pohsa, workOrders: { none: {} } }, orderBy: { code: 'asc' } })).code
  await product.db.camera.update({ where: { code }, data: { custodianName: 'สมชาย', custodianPhone: '035 611 000', retentionDays: 3, direction: 90, fieldOfView: 60, linked: true, networkName: 'CAT' } })
})
afterAll(() => product.stop())

const read = async (answer: Response): Promise<any> => answer.json()
const list = async (by: Client, query = '') => read(await by.ask(`/register?${query}`))
const codes = (page: { items: { code: string }[] }) => page.items.map(({ code }) => code)

describe('the register over the API', () => {
  it('has the figures of the minutes: 55 agencies, 43 with cameras, 860 cameras, 734 of them work', async () => {
    const { total, status, agencies } = await read(await committee.ask('/register/counts?province=15'))
    expect([agencies, total, status.NORMAL, total - status.NORMAL]).toEqual([{ all: 55, withCameras: 43 }, 860, 734, 126])
  })

  it('has the map of a province begin with the province, though one camera’s coordinates are those of another', async () => {
    const { siteId } = await product.db.camera.findUniqueOrThrow({ where: { code } })
    const { latitude, longitude } = await product.db.site.findUniqueOrThrow({ where: { id: siteId } })
    const box = async () => (await read(await committee.ask('/register/counts?province=15'))).box
    await product.db.site.update({ where: { id: siteId }, data: { latitude: 18.79, longitude: 98.98 } })
    const { west, south, east, north } = await box()
    expect([west > 100, south > 14, east < 101, north < 15]).toEqual([true, true, true, true])
    await product.db.site.update({ where: { id: siteId }, data: { latitude, longitude } })
  })

  it('goes through all cameras page by page, each once, in every order and back', async () => {
    for (const sort of ['code', 'completeness', 'since', 'place']) {
      const all: string[] = []
      for (let cursor = ''; all.length < 2_000;) {
        const page = await list(secretary, `province=15&limit=200&sort=${sort}${cursor}`)
        all.push(...codes(page))
        if (!page.next) break
        cursor = `&cursor=${page.next}`
      }
      // The private one is in an order that tells nothing of it.
      const seen = sort === 'completeness' ? 860 : 861
      expect([sort, all.length, new Set(all).size]).toEqual([sort, seen, seen])
      expect(codes(await list(secretary, `province=15&limit=1&sort=-${sort}`))).toEqual(all.slice(-1))
    }
  })

  it('refuses a cursor that is none, of another order, or with something else in it', async () => {
    const { next } = await list(secretary, 'limit=1&sort=code')
    const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    for (const [sort, cursor] of [['code', 'x'], ['place', next], ['since', made(['since', 'yesterday', '15-00001'])], ['code', made(['code', 'a\0'])], ['code', made({})]]) {
      expect(await list(secretary, `sort=${sort}&cursor=${cursor}`)).toMatchObject({ status: 422, code: 'cursorUnknown' })
    }
  })

  it.each<[string, string, object]>([
    ['status', 'status=DAMAGED,UNUSABLE', { status: { in: ['DAMAGED', 'UNUSABLE'] } }],
    ['kind', 'kind=PTZ', { kind: 'PTZ' }],
    ['district', 'district=1501,1503', { site: { OR: [{ subdistrictCode: { startsWith: '1501' } }, { subdistrictCode: { startsWith: '1503' } }] } }],
    ['network', 'network=linked', { linked: true }],
    ['network not known, or not', 'network=unknown,not', { OR: [{ linked: null }, { linked: false }] }],
    ['retention', 'retention=0-7', { retentionDays: { lte: 7 } }],
    ['retention not known', 'retention=unknown', { retentionDays: null }],
    ['completeness', 'completeness=50-', { completeness: { gte: 50 } }],
    ['all together', 'status=NORMAL&district=1501&retention=1-60&kind=FIXED,DOME', { status: 'NORMAL', kind: { in: ['FIXED', 'DOME'] }, retentionDays: { gte: 1, lte: 60 }, site: { subdistrictCode: { startsWith: '1501' } } }],
  ])('filters by %s', async (_, query, where) => {
    const expected = await product.db.camera.findMany({ where: { AND: [{ ownership: 'PUBLIC', status: { not: 'REMOVED' } }, where] }, orderBy: { code: 'asc' } })
    expect(codes(await list(secretary, `province=15&limit=200&${query}`))).toEqual(expected.slice(0, 200).map(({ code }) => code))
    expect((await read(await secretary.ask(`/register/counts?province=15&${query}`))).total).toBe(expected.length)
  })

  it('filters by agency, and finds by code, by asset number and by words however they are spelt', async () => {
    const own = await list(official, `agency=${pohsa}&limit=200`)
    expect(new Set(own.items.map(({ agencyName }: any) => agencyName))).toEqual(new Set(['อบต.โพสะ']))
    expect(codes(await list(nobody, `q=${encodeURIComponent(code.replace('-', ' ').replaceAll('0', '๐'))}`))).toEqual([code])
    const numbered = await product.db.camera.findFirstOrThrow({ where: { assetNumber: { not: null } } })
    expect(codes(await list(nobody, `q=${encodeURIComponent(numbered.assetNumber!)}`))).toContain(numbered.code)
    const words = await list(nobody, `province=15&q=${encodeURIComponent('ตลาดสด')}`)
    expect(words.items.length).toBeGreaterThan(0)
    expect(codes(await list(nobody, `province=15&q=${encodeURIComponent('ตลาด ศด')}`))).toContain(codes(words)[0])
    expect((await list(nobody, `q=${encodeURIComponent('กขคงจฉชซ')}`)).items).toEqual([])
    expect((await nobody.ask('/register?q=%00')).status).toBe(200)
  })

  it('says what is wrong with a filter, at and past each limit', async () => {
    for (const good of ['limit=200', 'limit=1', `q=${'a'.repeat(200)}`, 'retention=0-3650', 'completeness=0-100', 'completeness=50-50']) expect([good, (await secretary.ask(`/register?${good}`)).status]).toEqual([good, 200])
    for (const bad of ['limit=201', 'limit=0', 'limit=x', `q=${'a'.repeat(201)}`, 'retention=0-3651', 'retention=9-3', 'retention=-', 'completeness=0-101', 'completeness=unknown', 'status=BROKEN', 'agency=x', 'province=1', 'district=15', 'sort=name', 'what=1']) expect([bad, (await secretary.ask(`/register?${bad}`)).status]).toEqual([bad, 422])
  })

  it('shows each reader what is theirs to see', async () => {
    const seen = async (by: Client, which = code) => (await list(by, `q=${which}`)).items[0]
    expect(await seen(official)).toMatchObject({ whole: true, retentionDays: 3, linked: true, completeness: expect.any(Number) })
    expect(await seen(national)).toMatchObject({ whole: true, retentionDays: 3 })
    expect(await seen(nobody)).toMatchObject({ whole: false, retentionDays: null, linked: null, completeness: null, agencyName: 'อบต.โพสะ', status: 'DAMAGED' })
    const stranger = await product.db.camera.findFirstOrThrow({ where: { agencyId: { not: pohsa }, retentionDays: { not: null } } })
    expect(await seen(official, stranger.code)).toMatchObject({ whole: false, retentionDays: null })
  })

  it('does not tell by a filter what it does not show', async () => {
    for (const query of ['retention=0-3', 'network=linked', 'completeness=0-100', 'sort=completeness']) {
      expect([query, await list(nobody, query)]).toEqual([query, { items: [], next: null, narrowed: true }])
      const own = await list(official, query)
      expect(new Set(own.items.map(({ agencyId }: any) => agencyId))).toEqual(new Set([pohsa]))
    }
    expect((await read(await nobody.ask('/register/counts?retention=unknown'))).total).toBe(0)
    expect((await list(national, 'retention=0-3')).narrowed).toBe(false)
  })

  it('shows a private camera as a point to the police and the secretary of its province, and to nobody else', async () => {
    const site = await product.db.site.findFirstOrThrow({ where: { provinceCode: '15' } })
    const owner = await product.db.user.findFirstOrThrow()
    const consent = await product.db.consent.create({ data: { userId: owner.id, version: '1', language: 'TH', givenAt: new Date() } })
    await product.db.camera.create({ data: { code: '15-90001', siteId: site.id, ownership: 'PRIVATE', custodianName: 'เจ้าของร้าน', custodianPhone: '0810000000', direction: 10, private: { create: { ownerId: owner.id, consentId: consent.id, contact: 'sealed', indoors: true, affirmedAt: new Date() } } } })
    const police = await signedIn(product, 3)
    for (const by of [police, secretary]) {
      expect((await list(by, 'q=15-90001')).items).toMatchObject([{ hidden: true, whole: false, retentionDays: null }])
      expect(await read(await by.ask('/register/15-90001'))).toMatchObject({ hidden: true, direction: null, known: null })
      expect((await by.ask('/register/15-90001/history')).status).toBe(404)
    }
    for (const by of [official, committee, national, nobody]) {
      expect((await list(by, 'q=15-90001')).items).toEqual([])
      expect((await by.ask('/register/15-90001')).status).toBe(404)
    }
    await product.db.camera.delete({ where: { code: '15-90001' } })
  })

  it('draws those of a part of the map, one by one, or counted together where there are many', async () => {
    const { points, clusters } = await read(await nobody.ask('/register/points?province=15&box=100.2,14.4,100.6,14.8'))
    expect(clusters).toEqual([])
    expect(points.length).toBeGreaterThan(800)
    expect(points.every(({ range }: any) => range === null)).toBe(true)
    expect((await read(await official.ask(`/register/points?agency=${pohsa}&box=100.2,14.4,100.6,14.8`))).points.some(({ fieldOfView }: any) => fieldOfView !== null)).toBe(true)
    expect((await read(await nobody.ask('/register/points?box=101,14.4,101.1,14.8'))).points).toEqual([])
    for (const box of ['1,2,3', '101,1,100,2', 'a,b,c,d', '-181,0,0,1', '']) expect([box, (await nobody.ask(`/register/points?box=${box}`)).status]).toEqual([box, 422])
    // Twice as many as are drawn one by one.
    const site = await product.db.site.findFirstOrThrow({ where: { provinceCode: '15' } })
    await product.db.$executeRaw`INSERT INTO "Camera" ("id", "code", "siteId") SELECT gen_random_uuid(), '15-8' || lpad(n::text, 4, '0'), ${site.id}::uuid FROM generate_series(1, 1200) n`
    const many = await read(await nobody.ask('/register/points?province=15&box=100.2,14.4,100.6,14.8'))
    expect(many.points).toEqual([])
    expect(many.clusters.reduce((sum: number, { count }: any) => sum + count, 0)).toBe(points.length + 1200)
    await product.db.camera.deleteMany({ where: { code: { startsWith: '15-8' } } })
  })
})

describe('one camera over the API', () => {
  it('tells its agency everything, and anybody only where it is and whether it works', async () => {
    expect(await read(await official.ask(`/register/${code}`))).toMatchObject({ code, mayEdit: true, fieldOfView: 60, known: { people: true, facts: { custodianName: 'สมชาย', networkName: 'CAT', retentionDays: 3 }, missing: expect.any(Array), findings: expect.any(Array), photos: [] } })
    expect(await read(await nobody.ask(`/register/${code.replace('-', '')}`))).toMatchObject({ code, mayEdit: false, fieldOfView: null, direction: 90, known: null, agency: { th: 'อบต.โพสะ' } })
    expect(await read(await committee.ask(`/register/${code}`))).toMatchObject({ mayEdit: false, known: { facts: { custodianName: 'สมชาย' } } })
    const { known } = await read(await national.ask(`/register/${code}`))
    expect(known).toMatchObject({ people: false, facts: { custodianName: null, custodianPhone: null, custodianHours: null, networkName: 'CAT' } })
    for (const [path, status] of [['15-99999', 404], ['x', 404], ['%00', 404], [`${'1'.repeat(21)}`, 422]] as const) expect([path, (await official.ask(`/register/${path}`)).status]).toEqual([path, status])
  })

  it('shows its repairs and photos to those who see all of it, by links that are good for a while', async () => {
    const order = await product.db.workOrder.findFirstOrThrow({ where: { camera: { isNot: null }, state: 'CLOSED' }, include: { camera: true } })
    const { known } = await read(await secretary.ask(`/register/${order.camera!.code}`))
    expect(known.repairs).toContainEqual(expect.objectContaining({ number: order.number, state: 'CLOSED' }))
    const { id: uploadedById } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(1) } })
    const { id: cameraId } = await product.db.camera.findUniqueOrThrow({ where: { code } })
    const photo = await product.db.attachment.create({ data: { cameraId, uploadedById, state: 'STORED', storageKey: 'ab'.repeat(16) } })
    expect((await read(await official.ask(`/register/${code}`))).known.photos).toEqual([{ id: photo.id, preview: expect.stringContaining('signature='), full: expect.stringContaining('signature=') }])
    await product.db.attachment.update({ where: { id: photo.id }, data: { state: 'ERASED' } })
    expect((await read(await official.ask(`/register/${code}`))).known.photos).toEqual([])
  })

  it('has a history: who, when, from what to what, in pages', async () => {
    const camera = await product.db.camera.findUniqueOrThrow({ where: { code } })
    const other = await product.db.agency.findFirstOrThrow({ where: { name: 'เทศบาลเมืองอ่างทอง' } })
    const { id: actorId } = await product.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(1) } })
    const change = (fields: object, subject = `camera:${camera.id}`) => product.db.change.create({ data: { provinceCode: '15', actorId, subject, action: 'changed', fields } })
    for (let days = 0; days < 21; days++) await change({ retentionDays: [days, days + 1] })
    await change({ custodianName: ['ก', 'ข'], maintainingAgencyId: [null, other.id] })
    await change({ name: ['เดิม', 'ใหม่'] }, `site:${camera.siteId}`)
    const history = async (by: Client, query = '') => read(await by.ask(`/register/${code}/history${query}`))
    const { items, next } = await history(official)
    expect(items).toHaveLength(20)
    expect(items[0]).toMatchObject({ by: expect.any(String), of: 'site', action: 'changed', fields: [{ field: 'name', before: 'เดิม', after: 'ใหม่' }] })
    expect(items[1].fields).toEqual([
      { field: 'custodianName', before: 'ก', after: 'ข', hidden: false },
      { field: 'maintainingAgencyId', before: null, after: 'เทศบาลเมืองอ่างทอง', hidden: false },
    ])
    expect(await history(official, `?before=${next}`)).toMatchObject({ items: [{ fields: [{ before: 2 }] }, { fields: [{ before: 1 }] }, { fields: [{ before: 0 }] }], next: null })
    const told = await history(national)
    expect(told.items[1]).toMatchObject({ by: null, fields: [{ field: 'custodianName', before: null, after: null, hidden: true }, {}] })
    expect((await nobody.ask(`/register/${code}/history`)).status).toBe(403)
    expect((await signedIn(product, 2).then(by => by.ask(`/register/${code}/history`))).status).toBe(403)
    expect((await client(product).ask(`/register/${code}/history`)).status).toBe(401)
    expect((await official.ask(`/register/${code}/history?before=x`)).status).toBe(422)
  })
})
