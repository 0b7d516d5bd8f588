import type { Product } from '../helpers/product'
import type { Client } from './api/client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { consentVersion } from '../../domain/owners/consentText'
import { personId } from '../../prisma/seed/demo/people'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { client, signedIn } from './api/client'

// The gold shop of demo person 4. Persons 9 and 10 are of the national office and another province's police, 11 an officer of the station who is suspended.
const shop = 'ร้านทองมาลี'
const unknown = { code: '15-99999', id: randomUUID() }
let product: Product
let own: { id: string, code: string, siteId: string, latitude: number, longitude: number }
let strangers: [string, Client][]
let secretary: Client
let police: Client

beforeAll(async () => {
  const more = [9, 10, 11].map(n => ({ id: lineId(n), name: `Person ${n}` }))
  product = await startProduct({ template: 'demo', budget: { most: 5_000, span: 3600_000, sources: 100 }, line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })).concat(more) } })
  const { db } = product
  const { camera: { id, code, siteId, site } } = await db.privateCamera.findFirstOrThrow({ where: { ownerId: personId(4) }, include: { camera: { include: { site: true } } } })
  own = { id, code, siteId, latitude: site.latitude, longitude: site.longitude }
  for (const { id } of more) await chat(product, id).says('สวัสดี')
  const userId = async (n: number) => (await db.user.findUniqueOrThrow({ where: { lineUserId: lineId(n) } })).id
  const agencyId = (await db.agency.findFirstOrThrow({ where: { name: 'สภ.เมืองอ่างทอง' } })).id
  await db.membership.createMany({ data: [
    { userId: await userId(9), role: 'NATIONAL', provinceCode: '15' },
    { userId: await userId(10), role: 'POLICE', provinceCode: '14' },
    { userId: await userId(10), role: 'SECRETARY', provinceCode: '14' },
    { userId: await userId(11), role: 'POLICE', provinceCode: '15', agencyId, suspendedAt: new Date() },
  ] })
  const names = { 1: 'official', 2: 'the town’s official', 4: 'owner', 6: 'technician', 7: 'committee', 8: 'nobody', 9: 'national', 10: 'another province’s', 11: 'suspended officer' }
  strangers = await Promise.all(Object.entries(names).map(async ([n, name]) => [name, await signedIn(product, Number(n))] as [string, Client]))
  secretary = await signedIn(product, 5)
  police = await signedIn(product, 3)
  strangers.push(['not signed in', client(product)])
})
afterAll(() => product.stop())

const everyone = (): [string, Client][] => [...strangers, ['secretary', secretary], ['police', police]]
/** An answer without what names the thing that was asked for. */
async function said(answer: Promise<Response>, ...names: string[]): Promise<string> {
  const { status, text } = await answer.then(async got => ({ status: got.status, text: await got.text() }))
  return `${status} ${names.reduce((rest, name) => rest.replaceAll(name, '…'), text).replace(/"(?:instance|request)":"[^"]*"/g, '')}`
}

describe('a private camera', () => {
  it('is answered for as one that does not exist, to everybody who may not know of it', async () => {
    const asks: [string, (code: string) => string][] = [['camera', code => `/register/${code}`], ['history', code => `/register/${code}/history`], ['search', code => `/register?q=${code}`], ['count', code => `/register/counts?q=${code}`]]
    for (const [who, stranger] of strangers) {
      for (const [what, path] of asks) expect([who, what, await said(stranger.ask(path(own.code)), own.code)]).toEqual([who, what, await said(stranger.ask(path(unknown.code)), unknown.code)])
    }
  })

  it('is in no list, map, search by its name or its place, count, or file', async () => {
    const box = `${own.longitude - 0.001},${own.latitude - 0.001},${own.longitude + 0.001},${own.latitude + 0.001}`
    for (const [who, stranger] of strangers) {
      for (const path of ['/register?province=15&limit=200&sort=-code', `/register?q=${encodeURIComponent(shop)}`, `/register/points?box=${box}`, '/register?province=15&status=NORMAL&limit=200&sort=-since', '/survey/agencies', `/checks?province=15&latitude=${own.latitude}&longitude=${own.longitude}&direction=135`, '/overview?province=15']) {
        const told = await said(stranger.ask(path))
        for (const secret of [own.code, own.id, shop, '0810000004', 'ตั้งเจริญกิจ']) expect([who, path, told.includes(secret)]).toEqual([who, path, false])
      }
    }
    for (const [who, one] of everyone()) {
      for (const kind of ['csv', 'geojson']) {
        const file = await said(one.ask(`/register/export/${kind}`))
        expect([who, kind, file.includes(own.code) || file.includes(shop)]).toEqual([who, kind, false])
      }
      const counts = await one.ask('/register/counts?province=15')
      if (counts.ok) expect([who, (await counts.json() as { total: number }).total]).toEqual([who, 860])
    }
  })

  it('is no camera to fill in, change, remove, or repair, for anybody; nor to take photos of back, but for its owner: as if it were not there', async () => {
    const asks: [string, (id: string, siteId: string) => [string, (RequestInit & { json?: unknown })?]][] = [
      ['camera', id => [`/survey/cameras/${id}`]],
      ['site', (_, site) => [`/survey/sites/${site}`]],
      ['change', id => [`/cameras/${id}`, { method: 'PATCH', json: { version: 1, label: 'ของฉัน' } }]],
      ['status', id => [`/cameras/${id}/status`, { method: 'PUT', json: { version: 1, status: 'DAMAGED', reason: 'x' } }]],
      ['removal', id => [`/cameras/${id}/removal`, { method: 'POST', json: { version: 1, reason: 'x' } }]],
      ['restore', id => [`/cameras/${id}/removal`, { method: 'DELETE' }]],
      ['repair', id => [`/cameras/${id}/repair`, { method: 'POST', json: { symptom: 'NO_PICTURE' } }]],
      ['chat photos', id => [`/cameras/${id}/chat-photos`, { method: 'POST' }]],
      ['photo', id => [`/cameras/${id}/photos/${unknown.id}`, { method: 'DELETE' }]],
      ['site change', (_, site) => [`/sites/${site}`, { method: 'PATCH', json: { version: 1, name: 'ของฉัน' } }]],
      ['site removal', (_, site) => [`/sites/${site}/removal`, { method: 'POST', json: { version: 1, reason: 'x' } }]],
      ['new camera', (_, site) => [`/cameras`, { method: 'POST', json: { id: unknown.id, siteId: site } }]],
    ]
    const before = await state()
    for (const [who, one] of everyone()) {
      for (const [what, of] of asks) {
        // Its owner takes photos of it back.
        if (who === 'owner' && what === 'photo') continue
        const other = randomUUID()
        expect([who, what, await said(one.ask(...of(own.id, own.siteId)), own.id, own.siteId)]).toEqual([who, what, await said(one.ask(...of(other, other)), other)])
      }
    }
    expect(await state()).toEqual(before)
  })

  it('is not found by an import, by its code or at its place', async () => {
    const id = randomUUID()
    const where = { provinceCode: '15', agencyId: null }
    await secretary.ask('/imports', { json: { id, ...where, fileName: 'ก.csv', sha256: 'a'.repeat(64), headings: ['c', 'n', 'a', 'o'], columns: ['code', 'name', 'latitude', 'longitude'] } })
    const { camera: { site } } = await product.db.privateCamera.findFirstOrThrow({ where: { cameraId: own.id }, include: { camera: { include: { site: true } } } })
    const rows = [own.code, unknown.code].map(code => [code, site.name, own.latitude, own.longitude]).concat([['', site.name, own.latitude, own.longitude]])
    await secretary.ask(`/imports/${id}/rows`, { method: 'PUT', json: { rows: rows.map((cells, i) => ({ line: i + 2, cells })) } })
    await secretary.ask(`/imports/${id}/whole`, { json: { rows: rows.length } })
    for (let state = 'CHECKING'; state.endsWith('ING');) state = (await (await secretary.ask(`/imports/${id}/step`, { method: 'POST' })).json() as { state: string }).state
    const { items } = await (await secretary.ask(`/imports/${id}/rows?limit=10`)).json() as { items: { outcome: string, problems: { words: string }[] }[] }
    const words = items.map(({ problems }) => problems.map(({ words }) => words).join().replaceAll(own.code, '…').replaceAll(unknown.code, '…'))
    expect(words[0]).toBe(words[1])
    const placed = await product.db.importRow.findMany({ where: { runId: id }, select: { siteId: true, cameraId: true } })
    expect(placed.filter(({ siteId, cameraId }) => siteId === own.siteId || cameraId === own.id)).toEqual([])
  })

  it('is, in the chat, no camera to report, by code, name, place or a button made up', async () => {
    for (const n of [1, 2, 4, 5, 6, 7, 8, 9, 10, 11]) {
      const me = chat(product, lineId(n))
      const andCancel = async (act: Promise<string>) => {
        const words = await act
        await me.says('ยกเลิก')
        return words
      }
      const asked = async (code: string) => (await andCancel(me.says(`กล้อง ${code} ไม่มีภาพ`))).replaceAll(code, '…')
      const [found, missing] = [await asked(own.code), await asked(unknown.code)]
      expect([n, found]).toEqual([n, missing])
      expect([n, await andCancel(me.says(`กล้อง${shop}เสีย`))]).toEqual([n, expect.not.stringContaining(own.code)])
      await me.says('แจ้งกล้องเสีย')
      expect([n, await andCancel(me.sendsPlace(own.latitude, own.longitude))]).toEqual([n, expect.not.stringContaining(own.code)])
      if (n === 5) continue
      const made = async (id: string) => andCancel(me.forges(`s.report.{"camera":"${id}","symptom":"NO_PICTURE"}`))
      expect([n, await made(own.id)]).toEqual([n, await made(randomUUID())])
    }
    expect(await product.db.workOrder.count({ where: { cameraId: own.id } })).toBe(0)
  })

  it('that is damaged changes no list of a stranger, no count and no overview of anybody, and is shown so to police and secretary', async () => {
    const counts = ['/register/counts?province=15', '/register/counts?province=15&status=DAMAGED', '/overview?province=15']
    const lists = ['/register?province=15&status=DAMAGED&limit=200', '/register?province=15&status=NORMAL&limit=200&sort=-code']
    const told = () => Promise.all([...strangers.flatMap(([, one]) => [...counts, ...lists].map(path => said(one.ask(path)))), ...[police, secretary].flatMap(one => counts.map(path => said(one.ask(path))))])
    const listed = async (one: Client) => (await (await one.ask(`/register?province=15&status=DAMAGED&q=${own.code}`)).json() as { items: { code: string }[] }).items.map(({ code }) => code)
    const before = await told()
    await product.db.camera.update({ where: { id: own.id }, data: { status: 'DAMAGED', statusSince: new Date() } })
    expect(await told()).toEqual(before)
    expect([await listed(police), await listed(secretary)]).toEqual([[own.code], [own.code]])
    await product.db.camera.update({ where: { id: own.id }, data: { status: 'NORMAL' } })
  })

  it('is written down as shown to whoever sees it in a list, on the map or by itself, and to nobody who does not', async () => {
    const shown = () => product.db.auditEntry.count({ where: { action: 'privateCamera.shown', data: { path: ['codes'], array_contains: own.code } } })
    const box = [own.longitude - 0.001, own.latitude - 0.001, own.longitude + 0.001, own.latitude + 0.001].join()
    const looks = [`/register/${own.code}`, `/register?province=15&q=${own.code}`, `/register/points?province=15&box=${box}`]
    const before = await shown()
    for (const [, one] of strangers) await Promise.all(looks.map(path => one.ask(path)))
    expect(await shown()).toBe(before)
    for (const path of looks) expect([path, (await police.ask(path)).status]).toEqual([path, 200])
    expect(await shown()).toBe(before + 3)
  })

  it('is a point to the police and the secretary, while it is shown', async () => {
    const seen = async () => Promise.all([police, secretary].map(async one => [(await one.ask(`/register/${own.code}`)).status, (await said(one.ask('/register?province=15&limit=200&sort=-code'))).includes(own.code), (await said(one.ask(`/register?status=NORMAL,REMOVED&q=${own.code}`))).includes(own.id)]))
    const shown = [[200, true, true], [200, true, true]]
    const hidden = [[404, false, false], [404, false, false]]
    expect(await seen()).toEqual(shown)
    const set = (data: object) => product.db.privateCamera.update({ where: { cameraId: own.id }, data })
    for (const check of ['PENDING', 'CHANGE_WANTED', 'DECLINED', 'CONFIRMED'] as const) {
      await set({ check })
      expect([check, await seen()]).toEqual([check, check === 'PENDING' || check === 'CONFIRMED' ? shown : hidden])
    }
    await set({ hiddenAt: new Date() })
    expect(await seen()).toEqual(hidden)
    await set({ hiddenAt: null })
    await set({ pausedUntil: new Date(Date.now() + 86_400_000) })
    expect(await seen()).toEqual(shown)
  })

  it('is repaired by no agency: its repair is not forwarded, and no other one is merged with it', async () => {
    const chief = chat(product, lineId(5))
    await chief.forges(`s.report.{"camera":"${own.id}","symptom":"NO_PICTURE"}`)
    await chief.says('เสร็จ')
    const order = await product.db.workOrder.findFirstOrThrow({ where: { cameraId: own.id } })
    const agency = await product.db.agency.findFirstOrThrow({ where: { name: 'เทศบาลเมืองอ่างทอง' } })
    expect(await said(secretary.ask(`/work-orders/${order.id}/moves`, { json: { move: 'forward', expects: order.state, agencyId: agency.id, reason: 'ใกล้กว่า' } }))).toContain('privateRepair')
    for (const [who, one] of strangers) expect([who, (await said(one.ask(`/work/${order.number}`))).includes(shop)]).toEqual([who, false])
    await product.db.faultReport.deleteMany({ where: { cameraId: own.id } })
    await product.db.workOrder.delete({ where: { id: order.id } })
  })

  it('is told of to its owner as a file, to whoever has the link and nobody else', async () => {
    const owner = chat(product, lineId(4))
    await owner.says('ความเป็นส่วนตัว')
    const link = JSON.stringify(owner.lines().at(-1)).match(/https?:\/\/[^"]*\/held\/[^"]*/)![0]
    const get = (url: string) => fetch(url.replace(product.config.publicUrl, product.url))
    const file = await get(link)
    expect([file.status, file.headers.get('content-disposition'), file.headers.get('cache-control')]).toEqual([200, 'attachment; filename="songklong.json"', 'no-store'])
    expect(await file.json()).toMatchObject({ lineUserId: lineId(4), cameras: [{ code: own.code, contact: { phone: { number: '0810000004' } } }], consents: [{ version: consentVersion, withdrawnAt: null }] })
    for (const forged of [link.replace(personId(4), personId(5)), link.replace(/expires=\d/, 'expires=9'), link.replace(/&signature=.*/, ''), `${link}x`]) expect([forged, (await get(forged)).status]).toEqual([forged, 403])
    const old = new URL(link)
    old.searchParams.set('expires', '1')
    expect((await get(old.href)).status).toBe(403)
  })

  it('is gone for everybody when its owner withdraws: two taps, and nothing of them is left', async () => {
    const owner = chat(product, lineId(4))
    await owner.says('ความเป็นส่วนตัว')
    await owner.taps('ถอนความยินยอม')
    expect(await owner.taps('ยืนยัน')).toContain(own.code)
    for (const [who, one] of everyone()) {
      expect([who, await said(one.ask(`/register/${own.code}`), own.code)]).toEqual([who, await said(one.ask(`/register/${unknown.code}`), unknown.code)])
      expect([who, (await said(one.ask('/register?province=15&status=REMOVED&limit=200&sort=-code'))).includes(own.code)]).toEqual([who, false])
    }
    const left = await product.fresh.database.pool.query<{ table: string }>(`SELECT tablename AS "table" FROM pg_tables WHERE schemaname = 'public'`)
    for (const { table } of left.rows) {
      const { rows } = await product.fresh.database.pool.query(`SELECT t::text AS row FROM "${table}" t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0`, [shop, '0810000004'])
      // What others typed themselves is theirs.
      expect([table, table === 'InboundEvent' || table === 'ImportRow' ? [] : rows]).toEqual([table, []])
    }
    expect(await product.db.user.findUnique({ where: { id: personId(4) } })).toMatchObject({ menuWanted: 'everyone' })
    expect(await product.db.inboundEvent.count({ where: { lane: lineId(4), payload: { path: ['message', 'text'], string_contains: shop } } })).toBe(0)
  })
})

async function state(): Promise<unknown> {
  return product.db.privateCamera.findUnique({ where: { cameraId: own.id }, include: { camera: { include: { site: true, attachments: true } } } })
}
