import type { Cell } from '../../../domain/imports/cell'
import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personId } from '../../../prisma/seed/demo/people'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let official: Client
let police: Client
let secretary: Client
let town: string
let phosa: string
beforeAll(async () => {
  product = await startProduct({ template: 'demo', budget: { most: 2_000, span: 3600_000, sources: 100 } })
  await product.db.membership.create({ data: { userId: personId(5), role: 'SECRETARY', provinceCode: '80' } })
  ;[official, police, secretary] = [await signedIn(product, 2), await signedIn(product, 3), await signedIn(product, 5)]
  const agencies = await product.db.agency.findMany({ where: { provinceCode: '15' } })
  town = agencies.find(({ name }) => name === 'เทศบาลเมืองอ่างทอง')!.id
  phosa = agencies.find(({ name }) => name === 'อบต.โพสะ')!.id
})
afterAll(() => product.stop())

interface Sheet { headings: string[], columns?: string[], rows: Cell[][] }
interface View { id: string, state: string, total: number, created: number, changed: number, unchanged: number, wrong: number, warned: number, done: number, left: number }
interface Said { column: number | null, heading: string | null, words: string }
interface Row { line: number, outcome: string, fields: string[], code: string | null, cells: Cell[], problems: Said[], warnings: Said[] }

const json = async <T>(answer: Promise<Response>): Promise<T> => (await answer).json() as Promise<T>
const rowsOf = async (who: Client, id: string, query = '') => (await json<{ items: Row[] }>(who.ask(`/imports/${id}/rows?limit=1000${query}`))).items

async function untilDone(who: Client, id: string): Promise<View> {
  for (;;) {
    const view = await json<View>(who.ask(`/imports/${id}/step`, { method: 'POST' }))
    if (!view.state.endsWith('ING')) return view
  }
}
/** Sends a sheet as the app does, and has it looked at. */
async function bring(who: Client, { headings, columns, rows }: Sheet, where: { provinceCode: string, agencyId: string | null } = { provinceCode: '15', agencyId: town }): Promise<View> {
  const id = randomUUID()
  const proposal = await json<{ columns: string[] }>(who.ask('/imports/proposal', { json: { ...where, rows: [headings, ...rows.slice(0, 20)], headingRow: 0 } }))
  const begun = await who.ask('/imports', { json: { id, ...where, fileName: 'กล้อง.xlsx', sha256: 'a'.repeat(64), headings, columns: columns ?? proposal.columns } })
  if (!begun.ok) throw new Error(await begun.text())
  for (let from = 0; from < rows.length; from += 1000) await who.ask(`/imports/${id}/rows`, { method: 'PUT', json: { rows: rows.slice(from, from + 1000).map((cells, i) => ({ line: from + i + 2, cells })) } })
  await who.ask(`/imports/${id}/whole`, { json: { rows: rows.length } })
  return untilDone(who, id)
}
async function apply(who: Client, { id }: View): Promise<View> {
  expect((await who.ask(`/imports/${id}/apply`, { method: 'POST' })).status).toBe(204)
  return untilDone(who, id)
}
async function undo(who: Client, { id }: View): Promise<View> {
  expect((await who.ask(`/imports/${id}/undo`, { method: 'POST' })).status).toBe(204)
  return untilDone(who, id)
}

const plain = { headings: ['ชื่อจุดติดตั้ง', 'ละติจูด', 'ลองจิจูด'] }

describe('an import', () => {
  it('makes cameras of names and places, with codes in the order of the file; the same file again changes nothing; undone, they are gone', async () => {
    const sheet = { ...plain, rows: [['หน้าศาลเจ้า', 14.51, 100.41], ['หลังศาลเจ้า', 14.5101, 100.4101], ['หน้าศาลเจ้า', 14.51, 100.41]] as Cell[][] }
    sheet.rows[2] = ['หน้าศาลเจ้า', 14.510001, 100.41]
    const { lastCamera } = await product.db.province.findUniqueOrThrow({ where: { code: '15' } })
    const before = await product.db.camera.count()
    const checked = await bring(official, sheet)
    expect(checked).toMatchObject({ state: 'CHECKED', total: 3, created: 3, changed: 0, unchanged: 0, wrong: 0 })
    expect(await product.db.camera.count()).toBe(before)

    const applied = await apply(official, checked)
    expect(applied).toMatchObject({ state: 'APPLIED', done: 3 })
    expect((await rowsOf(official, applied.id)).map(({ code }) => code)).toEqual([1, 2, 3].map(n => `15-${String(lastCamera + n).padStart(5, '0')}`))
    const made = await product.db.camera.findMany({ where: { code: { gt: `15-${String(lastCamera).padStart(5, '0')}` } }, include: { site: true } })
    expect(made.map(({ agencyId, kind, status, site }) => [agencyId, kind, status, site.name, site.placedBy])).toEqual([0, 1, 2].map(i => [town, 'FIXED', 'NORMAL', sheet.rows[i]![0], 'IMPORT']))
    // Two cameras at one point.
    expect(new Set(made.map(({ siteId }) => siteId)).size).toBe(2)
    expect(await product.db.change.groupBy({ by: ['action', 'channel'], where: { importId: applied.id }, _count: true })).toEqual([{ action: 'created', channel: 'IMPORT', _count: 5 }])

    expect(await bring(official, sheet)).toMatchObject({ created: 0, changed: 0, unchanged: 3, wrong: 0 })
    expect(await undo(official, applied)).toMatchObject({ state: 'UNDONE', left: 0 })
    expect(await product.db.camera.count()).toBe(before)
    expect(await product.db.site.count({ where: { name: { in: ['หน้าศาลเจ้า', 'หลังศาลเจ้า'] } } })).toBe(0)
    expect(await bring(official, sheet)).toMatchObject({ created: 3 })
  })

  it('changes what the file says otherwise, tells what, and puts it back where nobody has changed it since', async () => {
    const [one, two] = await product.db.camera.findMany({ where: { agencyId: town, status: 'NORMAL', workOrders: { none: {} } }, orderBy: { code: 'asc' }, take: 2, include: { site: true } })
    const sheet = { headings: ['รหัสกล้อง', 'เก็บภาพ (วัน)', 'เลขครุภัณฑ์', 'ติดตั้งเมื่อ', 'ชื่อผู้ดูแล', 'สถานะ'], rows: [[one!.code, 77, 'กข 123/59', 'ส.ค. 2559', 'นายใหม่', 'ชำรุด'], [two!.code, '๗๘ วัน', '', '', '-', null]] as Cell[][] }
    const checked = await bring(official, sheet)
    expect(checked).toMatchObject({ created: 0, changed: 2, wrong: 0 })
    const [first, second] = await rowsOf(official, checked.id, '&outcome=CHANGED')
    expect(first).toMatchObject({ line: 2, code: one!.code, fields: expect.arrayContaining(['เก็บภาพได้ (วัน)', 'เลขครุภัณฑ์', 'ติดตั้งเมื่อ', 'ผู้ดูแล', 'สถานะ']) })
    expect(second!.fields).toEqual(['เก็บภาพได้ (วัน)'])

    const applied = await apply(official, checked)
    expect(await product.db.camera.findUnique({ where: { id: one!.id } })).toMatchObject({ retentionDays: 77, assetNumber: 'กข 123/59', assetKey: 'กข12359', installed: new Date('2016-08-01'), custodianName: 'นายใหม่', status: 'DAMAGED', version: one!.version + 1 })
    const change = await product.db.change.findFirstOrThrow({ where: { subject: `camera:${one!.id}`, importId: applied.id } })
    expect(change).toMatchObject({ action: 'changed', actorId: personId(2), fields: { retentionDays: [one!.retentionDays, 77], installed: [one!.installed?.toISOString().slice(0, 7) ?? null, '2016-08'], status: ['NORMAL', 'DAMAGED'] } })
    expect(change.fields).not.toHaveProperty('assetKey')
    expect(await bring(official, sheet)).toMatchObject({ changed: 0, unchanged: 2 })

    await product.db.camera.update({ where: { id: one!.id }, data: { custodianName: 'นางสาวล่าสุด', version: { increment: 1 } } })
    expect(await undo(official, applied)).toMatchObject({ state: 'UNDONE', left: 1 })
    const { version: _, updatedAt: __, statusSince: ___, site: ____, ...was } = one!
    expect(await product.db.camera.findUnique({ where: { id: one!.id } })).toMatchObject({ ...was, custodianName: 'นางสาวล่าสุด', assetKey: was.assetNumber ? was.assetKey : null })
    expect(await product.db.camera.findUnique({ where: { id: two!.id } })).toMatchObject({ retentionDays: two!.retentionDays })
  })

  it('says of each wrong row what is wrong, in which column, and how to put it right; put right, it goes along', async () => {
    const [foreign] = await product.db.camera.findMany({ where: { agencyId: phosa, status: { not: 'REMOVED' } }, take: 1 })
    const headings = ['รหัสกล้อง', 'จุดติดตั้ง', 'ละติจูด', 'ลองจิจูด', 'เก็บภาพ (วัน)', 'หน่วยงาน', 'ที่อยู่']
    const checked = await bring(official, { headings, rows: [
      ['15-99998', null, null, null, 30, null, null],
      [foreign!.code, null, null, null, 30, null, null],
      [null, 'ไม่มีพิกัด', null, null, 30, null, null],
      [null, null, 14.52, 100.42, 30, null, null],
      [null, 'ลานกีฬา', 14.53, 100.43, 'นานมาก', null, null],
      [null, 'สวนสุข', 14.54, 100.44, 30, 'อบต.โพสะ', null],
      [null, 'ตลาดนัด', 14.55, 100.45, 30, null, 'ถนนหนึ่ง'],
      [null, 'ตลาดนัด', 14.55, 100.45, 30, null, 'ถนนหนึ่ง'],
      [null, 'ตลาดนัด', 14.55, 100.45, 31, null, 'ถนนสอง'],
    ] })
    expect(checked).toMatchObject({ total: 9, created: 1, wrong: 8 })
    const wrong = await rowsOf(official, checked.id, '&outcome=WRONG')
    expect(wrong.map(({ line, problems: [{ heading, words } = { heading: null, words: '' }] }) => [line, heading, words])).toEqual([
      [2, 'รหัสกล้อง', expect.stringContaining('ไม่มีกล้องรหัส 15-99998 ในทะเบียน')],
      [3, 'รหัสกล้อง', expect.stringContaining('เป็นของหน่วยงานอื่น')],
      [4, 'ละติจูด', expect.stringContaining('ต้องมีพิกัด')],
      [5, 'จุดติดตั้ง', expect.stringContaining('ต้องมีชื่อจุดติดตั้ง')],
      [6, 'เก็บภาพ (วัน)', 'ต้องเป็นตัวเลข เช่น 30'],
      [7, 'หน่วยงาน', expect.stringContaining('คุณนำเข้าได้เฉพาะกล้องของเทศบาลเมืองอ่างทอง')],
      [9, null, expect.stringContaining('เหมือนบรรทัดที่ 8 ทุกช่อง')],
      [10, null, expect.stringContaining('บรรทัดที่ 8 บอกข้อมูลของจุดติดตั้งเดียวกันนี้ต่างออกไป (ที่ตั้ง)')],
    ])
    const right = await official.ask(`/imports/${checked.id}/rows/6`, { method: 'PATCH', json: { cells: [null, 'ลานกีฬา', 14.53, 100.43, '๓๐', null, null] } })
    expect(right.status).toBe(204)
    expect((await official.ask(`/imports/${checked.id}/rows/10`, { method: 'DELETE' })).status).toBe(204)
    expect(await untilDone(official, checked.id)).toMatchObject({ total: 8, created: 2, wrong: 6 })
    expect((await official.ask(`/imports/${checked.id}`, { method: 'DELETE' })).status).toBe(204)
    expect(await product.db.importRow.count({ where: { runId: checked.id } })).toBe(0)
  })

  it('says of rows that go in what should be looked at, in which column, apart from what is wrong; errors of the checks keep a row out', async () => {
    const [has, broken] = await product.db.camera.findMany({ where: { agencyId: town, status: { not: 'REMOVED' }, workOrders: { none: {} } }, orderBy: { code: 'desc' }, take: 2 })
    await product.db.camera.update({ where: { id: has!.id }, data: { custodianName: 'งานป้องกัน', kind: 'PTZ' } })
    const { id: siteId } = await product.db.site.create({ data: { name: 'สวนสนุก', latitude: 14.5401, longitude: 100.4301, provinceCode: '15' } })
    await product.db.camera.create({ data: { code: '15-90000', siteId, direction: 350 } })
    const headings = ['รหัสกล้อง', 'จุดติดตั้ง', 'ละติจูด', 'ลองจิจูด', 'เก็บภาพ (วัน)', 'ราคา', 'ผู้ดูแล', 'เชื่อมโยงเครือข่าย', 'ชื่อเครือข่าย', 'สถานะ', 'ทิศ', 'ติดตั้งเมื่อ']
    const fresh = (name: string, cells: Partial<Record<number, Cell>> = {}, lng = 100.43) => headings.map((_, i) => cells[i] ?? [null, name, 14.54, lng, 30, 25_000, 'งานช่าง'][i] ?? null)
    const checked = await bring(official, { headings, rows: [
      fresh('พอดี', {}, 100.421),
      fresh('แปลก', { 4: 400, 5: 999_999, 6: '-', 7: 'ใช่', 9: 'ชำรุด' }, 100.422),
      fresh('ไกลไป', { 2: 13.7563, 3: 100.5018 }),
      fresh('อนาคต', { 11: '12/2599' }),
      fresh('ซ้อนทะเบียน', { 2: 14.5401, 3: 100.43012, 10: 0 }),
      fresh('คู่หนึ่ง', { 10: 90 }),
      fresh('คู่สอง', { 10: 100 }),
      fresh('อีกทาง', { 10: 111 }),
      [has!.code, null, null, null, 31, 300_000, null, null, null, null, null, null],
      [broken!.code, null, null, null, 0, null, null, null, null, 'ชำรุด', null, null],
    ] })
    expect(checked).toMatchObject({ total: 10, created: 6, changed: 2, wrong: 2, warned: 4 })
    const said = (row: Row) => row.warnings.map(({ heading, words }) => `${heading}: ${words}`)
    const warned = await rowsOf(official, checked.id, '&outcome=WARNED')
    expect(warned.map(row => [row.line, said(row).sort()])).toEqual([
      [3, [
        'ชื่อเครือข่าย: เชื่อมโยงเครือข่ายแล้ว แต่ไม่ได้บอกชื่อเครือข่าย',
        'ผู้ดูแล: ยังไม่มีผู้ดูแล เมื่อเกิดเหตุจะไม่รู้ว่าต้องติดต่อใคร',
        'ราคา: ราคาต่างจากปกติ (1,000–150,000 บาท) ตรวจอีกครั้ง',
        'สถานะ: ใช้งานไม่ได้ แต่ยังไม่มีงานซ่อม',
        'เก็บภาพ (วัน): เก็บภาพได้เกิน 365 วัน ตรวจหน่วยเป็นวัน',
      ].sort()],
      [6, ['ทิศ: อยู่ห่างจากกล้อง 15-90000 ไม่ถึง 3 เมตรและหันทางเดียวกัน อาจเป็นตัวเดียวกัน']],
      [8, ['ทิศ: อยู่ที่เดียวกับบรรทัดที่ 7 และหันทางเดียวกัน อาจเป็นกล้องตัวเดียวกัน ตรวจทิศ หรือนำออกบรรทัดหนึ่ง']],
      [11, ['สถานะ: ใช้งานไม่ได้ แต่ยังไม่มีงานซ่อม', 'เก็บภาพ (วัน): เก็บภาพได้ 0 วัน หมายถึงไม่ได้บันทึกภาพ ตรวจอีกครั้ง'].sort()],
    ])
    const wrong = await rowsOf(official, checked.id, '&outcome=WRONG')
    expect(wrong.map(({ line, problems, warnings }) => [line, problems[0], warnings])).toEqual([
      [4, { column: 2, heading: 'ละติจูด', words: 'พิกัดอยู่นอกจังหวัด ตรวจตำแหน่งบนแผนที่' }, []],
      [5, { column: 11, heading: 'ติดตั้งเมื่อ', words: 'เดือนที่ติดตั้งยังมาไม่ถึง ตรวจปี พ.ศ. หรือ ค.ศ.' }, []],
    ])
    await official.ask(`/imports/${checked.id}/rows/11`, { method: 'PATCH', json: { cells: [broken!.code, null, null, null, 30, ...Array.from({ length: 7 }).fill(null)] } })
    expect(await untilDone(official, checked.id)).toMatchObject({ warned: 3, wrong: 2 })
    expect(await apply(official, checked)).toMatchObject({ state: 'APPLIED' })
  })

  it('finds cameras again by asset number and by the agency’s own id, though name and place have changed', async () => {
    const headings = ['id', 'เลขครุภัณฑ์', 'จุดติดตั้ง', 'ละติจูด', 'ลองจิจูด']
    await apply(official, await bring(official, { headings, rows: [['T-1', null, 'ประตูเหนือ', 14.561, 100.461], ['T-2', '๔๒๐-๐๑', 'ประตูใต้', 14.562, 100.462]] }))
    const again = await bring(official, { headings, rows: [['t 1', null, 'ประตูเหนือ (ใหม่)', 14.5615, 100.461], [null, '420/01', 'ประตูใต้', 14.562, 100.462], ['T-3', null, 'ประตูใต้', 14.562, 100.462]] })
    expect((await rowsOf(official, again.id)).map(({ outcome, fields }) => [outcome, fields])).toEqual([['CHANGED', expect.arrayContaining(['ชื่อจุดติดตั้ง', 'ละติจูด'])], ['CHANGED', ['เลขครุภัณฑ์']], ['NEW', []]])
    const twice = await bring(official, { headings, rows: [['T-9', null, 'ก', 14.571, 100.471], ['T-9', null, 'ข', 14.572, 100.472]] })
    expect((await rowsOf(official, twice.id, '&outcome=WRONG')).map(({ line, problems }) => [line, problems[0]!.words])).toEqual([[3, expect.stringContaining('กล้องตัวเดียวกับบรรทัดที่ 2')]])
  })

  it('of a province’s secretary names agencies in a column, or none', async () => {
    const headings = ['หน่วยงาน', 'จุดติดตั้ง', 'ละติจูด', 'ลองจิจูด']
    const checked = await bring(secretary, { headings, rows: [['ทม.อ่างทอง', 'เลขา หนึ่ง', 14.58, 100.48], ['อบต.โพสะ', 'เลขา สอง', 14.581, 100.481], ['อบต.โพสี', 'เลขา สาม', 14.582, 100.482], [null, 'เลขา สี่', 14.583, 100.483]] }, { provinceCode: '15', agencyId: null })
    expect(checked).toMatchObject({ created: 3, wrong: 1 })
    expect((await rowsOf(secretary, checked.id, '&outcome=WRONG'))[0]!.problems[0]!.words).toContain('หมายถึง “อบต.โพสะ” ใช่หรือไม่')
    await apply(secretary, checked)
    const sites = await product.db.site.findMany({ where: { name: { startsWith: 'เลขา' } }, orderBy: { name: 'asc' } })
    expect(sites.map(({ name, agencyId }) => [name, agencyId])).toEqual([['เลขา สอง', phosa], ['เลขา สี่', null], ['เลขา หนึ่ง', town]])
  })

  it('leaves the status that an open fault has given', async () => {
    const broken = await product.db.camera.findFirstOrThrow({ where: { statusSource: 'INFERRED', agencyId: town } })
    expect(await bring(official, { headings: ['รหัสกล้อง', 'สถานะ'], rows: [[broken.code, 'ใช้งานได้']] })).toMatchObject({ changed: 0, unchanged: 1 })
  })

  it('of 176 names and places, all that a municipality has, goes into a province that has nothing yet; the register says what is missing', async () => {
    const rows = Array.from({ length: 176 }, (_, i): Cell[] => [`NSS${i + 1}`, `หน้า ร.ร. ศาลามีชัย ตัวที่ ${i + 1}`, 8.382456 + i / 5e3, 99.97231 - i / 1e4])
    const checked = await bring(secretary, { headings: ['id', 'name', 'lat', 'lng'], rows }, { provinceCode: '80', agencyId: null })
    expect(checked).toMatchObject({ total: 176, created: 176, wrong: 0, warned: 0 })
    expect(await apply(secretary, checked)).toMatchObject({ state: 'APPLIED', done: 176 })
    const page = await json<{ total?: number, items: { code: string, siteName: string, completeness: number, agencyName: string | null }[] }>(secretary.ask('/register?province=80'))
    expect(page.items[0]).toMatchObject({ code: '80-00001', siteName: 'หน้า ร.ร. ศาลามีชัย ตัวที่ 1', agencyName: null, completeness: 0 })
    expect(await json(secretary.ask('/register/80-00176'))).toMatchObject({ known: { missing: expect.arrayContaining(['direction', 'retentionDays', 'custodianName', 'maintenanceSatang']), findings: [{ code: 'custodianMissing' }, { code: 'maintenanceMissing' }] } })
    expect(await bring(secretary, { headings: ['id', 'name', 'lat', 'lng'], rows }, { provinceCode: '80', agencyId: null })).toMatchObject({ created: 0, changed: 0, unchanged: 176 })
    expect(await undo(secretary, checked)).toMatchObject({ state: 'UNDONE', left: 0 })
  })

  it('goes on by the clock when the browser is closed in the middle, and gives each code once', async () => {
    const rows = Array.from({ length: 2_500 }, (_, i): Cell[] => [`จุดที่ ${i}`, 14.6 + i / 1e5, 100.3])
    const checked = await bring(secretary, { ...plain, rows }, { provinceCode: '15', agencyId: town })
    expect(checked).toMatchObject({ created: 2_500 })
    await secretary.ask(`/imports/${checked.id}/apply`, { method: 'POST' })
    // Two at once: one waits for the other.
    await Promise.all([0, 1].map(() => secretary.ask(`/imports/${checked.id}/step`, { method: 'POST' })))
    expect(await json<View>(secretary.ask(`/imports/${checked.id}`))).toMatchObject({ state: 'APPLIED', done: 2_500 })
    await secretary.ask(`/imports/${checked.id}/undo`, { method: 'POST' })
    await secretary.ask(`/imports/${checked.id}/step`, { method: 'POST' })
    await product.db.importRun.update({ where: { id: checked.id }, data: { touchedAt: new Date(Date.now() - 3600_000) } })
    await product.fresh.database.pool.query(`UPDATE "Job" SET "dueAt" = now() WHERE name = 'imports'`)
    await expect.poll(async () => (await json<View>(secretary.ask(`/imports/${checked.id}`))).state, { timeout: 20_000 }).toBe('UNDONE')
    expect(await product.db.site.count({ where: { name: { startsWith: 'จุดที่ ' }, latitude: { gt: 14.59 } } })).toBe(0)
    const codes = await product.db.camera.findMany({ select: { code: true } })
    expect(new Set(codes.map(({ code }) => code)).size).toBe(codes.length)
  })
})

describe('who may import', () => {
  const where = (provinceCode: string, agencyId: string | null) => ({ id: randomUUID(), provinceCode, agencyId, fileName: 'x.csv', sha256: 'b'.repeat(64), headings: ['ชื่อ'], columns: ['name'] })
  const code = async (answer: Promise<Response>) => (await json<{ code?: string }>(answer)).code ?? 'ok'

  it('officials and police for their agency, secretaries for their province, nobody else', async () => {
    const station = (await product.db.membership.findFirstOrThrow({ where: { userId: personId(3) } })).agencyId
    const tries: [Client, string, string | null, string][] = [
      [official, '15', town, 'ok'],
      [official, '15', phosa, 'notAllowed'],
      [official, '15', null, 'notAllowed'],
      [official, '80', town, 'agencyUnknown'],
      [police, '15', station, 'ok'],
      [police, '15', town, 'notAllowed'],
      [secretary, '15', null, 'ok'],
      [secretary, '15', phosa, 'ok'],
      [secretary, '80', null, 'ok'],
      [secretary, '80', town, 'agencyUnknown'],
      [secretary, '81', null, 'notAllowed'],
      [await signedIn(product, 4), '15', town, 'notAllowed'],
      [await signedIn(product, 6), '15', town, 'notAllowed'],
      [await signedIn(product, 7), '15', town, 'notAllowed'],
      [await signedIn(product, 8), '15', null, 'notAllowed'],
      [client(product), '15', town, 'signInNeeded'],
    ]
    for (const [who, province, agency, expected] of tries) expect(await code(who.ask('/imports', { json: where(province, agency) }))).toBe(expected)
  })

  it('and of an import of others nothing can be seen or done', async () => {
    const { id } = await bring(secretary, { ...plain, rows: [['ของเลขา', 14.59, 100.49]] }, { provinceCode: '15', agencyId: phosa })
    for (const who of [official, police, await signedIn(product, 7), await signedIn(product, 8)]) {
      const asked = [who.ask(`/imports/${id}`), who.ask(`/imports/${id}/rows`), who.ask(`/imports/${id}/step`, { method: 'POST' }), who.ask(`/imports/${id}/apply`, { method: 'POST' }), who.ask(`/imports/${id}/undo`, { method: 'POST' }), who.ask(`/imports/${id}`, { method: 'DELETE' }), who.ask(`/imports/${id}/whole`, { json: { rows: 1 } }), who.ask(`/imports/${id}/rows`, { method: 'PUT', json: { rows: [{ line: 2, cells: [] }] } }), who.ask(`/imports/${id}/rows/2`, { method: 'PATCH', json: { cells: [] } }), who.ask(`/imports/${id}/rows/2`, { method: 'DELETE' })]
      expect(await Promise.all(asked.map(code))).toEqual(asked.map(() => 'notAllowed'))
      expect(JSON.stringify(await json(who.ask('/imports')))).not.toContain(id)
    }
    expect(await json<View>(secretary.ask(`/imports/${id}`))).toMatchObject({ state: 'CHECKED', created: 1 })
  })
})

describe('what an import refuses', () => {
  it('says what can be done instead', async () => {
    const nothing = await bring(official, { ...plain, rows: [['ไม่มีพิกัด', null, null]] })
    expect(await json(official.ask(`/imports/${nothing.id}/apply`, { method: 'POST' }))).toMatchObject({ status: 409, code: 'importNothing' })
    expect(await json(official.ask(`/imports/${nothing.id}/undo`, { method: 'POST' }))).toMatchObject({ status: 409, code: 'importState', detail: expect.stringContaining('ตรวจแล้ว ยังไม่นำเข้า') })
    expect(await json(official.ask(`/imports/${randomUUID()}`))).toMatchObject({ status: 404, code: 'notFound' })
    const half = { id: randomUUID(), provinceCode: '15', agencyId: town, fileName: 'x', sha256: 'c'.repeat(64), headings: ['ชื่อ'], columns: ['name'] }
    await official.ask('/imports', { json: half })
    await official.ask(`/imports/${half.id}/rows`, { method: 'PUT', json: { rows: [{ line: 2, cells: ['ก'] }] } })
    expect(await json(official.ask(`/imports/${half.id}/whole`, { json: { rows: 2 } }))).toMatchObject({ status: 409, code: 'importIncomplete', detail: expect.stringContaining('1 จาก 2') })
    await product.db.province.update({ where: { code: '15' }, data: { lastCamera: { increment: 99_999 - 5_000 } } })
    const many = await bring(official, { ...plain, rows: Array.from({ length: 3_000 }, (_, i): Cell[] => [`เกิน ${i}`, 14.7 + i / 1e5, 100.5]) })
    expect(await json(official.ask(`/imports/${many.id}/apply`, { method: 'POST' }))).toMatchObject({ status: 409, code: 'importCodesUsedUp' })
  })

  it('takes pieces of up to 1,000 rows and cells of up to 2,000 characters, and not one more', async () => {
    const { id } = await json<View>(official.ask('/imports', { json: { id: randomUUID(), provinceCode: '15', agencyId: town, fileName: 'x', sha256: 'd'.repeat(64), headings: ['ชื่อ'], columns: ['name'] } }))
    const put = async (rows: unknown) => (await official.ask(`/imports/${id}/rows`, { method: 'PUT', json: { rows } })).status
    const many = Array.from({ length: 1_001 }, (_, i) => ({ line: i + 1, cells: ['ก'.repeat(i ? 300 : 2_000)] }))
    expect(await put(many.slice(0, 1_000))).toBe(204)
    expect(await put(many)).toBe(422)
    expect(await put([{ line: 1, cells: ['ก'.repeat(2_001)] }])).toBe(422)
    expect(await put([{ line: 1, cells: [{ html: '<b>' }] }])).toBe(422)
    expect(await put([])).toBe(422)
    expect(await put([{ line: 1, cells: ['<script>alert(1)</script>'] }])).toBe(204)
  })
})
