import type { ReturnState } from '../../prisma/client'
import type { Act } from '../act'
import type { Findings } from '../cameras/findings'
import type { Label } from '../labels/label'
import type { ReturnMove } from './rules'
import type { RoundView } from './view'
import { Prisma } from '../../prisma/client'
import { findings } from '../cameras/findings'
import { Refusal } from '../refusal'
import { mayReadReturn, movesOf } from './rules'
import { roundView, withMilestones } from './view'

/** A step of a return's history. `by` is null for the clock, and for readers of the whole country. */
export interface ReturnStep { at: Date, by: string | null, action: string, reason: string | null }

/** A camera that was changed after its agency had handed in: the last change, and how many there were. */
export interface ChangedCamera { id: string, code: string, siteName: string, label: string, at: Date, by: string | null, changes: number }

/** An agency's return in a round; `id` null: there is none yet (the agency is newer than the round). */
export interface ReturnView {
  id: string | null
  version: number
  state: ReturnState
  agency: Label & { id: string, provinceCode: string }
  round: RoundView
  nilReason: string | null
  submittedAt: Date | null
  remarks: string | null
  answer: string | null
  decidedAt: Date | null
  changedAt: Date | null
  findings: Findings
  changed: ChangedCamera[]
  history: ReturnStep[]
  may: ReturnMove[]
}

/** What the checks find in an agency's register, counted and camera by camera, for whoever may read its return. Refused as `agencyUnknown`, `notAllowed`. */
export async function findingsOf(act: Act, agencyId: string): Promise<Findings> {
  await readableAgency(act, agencyId)
  return findings(act, Prisma.sql`c."agencyId" = ${agencyId}::uuid`)
}

/** An agency's return in the round that is open, else in the newest (or in the round given). Null when its province has none yet. Refused as `agencyUnknown`, `notAllowed`, `notFound`. */
export async function returnOf(act: Act, agencyId: string, roundId?: string): Promise<ReturnView | null> {
  const agency = await readableAgency(act, agencyId)
  const { provinceCode } = agency
  const round = await act.db.surveyRound.findFirst({
    where: { provinceCode, ...roundId ? { id: roundId } : { opensAt: { lte: act.now } } },
    include: { ...withMilestones, returns: { where: { agencyId } } },
    orderBy: [{ opensAt: 'desc' }, { id: 'desc' }],
  })
  if (!round) {
    if (roundId) throw new Refusal('notFound')
    return null
  }
  const { returns: [found] } = round
  const view = roundView(round, act)
  const state = found?.state ?? 'NOT_STARTED'
  return {
    id: found?.id ?? null,
    version: found?.version ?? 1,
    state,
    agency: { id: agencyId, th: agency.name, en: agency.nameEn ?? agency.name, provinceCode },
    round: view,
    nilReason: found?.nilReason ?? null,
    submittedAt: found?.submittedAt ?? null,
    remarks: found?.remarks ?? null,
    answer: found?.answer ?? null,
    decidedAt: found?.decidedAt ?? null,
    changedAt: found?.changedAt ?? null,
    findings: await findings(act, Prisma.sql`c."agencyId" = ${agencyId}::uuid`),
    changed: found?.changedAt && found.submittedAt ? await changedSince(act, agency, found.submittedAt) : [],
    history: found ? await historyOf(act, found.id, provinceCode) : [],
    may: found ? movesOf(act.actor, { state, agencyId, provinceCode, open: view.open }) : [],
  }
}

async function readableAgency({ db, actor }: Act, agencyId: string) {
  const agency = await db.agency.findUnique({ where: { id: agencyId }, select: { id: true, name: true, nameEn: true, provinceCode: true } })
  if (!agency) throw new Refusal('agencyUnknown')
  if (!mayReadReturn(actor, { agencyId, provinceCode: agency.provinceCode })) throw new Refusal('notAllowed')
  return agency
}

/** Whether the actor may know who did something: the national office reads no names. */
const knowsNames = ({ actor }: Act, provinceCode: string): boolean => actor.memberships.some(({ role, provinceCode: code }) => role !== 'NATIONAL' && code === provinceCode)

function changedSince(act: Act, { id, provinceCode }: { id: string, provinceCode: string }, since: Date): Promise<ChangedCamera[]> {
  return act.db.$queryRaw<ChangedCamera[]>`
    SELECT c."id"::text, c."code", s."name" AS "siteName", c."label", h."at", CASE WHEN ${knowsNames(act, provinceCode)}::boolean THEN u."displayName" END AS "by", h."changes"
    FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId"
    JOIN LATERAL (
      SELECT x."at", x."actorId", count(*) OVER ()::int AS "changes" FROM "Change" x
      WHERE x."subject" = 'camera:' || c."id" AND x."afterSubmit" AND x."at" >= ${since}::timestamptz ORDER BY x."id" DESC LIMIT 1) h ON true
    LEFT JOIN "User" u ON u."id" = h."actorId"
    WHERE c."agencyId" = ${id}::uuid AND c."ownership" = 'PUBLIC' ORDER BY h."at" DESC, c."code" LIMIT 100`
}

function historyOf(act: Act, id: string, provinceCode: string): Promise<ReturnStep[]> {
  return act.db.$queryRaw<ReturnStep[]>`
    SELECT h."at", CASE WHEN ${knowsNames(act, provinceCode)}::boolean THEN u."displayName" END AS "by", h."action", h."reason"
    FROM "Change" h LEFT JOIN "User" u ON u."id" = h."actorId" WHERE h."subject" = ${`return:${id}`} ORDER BY h."id" DESC LIMIT 100`
}
