import type { z } from 'zod'
import type { Prisma, ReturnState } from '../../prisma/client'
import type { Act } from '../act'
import type { ChangeRow } from '../changes/record'
import type { ReturnMove } from './rules'
import { Prisma as Sql } from '../../prisma/client'
import { audit } from '../audit'
import { findings } from '../cameras/findings'
import { recordChanges } from '../changes/record'
import { inLanguage } from '../labels/label'
import { returnMoveLabels, returnStateLabels } from '../labels/rounds'
import { Refusal } from '../refusal'
import { fits, mayMove } from './rules'
import * as schema from './schema'
import { dismissReturns, tellReturns, toldReturns } from './tell'
import { isOpen } from './view'

type Return = Prisma.AgencyReturnGetPayload<{ include: { round: true } }>

/** What a move makes of a return. */
interface Moved {
  state: ReturnState
  action?: ChangeRow['action']
  reason?: string
  data?: Omit<Prisma.AgencyReturnUncheckedUpdateInput, 'state'>
}

/** Begins to fill in; so does the first change of a camera. Refused as every move is: `notFound`, `notAllowed`, `changedMeanwhile`, `roundClosed`, `returnState`. */
export async function startReturn(act: Act, input: z.input<typeof schema.movedReturn>): Promise<void> {
  const { id, version } = schema.movedReturn.parse(input)
  await move(act, await locked(act, id, version, 'start'), { state: 'IN_PROGRESS' })
}

/** Hands in what the register has of the agency's cameras; warnings do not stand in the way. Refused as every move is, and as `returnEmpty`, `returnErrors`. */
export async function submitReturn(act: Act, input: z.input<typeof schema.submission>): Promise<void> {
  const { id, version, answer } = schema.submission.parse(input)
  const found = await locked(act, id, version, 'submit')
  const { cameras, errors } = await findings(act, Sql.sql`c."agencyId" = ${found.agencyId}::uuid`)
  if (cameras === 0) throw new Refusal('returnEmpty')
  if (errors > 0) throw new Refusal('returnErrors', { errors })
  await handIn(act, found, { state: 'SUBMITTED', action: 'submitted', data: { nilReason: null } }, answer)
}

/** “We have none”. Refused as every move is, and as `returnNotEmpty`. */
export async function returnNil(act: Act, input: z.input<typeof schema.nilReturn>): Promise<void> {
  const { id, version, reason, answer } = schema.nilReturn.parse(input)
  const found = await locked(act, id, version, 'nil')
  const cameras = await act.db.camera.count({ where: { agencyId: found.agencyId, ownership: 'PUBLIC', status: { not: 'REMOVED' } } })
  if (cameras > 0) throw new Refusal('returnNotEmpty', { cameras })
  await handIn(act, found, { state: 'NIL', action: 'nil', reason, data: { nilReason: reason } }, answer)
}

/** The agency takes back what it handed in. */
export async function takeBackReturn(act: Act, input: z.input<typeof schema.movedReturn>): Promise<void> {
  const { id, version } = schema.movedReturn.parse(input)
  await move(act, await locked(act, id, version, 'takeBack'), { state: 'IN_PROGRESS', action: 'reopened', data: { submittedAt: null, submittedById: null, nilReason: null, changedAt: null } })
}

/** The secretary asks the agency to put something right; it is told. */
export async function sendBack(act: Act, input: z.input<typeof schema.sentBack>): Promise<void> {
  const { id, version, remarks } = schema.sentBack.parse(input)
  const found = await locked(act, id, version, 'return')
  await move(act, found, { state: 'RETURNED', action: 'returned', reason: remarks, data: { remarks, answer: null, decidedAt: act.now, decidedById: act.actor.userId } })
  await tellReturns(act, await toldReturns(act, found.roundId, { id }), 'return.returned', { remarks })
}

/** The secretary accepts what was handed in, with all changes made since; the agency is told. */
export async function acceptReturn(act: Act, input: z.input<typeof schema.movedReturn>): Promise<void> {
  const { id, version } = schema.movedReturn.parse(input)
  const found = await locked(act, id, version, 'accept')
  await move(act, found, { state: 'ACCEPTED', action: 'accepted', data: { decidedAt: act.now, decidedById: act.actor.userId, changedAt: null } })
  await tellReturns(act, await toldReturns(act, found.roundId, { id }), 'return.accepted')
}

/** The secretary undoes an acceptance: it waits to be looked at again. */
export async function reopenReturn(act: Act, input: z.input<typeof schema.movedReturn>): Promise<void> {
  const { id, version } = schema.movedReturn.parse(input)
  const found = await locked(act, id, version, 'reopen')
  await move(act, found, { state: found.nilReason === null ? 'SUBMITTED' : 'NIL', action: 'reopened', data: { decidedAt: null, decidedById: null } })
}

/** A return, locked for this move by the actor. */
async function locked({ db, actor, now }: Act, id: string, version: number, move: ReturnMove): Promise<Return> {
  await db.$queryRaw`SELECT "id" FROM "AgencyReturn" WHERE "id" = ${id}::uuid FOR UPDATE`
  const found = await db.agencyReturn.findUnique({ where: { id }, include: { round: true } })
  if (!found) throw new Refusal('notFound')
  const { agencyId, state, round } = found
  if (!mayMove(actor, move, { agencyId, provinceCode: round.provinceCode })) throw new Refusal('notAllowed')
  if (found.version !== version) throw new Refusal('changedMeanwhile')
  const [open, what] = [isOpen(round, now), { move: inLanguage(returnMoveLabels[move], actor.language) }]
  if (!open && fits(move, { state, open: true }) && !fits(move, { state, open })) throw new Refusal('roundClosed', what)
  if (!fits(move, { state, open })) throw new Refusal('returnState', { ...what, state: inLanguage(returnStateLabels[state], actor.language) })
  return found
}

async function handIn(act: Act, found: Return, moved: Moved, answer?: string): Promise<void> {
  const answers = found.state === 'RETURNED'
  await move(act, found, {
    ...moved,
    action: answers && moved.state === 'SUBMITTED' ? 'answered' : moved.action,
    reason: moved.reason ?? answer,
    data: { ...moved.data, submittedAt: act.now, submittedById: act.actor.userId, changedAt: null, answer: answer ?? null },
  })
  await dismissReturns(act, [found.id])
}

async function move(act: Act, { id, state: before, round: { provinceCode } }: Return, { state, action, reason, data }: Moved): Promise<void> {
  await act.db.agencyReturn.update({ where: { id }, data: { ...data, state, version: { increment: 1 } }, select: { id: true } })
  if (action) await recordChanges(act, [{ provinceCode, subject: `return:${id}`, action, fields: { state: [before, state] }, reason }])
  await audit(act, { action: `return.${action ?? 'started'}`, subject: `return:${id}`, provinceCode, data: { from: before, to: state } })
}
