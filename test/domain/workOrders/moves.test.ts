import type { Act } from '../../../domain/act'
import type { Move } from '../../../domain/workOrders/rules'
import type { WorkOrderState } from '../../../prisma/client'
import type { Person } from '../stage'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../../domain/refusal'
import * as workOrders from '../../../domain/workOrders/commands'
import { mayMove } from '../../../domain/workOrders/rules'
import { stage } from '../stage'

const s = stage()

const states = ['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'REPAIRED', 'CLOSED', 'REJECTED', 'DUPLICATE'] as const
const unrepaired = ['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING'] as const
type Command = Exclude<Move, 'confirm' | 'reopen' | 'expire'>

/** From which states each move leads where, as the design of the repair says. */
const table: Record<Command, { from: readonly WorkOrderState[], to: WorkOrderState | null }> = {
  acknowledge: { from: ['NEW'], to: 'ACKNOWLEDGED' },
  assign: { from: ['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS'], to: 'ASSIGNED' },
  start: { from: ['ACKNOWLEDGED', 'ASSIGNED'], to: 'IN_PROGRESS' },
  wait: { from: ['IN_PROGRESS'], to: 'WAITING' },
  resume: { from: ['WAITING'], to: 'IN_PROGRESS' },
  repair: { from: ['IN_PROGRESS', 'WAITING'], to: 'REPAIRED' },
  forward: { from: ['NEW', 'ACKNOWLEDGED'], to: 'NEW' },
  reject: { from: ['NEW', 'ACKNOWLEDGED'], to: 'REJECTED' },
  markDuplicate: { from: ['NEW', 'ACKNOWLEDGED'], to: 'DUPLICATE' },
  setPriority: { from: unrepaired, to: null },
  addNote: { from: states, to: null },
}
const commands = Object.keys(table) as Command[]

const byTechnician: Command[] = ['start', 'wait', 'resume', 'repair', 'addNote']
const mayAll: Person[] = ['official', 'colleague', 'secretary']
const mayNothing: Person[] = ['otherTechnician', 'otherOfficial', 'otherSecretary', 'police', 'committee', 'national', 'owner', 'reporter', 'passerBy', 'far']

const ids = {} as Record<WorkOrderState, string>
let other = ''

beforeAll(async () => {
  for (const state of states) ids[state] = (await s.workOrderIn(state, await s.newPerson())).workOrderId
  other = (await s.workOrderIn('NEW', await s.newPerson())).workOrderNumber
  for (const state of ['IN_PROGRESS', 'WAITING'] as const) await s.photo(s.here.people.technician, ids[state])
})

function make(act: Act, move: Command, workOrderId: string) {
  switch (move) {
    case 'acknowledge': return workOrders.acknowledge(act, { workOrderId })
    case 'assign': return workOrders.assign(act, { workOrderId, assigneeId: s.here.people.otherTechnician.userId })
    case 'start': return workOrders.start(act, { workOrderId })
    case 'wait': return workOrders.wait(act, { workOrderId, waitingFor: 'BUDGET' })
    case 'resume': return workOrders.resume(act, { workOrderId })
    case 'repair': return workOrders.repair(act, { workOrderId, cause: 'POWER', costSatang: 0n })
    case 'forward': return workOrders.forward(act, { workOrderId, agencyId: s.here.agencies.town, reason: 'กล้องของเทศบาล' })
    case 'reject': return workOrders.reject(act, { workOrderId, reason: 'กล้องปกติ' })
    case 'markDuplicate': return workOrders.markDuplicate(act, { workOrderId, of: other })
    case 'setPriority': return workOrders.setPriority(act, { workOrderId, priority: 'URGENT' })
    case 'addNote': return workOrders.addNote(act, { workOrderId, text: 'โทรแล้ว' })
  }
}

class Undo extends Error {}

/** What comes of a move, which is then undone: the new state, or the code of the refusal. */
async function outcome(person: Person, move: Command, state: WorkOrderState): Promise<string> {
  let came = ''
  await s.as(s.here.people[person], async (act) => {
    came = (await make(act, move, ids[state])).state
    throw new Undo()
  }).catch((error: unknown) => {
    if (error instanceof Refusal) came = error.code
    else if (!(error instanceof Undo)) throw error
  })
  return came
}

describe.each(commands)('%s', (move) => {
  const { from, to } = table[move]

  it.each(states)('from %s leads where the table says, or is refused with the state in words', async (state) => {
    expect(await outcome('official', move, state)).toBe(from.includes(state) ? to ?? state : 'workOrderState')
  })

  it.each(mayAll)('the %s may', async (person) => {
    expect(await outcome(person, move, from[0]!)).toBe(to ?? from[0])
  })

  it.each(mayNothing)('the %s may not', async (person) => {
    expect(await outcome(person, move, from.at(-1)!)).toBe('notAllowed')
  })

  it('the technician to whom it was given may only work on it', async () => {
    const state = from.find(one => one !== 'NEW' && one !== 'ACKNOWLEDGED') ?? from[0]!
    expect(await outcome('technician', move, state)).toBe(byTechnician.includes(move) ? to ?? state : 'notAllowed')
  })
})

it('the buttons of a card are exactly the moves that would not be refused', async () => {
  for (const state of states) {
    const workOrder = await s.workOrder(ids[state])
    const allowed = commands.filter(move => table[move].from.includes(state))
    const sorted = (moves: string[]) => moves.toSorted()
    for (const person of mayAll) expect(sorted(mayMove(s.here.people[person], workOrder))).toEqual(sorted(allowed))
    for (const person of mayNothing) expect(mayMove(s.here.people[person], workOrder)).toEqual([])
    const assigned = workOrder.assigneeId === s.here.people.technician.userId
    expect(sorted(mayMove(s.here.people.technician, workOrder))).toEqual(assigned ? sorted(allowed.filter(move => byTechnician.includes(move))) : [])
  }
})

it('before the agency was told there is nothing to do with it', async () => {
  const stored = await s.report(s.here.people.reporter, (await s.newCamera()).id)
  expect(mayMove(s.here.people.official, await s.workOrder(stored.workOrderId))).toEqual([])
  await expect(s.as(s.here.people.official, act => workOrders.acknowledge(act, { workOrderId: stored.workOrderId }))).rejects.toMatchObject({ code: 'notFound' })
})

it('a suspended technician may nothing, even with what was given to them', async () => {
  const suspended = { ...s.here.people.technician, memberships: [] }
  await expect(s.as(suspended, act => workOrders.wait(act, { workOrderId: ids.IN_PROGRESS, waitingFor: 'PART' }))).rejects.toMatchObject({ code: 'notAllowed' })
})

it('the refusal names the present state and the move in the language of the one who tried', async () => {
  const english = { ...s.here.people.official, language: 'EN' as const }
  const refused = await s.as(english, act => workOrders.start(act, { workOrderId: ids.CLOSED })).catch((error: unknown) => error)
  expect((refused as Refusal).say('EN')).toContain('“Closed”, so “Start” cannot be done')
  const thai = await s.as(s.here.people.official, act => workOrders.start(act, { workOrderId: ids.NEW })).catch((error: unknown) => error)
  expect((thai as Refusal).say('TH')).toContain('“แจ้งแล้ว” จึงทำ “เริ่มซ่อม” ไม่ได้')
})
