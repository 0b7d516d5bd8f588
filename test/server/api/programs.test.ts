import type { Scope } from '../../../domain/keys/schema'
import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '../../../domain/keys/schema'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

const begin = Date.parse('2026-11-26T02:00:00Z')
const second = 1_000
const day = 86_400 * second
let time = begin
let product: Product
let secretary: Client
/** A program with a key for everything. */
let program: Client
/** Cameras of อบต.โพสะ: one that everybody may see, a private one. */
let code: string
const hidden = '15-90001'
beforeAll(async () => {
  product = await startProduct({ template: 'demo', now: () => new Date(time), line: { now: () => time }, budget: { most: 2_000, span: 3600_000, sources: 100 } })
  secretary = await signedIn(product, 5)
  program = withKey((await made([...scopes])).key)
  const camera = await product.db.camera.findFirstOrThrow({ where: { agency: { name: 'อบต.โพสะ' }, status: 'NORMAL', workOrders: { none: {} } }, orderBy: { code: 'asc' } })
  code = camera.code
  await product.db.camera.update({ where: { code }, data: { custodianName: 'นายดูแล', custodianPhone: '035 611 000', assetNumber: 'ทต-1', retentionDays: 3, linked: true, networkName: 'CAT', recorderKind: 'NVR ลับ', statusReason: 'สายขาด' } })
  await product.db.camera.create({ data: { code: hidden, siteId: camera.siteId, ownership: 'PRIVATE', label: 'กล้องหลังร้าน', custodianName: 'เจ้าของร้าน', custodianPhone: '0810000000' } })
  const site = await product.db.site.create({ data: { name: 'จังหวัดอื่น', latitude: 14.58, longitude: 100.45, provinceCode: '14' } })
  await product.db.camera.create({ data: { code: '14-00001', siteId: site.id } })
})
afterAll(() => product.stop())

interface Made { id: string, key: string }
async function made(wanted: Scope[], days: number | null = null): Promise<Made> {
  return (await secretary.ask('/keys', { json: { provinceCode: '15', name: 'ระบบอื่น', scopes: wanted, days } })).json() as Promise<Made>
}
function withKey(key: string, on: Pick<Product, 'url'> = product): Client {
  const bare = client(on)
  return { cookie: undefined, ask: (path, init = {}) => bare.ask(path, { ...init, headers: { authorization: `Bearer ${key}`, ...init.headers as Record<string, string> } }) }
}
const read = async (answer: Response | Promise<Response>): Promise<any> => (await answer).json()
const box = 'box=100.2,14.4,100.6,14.8'

describe('a program with a key', () => {
  it('goes through the public cameras of its province page by page, with the filters of the register', async () => {
    const all: string[] = []
    for (let cursor = ''; all.length < 2_000;) {
      const page = await read(program.ask(`/register?limit=200${cursor}`))
      all.push(...page.items.map(({ code }: any) => code))
      if (!page.next) break
      cursor = `&cursor=${page.next}`
    }
    const standing = await product.db.camera.findMany({ where: { ownership: 'PUBLIC', status: { not: 'REMOVED' }, site: { provinceCode: '15' } }, select: { code: true }, orderBy: { code: 'asc' } })
    expect(all).toEqual(standing.map(({ code }) => code))
    expect(await read(program.ask('/register/counts?province=15'))).toMatchObject({ total: 860, status: { NORMAL: 734 }, agencies: { all: 55, withCameras: 43 } })
    expect(await read(program.ask('/register/counts'))).toMatchObject({ total: 860 })
    expect((await read(program.ask('/register?status=DAMAGED&limit=200'))).items.every(({ status }: any) => status === 'DAMAGED')).toBe(true)
    expect((await read(program.ask(`/register/points?${box}`))).points).toHaveLength(860)
  })

  it('sees of a camera what everybody may know, in the language it asks for', async () => {
    const camera = await read(program.ask(`/register/${code}`, { headers: { 'accept-language': 'en' } }))
    expect(camera).toMatchObject({ code, agency: { th: 'อบต.โพสะ' }, status: expect.any(String), fieldOfView: null, range: null, hidden: false, known: null, mayEdit: false })
    const { items: [row] } = await read(program.ask(`/register?q=${code}`))
    expect(row).toMatchObject({ code, whole: false, completeness: null, linked: null, retentionDays: null, agencyName: 'อบต.โพสะ' })
    expect((await read(program.ask(`/register?q=${code}`, { headers: { 'accept-language': 'en' } }))).items[0].agencyName).toMatch(/^[\w ]+$/)
    expect(await read(program.ask('/register?retention=0-3'))).toEqual({ items: [], next: null, narrowed: true })
  })

  it('reads the province in figures, as its secretary does', async () => {
    const overview = await read(program.ask('/overview?province=15'))
    expect(overview).toMatchObject({ provinceCode: '15', cameras: { total: 860, NORMAL: 734 }, open: expect.any(Number), medianDays: expect.any(Number) })
    expect(await read(secretary.ask('/overview?province=15'))).toEqual(overview)
    expect(await read((await signedIn(product, 8)).ask('/overview?province=15'))).toMatchObject({ status: 403, code: 'notAllowed' })
  })

  it('takes the register out as a file, and that is written down with its key', async () => {
    const { id, key } = await made(['cameras:export'])
    const text = await (await withKey(key).ask('/register/export/csv?status=DAMAGED')).text()
    const lines = text.trim().split('\n')
    expect(lines).toHaveLength(1 + await product.db.camera.count({ where: { ownership: 'PUBLIC', status: 'DAMAGED', site: { provinceCode: '15' } } }))
    const map = await read(withKey(key).ask('/register/export/geojson'))
    expect(map.features).toHaveLength(860)
    expect(map.features.find((feature: any) => feature.id === code).properties).toMatchObject({ code, retentionDays: null, custodianName: null, statusReason: null })
    expect(await product.db.auditEntry.findMany({ where: { subject: `apiKey:${id}`, action: 'register.exported' }, select: { actorId: true, provinceCode: true, data: true }, orderBy: { id: 'asc' } })).toEqual([
      { actorId: null, provinceCode: '15', data: { status: ['DAMAGED'], format: 'csv' } },
      { actorId: null, provinceCode: '15', data: { format: 'geojson' } },
    ])
  })

  it('never sees a private camera, anything about people, or another province', async () => {
    const paths = ['/register?limit=200', `/register?q=${hidden}`, `/register?q=${encodeURIComponent('กล้องหลังร้าน')}`, '/register?q=14-00001', `/register?q=${code}`, `/register/points?${box}`, `/register/${code}`, '/register/export/csv', '/register/export/geojson', '/overview?province=15']
    for (const path of paths) {
      const text = await (await program.ask(path)).text()
      expect([path, /15-90001|กล้องหลังร้าน|เจ้าของร้าน|0810000000|14-00001|จังหวัดอื่น|นายดูแล|035 611 000|NVR ลับ|สายขาด/.exec(text)?.[0]]).toEqual([path, undefined])
    }
    for (const camera of [hidden, '14-00001']) expect(await read(program.ask(`/register/${camera}`))).toMatchObject({ status: 404, code: 'cameraUnknown' })
    for (const path of ['/register?province=14', '/register/counts?province=14', `/register/points?province=14&${box}`, '/register/export/csv?province=14', '/overview?province=14']) {
      expect([path, await read(program.ask(path))]).toMatchObject([path, { status: 403, code: 'otherProvince', detail: expect.stringContaining('15') }])
    }
    expect(await product.db.auditEntry.count({ where: { data: { path: ['province'], equals: '14' } } })).toBe(0)
  })

  it('is let in where the description says so, for that scope alone, and nowhere else; it changes nothing', async () => {
    const { paths } = await read(client(product).ask('/openapi.json')) as { paths: Record<string, Record<string, { security?: { key?: Scope[] }[] }>> }
    const keys = Object.fromEntries(await Promise.all(scopes.map(async scope => [scope, withKey((await made([scope])).key)] as const))) as Record<Scope, Client>
    const values: Record<string, string> = { code, format: 'csv' }
    let readable = 0
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, { security }] of Object.entries(methods)) {
        if (security?.length === 0) continue
        const asked = `${path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '0199f6a0-0000-7000-8000-000000000000')}?${path === '/overview' ? 'province=15' : path.endsWith('points') ? box : ''}`
        const needed = security?.flatMap(({ key }) => key ?? [])[0]
        for (const scope of scopes) {
          const answer = await keys[scope].ask(asked, { method: method.toUpperCase(), ...method !== 'get' && { json: {} } })
          const text = await answer.text()
          const expected = !needed ? [401, 'apiKeyNotHere'] : needed === scope ? [200] : [403, 'apiKeyScope']
          expect([method, path, scope, answer.status, ...answer.ok ? [] : [(JSON.parse(text) as { code: string }).code]]).toEqual([method, path, scope, ...expected])
          if (answer.ok) readable++
        }
        if (needed) expect(method).toBe('get')
      }
    }
    expect(readable).toBe(6)
  })

  it('is told what is wrong with its key, in its language, and by the header that programs read', async () => {
    const { id, key } = await made(['overview:read'], 1)
    const asked = async (shown: string, path = '/overview?province=15') => {
      const answer = await client(product).ask(path, { headers: { 'authorization': shown, 'accept-language': 'en' } })
      return [answer.status, answer.headers.get('www-authenticate'), answer.ok ? null : (await read(answer)).code]
    }
    const invalid = 'Bearer error="invalid_token"'
    const last = key.at(-1) === 'A' ? 'E' : 'A'
    for (const wrong of ['', 'x', key.slice(0, -1), `${key}A`, key.slice(0, -1) + last, key.toUpperCase(), `${key} ${key}`]) expect([wrong, ...await asked(`Bearer ${wrong}`)]).toEqual([wrong, 401, invalid, 'apiKeyUnknown'])
    expect(await asked(`bearer  ${key}`)).toEqual([200, null, null])
    expect(await asked(`Bearer ${key}`, '/register')).toEqual([403, 'Bearer error="insufficient_scope", scope="cameras:read"', 'apiKeyScope'])
    expect(await read(withKey(key).ask('/register', { headers: { 'accept-language': 'en' } }))).toEqual({ type: 'https://songklong.test/api/docs#apiKeyScope', title: 'Forbidden', status: 403, code: 'apiKeyScope', detail: expect.stringContaining('cameras:read'), instance: '/api/register' })
    expect(await asked(`Basic ${key}`)).toEqual([401, null, 'signInNeeded'])
    time = begin + day - 1
    expect(await asked(`Bearer ${key}`)).toEqual([200, null, null])
    time = begin + day
    expect(await asked(`Bearer ${key}`)).toEqual([401, invalid, 'apiKeyExpired'])
    time = begin
    await secretary.ask(`/keys/${id}/revoke`, { method: 'POST' })
    expect(await asked(`Bearer ${key}`)).toEqual([401, invalid, 'apiKeyRevoked'])
  })

  it('is known to have been there to the minute', async () => {
    const { id, key } = await made(['overview:read'])
    const lastUsed = async (at: number) => {
      time = at
      await withKey(key).ask('/overview?province=15')
      return (await product.db.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime()
    }
    expect(await lastUsed(begin)).toBe(begin)
    expect(await lastUsed(begin + 59 * second)).toBe(begin)
    expect(await lastUsed(begin + 60 * second)).toBe(begin + 60 * second)
    time = begin
  })

  it('may ask as often as a person may, wherever it asks from', async () => {
    const beside = await startProduct({ beside: product, trustProxy: 1, budget: { most: 3, span: 3600_000, sources: 100 } })
    const [one, other] = [await made(['overview:read']), await made(['overview:read'])]
    let from = 0
    const ask = ({ key }: Made) => withKey(key, beside).ask('/overview?province=15', { headers: { 'x-forwarded-for': `198.51.100.${++from}` } })
    for (let n = 1; n <= 3; n++) expect((await ask(one)).status).toBe(200)
    const refused = await ask(one)
    expect([refused.headers.get('retry-after'), await read(refused)]).toEqual([expect.stringMatching(/^\d+$/), expect.objectContaining({ status: 429, code: 'tooManyRequests' })])
    expect((await ask(other)).status).toBe(200)
    await beside.stop()
  })
})

describe('an answer that has not changed', () => {
  const ask = async (by: Client, path: string, known?: string | null) => {
    const answer = await by.ask(path, { headers: known ? { 'if-none-match': known } : {} })
    return { status: answer.status, tag: answer.headers.get('etag'), cache: answer.headers.get('cache-control'), text: await answer.text() }
  }

  it('is not sent again, to a person as to a program; what has changed is', async () => {
    const round = await product.db.surveyRound.findFirstOrThrow()
    for (const by of [secretary, program]) {
      for (const path of ['/register?limit=5', '/register/counts', `/register/points?${box}`, `/register/${code}`, '/overview?province=15', ...by === secretary ? [`/rounds/${round.id}/board`] : []]) {
        const first = await ask(by, path)
        expect([path, first]).toMatchObject([path, { status: 200, tag: expect.stringMatching(/^W\/"[\da-f]+"$/), cache: 'private, no-cache' }])
        for (const known of [first.tag, `"other", ${first.tag}`, first.tag!.slice(2)]) expect([path, await ask(by, path, known)]).toEqual([path, { status: 304, tag: first.tag, cache: 'private, no-cache', text: '' }])
        expect(await ask(by, path, 'W/"other"')).toEqual(first)
      }
    }
    const [before, people] = [await ask(program, `/register/${code}`), await ask(secretary, `/register/${code}`)]
    // What one may see is not what the other may.
    expect(before.tag).not.toBe(people.tag)
    await product.db.camera.update({ where: { code }, data: { status: 'DAMAGED' } })
    expect(await ask(program, `/register/${code}`, before.tag)).toMatchObject({ status: 200, text: expect.stringContaining('DAMAGED') })
  })

  it('is not known of files, of what is about people, and of what went wrong', async () => {
    for (const [path, status] of [['/me', 200], ['/people?provinceCode=15', 200], ['/keys?provinceCode=15', 200], ['/register/export/csv', 200], ['/register/15-99999', 404], ['/register?limit=0', 422]] as const) {
      expect([path, await ask(secretary, path, '*')]).toMatchObject([path, { status, tag: null, cache: 'no-store' }])
    }
  })

  it('brings along the cookie of a session that was renewed', async () => {
    const official = await signedIn(product, 1)
    const { tag } = await ask(official, '/register?limit=5')
    const before = official.cookie
    time = begin + day / 2
    const answer = await official.ask('/register?limit=5', { headers: { 'if-none-match': tag! } })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([304, expect.stringContaining('songklong_session=')])
    expect(official.cookie).not.toBe(before)
    time = begin + day
    expect((await official.ask('/me')).status).toBe(200)
    time = begin
  })
})
