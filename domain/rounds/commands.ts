import type { z } from 'zod'
import type { Tx } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { RoundRow, RoundView } from './view'
import { audit } from '../audit'
import { inLanguage } from '../labels/label'
import { remindLabel } from '../labels/rounds'
import { needsSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import { bangkokDay, startOfBangkokDay } from '../time/bangkok'
import { uuid7 } from '../uuid'
import { outstanding } from './rules'
import * as schema from './schema'
import { dismissReturns, tellReturns, toldReturns } from './tell'
import { roundView, withMilestones } from './view'

/** Opens a round: every agency of the province gets a return and is told. Refused as `notAllowed`, `provinceUnknown`, `roundOpen`, `roundDates`. */
export async function openRound(act: Act, input: z.input<typeof schema.newRound>): Promise<RoundView> {
  const { db, now } = act
  const { provinceCode, name, opensOn = bangkokDay(now), closesOn, milestones } = schema.newRound.parse(input)
  needsSecretary(act, provinceCode)
  await noOtherRound(db, provinceCode, now)
  if (closesOn < bangkokDay(now) || closesOn < opensOn) throw new Refusal('roundDates')
  const opensAt = opensOn <= bangkokDay(now) ? now : startOfBangkokDay(opensOn)
  const id = uuid7(now.getTime())
  await db.surveyRound.create({ data: { id, provinceCode, name, opensAt, closesAt: startOfBangkokDay(closesOn, 1), createdById: act.actor.userId, createdAt: now } })
  await writeMilestones(db, id, milestones)
  await giveReturns(db, id)
  await audit(act, { action: 'round.opened', subject: `round:${id}`, provinceCode, data: { opensOn, closesOn } })
  await tellReturns(act, await toldReturns(act, id), 'round.opened', {}, opensAt)
  return viewOf(act, id)
}

/** Changes name, last day and milestones; a round that is over opens again when its last day is still to come. Refused as `notFound`, `notAllowed`, `changedMeanwhile`, `roundOpen`, `roundDates`. */
export async function changeRound(act: Act, input: z.input<typeof schema.changedRound>): Promise<RoundView> {
  const { id, version, name, closesOn, milestones } = schema.changedRound.parse(input)
  const { db, now } = act
  const round = await lockedRound(act, id)
  if (round.version !== version) throw new Refusal('changedMeanwhile')
  await noOtherRound(db, round.provinceCode, now, id)
  if (closesOn < bangkokDay(now) || closesOn < bangkokDay(round.opensAt)) throw new Refusal('roundDates')
  await db.surveyRound.update({ where: { id }, data: { name, closesAt: startOfBangkokDay(closesOn, 1), closedAt: null, version: { increment: 1 } } })
  await db.roundMilestone.deleteMany({ where: { roundId: id } })
  await writeMilestones(db, id, milestones)
  await giveReturns(db, id)
  await audit(act, { action: 'round.changed', subject: `round:${id}`, provinceCode: round.provinceCode, data: { closesOn } })
  return viewOf(act, id)
}

/** Ends a round before its last day. Nothing happens to one that is over. Refused as `notFound`, `notAllowed`. */
export async function closeRound(act: Act, input: z.input<typeof schema.knownRound>): Promise<RoundView> {
  const { id } = schema.knownRound.parse(input)
  const round = await lockedRound(act, id)
  if (!roundView(round, act).closedAt) {
    await act.db.surveyRound.update({ where: { id }, data: { closedAt: act.now, version: { increment: 1 } } })
    const returns = await act.db.agencyReturn.findMany({ where: { roundId: id }, select: { id: true } })
    await dismissReturns(act, returns.map(({ id }) => id))
    await audit(act, { action: 'round.closed', subject: `round:${id}`, provinceCode: round.provinceCode })
  }
  return viewOf(act, id)
}

/** By the clock: writes down that rounds have ended on their last day. Resolves to how many. */
export async function closeEndedRounds(act: ClockAct): Promise<number> {
  const ended = await act.db.surveyRound.findMany({ where: { closedAt: null, closesAt: { lte: act.now } }, select: { id: true, provinceCode: true, closesAt: true }, take: 100 })
  for (const { id, provinceCode, closesAt } of ended) {
    await act.db.surveyRound.update({ where: { id }, data: { closedAt: closesAt, version: { increment: 1 } } })
    await audit(act, { action: 'round.closed', subject: `round:${id}`, provinceCode })
  }
  return ended.length
}

/** Who is told when all agencies that have not handed in are reminded: agencies, and those of them that cannot be reached by LINE, or were told today already. */
export interface Reminder { told: number, unreachable: number, already: number, outstanding: number }

/** Reminds all agencies that have not handed in, each at most once a day. Refused as `notFound`, `notAllowed`, `roundClosed`. */
export async function remindAll(act: Act, input: z.input<typeof schema.knownRound>): Promise<Reminder> {
  const { id } = schema.knownRound.parse(input)
  const round = await lockedRound(act, id)
  if (!roundView(round, act).open) throw new Refusal('roundClosed', { move: inLanguage(remindLabel, act.actor.language) })
  const { counts, due } = await reminderFor(act, id)
  await tellReturns(act, due, 'return.reminder')
  await act.db.agencyReturn.updateMany({ where: { id: { in: due.map(({ gist }) => gist.returnId) } }, data: { remindedAt: act.now } })
  if (due.length) await audit(act, { action: 'round.reminded', subject: `round:${id}`, provinceCode: round.provinceCode, data: { agencies: due.length } })
  return counts
}

/** What `remindAll` would do now. */
export async function reminderFor(act: Act, roundId: string) {
  const returns = await toldReturns(act, roundId, { states: outstanding })
  const already = returns.filter(({ remindedAt }) => remindedAt && bangkokDay(remindedAt) === bangkokDay(act.now))
  const due = returns.filter(one => one.reachable && !already.includes(one))
  const counts: Reminder = { told: due.length, unreachable: returns.filter(({ reachable }) => !reachable).length, already: already.length, outstanding: returns.length }
  return { counts, due }
}

async function lockedRound({ db, ...act }: Act, id: string): Promise<RoundRow> {
  await db.$queryRaw`SELECT "id" FROM "SurveyRound" WHERE "id" = ${id}::uuid FOR UPDATE`
  const round = await db.surveyRound.findUnique({ where: { id }, include: withMilestones })
  if (!round) throw new Refusal('notFound')
  needsSecretary({ db, ...act }, round.provinceCode)
  return round
}

/** A province has one round at a time; two secretaries at once wait for each other. */
async function noOtherRound(db: Tx, provinceCode: string, now: Date, except?: string): Promise<void> {
  const [province] = await db.$queryRaw<unknown[]>`SELECT "code" FROM "Province" WHERE "code" = ${provinceCode} FOR NO KEY UPDATE`
  if (!province) throw new Refusal('provinceUnknown')
  const other = await db.surveyRound.findFirst({ where: { provinceCode, closedAt: null, closesAt: { gt: now }, id: { not: except } }, select: { name: true } })
  if (other) throw new Refusal('roundOpen', { name: other.name })
}

async function writeMilestones(db: Tx, roundId: string, milestones: { name: string, date: string }[]): Promise<void> {
  await db.roundMilestone.createMany({ data: milestones.map(({ name, date }) => ({ id: uuid7(), roundId, name, date: new Date(`${date}T00:00:00Z`) })) })
}

/** Every agency of the round's province has a return, also one that came later. */
export async function giveReturns(db: Tx, roundId: string): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "AgencyReturn" ("id", "roundId", "agencyId")
    SELECT gen_random_uuid(), o."id", a."id" FROM "SurveyRound" o JOIN "Agency" a ON a."provinceCode" = o."provinceCode" WHERE o."id" = ${roundId}::uuid
    ON CONFLICT ("roundId", "agencyId") DO NOTHING`
}

async function viewOf(act: Act, id: string): Promise<RoundView> {
  return roundView(await act.db.surveyRound.findUniqueOrThrow({ where: { id }, include: withMilestones }), act)
}
