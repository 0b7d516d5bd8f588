import type { Actor } from '../../../domain/act'
import type { Person } from '../../domain/stage'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { changeRiskPoint, removeRiskPoint, tellRiskPoint, tellRiskPointByForm } from '../../../domain/riskPoints/commands'
import { eraseRiskWords } from '../../../domain/riskPoints/erase'
import { allRiskPoints, riskPoint, riskPoints, riskPointsWithin } from '../../../domain/riskPoints/queries'
import { mostNote, mostRoute } from '../../../domain/riskPoints/schema'
import { desk } from '../footage/desk'

const d = desk()
const { s } = d
const who = s.here.people
let officer: Actor
let colleague: Actor
let other: Actor
let far: Actor
beforeAll(async () => {
  [officer, other, far] = [await d.newOfficer(), await d.newOfficer(), await d.newOfficer('14')]
  colleague = await s.newPerson(officer.memberships)
})
beforeEach(async () => {
  await s.db.riskPoint.deleteMany()
})

const stationOf = (actor: Actor) => actor.memberships[0]!.agencyId!
const said = (given: object = {}) => ({ agencyId: stationOf(officer), place: { latitude: 14.6, longitude: 100.46, text: 'สามแยกหลังวัด', messageId: 'm1' }, kind: 'ESCAPE_ROUTE' as const, timeOfDay: 'NIGHT' as const, note: { text: 'หลบออกถนนสายเอเชีย', messageId: 'm2' }, ...given })
const form = (given: object = {}) => ({ agencyId: stationOf(officer), kind: 'ACCIDENT' as const, placeText: 'โค้งหน้าโรงเรียน', latitude: 14.6, longitude: 100.46, timeOfDay: 'ANY' as const, note: null, route: null, ...given })
const tell = (given: object = {}, as = officer) => s.as(as, act => tellRiskPoint(act, said(given)))
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', error => error.code ?? error.name)
const strangers: Person[] = ['official', 'technician', 'otherOfficial', 'otherSecretary', 'national', 'owner', 'reporter', 'passerBy', 'far']

describe('a risk point', () => {
  it('is written down by the police for their own station, and by nobody else', async () => {
    expect(await tell()).toMatchObject({ kind: 'ESCAPE_ROUTE', timeOfDay: 'NIGHT', note: 'หลบออกถนนสายเอเชีย', mayWrite: true, removed: false })
    expect(await s.db.riskPoint.findMany()).toMatchObject([{ provinceCode: '15', officerId: officer.userId, placeMessageId: 'm1', noteMessageId: 'm2' }])
    expect(await s.db.auditEntry.count({ where: { action: 'riskPoint.stored', actorId: officer.userId } })).toBe(1)
    for (const person of [...strangers, 'secretary', 'committee', 'police'] as const) expect(await codeOf(tell({}, who[person])), person).toBe('notAllowed')
    expect(await codeOf(tell({}, other))).toBe('notAllowed')
    expect(await codeOf(tell({}, { ...officer, memberships: [] })), 'suspended').toBe('notAllowed')
  })

  it('is read by police, secretary and committee of the province, and by nobody else', async () => {
    const { id } = await tell()
    for (const reader of [officer, colleague, other, who.police, who.secretary, who.committee]) {
      expect(await s.as(reader, act => riskPoint(act, id))).toMatchObject({ id, mayWrite: reader === officer || reader === colleague })
      expect((await s.as(reader, act => riskPoints(act))).total).toBe(1)
      expect(await s.as(reader, act => allRiskPoints(act, {}))).toHaveLength(1)
    }
    for (const reader of [...strangers.map(person => who[person]), far, { ...officer, memberships: [] }]) {
      expect(await codeOf(s.as(reader, act => riskPoint(act, id)))).toBe('notFound')
      expect((await s.as(reader, act => riskPoints(act, { province: '15' }))).total).toBe(0)
      expect(await s.as(reader, act => allRiskPoints(act, { province: '15' }))).toEqual([])
    }
  })

  it('is changed, removed and put back by its station, and by nobody else', async () => {
    const { id } = await tell()
    const change = (actor: Actor, given: object = {}) => codeOf(s.as(actor, act => changeRiskPoint(act, id, form(given))))
    const remove = (actor: Actor, removed: boolean) => codeOf(s.as(actor, act => removeRiskPoint(act, { id }, removed)))
    for (const actor of [...strangers.map(person => who[person]), who.secretary, who.committee, other, far]) expect([await change(actor), await remove(actor, true)]).toEqual(['notFound', 'notFound'])
    expect(await change(officer, { agencyId: stationOf(other) })).toBe('notAllowed')
    const route = [[100.46, 14.6], [100.47, 14.61]]
    expect(await change(colleague, { route })).toBe('done')
    expect(await s.db.riskPoint.findUnique({ where: { id } })).toMatchObject({ kind: 'ACCIDENT', route, placeMessageId: null, noteMessageId: null })
    expect((await s.db.auditEntry.findFirstOrThrow({ where: { action: 'riskPoint.changed' } })).data).toEqual({ fields: ['kind', 'placeText', 'timeOfDay', 'note', 'route'] })
    expect(await remove(colleague, true)).toBe('done')
    expect((await s.as(officer, act => riskPoints(act))).total).toBe(0)
    expect((await s.as(officer, act => riskPoints(act, { removed: true }))).total).toBe(1)
    expect(await remove(officer, false)).toBe('done')
    expect((await s.as(officer, act => riskPoints(act))).total).toBe(1)
  })

  it('loses what a LINE message said that is taken back; without a place it is removed for good', async () => {
    const { id } = await tell()
    await s.as(colleague, act => eraseRiskWords(act, 'm1'))
    expect(await s.db.riskPoint.findUnique({ where: { id } })).toMatchObject({ latitude: 14.6 })
    await s.as(officer, act => eraseRiskWords(act, 'm2'))
    await s.as(officer, act => eraseRiskWords(act, 'm1'))
    expect(await s.db.riskPoint.findUnique({ where: { id } })).toMatchObject({ placeText: null, latitude: null, longitude: null, note: null, removedAt: expect.any(Date) })
    expect(await codeOf(s.as(officer, act => removeRiskPoint(act, { id }, false)))).toBe('notFound')
    expect(await s.as(officer, act => riskPoint(act, id))).toMatchObject({ place: { latitude: null }, nearest: null })
  })

  it('is taken at its limits, and refused past them', async () => {
    const line = (points: number) => Array.from({ length: points }, (_, i) => [100.4 + i / 10_000, 14.6])
    const tried = (given: object) => codeOf(s.as(officer, act => tellRiskPointByForm(act, form(given))))
    for (const given of [{ route: line(mostRoute) }, { route: line(2) }, { note: 'ก'.repeat(mostNote), placeText: null }]) expect(await tried(given)).toBe('done')
    for (const given of [{ route: line(mostRoute + 1) }, { route: line(1) }, { route: [[181, 14], [100, 14]] }, { note: 'ก'.repeat(mostNote + 1) }, { placeText: 'ก'.repeat(201) }, { latitude: null }, { latitude: 91 }, { kind: 'DRAGONS' }, { removedAt: null }]) expect(await tried(given), JSON.stringify(given).slice(0, 60)).toBe('ZodError')
  })
})

describe('the nearest', () => {
  const at = (cameraId: string, latitude: number, change: object = {}) => s.db.camera.update({ where: { id: cameraId }, data: { site: { update: { latitude, longitude: 100.46 } }, ...change } })

  it('working camera is told; a private one to the police of the province alone, and without a name', async () => {
    const [good, broken] = [await s.newCamera(), await s.newCamera({ status: 'DAMAGED' })]
    const { camera: hidden } = await d.newPrivate()
    const { camera: declined } = await d.newPrivate({ check: 'DECLINED' })
    await at(broken.id, 14.6001)
    await at(declined.id, 14.6002)
    await at(hidden.id, 14.601)
    await at(good.id, 14.602)
    const { id } = await tell()
    for (const reader of [officer, other]) expect((await s.as(reader, act => riskPoint(act, id))).nearest).toEqual({ code: hidden.code, name: null, hidden: true, distance: 111 })
    for (const reader of [who.secretary, who.committee]) expect((await s.as(reader, act => riskPoint(act, id))).nearest).toMatchObject({ code: good.code, hidden: false, name: expect.any(String), distance: 222 })
  })

  it('points come first where a place is given, ten a page; how many are within a distance is only a number', async () => {
    for (let i = 1; i <= 11; i++) await tell({ place: { latitude: 14.6 + i / 1_000, longitude: 100.46, text: `จุด ${i}` } })
    const near = { latitude: 14.612, longitude: 100.46 }
    const first = await s.as(officer, act => riskPoints(act, { near }))
    expect([first.total, first.pages, first.items.length, first.items[0]!.place.text, first.items[0]!.distance]).toEqual([11, 2, 10, 'จุด 11', 111])
    expect((await s.as(officer, act => riskPoints(act, { near, page: 9 }))).items.map(({ place }) => place.text)).toEqual(['จุด 1'])
    expect(await s.as(officer, act => riskPointsWithin(act, ['15'], near, 200))).toBe(1)
    expect(await s.as(officer, act => riskPointsWithin(act, ['15'], near, 225))).toBe(2)
    expect(await s.as(officer, act => riskPointsWithin(act, ['14'], near, 225))).toBe(0)
  })

  it('filters choose by province, station and kind', async () => {
    await tell()
    await tell({ agencyId: stationOf(other), kind: 'FLOOD' }, other)
    const found = async (filter: object) => (await s.as(who.secretary, act => allRiskPoints(act, filter))).map(({ kind }) => kind)
    expect([await found({}), await found({ kind: 'FLOOD' }), await found({ agency: stationOf(officer) }), await found({ province: '14' })].map(one => one.length)).toEqual([2, 1, 1, 0])
  })
})
