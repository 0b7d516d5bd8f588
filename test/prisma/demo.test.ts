import type { FreshDb } from '../helpers/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assetKey, readCameraCode } from '../../domain/cameras/code'
import { distanceBetween } from '../../domain/cameras/geo'
import { readTrackingNumber } from '../../domain/faults/number'
import { openContact } from '../../domain/owners/contact'
import { boardOf } from '../../domain/rounds/board'
import { isOverdue, moves, openStates } from '../../domain/workOrders/rules'
import { demoPeople, demoPlaces, demoQr, seedDemo } from '../../prisma/seed/demo'
import { buildHistory } from '../../prisma/seed/demo/history'
import { minutes } from '../../prisma/seed/demo/minutes'
import { buildCast, personId } from '../../prisma/seed/demo/people'
import { buildRegister } from '../../prisma/seed/demo/register'
import { seedPlaces } from '../../prisma/seed/places'
import { contacts } from '../helpers/contacts'
import { freshDb } from '../helpers/database'

const now = new Date('2026-11-23T08:00:00Z')
const DAY = 86_400_000

let fresh: FreshDb
beforeAll(async () => {
  fresh = await freshDb()
  await seedPlaces(fresh.database)
  expect(await seedDemo(fresh.database, now, contacts)).toBe(true)
})
afterAll(() => fresh.drop())

const counted = { status: { not: 'REMOVED' }, ownership: 'PUBLIC' } as const

describe('the figures of the founding minutes can be counted from the data', () => {
  it('55 agencies answered, 43 of them have cameras', async () => {
    const { db } = fresh.database
    expect(await db.agency.count({ where: { provinceCode: '15' } })).toBe(minutes.agenciesAnswered)
    expect(await db.agency.count({ where: { provinceCode: '15', responsibleFor: { some: counted } } })).toBe(minutes.agenciesWithCameras)
  })

  it('860 cameras, 734 usable and 126 not', async () => {
    const { camera } = fresh.database.db
    expect(await camera.count({ where: counted })).toBe(minutes.cameras)
    expect(await camera.count({ where: { ...counted, status: 'NORMAL' } })).toBe(minutes.usable)
    expect(await camera.count({ where: { status: { in: ['UNUSABLE', 'DAMAGED', 'UNDER_REPAIR'] } } })).toBe(minutes.notUsable)
    expect(await camera.count({ where: { status: 'REMOVED' } })).toBe(0)
  })

  it.each(Object.entries(minutes.districtOffices))('the office of district %s has its points, each with one camera', async (districtCode, { points, usable }) => {
    const { db } = fresh.database
    const agency = await db.agency.findFirstOrThrow({ where: { districtCode, kind: 'DISTRICT_OFFICE' } })
    expect(await db.site.count({ where: { agencyId: agency.id } })).toBe(points)
    expect(await db.camera.count({ where: { agencyId: agency.id } })).toBe(points)
    expect(await db.camera.count({ where: { agencyId: agency.id, status: 'NORMAL' } })).toBe(usable)
  })

  it.each(minutes.statements)('$agency has what it stated', async ({ agency, cameras, retentionDays, linked, installed, maintenanceBaht }) => {
    const found = await fresh.database.db.camera.findMany({ where: { agency: { name: agency } } })
    expect(await fresh.database.db.agency.count({ where: { name: agency } })).toBe(1)
    expect(found).toHaveLength(cameras)
    for (const camera of found) {
      if (retentionDays !== undefined) expect(camera.retentionDays).toBe(retentionDays)
      if (linked !== undefined) expect(camera.linked).toBe(linked)
      if (installed !== undefined) expect(camera.installed?.toISOString().slice(0, 7)).toBe(installed)
      if (maintenanceBaht !== undefined) expect(camera.maintenanceSatang).toBe(BigInt(maintenanceBaht) * 100n)
    }
  })
})

describe('the survey round', () => {
  it('is open, and the figures of the minutes are read off its board', async () => {
    const secretary = { userId: personId(5), language: 'TH' as const, memberships: [{ role: 'SECRETARY' as const, provinceCode: '15', agencyId: null }] }
    const [round] = await fresh.database.db.surveyRound.findMany()
    const { agencies, sums, round: view } = await fresh.database.db.$transaction(db => boardOf({ db, actor: secretary, now }, round!.id))
    expect(view).toMatchObject({ name: 'สำรวจกล้องวงจรปิด ปี 2569', opensOn: '2026-11-02', closesOn: '2026-12-05', open: true })
    expect(view.milestones.map(({ date }) => date).slice(0, 3)).toEqual(['2026-12-05', '2026-12-12', '2026-12-19'])
    expect(sums).toMatchObject({ agencies: minutes.agenciesAnswered, answered: minutes.agenciesAnswered, withCameras: minutes.agenciesWithCameras, cameras: minutes.cameras, working: minutes.usable, notWorking: minutes.notUsable })
    expect(sums.states).toMatchObject({ NIL: minutes.agenciesAnswered - minutes.agenciesWithCameras, NOT_STARTED: 0, IN_PROGRESS: 0, RETURNED: 1 })
    expect(agencies.filter(({ state, cameras }) => (state === 'NIL') !== (cameras === 0))).toEqual([])
    // What was handed in has no errors, but something to check.
    expect(agencies.filter(({ errors }) => errors > 0)).toEqual([])
    expect(agencies.filter(({ warnings }) => warnings > 0).length).toBeGreaterThan(20)
  })
})

describe('the register', () => {
  it('numbers its cameras from 15-00001 to 15-00860, a shop has one of its own after them, and the province knows the last', async () => {
    const { db } = fresh.database
    const codes = (await db.camera.findMany({ where: counted, select: { code: true }, orderBy: { code: 'asc' } })).map(({ code }) => code)
    expect(codes[0]).toBe('15-00001')
    expect(codes.at(-1)).toBe('15-00860')
    expect(await db.province.findUnique({ where: { code: '15' } })).toMatchObject({ lastCamera: 861 })
    const shop = await db.privateCamera.findFirstOrThrow({ include: { camera: { include: { site: true } }, consent: true } })
    expect(shop).toMatchObject({ ownerId: personId(4), check: 'CONFIRMED', checkedById: personId(3), consent: { userId: personId(4), withdrawnAt: null }, camera: { code: '15-00861', ownership: 'PRIVATE', agencyId: null, site: { ownership: 'PRIVATE', agencyId: null } } })
    expect(openContact({ contacts }, shop.contact, personId(4))).toMatchObject({ name: 'มาลี ตั้งเจริญกิจ' })
  })

  it('has every point in a subdistrict of the agency\'s district, inside the province', async () => {
    const sites = await fresh.database.db.site.findMany({ where: { ownership: 'PUBLIC' }, include: { agency: true, _count: { select: { cameras: true } } } })
    for (const { name, latitude, longitude, subdistrictCode, agency, _count } of sites) {
      if (agency!.kind !== 'PROVINCIAL_ORGANISATION') expect(subdistrictCode!.startsWith(agency!.districtCode!), name).toBe(true)
      expect(latitude, name).toSatisfy((at: number) => at > 14.40 && at < 14.82)
      expect(longitude, name).toSatisfy((at: number) => at > 100.18 && at < 100.55)
      expect(_count.cameras, name).toSatisfy((n: number) => n >= 1 && n <= 4)
    }
    expect(new Set(sites.map(({ subdistrictCode }) => subdistrictCode!.slice(0, 4))).size).toBe(7)
  })

  it('has 15-00012 working at the market of the town, with its asset number', async () => {
    const camera = await fresh.database.db.camera.findUnique({ where: { code: '15-00012' }, include: { site: true, agency: true } })
    expect(camera).toMatchObject({ status: 'NORMAL', assetNumber: 'ทม.อท.-CCTV-012', site: { name: 'หน้าตลาดสุวพันธุ์', zone: 'MARKET' }, agency: { name: 'เทศบาลเมืองอ่างทอง' } })
  })

  it('has several cameras at markets, asset numbers in many styles that fold to their key, and gaps that show', async () => {
    const { camera } = fresh.database.db
    expect(await camera.count({ where: { site: { name: { contains: 'ตลาด' } } } })).toBeGreaterThan(30)
    const numbered = await camera.findMany({ where: { assetNumber: { not: null } } })
    expect(numbered.length).toBeGreaterThan(400)
    for (const one of numbered) expect(one.assetKey).toBe(assetKey(one.assetNumber!))
    expect(numbered.some(({ assetNumber }) => /[๐-๙]/.test(assetNumber!))).toBe(true)
    expect(new Set(numbered.map(({ agencyId, assetKey }) => `${agencyId} ${assetKey}`)).size).toBe(numbered.length)
    expect(numbered.filter(({ assetNumber }) => readCameraCode(assetNumber!))).toEqual([])
    for (const gap of [{ maintainingAgencyId: null }, { maintenanceSatang: null }, { custodianName: null }, { megapixels: null }, { installed: null }]) { expect(await camera.count({ where: gap }), JSON.stringify(gap)).toBeGreaterThan(30) }
  })
})

describe('the history', () => {
  const orders = () => fresh.database.db.workOrder.findMany({
    include: { camera: true, agency: true, reports: { include: { reporter: true } }, events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] }, assignee: { include: { memberships: true } } },
  })

  it('has about 150 reports, on work orders in every state, some overdue', async () => {
    const all = await orders()
    expect(await fresh.database.db.faultReport.count()).toBeGreaterThan(140)
    expect([...new Set(all.map(({ state }) => state))].sort()).toEqual(['ACKNOWLEDGED', 'ASSIGNED', 'CLOSED', 'DUPLICATE', 'IN_PROGRESS', 'NEW', 'REJECTED', 'REPAIRED', 'WAITING'])
    const overdue = all.filter(order => isOverdue(order, now))
    expect(overdue.length).toBeGreaterThan(5)
    expect(overdue.filter(({ overdueToldAt }) => !overdueToldAt)).toEqual([])
    expect(overdue.some(({ agency }) => agency?.name === 'อบต.โพสะ')).toBe(true)
    expect(all.some(({ agencyId }) => agencyId === null)).toBe(true)
    expect(all.some(({ reopened }) => reopened > 1)).toBe(true)
  })

  it('numbers reports and work orders as people can read them back', async () => {
    for (const { number, reports } of await orders()) {
      expect(readTrackingNumber(number)).toBe(number)
      for (const report of reports) expect(readTrackingNumber(report.number)).toBe(report.number)
    }
  })

  it('goes only by moves that the rules allow, in the order of time, and ends in the state it has', async () => {
    for (const { number, state, openedAt, events } of await orders()) {
      let at = openedAt
      let standing: string | null = 'NEW'
      for (const event of [...events].sort((a, b) => a.at.getTime() - b.at.getTime())) {
        expect(event.at.getTime(), number).toBeGreaterThanOrEqual(at.getTime())
        at = event.at
        if (event.kind === 'CREATED' || event.kind === 'JOINED') continue
        expect(event.fromState, number).toBe(standing)
        const move = Object.values(moves).find(rule => rule.event === event.kind)!
        expect(move.from as readonly string[], `${number} ${event.kind}`).toContain(event.fromState)
        standing = event.toState
      }
      expect(standing, number).toBe(state)
      expect(at.getTime(), number).toBeLessThanOrEqual(now.getTime())
    }
  })

  it('keeps the order of time at whatever hour it is told', () => {
    for (let hour = 0; hour < 24 * 7; hour += 17) {
      const told = new Date(now.getTime() + hour * 3_600_000)
      for (const { order, events } of buildHistory(buildRegister(told), buildCast(told), told)) {
        const times = events.map(({ at }) => (at as Date).getTime())
        expect(times, order.number).toEqual([...times].sort((a, b) => a - b))
        expect(times.at(-1), order.number).toBeLessThanOrEqual(told.getTime())
      }
    }
  })

  it('keeps with each work order what its state needs', async () => {
    for (const order of await orders()) {
      const { number, state, reports, assignee, agencyId } = order
      if (state === 'DUPLICATE') expect(order.duplicateOfId, number).not.toBeNull()
      else expect(reports.length, number).toBeGreaterThan(0)
      if (state === 'WAITING') expect([order.waitingFor, order.waitingSince], number).not.toContain(null)
      else expect([order.waitingFor, order.waitingSince, order.waitingNote], number).toEqual([null, null, null])
      if (state === 'REPAIRED' || state === 'CLOSED') expect([order.cause, order.costSatang, order.repairedAt], number).not.toContain(null)
      if (state === 'REPAIRED') expect(now.getTime() - order.repairedAt!.getTime(), number).toBeLessThan(7 * DAY)
      expect(order.closedAt !== null, number).toBe(!openStates.includes(state))
      expect(order.confirmed === null, number).toBe(state !== 'CLOSED')
      if (order.confirmed) expect(reports.filter(({ verdict }) => verdict === 'FIXED'), number).toHaveLength(1)
      if (order.confirmed === false) expect(reports.every(({ verdict, stars }) => verdict === null && stars === null), number).toBe(true)
      if (assignee) expect(assignee.memberships.some(({ role, agencyId: id }) => role === 'TECHNICIAN' && id === agencyId), number).toBe(true)
    }
  })

  it('makes a camera with an open work order damaged or under repair, and a repaired one normal again', async () => {
    for (const { number, state, camera, statusBefore, releasedAt } of await orders()) {
      if (!camera) continue
      expect(releasedAt, number).not.toBeNull()
      expect(statusBefore, number).toBe('NORMAL')
      const expected = ['NEW', 'ACKNOWLEDGED', 'ASSIGNED'].includes(state) ? 'DAMAGED' : openStates.includes(state) ? 'UNDER_REPAIR' : 'NORMAL'
      expect(camera.status, number).toBe(expected)
    }
  })

  it('shows repairs of this month', async () => {
    expect(await fresh.database.db.workOrder.count({ where: { repairedAt: { gte: new Date('2026-10-31T17:00:00Z') } } })).toBeGreaterThan(10)
  })

  it('sends nothing to people whom nobody plays', async () => {
    const played = demoPeople.map(({ id }) => id)
    expect(await fresh.database.db.user.count({ where: { lineUserId: { notIn: played }, reachable: true } })).toBe(0)
    const open = (await orders()).filter(({ state }) => openStates.includes(state))
    expect(open.filter(({ reports }) => !reports.some(({ reporter }) => reporter.reachable))).toEqual([])
  })
})

describe('people and places', () => {
  it('knows persons 1 to 7 by fixed LINE ids with their roles, and not yet person 8', async () => {
    const users = await fresh.database.db.user.findMany({ where: { lineUserId: { in: demoPeople.map(({ id }) => id) } }, include: { memberships: { include: { agency: true } } }, orderBy: { lineUserId: 'asc' } })
    expect(demoPeople.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map(n => `U${'0'.repeat(31)}${n}`))
    expect(users.map(({ menuWanted, memberships }) => [menuWanted, ...memberships.map(({ role, agency }) => `${role} ${agency?.name ?? '15'}`).sort()])).toEqual([
      ['official', 'OFFICIAL อบต.โพสะ'],
      ['official', 'OFFICIAL เทศบาลเมืองอ่างทอง'],
      ['police', 'POLICE สภ.เมืองอ่างทอง'],
      ['owner', 'OWNER 15'],
      ['secretary', 'SECRETARY 15'],
      ['technician', 'TECHNICIAN อบต.โพสะ', 'TECHNICIAN เทศบาลเมืองอ่างทอง'],
      ['committee', 'COMMITTEE 15'],
    ])
  })

  it('offers places with ten cameras near by, and one far outside the province', async () => {
    const sites = await fresh.database.db.site.findMany({ include: { _count: { select: { cameras: true } } } })
    const near = demoPlaces.map(place => sites.filter(site => distanceBetween(place, site) < 1500).reduce((sum, { _count }) => sum + _count.cameras, 0))
    expect(near.filter(n => n === 0)).toHaveLength(1)
    expect(near.filter(n => n >= 10).length).toBeGreaterThanOrEqual(8)
  })

  it('has stickers to scan, the market\'s first, each naming a camera', async () => {
    const { db } = fresh.database
    const stickers = await demoQr(db)
    expect(stickers[0]).toEqual({ label: '15-00012 หน้าตลาดสุวพันธุ์', text: 'กล้อง 15-00012' })
    expect(stickers.length).toBeGreaterThan(6)
    const statuses = await Promise.all(stickers.map(async ({ text }) => (await db.camera.findUniqueOrThrow({ where: { code: readCameraCode(text)! } })).status))
    expect(statuses[0]).toBe('NORMAL')
    expect(statuses.at(-1)).toBe('UNDER_REPAIR')
    expect(stickers.some(({ label }, i) => label.includes('โพสะ') && statuses[i] === 'NORMAL')).toBe(true)
  })
})

describe('seeding', () => {
  const everything = async ({ database: { pool } }: FreshDb) => Promise.all(['Agency', 'Site', 'Camera', 'User', 'Membership', 'WorkOrder', 'FaultReport', 'ReportNote', 'WorkOrderEvent', 'SurveyRound', 'RoundMilestone', 'AgencyReturn'].map(async table =>
    (await pool.query(`SELECT md5(string_agg(t::text, '|' ORDER BY "id")) AS sum FROM "${table}" t`)).rows[0].sum))

  it('changes nothing the second time', async () => {
    const before = await everything(fresh)
    expect(await seedDemo(fresh.database, new Date(now.getTime() + 30 * DAY), contacts)).toBe(false)
    expect(await everything(fresh)).toEqual(before)
  })

  it('gives the same province in every database', async () => {
    const other = await freshDb()
    await expect(seedDemo(other.database, now, contacts)).rejects.toThrow('places')
    await seedPlaces(other.database)
    expect((await Promise.all([seedDemo(other.database, now, contacts), seedDemo(other.database, now, contacts)])).sort()).toEqual([false, true])
    expect(await everything(other)).toEqual(await everything(fresh))
    await other.drop()
  })
})
