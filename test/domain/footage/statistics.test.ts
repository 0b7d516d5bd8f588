import type { Actor } from '../../../domain/act'
import type { Person } from '../stage'
import { beforeAll, describe, expect, it } from 'vitest'
import { preserve } from '../../../domain/footage/answer'
import { cancelRequest } from '../../../domain/footage/cancel'
import { demandOf } from '../../../domain/footage/demand'
import { logRequest, undoLog } from '../../../domain/footage/log'
import { miss, receive } from '../../../domain/footage/outcome'
import { footageStatistics } from '../../../domain/footage/statistics'
import { uncoveredOf, uncoveredWithin } from '../../../domain/footage/uncovered'
import { after } from '../stage'
import { DAY, desk, HOUR, MINUTE, morning } from './desk'

const d = desk()
const { s } = d
const who = s.here.people
let officer: Actor
let other: Actor
let hidden: { id: string, code: string }[]
const cameras: Record<'market' | 'gate' | 'road', { id: string, code: string }> = {} as never

const station = (actor: Actor) => actor.memberships[0]!.agencyId!
const log = (actor: Actor, subject: object, outcome?: object, at = morning) => s.as(actor, act => logRequest(act, { agencyId: station(actor), at: new Date(at.getTime() - HOUR), subject, outcome } as never), at)
const read = (actor: Actor, filter: object = {}) => s.as(actor, act => footageStatistics(act, { province: '15', by: 'camera', ...filter }), after(DAY))

/** Two officers ask for three public cameras of two districts and for private ones, in two months. */
beforeAll(async () => {
  [officer, other] = [await d.newOfficer(), await d.newOfficer()]
  await s.db.district.createMany({ data: [['1501', 'เมือง', 'Mueang'], ['1502', 'ไชโย', 'Chaiyo']].map(([code, nameTh, nameEn]) => ({ code: code!, nameTh: nameTh!, nameEn: nameEn!, provinceCode: '15' })) })
  await s.db.subdistrict.createMany({ data: ['1501', '1502'].map(districtCode => ({ code: `${districtCode}01`, districtCode, nameTh: 'ตำบล', nameEn: 'Tambon' })) })
  const put = async (id: string, district: string, latitude: number) => s.db.camera.update({ where: { id }, data: { site: { update: { subdistrictCode: `${district}01`, latitude } } } })
  for (const [name, district, latitude] of [['market', '1501', 14.58], ['gate', '1501', 14.59], ['road', '1502', 14.7]] as const) {
    cameras[name] = await d.newCamera(30)
    await put(cameras[name].id, district, latitude)
  }
  hidden = await Promise.all(Array.from({ length: 5 }, async () => (await d.newPrivate()).camera))
  for (const { id } of hidden) await put(id, '1502', 14.71)

  const { requestId } = await d.ask(officer, [cameras.market.id, cameras.gate.id])
  const joined = await d.ask(other, [cameras.market.id], { at: after(MINUTE) })
  const [market, gate] = await d.items(requestId)
  await s.as(who.official, act => preserve(act, { askId: market!.askId }), after(4 * HOUR))
  await s.as(officer, act => receive(act, { itemId: market!.id, complete: true }), after(5 * HOUR))
  await s.as(other, async act => receive(act, { itemId: (await d.items(joined.requestId))[0]!.id, complete: false }), after(5 * HOUR))
  await s.as(officer, act => miss(act, { itemId: gate!.id, cause: 'WRONG_VIEW' }), after(5 * HOUR))
  const called = await d.ask(officer, [cameras.road.id])
  await s.as(officer, act => cancelRequest(act, { requestId: called.requestId }))
  await log(officer, { cameraId: cameras.road.id }, { got: 'NOTHING', cause: 'CAMERA_DOWN' }, after(-31 * DAY))
  const { requestId: undone } = await log(officer, { cameraId: cameras.road.id }, { got: 'ALL' })
  await s.as(officer, act => undoLog(act, { requestId: undone }))
  await log(other, { place: { text: 'ร้านนอกทะเบียน' }, noCamera: false }, { got: 'ALL' })
  await log(officer, { cameraId: hidden[0]!.id }, { got: 'NOTHING', cause: 'NO_ANSWER' })
  await log(officer, { place: { latitude: 14.7001, longitude: 100.4501 }, noCamera: true })
  await log(other, { place: { latitude: 14.7002, longitude: 100.4502 }, noCamera: true })
  await log(other, { place: { text: 'หลังวัด' }, noCamera: true })
})

const total = { requests: 4, got: 1, partly: 1, pending: 0, hours: expect.closeTo(4, 1) }

describe('statistics of footage requests', () => {
  it('count an ask once for each officer, also one that joined, logs too; not what was called off or undone', async () => {
    const { from, to, totals, months, places, stations, districts } = await read(officer)
    expect([from, to, months.length]).toEqual(['2025-12', '2026-11', 12])
    expect(totals).toMatchObject({ ...total, private: 1, outside: 1 })
    expect([totals.missed.WRONG_VIEW, totals.missed.CAMERA_DOWN, totals.missed.NO_ANSWER]).toEqual([1, 1, 0])
    expect(months.slice(-2)).toMatchObject([{ month: '2026-10', requests: 1, private: 0 }, { month: '2026-11', requests: 3, private: 1, outside: 1 }])
    expect(places.map(({ code, requests, outcomes }) => [code, requests, outcomes?.got ?? null])).toEqual([[cameras.market.code, 2, 1], ...[[cameras.gate.code, 1, 0], [cameras.road.code, 1, 0], [hidden[0]!.code, 1, null]].sort((a, b) => a[0]! < b[0]! ? -1 : 1)])
    expect(places.find(({ hidden }) => hidden)).toMatchObject({ name: null, label: null, outcomes: null, district: { th: 'ไชโย' } })
    expect(stations!.map(({ id, requests }) => [id, requests])).toEqual([[station(officer), 3], [station(other), 1]])
    expect(districts.map(({ code, requests, private: hidden }) => [code, requests, hidden])).toEqual([['1501', 3, 0], ['1502', 1, 1], [null, 0, 0]])
  })

  it('count the hours from when whoever keeps the camera was asked, not while a supervisor had it', async () => {
    await s.db.$executeRaw`UPDATE "FootageRequest" SET "decidedAt" = "createdAt" + interval '1 hour' WHERE NOT "logged"`
    expect((await read(officer)).totals.hours).toBeCloseTo(3, 1)
    await s.db.footageRequest.updateMany({ data: { decidedAt: null } })
  })

  it('narrow by months, station and district, for cameras and for sites', async () => {
    expect((await read(officer, { from: '2026-10', to: '2026-10' })).totals.requests).toBe(1)
    expect((await read(officer, { station: station(other) })).totals).toMatchObject({ requests: 1, partly: 1, outside: 1 })
    const chaiyo = await read(officer, { district: '1502' })
    expect([chaiyo.totals.requests, chaiyo.totals.private, chaiyo.uncoveredTotal, chaiyo.uncovered]).toEqual([1, 1, 2, [{ latitude: expect.closeTo(14.70015, 5), longitude: expect.closeTo(100.45015, 5), count: 2 }]])
    expect((await read(officer, { district: '1501' })).uncovered).toEqual([])
    const sites = await read(officer, { by: 'site' })
    expect(sites.places[0]).toMatchObject({ code: null, name: expect.stringContaining('หน้าตลาด'), requests: 2 })
    expect((await read(officer, { from: '1000-01' })).months).toHaveLength(60)
  })

  it('have the points that no camera covers, without who looked there and why', async () => {
    const { uncovered, uncoveredTotal } = await read(who.committee)
    expect([uncoveredTotal, uncovered.map(({ count }) => count)]).toEqual([3, [2]])
    expect(Object.keys(uncovered[0]!)).toEqual(['latitude', 'longitude', 'count'])
    const near = { latitude: 14.7, longitude: 100.45 }
    expect(await s.as(who.official, act => uncoveredWithin(act, ['15'], near, 200))).toBe(2)
    expect(await s.as(who.official, act => uncoveredWithin(act, ['15'], near, 20))).toBe(1)
    expect(await s.as(who.official, act => uncoveredWithin(act, ['14'], near, 200))).toBe(0)
    expect(await s.as(who.official, act => uncoveredOf(act, ['15']))).toHaveLength(1)
  })

  it('are open to police and secretary of the province, to the committee and the national office without private cameras, and to nobody else', async () => {
    for (const person of ['police', 'secretary'] as const) expect((await read(who[person])).totals, person).toMatchObject({ private: 1 })
    for (const person of ['official', 'technician', 'otherOfficial', 'otherSecretary', 'owner', 'reporter', 'passerBy', 'far'] satisfies Person[]) await expect(read(who[person]), person).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(read(await d.newOfficer('14'))).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(read({ ...officer, memberships: [] }), 'suspended').rejects.toMatchObject({ code: 'notAllowed' })
    for (const person of ['committee', 'national'] as const) {
      const seen = await read(who[person])
      expect(seen.totals, person).toMatchObject({ ...total, private: null, outside: null })
      expect(JSON.stringify(seen), person).not.toContain(hidden[0]!.code)
      expect([...seen.months, ...seen.districts].every(row => row.private === null && row.outside === null), person).toBe(true)
      expect(seen.districts.map(({ code }) => code), person).toEqual(['1501', '1502'])
      expect(seen.stations === null, person).toBe(person === 'national')
    }
    // A station that was filtered by would be told by the answer.
    expect((await read(who.national, { station: station(other) })).totals.requests).toBe(4)
  })

  it('tell private cameras to the committee only by districts where five were asked for, of whole months, and the same for every filter', async () => {
    const seen = async (filter: object = {}) => (await s.as(who.committee, act => footageStatistics(act, { province: '15', by: 'site', ...filter }), after(20 * DAY))).privateDistricts
    for (const { id } of hidden.slice(1, 4)) await log(officer, { cameraId: id }, { got: 'ALL' })
    expect(await seen()).toEqual([])
    await log(officer, { cameraId: hidden[4]!.id }, { got: 'ALL' })
    const told = [{ code: '1502', name: { th: 'ไชโย', en: 'Chaiyo' }, requests: 5 }]
    for (const filter of [{}, { district: '1501' }, { from: '2026-12' }, { station: station(other) }]) expect(await seen(filter)).toEqual(told)
    expect((await read(who.committee)).privateDistricts, 'the month is not over').toEqual([])
    expect((await read(officer)).privateDistricts).toBeNull()
  })

  it('count the demand for a camera over twelve months', async () => {
    const ids = [cameras.market.id, cameras.road.id, hidden[0]!.id]
    const demand = (at: Date) => s.as(officer, act => demandOf(act, ids), at)
    expect(Object.fromEntries(await demand(after(DAY)))).toEqual({ [ids[0]!]: 2, [ids[1]!]: 1, [ids[2]!]: 1 })
    expect((await demand(after(340 * DAY))).get(cameras.road.id)).toBeUndefined()
  })
})
