import type { Act } from '../act'
import type { Reminder } from './commands'
import type { RoundView } from './view'
import { Refusal } from '../refusal'
import { bangkokDay } from '../time/bangkok'
import { reminderFor } from './commands'
import { mayReadRounds } from './rules'
import { roundView, withMilestones } from './view'

/** The rounds of a province, newest first (the last 50). Refused as `notAllowed`. */
export async function roundsOf(act: Act, provinceCode: string): Promise<{ rounds: RoundView[], today: string }> {
  if (!mayReadRounds(act.actor, provinceCode)) throw new Refusal('notAllowed')
  const rows = await act.db.surveyRound.findMany({ where: { provinceCode }, include: withMilestones, orderBy: [{ opensAt: 'desc' }, { id: 'desc' }], take: 50 })
  return { rounds: rows.map(row => roundView(row, act)), today: bangkokDay(act.now) }
}

/** One round, for those who may see how all agencies stand. Refused as `notFound`, `notAllowed`. */
export async function roundOf(act: Act, id: string): Promise<RoundView> {
  const row = await act.db.surveyRound.findUnique({ where: { id }, include: withMilestones })
  if (!row) throw new Refusal('notFound')
  if (!mayReadRounds(act.actor, row.provinceCode)) throw new Refusal('notAllowed')
  return roundView(row, act)
}

/** Whom a reminder would reach now. Refused as `notFound`, `notAllowed`. */
export async function reminderOf(act: Act, roundId: string): Promise<Reminder> {
  await roundOf(act, roundId)
  return (await reminderFor(act, roundId)).counts
}
