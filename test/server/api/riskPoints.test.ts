import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let station: string
const people: Record<number, Client> = {}

beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) people[n] = await signedIn(product, n)
  station = (await product.db.agency.findFirstOrThrow({ where: { name: 'สภ.เมืองอ่างทอง' } })).id
})
afterAll(() => product.stop())

const form = (given: object = {}) => ({ agencyId: station, kind: 'ESCAPE_ROUTE', placeText: '=สามแยก', latitude: 14.59, longitude: 100.455, timeOfDay: 'NIGHT', note: null, route: [[100.455, 14.59], [100.46, 14.6]], ...given })
async function asked(n: number, path: string, json?: object, method?: string) {
  const answer = await people[n]!.ask(path, json === undefined ? {} : { json, method })
  return { status: answer.status, body: await answer.json() as any }
}
async function outcome(...given: Parameters<typeof asked>) {
  const { status, body } = await asked(...given)
  return status === 200 ? 200 : body.code as string
}

describe('risk points', () => {
  it('are written by the station, read by police, secretary and committee, and by nobody else', async () => {
    const { body: { id } } = await asked(3, '/risk-points', form())
    for (let n = 1; n <= 8; n++) {
      expect(await outcome(n, '/risk-points', form()), `person ${n}`).toBe(n === 3 ? 200 : 'notAllowed')
      expect(await outcome(n, `/risk-points/${id}`, form({ note: 'ใหม่' }), 'PUT'), `person ${n}`).toBe(n === 3 ? 200 : 'notFound')
      expect(await outcome(n, `/risk-points/${id}/remove`, {}), `person ${n}`).toBe(n === 3 ? 200 : 'notFound')
      expect(await outcome(n, `/risk-points/${id}/restore`, {}), `person ${n}`).toBe(n === 3 ? 200 : 'notFound')
      const reads = [3, 5, 7].includes(n)
      expect((await asked(n, '/risk-points')).body.total > 0, `person ${n}`).toBe(reads)
      expect((await asked(n, '/risk-points/all?province=15')).body.items.length > 0, `person ${n}`).toBe(reads)
      expect((await people[n]!.ask('/risk-points/export/csv')).status, `person ${n}`).toBe(reads ? 200 : 403)
    }
    for (const path of ['/risk-points', '/risk-points/all', '/risk-points/export/csv']) expect((await client(product).ask(path)).status).toBe(401)
  })

  it('of a province are closed to police of another one, the national office and the suspended', async () => {
    const as = async (change: object) => {
      await product.db.membership.updateMany({ where: { role: 'POLICE' }, data: change })
      const stranger = await signedIn(product, 3)
      return [(await (await stranger.ask('/risk-points?province=15')).json() as any).total, (await stranger.ask('/risk-points', { json: form() })).status]
    }
    expect(await as({ provinceCode: '14' })).toEqual([0, 404])
    await product.db.membership.updateMany({ where: { role: 'POLICE' }, data: { provinceCode: '15' } })
    expect(await as({ suspendedAt: new Date() })).toEqual([0, 403])
    await product.db.membership.updateMany({ where: { role: 'POLICE' }, data: { suspendedAt: null } })
    await product.db.membership.updateMany({ where: { role: 'COMMITTEE' }, data: { role: 'NATIONAL' } })
    const national = await signedIn(product, 7)
    expect([(await (await national.ask('/risk-points')).json() as any).total, (await national.ask('/risk-points/export/xlsx')).status]).toEqual([0, 403])
    await product.db.membership.updateMany({ where: { role: 'NATIONAL' }, data: { role: 'COMMITTEE' } })
  })

  it('leave as csv, xlsx and geojson, with the route, and that is written down', async () => {
    const csv = await (await people[3]!.ask('/risk-points/export/csv?kind=ESCAPE_ROUTE')).text()
    expect(csv).toContain('"LINESTRING (100.455 14.59, 100.46 14.6)"')
    expect(csv).toContain('\'=สามแยก')
    const geojson = await (await people[5]!.ask('/risk-points/export/geojson?province=15')).json() as any
    expect(geojson.features[0].geometry).toEqual({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [100.455, 14.59] }, { type: 'LineString', coordinates: [[100.455, 14.59], [100.46, 14.6]] }] })
    const xlsx = new Uint8Array(await (await people[7]!.ask('/risk-points/export/xlsx')).arrayBuffer())
    expect(String.fromCharCode(...xlsx.slice(0, 2))).toBe('PK')
    expect(await product.db.auditEntry.count({ where: { action: 'riskPoint.exported' } })).toBeGreaterThanOrEqual(3)
  })

  it.each([[{ latitude: null }, 'latitude'], [{ kind: 'DRAGONS' }, 'kind'], [{ route: [[100, 14]] }, 'route'], [{ note: 'ก'.repeat(1_001) }, 'note'], [{ officerId: null }, 'officerId']] as const)('are refused with what is wrong (%#)', async (given, path) => {
    const { status, body } = await asked(3, '/risk-points', form(given))
    expect([status, body.errors.map((error: { path: string }) => error.path)]).toEqual([422, [path]])
  })
})
