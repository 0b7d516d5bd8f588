import type { Act, Actor } from '../../../domain/act'
import type { Move } from '../../../domain/footage/rules'
import type { FootageItemState } from '../../../prisma/client'
import { beforeAll, describe, expect, it } from 'vitest'
import * as answers from '../../../domain/footage/answer'
import * as outcomes from '../../../domain/footage/outcome'
import { askView, requestView } from '../../../domain/footage/queries'
import { moves } from '../../../domain/footage/rules'
import { Refusal } from '../../../domain/refusal'
import { desk, everyMove, HOUR, morning, strangers } from './desk'

const d = desk()
const { s } = d
const who = s.here.people

/** From which states each move leads where, as the design of the request says. */
const open = ['ASKED', 'PRESERVED', 'READY'] as const
const table: Record<Exclude<Move, 'expire'>, { from: readonly FootageItemState[], to: FootageItemState | null, by: 'official' | 'officer' }> = {
  preserve: { from: ['ASKED'], to: 'PRESERVED', by: 'official' },
  appoint: { from: open, to: 'READY', by: 'official' },
  awaitTechnician: { from: ['ASKED'], to: null, by: 'official' },
  reportDown: { from: ['ASKED'], to: 'UNAVAILABLE', by: 'official' },
  refuse: { from: ['ASKED'], to: 'REFUSED', by: 'official' },
  receive: { from: open, to: 'RECEIVED', by: 'officer' },
  miss: { from: open, to: 'UNAVAILABLE', by: 'officer' },
  handOver: { from: ['RECEIVED'], to: null, by: 'officer' },
}
const states = ['ASKED', 'PRESERVED', 'READY', 'RECEIVED', 'REFUSED', 'UNAVAILABLE'] as const

let officer: Actor
const ids = {} as Record<FootageItemState, { itemId: string, requestId: string }>

function make(act: Act, move: Move, { itemId }: { itemId: string }): Promise<unknown> {
  switch (move) {
    case 'preserve': return answers.preserve(act, { askId: itemId })
    case 'appoint': return answers.appoint(act, { askId: itemId, at: new Date(morning.getTime() + HOUR) })
    case 'awaitTechnician': return answers.awaitTechnician(act, { askId: itemId, phone: { text: '0812345678' } })
    case 'reportDown': return answers.reportDown(act, { askId: itemId })
    case 'refuse': return answers.refuse(act, { askId: itemId, reason: { text: 'ไม่ว่าง' } })
    case 'receive': return outcomes.receive(act, { itemId, complete: true })
    case 'miss': return outcomes.miss(act, { itemId, cause: 'BAD_QUALITY' })
    case 'handOver': return outcomes.noteHandOver(act, { itemId, sha256: 'a'.repeat(64), bytes: 1 })
    default: throw new Error(move)
  }
}

beforeAll(async () => {
  officer = await d.newOfficer()
  const way: Partial<Record<FootageItemState, Move>> = { PRESERVED: 'preserve', READY: 'appoint', RECEIVED: 'receive', REFUSED: 'refuse', UNAVAILABLE: 'miss' }
  for (const state of states) {
    const { requestId } = await d.ask(officer, [(await d.newCamera()).id])
    const [item] = await d.items(requestId)
    ids[state] = { requestId, itemId: item!.id }
    const move = way[state]
    if (move) await s.as(moves[move].by === 'officer' ? officer : who.official, act => make(act, move, ids[state]))
  }
})

class Undo extends Error {}

/** What comes of a move, which is then undone: the new state, or the code of the refusal. */
async function outcome(actor: Actor, move: Move, state: FootageItemState): Promise<string> {
  let came = ''
  await s.as(actor, async (act) => {
    await make(act, move, ids[state])
    came = (await act.db.footageItem.findUniqueOrThrow({ where: { id: ids[state].itemId } })).state
    throw new Undo()
  }).catch((error: unknown) => {
    if (error instanceof Refusal) came = error.code
    else if (!(error instanceof Undo)) throw error
  })
  return came
}

describe.each(everyMove as (keyof typeof table)[])('%s', (move) => {
  const { from, to, by } = table[move]
  const actor = () => by === 'officer' ? officer : who.official

  it.each(states)('from %s leads where the table says, or is refused in words', async (state) => {
    expect(moves[move]).toMatchObject({ from, to })
    expect(await outcome(actor(), move, state)).toBe(from.includes(state) ? to ?? state : by === 'officer' ? 'footageItemState' : 'footageAnswered')
  })

  it('somebody else may not, and learns nothing', async () => {
    const others = [...strangers.map(person => who[person]), await d.newOfficer(), by === 'officer' ? who.official : officer, { ...actor(), memberships: [] }]
    for (const other of others) expect(await outcome(other, move, from[0]!)).toBe('footageNotFound')
  })
})

it('the buttons of the cards are exactly the moves that would not be refused', async () => {
  for (const state of states) {
    const allowed = (by: string) => everyMove.filter(move => table[move as keyof typeof table].by === by && table[move as keyof typeof table].from.includes(state)).sort()
    const ask = await s.as(who.colleague, act => askView(act, ids[state].itemId))
    expect(ask.moves.toSorted()).toEqual(allowed('official'))
    const { items } = await s.as(officer, act => requestView(act, { id: ids[state].requestId }))
    expect(items[0]!.moves.toSorted()).toEqual(allowed('officer'))
  }
})

it('each move is an event and in the audit log, with who did it', async () => {
  const { requestId, itemId } = ids.PRESERVED
  const { events } = await d.request(requestId)
  expect(events).toMatchObject([
    { kind: 'SUBMITTED', actorId: officer.userId },
    { kind: 'PRESERVED', itemId, actorId: who.official.userId, fromState: 'ASKED', toState: 'PRESERVED' },
  ])
  const entries = await s.db.auditEntry.findMany({ where: { subject: `footage:${requestId}`, action: { not: 'footage.seen' } }, orderBy: { id: 'asc' } })
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([['footage.submitted', officer.userId], ['footage.preserved', who.official.userId]])
})

it('who looked is in the audit log, too', async () => {
  const { requestId } = ids.READY
  await s.as(who.official, act => askView(act, ids.READY.itemId))
  expect(await s.db.auditEntry.findFirst({ where: { subject: `footage:${requestId}`, action: 'footage.seen', actorId: who.official.userId } })).not.toBeNull()
})
