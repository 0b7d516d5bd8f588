import type { Act } from '../../../domain/act'
import type { ReturnMove } from '../../../domain/rounds/rules'
import type { ReturnState } from '../../../prisma/client'
import type { Person } from '../stage'
import { beforeEach, describe, expect, it } from 'vitest'
import { ReturnState as States } from '../../../domain/enums'
import { boardOf } from '../../../domain/rounds/board'
import { closeRound, openRound } from '../../../domain/rounds/commands'
import * as returns from '../../../domain/rounds/returns'
import { findingsOf, returnOf } from '../../../domain/rounds/returnView'
import { returnMoves } from '../../../domain/rounds/rules'
import { nilReturn, sentBack, submission } from '../../../domain/rounds/schema'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const world = stage()
const { here } = world
let roundId: string
let id: string

const as = <T>(person: Person, work: (act: Act) => Promise<T>, at = morning) => world.as(here.people[person], work, at)
const row = () => world.db.agencyReturn.findUniqueOrThrow({ where: { id } })
const view = async (person: Person = 'official', at = morning) => (await as(person, act => returnOf(act, here.agencies.pohsa), at))!
const commands: Record<ReturnMove, (act: Act, version: number) => Promise<void>> = {
  start: (act, version) => returns.startReturn(act, { id, version }),
  submit: (act, version) => returns.submitReturn(act, { id, version }),
  nil: (act, version) => returns.returnNil(act, { id, version, reason: 'ไม่มีกล้องในความดูแล' }),
  takeBack: (act, version) => returns.takeBackReturn(act, { id, version }),
  return: (act, version) => returns.sendBack(act, { id, version, remarks: 'เพิ่มผู้ดูแลกล้อง' }),
  accept: (act, version) => returns.acceptReturn(act, { id, version }),
  reopen: (act, version) => returns.reopenReturn(act, { id, version }),
}
const moves = Object.keys(commands) as ReturnMove[]
const to: Record<ReturnMove, ReturnState> = { start: 'IN_PROGRESS', submit: 'SUBMITTED', nil: 'NIL', takeBack: 'IN_PROGRESS', return: 'RETURNED', accept: 'ACCEPTED', reopen: 'SUBMITTED' }
const does = async (person: Person, move: ReturnMove, at = morning) => as(person, async act => commands[move](act, (await row()).version), at)
const standsIn = (state: ReturnState) => world.db.agencyReturn.update({ where: { id }, data: { state, nilReason: null } })

beforeEach(async () => {
  await world.db.notice.deleteMany()
  await world.db.surveyRound.deleteMany()
  await world.db.camera.deleteMany()
  await world.db.site.deleteMany()
  roundId = (await as('secretary', act => openRound(act, { provinceCode: '15', name: 'รอบทดสอบ', closesOn: '2026-12-30', milestones: [] }))).id
  id = (await world.db.agencyReturn.findFirstOrThrow({ where: { roundId, agencyId: here.agencies.pohsa } })).id
})

/** A camera that a move needs: `nil` needs none. */
const readyFor = async (move: ReturnMove) => move === 'submit' && world.newCamera()

describe('the moves of a return', () => {
  it.each(moves.flatMap(move => States_().map(state => [move, state] as const)))('%s from %s', async (move, state) => {
    await readyFor(move)
    await standsIn(state)
    const { by, from } = returnMoves[move]
    const done = does(by === 'agency' ? 'official' : 'secretary', move)
    if (!from.includes(state)) return expect(done).rejects.toMatchObject({ code: 'returnState' })
    await done
    expect(await row()).toMatchObject({ state: to[move], version: 2 })
  })

  it.each(moves.flatMap(move => returnMoves[move].from.map(state => [move, state] as const)))('%s from %s, after the round', async (move, state) => {
    await readyFor(move)
    await standsIn(state)
    await as('secretary', act => closeRound(act, { id: roundId }))
    const done = does('secretary', move)
    if (!returnMoves[move].afterwards.includes(state)) return expect(done).rejects.toMatchObject({ code: 'roundClosed' })
    await done
  })

  it.each(moves)('%s: who may', async (move) => {
    await readyFor(move)
    const allowed = new Set<Person>(returnMoves[move].by === 'agency' ? ['official', 'colleague', 'secretary'] : ['secretary'])
    for (const person of Object.keys(here.people) as Person[]) {
      await standsIn(returnMoves[move].from[0]!)
      const done = does(person, move)
      if (allowed.has(person)) await done
      else await expect(done, person).rejects.toMatchObject({ code: 'notAllowed' })
    }
  })

  it('is done by whoever saw it last, and to one that there is', async () => {
    await does('official', 'start')
    await expect(as('official', act => commands.nil(act, 1))).rejects.toMatchObject({ code: 'changedMeanwhile' })
    await expect(as('official', act => returns.startReturn(act, { id: roundId, version: 1 }))).rejects.toMatchObject({ code: 'notFound' })
  })
})

function States_(): ReturnState[] {
  return Object.values(States)
}

describe('handing in', () => {
  it('needs cameras, and no errors; warnings do not stand in the way', async () => {
    await expect(does('official', 'submit')).rejects.toMatchObject({ code: 'returnEmpty' })
    const { id: cameraId } = await world.newCamera()
    await world.db.camera.update({ where: { id: cameraId }, data: { installed: new Date('2027-01-01') } })
    await expect(does('official', 'submit')).rejects.toMatchObject({ code: 'returnErrors', params: { errors: 1 } })
    await world.db.camera.update({ where: { id: cameraId }, data: { installed: new Date('2026-11-01') } })
    expect((await view()).findings).toMatchObject({ errors: 0, warnings: 2 })
    await does('official', 'submit')
    expect(await row()).toMatchObject({ state: 'SUBMITTED', submittedAt: morning, submittedById: here.people.official.userId })
    expect(await world.db.notice.count({ where: { about: `return:${id}`, state: 'WAITING' } })).toBe(0)
  })

  it('“we have none” needs a reason, and no cameras', async () => {
    const { id: cameraId } = await world.newCamera({ status: 'UNUSABLE' })
    await expect(does('official', 'nil')).rejects.toMatchObject({ code: 'returnNotEmpty', params: { cameras: 1 } })
    await world.db.camera.update({ where: { id: cameraId }, data: { status: 'REMOVED' } })
    await world.newCamera({ ownership: 'PRIVATE' })
    await does('official', 'nil')
    expect(await view()).toMatchObject({ state: 'NIL', nilReason: 'ไม่มีกล้องในความดูแล', findings: { cameras: 0, completeness: null } })
  })

  it('is within the limits of words', () => {
    const words = (n: number) => 'ก'.repeat(n)
    for (const [schema, field] of [[nilReturn, 'reason'], [sentBack, 'remarks'], [submission, 'answer']] as const) {
      const fits = (text: string) => schema.safeParse({ id, version: 1, [field]: text }).success
      expect([fits(words(1)), fits(words(1_000)), fits(words(1_001)), fits('  ')], field).toEqual([true, true, false, false])
    }
  })

  it('is sent back with remarks, answered, accepted, and each step is kept', async () => {
    await world.newCamera()
    await does('official', 'submit')
    await does('secretary', 'return', after(MINUTE))
    expect(await view()).toMatchObject({ state: 'RETURNED', remarks: 'เพิ่มผู้ดูแลกล้อง', may: ['submit', 'nil'] })
    expect((await world.db.notice.findMany({ where: { kind: 'return.returned' } }))[0]).toMatchObject({ level: 'SOON', data: { remarks: 'เพิ่มผู้ดูแลกล้อง', round: 'รอบทดสอบ' } })
    await as('colleague', async act => returns.submitReturn(act, { id, version: (await row()).version, answer: 'เพิ่มแล้ว' }), after(2 * MINUTE))
    expect(await view('secretary')).toMatchObject({ state: 'SUBMITTED', remarks: 'เพิ่มผู้ดูแลกล้อง', answer: 'เพิ่มแล้ว', may: ['nil', 'takeBack', 'return', 'accept'] })
    await does('secretary', 'accept', after(3 * MINUTE))
    const { history, may } = await view()
    expect(history.map(({ action, by, reason }) => [action, by, reason])).toEqual([
      ['accepted', 'secretary', null],
      ['answered', 'colleague', 'เพิ่มแล้ว'],
      ['returned', 'secretary', 'เพิ่มผู้ดูแลกล้อง'],
      ['submitted', 'official', null],
    ])
    expect(may).toEqual([])
    expect(await world.db.notice.count({ where: { kind: 'return.accepted' } })).toBe(2)
  })

  it('shows what was changed since, until it is accepted', async () => {
    const { id: cameraId } = await world.newCamera()
    await does('official', 'submit')
    await world.db.agencyReturn.update({ where: { id }, data: { changedAt: after(MINUTE) } })
    const change = (afterSubmit: boolean, at: Date) => world.db.change.create({ data: { subject: `camera:${cameraId}`, action: 'changed', provinceCode: '15', at, afterSubmit, actorId: here.people.colleague.userId } })
    await change(false, after(-DAY))
    await change(true, after(MINUTE))
    await change(true, after(2 * MINUTE))
    expect((await view('committee')).changed).toMatchObject([{ id: cameraId, by: 'colleague', changes: 2, at: after(2 * MINUTE) }])
    expect((await view('national')).changed).toMatchObject([{ by: null }])
    await does('secretary', 'accept')
    expect(await view()).toMatchObject({ changedAt: null, changed: [] })
  })
})

describe('reading', () => {
  it('is for the agency, secretaries and committee of the province, and the national office', async () => {
    const may = new Set<Person>(['official', 'colleague', 'secretary', 'committee', 'national'])
    const board = new Set<Person>(['secretary', 'committee', 'national'])
    for (const person of Object.keys(here.people) as Person[]) {
      const outcome = (work: Promise<unknown>) => work.then(() => 'read', ({ code }) => code)
      expect(await outcome(view(person)), person).toBe(may.has(person) ? 'read' : 'notAllowed')
      expect(await outcome(as(person, act => findingsOf(act, here.agencies.pohsa))), person).toBe(may.has(person) ? 'read' : 'notAllowed')
      expect(await outcome(as(person, act => boardOf(act, roundId))), person).toBe(board.has(person) ? 'read' : 'notAllowed')
    }
  })

  it('names a round of another province, an unknown agency, and a province without rounds', async () => {
    await expect(as('official', act => returnOf(act, roundId))).rejects.toMatchObject({ code: 'agencyUnknown' })
    expect(await as('far', act => returnOf(act, here.agencies.elsewhere))).toBeNull()
    await expect(as('far', act => returnOf(act, here.agencies.elsewhere, roundId))).rejects.toMatchObject({ code: 'notFound' })
  })

  it('of all agencies at a glance', async () => {
    await world.newCamera()
    await world.newCamera({ status: 'DAMAGED' })
    await does('official', 'submit')
    const { agencies, sums } = await as('secretary', act => boardOf(act, roundId))
    expect(agencies.map(({ agency, state, cameras, working, notWorking, warnings, reachable }) => [agency.th, state, cameras, working, notWorking, warnings, reachable])).toEqual([
      ['อบต.โพสะ', 'SUBMITTED', 2, 1, 1, 5, true],
      ['เทศบาลเมืองอ่างทอง', 'NOT_STARTED', 0, 0, 0, 0, true],
    ])
    expect(sums).toMatchObject({ agencies: 2, answered: 1, withCameras: 1, cameras: 2, working: 1, notWorking: 1, states: { SUBMITTED: 1, NOT_STARTED: 1 } })
  })
})
