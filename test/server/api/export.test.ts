import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { randomUUID } from 'node:crypto'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFile } from '../../../liff/spreadsheet/open'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let official: Client
let secretary: Client
let town: string
beforeAll(async () => {
  product = await startProduct({ template: 'demo', budget: { most: 2_000, span: 3600_000, sources: 100 } })
  ;[official, secretary] = [await signedIn(product, 2), await signedIn(product, 5)]
  town = (await product.db.agency.findFirstOrThrow({ where: { name: 'เทศบาลเมืองอ่างทอง' } })).id
})
afterAll(() => product.stop())

const bytes = async (who: Client, path: string) => new Uint8Array(await (await who.ask(`/register/export/${path}`)).arrayBuffer())
/** The rows of a file, by their headings. */
async function table(file: Uint8Array): Promise<Record<string, unknown>[]> {
  const rows = []
  for await (const { cells } of (await openFile(file)).rows(0)) rows.push(cells)
  const [headings, ...rest] = rows
  return rest.map(row => Object.fromEntries(headings!.map((heading, index) => [heading, row[index] ?? null])))
}

describe('the register as a file', () => {
  it('has what the filter finds: as a text that Excel reads, as a workbook, as a map', async () => {
    const standing = await product.db.camera.count({ where: { ownership: 'PUBLIC', status: { not: 'REMOVED' } } })
    const answer = await secretary.ask('/register/export/csv?province=15')
    expect([answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual(['text/csv; charset=utf-8', 'attachment; filename="cameras.csv"'])
    const text = new Uint8Array(await answer.arrayBuffer())
    expect([...text.subarray(0, 3)]).toEqual([0xEF, 0xBB, 0xBF])
    expect(await table(text)).toHaveLength(standing)
    const damaged = await table(await bytes(secretary, `xlsx?status=DAMAGED&agency=${town}`))
    expect(damaged).toHaveLength(await product.db.camera.count({ where: { ownership: 'PUBLIC', status: 'DAMAGED', agencyId: town } }))
    expect(new Set(damaged.map(row => row['สถานะ']))).toEqual(new Set(['ชำรุด']))
    const map = JSON.parse(new TextDecoder().decode(await bytes(secretary, 'geojson?province=15'))) as { features: { id: string, geometry: object, properties: object }[] }
    expect(map.features).toHaveLength(standing)
    expect(map.features[0]).toMatchObject({ id: '15-00001', geometry: { type: 'Point', coordinates: [expect.any(Number), expect.any(Number)] }, properties: { code: '15-00001', status: expect.any(String) } })
    const costly = await product.db.camera.findFirstOrThrow({ where: { ownership: 'PUBLIC', status: { not: 'REMOVED' }, costSatang: { not: null } }, orderBy: { code: 'asc' } })
    expect(map.features.find(({ id }) => id === costly.code)!.properties).toMatchObject({ costBaht: Number(costly.costSatang) / 100, subdistrict: expect.any(String) })
    expect(await table(await bytes(secretary, 'csv?province=81'))).toEqual([])
    expect(JSON.parse(new TextDecoder().decode(await bytes(secretary, 'geojson?province=81')))).toEqual({ type: 'FeatureCollection', features: [] })
  })

  it('cannot be made to run anything in a spreadsheet', async () => {
    const camera = await product.db.camera.findFirstOrThrow({ where: { agencyId: town, status: 'NORMAL' } })
    const nasty = ['=HYPERLINK("http://evil.example")', '+66 2 123', '-1+1', '@SUM(A1)', '\t=1']
    for (const words of nasty) {
      await product.db.camera.update({ where: { id: camera.id }, data: { recorderKind: words } })
      const text = new TextDecoder().decode(await bytes(secretary, `csv?q=${camera.code}`))
      expect(text).toContain(`'${words.replaceAll('"', '""')}`)
      const { sheets } = await readXlsx(await bytes(secretary, `xlsx?q=${camera.code}`))
      expect(sheets[0]!.rows[1]).toContain(words)
      expect(Array.from(sheets[0]!.cells ?? []).filter(([, { formula }]) => formula)).toEqual([])
    }
    await product.db.camera.update({ where: { id: camera.id }, data: { recorderKind: '+NVR' } })
  })

  it('brought in again changes nothing', async () => {
    for (const format of ['csv', 'xlsx']) {
      const file = await openFile(await bytes(official, `${format}?agency=${town}`))
      const rows = []
      for await (const row of file.rows(0)) rows.push(row)
      const where = { provinceCode: '15', agencyId: town }
      const { columns, headings } = await (await official.ask('/imports/proposal', { json: { ...where, rows: rows.slice(0, 3).map(({ cells }) => cells), headingRow: 0 } })).json() as { columns: string[], headings: string[] }
      expect(columns).not.toContain('')
      const id = randomUUID()
      await official.ask('/imports', { json: { id, ...where, fileName: `cameras.${format}`, sha256: file.sha256, headings, columns } })
      await official.ask(`/imports/${id}/rows`, { method: 'PUT', json: { rows: rows.slice(1) } })
      await official.ask(`/imports/${id}/whole`, { json: { rows: rows.length - 1 } })
      const view = await (await official.ask(`/imports/${id}/step`, { method: 'POST' })).json() as { changed: number }
      if (view.changed) console.error(JSON.stringify(await (await official.ask(`/imports/${id}/rows?limit=3`)).json()))
      expect(view).toMatchObject({ state: 'CHECKED', total: rows.length - 1, created: 0, changed: 0, wrong: 0, unchanged: rows.length - 1 })
    }
  })

  it('shows each reader what they may see: all of their own, of others what everybody may know; private cameras to nobody', async () => {
    const own = await product.db.camera.findFirstOrThrow({ where: { agencyId: town, status: 'NORMAL' } })
    const other = await product.db.camera.findFirstOrThrow({ where: { agencyId: { not: town }, status: 'NORMAL', site: { provinceCode: '15' } } })
    for (const { id } of [own, other]) await product.db.camera.update({ where: { id }, data: { custodianName: 'นายดูแล', retentionDays: 7 } })
    await product.db.camera.update({ where: { id: (await product.db.camera.findFirstOrThrow({ where: { status: 'DAMAGED' } })).id }, data: { ownership: 'PRIVATE', label: 'ส่วนตัว' } })
    const seen = async (who: Client, code: string) => (await table(await bytes(who, 'csv'))).filter(row => row['รหัสกล้อง'] === code || row['Camera code'] === code).map(row => [row['ผู้ดูแล'] ?? row.Custodian ?? null, row['เก็บภาพได้ (วัน)'] ?? row['Recordings kept (days)'] ?? null])
    expect(await seen(official, own.code)).toEqual([['นายดูแล', '7']])
    expect(await seen(official, other.code)).toEqual([[null, null]])
    expect(await seen(secretary, other.code)).toEqual([['นายดูแล', '7']])
    const national = await signedIn(product, 8)
    expect(await (await national.ask('/register/export/csv')).json()).toMatchObject({ status: 403, code: 'notAllowed' })
    const user = await product.db.user.findFirstOrThrow({ orderBy: { createdAt: 'desc' } })
    await product.db.membership.create({ data: { userId: user.id, role: 'NATIONAL', provinceCode: '15' } })
    expect(await seen(national, other.code)).toEqual([[null, '7']])
    for (const who of [official, secretary, national]) expect(new TextDecoder().decode(await bytes(who, 'geojson'))).not.toContain('ส่วนตัว')
    expect(await (await (await signedIn(product, 4)).ask('/register/export/csv')).json()).toMatchObject({ status: 403 })
    expect(await (await client(product).ask('/register/export/csv')).json()).toMatchObject({ status: 401 })
    expect(await (await secretary.ask('/register/export/pdf')).json()).toMatchObject({ status: 422 })
    expect(await product.db.auditEntry.count({ where: { action: 'register.exported', subject: 'register:csv' } })).toBeGreaterThan(3)
  })
})
