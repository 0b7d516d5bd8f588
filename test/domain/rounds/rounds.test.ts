import type { Act } from '../../../domain/act'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeRound, closeEndedRounds, closeRound, openRound, remindAll } from '../../../domain/rounds/commands'
import { reminderOf, roundsOf } from '../../../domain/rounds/queries'
import { newRound } from '../../../domain/rounds/schema'
import { after, DAY, morning, stage } from '../stage'

const world = stage()
const { here } = world

const wanted = { provinceCode: '15', name: 'สำรวจปี 2570', closesOn: '2026-12-30', milestones: [{ name: 'ตรวจความครบถ้วน', date: '2027-01-06' }, { name: 'สิ้นสุดการกรอก', date: '2026-12-30' }] }
const asSecretary = <T>(work: (act: Act) => Promise<T>, at = morning) => world.as(here.people.secretary, work, at)
const open = (given: Partial<typeof wanted> & { opensOn?: string } = {}, at = morning) => asSecretary(act => openRound(act, { ...wanted, ...given }), at)
const notices = async () => (await world.db.notice.findMany({ where: { about: { startsWith: 'return:' }, state: 'WAITING' }, include: { user: true } })).map(({ user, kind, level }) => `${user?.displayName}: ${kind} ${level}`).sort()

beforeEach(async () => {
  await world.db.notice.deleteMany()
  await world.db.surveyRound.deleteMany()
})

describe('a secretary opens a round', () => {
  it('with days and milestones; every agency of the province gets a return, and its people are told', async () => {
    const round = await open()
    expect(round).toMatchObject({ name: 'สำรวจปี 2570', opensOn: '2026-11-23', closesOn: '2026-12-30', open: true, version: 1, closedAt: null })
    expect(round.milestones.map(({ date }) => date)).toEqual(['2026-12-30', '2027-01-06'])
    const returns = await world.db.agencyReturn.findMany({ where: { roundId: round.id }, include: { agency: true } })
    expect(returns.map(({ agency, state }) => [agency.name, state]).sort()).toEqual([['อบต.โพสะ', 'NOT_STARTED'], ['เทศบาลเมืองอ่างทอง', 'NOT_STARTED']])
    expect(await notices()).toEqual(['colleague: round.opened SOON', 'official: round.opened SOON', 'otherOfficial: round.opened SOON', 'police: round.opened SOON'])
    expect(await world.db.auditEntry.count({ where: { subject: `round:${round.id}`, action: 'round.opened' } })).toBe(1)
  })

  it('once: not while another is open, but when that is over, and in another province', async () => {
    const { id } = await open()
    await expect(open()).rejects.toMatchObject({ code: 'roundOpen', params: { name: 'สำรวจปี 2570' } })
    await world.as(here.people.otherSecretary, act => openRound(act, { ...wanted, provinceCode: '14' }))
    await asSecretary(act => closeRound(act, { id }))
    expect((await open({ name: 'อีกรอบ' })).open).toBe(true)
  })

  it('of two secretaries at once, one', async () => {
    const results = await Promise.allSettled([open(), open()])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('for a day to come: it is not open yet, and nobody is told before', async () => {
    const round = await open({ opensOn: '2026-12-01' })
    expect(round.open).toBe(false)
    const [notice] = await world.db.notice.findMany()
    expect(notice?.notBefore).toEqual(new Date('2026-11-30T17:00:00Z'))
  })

  it.each([
    ['yesterday', { closesOn: '2026-11-22' }, 'roundDates'],
    ['before the opening', { opensOn: '2026-12-31' }, 'roundDates'],
  ])('not with a last day %s', async (_, given, code) => {
    await expect(open(given)).rejects.toMatchObject({ code })
    expect((await open({ closesOn: '2026-11-23' })).open).toBe(true)
  })

  it('within the limits of name and milestones', () => {
    const fits = (given: object) => newRound.safeParse({ ...wanted, ...given }).success
    const milestones = (n: number) => Array.from({ length: n }, () => wanted.milestones[0])
    expect([fits({ name: 'ก'.repeat(100) }), fits({ name: 'ก'.repeat(101) }), fits({ name: '  ' })]).toEqual([true, false, false])
    expect([fits({ milestones: milestones(20) }), fits({ milestones: milestones(21) }), fits({ milestones: [] })]).toEqual([true, false, true])
    expect([fits({ closesOn: '2027-02-29' }), fits({ closesOn: '30/12/2026' }), fits({ provinceCode: '1' })]).toEqual([false, false, false])
  })

  it.each(['official', 'otherSecretary', 'committee', 'national', 'reporter', 'police', 'technician'] as const)('nobody else: %s', async (person) => {
    await expect(world.as(here.people[person], act => openRound(act, wanted))).rejects.toMatchObject({ code: 'notAllowed' })
    const { id } = await open()
    await expect(world.as(here.people[person], act => changeRound(act, { ...wanted, id, version: 1 }))).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(world.as(here.people[person], act => closeRound(act, { id }))).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(world.as(here.people[person], act => remindAll(act, { id }))).rejects.toMatchObject({ code: 'notAllowed' })
  })
})

describe('a round', () => {
  it('is changed, by whoever saw it last', async () => {
    const { id } = await open()
    const changed = await asSecretary(act => changeRound(act, { id, version: 1, name: 'ขยายเวลา', closesOn: '2027-01-15', milestones: [] }))
    expect(changed).toMatchObject({ name: 'ขยายเวลา', closesOn: '2027-01-15', version: 2, milestones: [] })
    await expect(asSecretary(act => changeRound(act, { id, version: 1, name: 'ช้าไป', closesOn: '2027-01-15', milestones: [] }))).rejects.toMatchObject({ code: 'changedMeanwhile' })
  })

  it('ends with its last day, and the clock writes that down', async () => {
    const { id } = await open({ closesOn: '2026-11-24' })
    const [last, over] = [new Date('2026-11-24T16:59:59Z'), new Date('2026-11-24T17:00:00Z')]
    expect((await asSecretary(act => roundsOf(act, '15'), last)).rounds[0]).toMatchObject({ open: true })
    expect(await world.clock(closeEndedRounds, last)).toBe(0)
    expect((await asSecretary(act => roundsOf(act, '15'), over)).rounds[0]).toMatchObject({ open: false, closedAt: over })
    expect(await world.clock(closeEndedRounds, over)).toBe(1)
    expect(await world.clock(closeEndedRounds, over)).toBe(0)
    expect(await world.db.surveyRound.findUnique({ where: { id } })).toMatchObject({ closedAt: over })
  })

  it('is closed early, its notices go, and it is opened again with a later last day', async () => {
    const { id, version } = await open()
    const closed = await asSecretary(act => closeRound(act, { id }))
    expect([closed.open, closed.version]).toEqual([false, version + 1])
    expect(await notices()).toEqual([])
    expect((await asSecretary(act => changeRound(act, { ...wanted, id, version: closed.version }))).open).toBe(true)
  })

  it('is seen by secretaries and committee of the province, and by the national office', async () => {
    await open()
    for (const person of ['secretary', 'committee', 'national'] as const) expect((await world.as(here.people[person], act => roundsOf(act, '15'))).rounds).toHaveLength(1)
    for (const person of ['official', 'otherSecretary', 'reporter', 'police', 'owner', 'technician'] as const) await expect(world.as(here.people[person], act => roundsOf(act, '15'))).rejects.toMatchObject({ code: 'notAllowed' })
  })
})

describe('all agencies that have not handed in are reminded in one tap', () => {
  it('once a day, and it is said how many are told and how many cannot be', async () => {
    const { id } = await open()
    const school = await world.db.agency.create({ data: { name: 'โรงเรียนวัดอ่างทอง', provinceCode: '15', kind: 'SCHOOL', returns: { create: { roundId: id } } } })
    const handed = await world.db.agencyReturn.findFirstOrThrow({ where: { roundId: id, agencyId: here.agencies.town } })
    await world.db.agencyReturn.update({ where: { id: handed.id }, data: { state: 'NIL' } })
    await world.db.notice.deleteMany()
    expect(await asSecretary(act => reminderOf(act, id))).toEqual({ told: 1, unreachable: 1, already: 0, outstanding: 2 })
    expect(await asSecretary(act => remindAll(act, { id }))).toEqual({ told: 1, unreachable: 1, already: 0, outstanding: 2 })
    expect(await notices()).toEqual(['colleague: return.reminder SOON', 'official: return.reminder SOON'])
    expect(await asSecretary(act => remindAll(act, { id }), after(DAY / 2))).toEqual({ told: 0, unreachable: 1, already: 1, outstanding: 2 })
    expect(await asSecretary(act => remindAll(act, { id }), after(DAY))).toMatchObject({ told: 1, already: 0 })
    // The newer one replaces what nobody has heard yet.
    expect(await notices()).toHaveLength(2)
    await world.db.surveyRound.deleteMany()
    await world.db.agency.delete({ where: { id: school.id } })
  })

  it('by their group when they have one, and not by people who have blocked the account', async () => {
    const { id } = await open()
    await world.db.agency.update({ where: { id: here.agencies.town }, data: { lineGroupId: 'C1' } })
    await world.db.user.updateMany({ where: { memberships: { some: { agencyId: here.agencies.pohsa } } }, data: { reachable: false } })
    expect(await asSecretary(act => remindAll(act, { id }))).toEqual({ told: 1, unreachable: 1, already: 0, outstanding: 2 })
    expect(await world.db.notice.findMany({ where: { kind: 'return.reminder' }, select: { agencyId: true, userId: true } })).toEqual([{ agencyId: here.agencies.town, userId: null }])
    await world.db.agency.update({ where: { id: here.agencies.town }, data: { lineGroupId: null } })
    await world.db.user.updateMany({ data: { reachable: true } })
  })

  it('not when the round is over', async () => {
    const { id } = await open()
    await asSecretary(act => closeRound(act, { id }))
    await expect(asSecretary(act => remindAll(act, { id }))).rejects.toMatchObject({ code: 'roundClosed' })
  })
})
