import type { Prisma } from '../../../prisma/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { findings } from '../../../domain/cameras/findings'
import { Prisma as Sql } from '../../../prisma/client'
import { morning, stage } from '../stage'

const world = stage()
const { here } = world
/** A metre to the north, degrees. */
const METRE = 1 / 110_574

beforeEach(async () => {
  await world.forget()
  await world.db.camera.deleteMany()
  await world.db.site.deleteMany()
})

let count = 0
async function camera(given: Partial<Prisma.CameraUncheckedCreateInput> = {}, metresNorth = 0, site: Partial<Prisma.SiteUncheckedCreateInput> = {}) {
  const { id: siteId } = await world.db.site.create({ data: { name: 'หน้าตลาด', latitude: 14.5876 + metresNorth * METRE, longitude: 100.4523, provinceCode: '15', ...site } })
  return world.db.camera.create({ data: { code: `15-${String(++count).padStart(5, '0')}`, siteId, agencyId: here.agencies.pohsa, custodianName: 'งานป้องกัน', maintenanceSatang: 0, ...given } })
}
const found = () => findings({ db: world.db, now: morning }, Sql.sql`c."agencyId" = ${here.agencies.pohsa}::uuid`)
const codes = async () => (await found()).groups.map(({ code, level, count }) => `${level} ${code} ${count}`)

describe('two cameras at the same spot', () => {
  it.each([
    ['2.9 m apart, 10° apart', 2.9, 90, 100, 2],
    ['3.1 m apart', 3.1, 90, 90, 0],
    ['11° apart', 0, 90, 101, 0],
    ['10° apart, over north', 0, 355, 5, 2],
    ['11° apart, over north', 0, 355, 6, 0],
    ['one without a direction', 0, null, 90, 0],
  ])('%s', async (_, metres, one, other, warnings) => {
    await camera({ direction: one })
    await camera({ direction: other }, metres)
    expect(await codes()).toEqual(warnings ? [`warning tooClose ${warnings}`] : [])
  })

  it('one of them of another agency: each is named by the other\'s code; a removed or private one is none', async () => {
    await camera({ direction: 0 })
    const other = await camera({ direction: 0, agencyId: here.agencies.town })
    expect((await found()).groups[0]?.at).toMatchObject([{ params: { code: other.code } }])
    await world.db.camera.update({ where: { id: other.id }, data: { status: 'REMOVED' } })
    expect(await codes()).toEqual([])
    await world.db.camera.update({ where: { id: other.id }, data: { status: 'NORMAL', ownership: 'PRIVATE' } })
    expect(await codes()).toEqual([])
  })
})

describe('what contradicts in the register of an agency', () => {
  it('is counted, errors first, a site\'s once, each with where it is', async () => {
    const { id: siteId } = await world.db.site.create({ data: { name: 'สลับกัน', latitude: 80, longitude: 14.58, provinceCode: '15' } })
    await world.db.site.update({ where: { id: siteId }, data: { latitude: 14.58, longitude: 80 } })
    for (const label of ['ก', 'ข']) await world.db.camera.create({ data: { code: `15-${String(++count).padStart(5, '0')}`, siteId, label, agencyId: here.agencies.pohsa, maintenanceSatang: 0 } })
    const { errors, warnings, groups, cameras } = await found()
    expect([cameras, errors, warnings]).toEqual([2, 1, 2])
    expect(groups).toMatchObject([
      { code: 'outsideProvince', level: 'error', count: 1, at: [{ cameraId: null, siteId, siteName: 'สลับกัน' }] },
      { code: 'custodianMissing', level: 'warning', count: 2, at: [{ label: 'ก' }, { label: 'ข' }] },
    ])
  })

  it('a camera that does not work is asked about as long as no repair is open', async () => {
    const { id } = await camera({ status: 'DAMAGED' })
    expect(await codes()).toEqual(['warning unusableWithoutOrder 1'])
    await world.told(here.people.reporter, id)
    expect(await codes()).toEqual([])
    await world.db.workOrder.updateMany({ data: { state: 'CLOSED' } })
    await world.db.camera.update({ where: { id }, data: { status: 'UNUSABLE' } })
    expect(await codes()).toEqual(['warning unusableWithoutOrder 1'])
  })

  it('how much of each part is filled in, and what lacks in how many', async () => {
    await camera({ direction: 0, fieldOfView: 90, range: 30 })
    await camera({ kind: 'FISHEYE', range: 10 }, 50)
    const { completeness, sections } = await found()
    expect(completeness).toBeGreaterThan(20)
    expect(sections.map(({ section }) => section)).toEqual(['properties', 'view', 'network', 'recording', 'care'])
    expect(sections[1]).toEqual({ section: 'view', percent: 100, missing: [] })
    expect(sections[3]).toEqual({ section: 'recording', percent: 0, missing: [{ field: 'recorderKind', cameras: 2 }, { field: 'retentionDays', cameras: 2 }, { field: 'remoteViewing', cameras: 2 }] })
  })
})
