import type { Actor } from '../../../domain/act'
import type { CameraKind } from '../../../prisma/client'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { looksAt, metresPerDegree } from '../../../domain/cameras/view'
import { camerasAround } from '../../../domain/footage/cameras'
import { camerasLooking, camerasNear, writeSeen } from '../../../domain/footage/looking'
import { CameraKind as kinds } from '../../../prisma/client'
import { after, DAY } from '../stage'
import { desk } from './desk'

const d = desk()
const { s } = d
const place = { latitude: 14.58, longitude: 100.45 }
let officer: Actor

beforeAll(async () => { officer = await d.newOfficer() })
beforeEach(async () => { await s.db.camera.updateMany({ data: { status: 'REMOVED' } }) })

/** A camera so many metres north and east of the place. */
async function stands(north: number, east: number, view: { kind?: CameraKind, direction?: number | null, fieldOfView?: number | null, range?: number | null } = {}, camera?: { id: string, code: string }) {
  const { id, code } = camera ?? await d.newCamera()
  await s.db.camera.update({ where: { id }, data: view, select: { id: true } })
  await s.db.site.updateMany({ where: { cameras: { some: { id } } }, data: { latitude: place.latitude + north / metresPerDegree, longitude: place.longitude + east / metresPerDegree / Math.cos(place.latitude * Math.PI / 180) } })
  return { id, code }
}
const looking = (page?: number, who = officer) => s.as(who, act => camerasLooking(act, place, page))
const near = (page?: number, who = officer) => s.as(who, act => camerasNear(act, place, page))
const codes = ({ items }: { items: { code: string }[] }) => items.map(({ code }) => code)

describe('the cameras that look at a place', () => {
  it('come with the certain ones first, nearest first; those turned away do not', async () => {
    const may = await stands(-10, 0, { direction: null })
    const far = await stands(-90, 0, { direction: 0, range: 100 })
    const close = await stands(0, 30, { direction: 275 })
    await stands(-20, 0, { direction: 180 })
    await stands(-110, 0, { direction: 0, range: 100 })
    const farthest = await stands(-4_900, 0, { direction: 0, range: 5_000 })
    expect(codes(await looking())).toEqual([close.code, far.code, farthest.code, may.code])
    expect((await looking()).items.map(({ looks }) => looks)).toEqual(['YES', 'YES', 'YES', 'MAY'])
  })

  it('are the same by SQL as by the rule, for random cameras', async () => {
    const metres = fc.double({ min: -150, max: 150, noNaN: true })
    const anything = fc.record({
      north: metres,
      east: metres,
      kind: fc.constantFrom(...Object.values(kinds)),
      direction: fc.option(fc.integer({ min: 0, max: 359 })),
      fieldOfView: fc.option(fc.integer({ min: 1, max: 360 })),
      range: fc.option(fc.integer({ min: 1, max: 300 })),
    })
    const data = fc.sample(anything, { seed: 7, numRuns: 300 })
    const made = await s.db.$transaction(async (tx) => {
      const sites = await tx.site.createManyAndReturn({ data: data.map(({ north, east }, n) => ({ name: `จุด ${n}`, provinceCode: '15', latitude: place.latitude + north / metresPerDegree, longitude: place.longitude + east / metresPerDegree })), select: { id: true, latitude: true, longitude: true } })
      await tx.camera.createMany({ data: data.map(({ north: _, east: __, ...view }, n) => ({ ...view, code: `15-9${String(n).padStart(4, '0')}`, siteId: sites[n]!.id, agencyId: s.here.agencies.pohsa })) })
      return data.map((view, n) => ({ ...view, ...sites[n]!, code: `15-9${String(n).padStart(4, '0')}` }))
    })
    const expected = made.filter(camera => looksAt(camera, place) !== 'NO').map(({ code }) => code).sort()
    const found: string[] = []
    for (let page = 1, more = true; more; page++) {
      const one = await looking(page)
      found.push(...codes(one))
      more = one.more
    }
    expect(expected.length).toBeGreaterThan(20)
    expect(found.toSorted()).toEqual(expected)
  })
})

describe('the nearest cameras', () => {
  it('come ten at a time by metres, not by degrees', async () => {
    // A degree of longitude is shorter: this one is nearer in metres, farther in degrees.
    const east = await stands(0, 100)
    const north = await stands(101, 0)
    const rest = []
    for (let n = 0; n < 9; n++) rest.push(await stands(200 + n, 0))
    const first = await near()
    expect(codes(first)).toEqual([east, north, ...rest.slice(0, 8)].map(({ code }) => code))
    expect(first.more).toBe(true)
    const second = await near(2)
    expect([codes(second), second.more]).toEqual([[rest[8]!.code], false])
    expect(first.items[0]).toMatchObject({ distance: expect.closeTo(100, 0), retentionDays: 7, looks: 'NO' })
  })

  it('are those that can be asked: none of another province, removed, one\'s own, paused, hidden, being changed or declined; private ones are', async () => {
    const open = await stands(10, 0)
    const { camera } = await d.newPrivate()
    await stands(20, 0, {}, camera)
    const own = await s.newCamera({ agencyId: officer.memberships[0]!.agencyId })
    const others = [own, await s.newCamera({ status: 'REMOVED' }), await s.newCamera({ provinceCode: '14' })]
    for (const change of [{ hiddenAt: new Date() }, { pausedUntil: after(DAY) }, { check: 'DECLINED' as const }, { check: 'CHANGE_WANTED' as const }]) others.push((await d.newPrivate(change)).camera)
    for (const other of others) await stands(5, 0, {}, other)
    const all = [open.code, camera.code]
    expect(codes(await near())).toEqual(all)
    expect((await s.as(officer, act => camerasAround(act, { ...place, radius: 100 }))).map(({ code }) => code)).toEqual(all)
    expect(codes(await looking())).toEqual(all)
  })

  it.each(['official', 'owner', 'secretary', 'committee', 'reporter'] as const)('are none for the %s', async (who) => {
    await stands(5, 0, { kind: 'PTZ' })
    await expect(near(1, s.here.people[who])).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(looking(1, s.here.people[who])).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('are not looked for farther than 20 km away', async () => {
    await stands(25_000, 0)
    const last = await stands(19_000, 0)
    expect(codes(await near())).toEqual([last.code])
  })
})

it('that a private camera was shown is written down, without anything of its owner', async () => {
  const { camera } = await d.newPrivate()
  await stands(10, 0)
  await s.as(officer, async act => writeSeen(act, (await camerasNear(act, place)).items))
  expect(await s.db.auditEntry.findMany({ where: { action: 'privateCamera.seen' }, select: { subject: true, actorId: true, provinceCode: true, data: true } }))
    .toEqual([{ subject: `camera:${camera.id}`, actorId: officer.userId, provinceCode: '15', data: {} }])
})
