import type { ReturnState } from '../../prisma/client'
import type { Act } from '../act'
import type { CheckedRow } from '../cameras/readChecked'
import type { Label } from '../labels/label'
import type { RoundView } from './view'
import { Prisma } from '../../prisma/client'
import { summedUp } from '../cameras/findings'
import { readChecked } from '../cameras/readChecked'
import { roundOf } from './queries'

/** How one agency stands in a round. `changedAt`: its return or its register was last changed then; `changedSince`: after it had handed in. */
export interface BoardRow {
  agency: Label & { id: string }
  returnId: string | null
  state: ReturnState
  cameras: number
  working: number
  notWorking: number
  /** Whole percent; null without cameras. */
  completeness: number | null
  errors: number
  warnings: number
  submittedAt: Date | null
  changedAt: Date | null
  changedSince: boolean
  remindedAt: Date | null
  /** Somebody of it, or its group, can be told something by LINE. */
  reachable: boolean
}

/** All agencies of a round's province at a glance, by name, and the sums. `answered`: handed in, with cameras or without. */
export interface Board {
  round: RoundView
  agencies: BoardRow[]
  sums: { agencies: number, answered: number, withCameras: number, cameras: number, working: number, notWorking: number, states: Record<ReturnState, number> }
}

type Row = Pick<BoardRow, 'returnId' | 'state' | 'submittedAt' | 'remindedAt' | 'reachable' | 'changedAt'> & Label & { id: string, changedSince: Date | null }

/** The board of a round. Refused as `notFound`, `notAllowed`. */
export async function boardOf(act: Act, roundId: string): Promise<Board> {
  const round = await roundOf(act, roundId)
  const rows = await act.db.$queryRaw<Row[]>`
    SELECT a."id"::text, a."name" AS "th", coalesce(a."nameEn", a."name") AS "en", r."id"::text AS "returnId", coalesce(r."state", 'NOT_STARTED')::text AS "state",
      r."submittedAt", r."changedAt" AS "changedSince", r."remindedAt",
      greatest(r."submittedAt", r."changedAt", r."decidedAt", (SELECT max(c."updatedAt") FROM "Camera" c WHERE c."agencyId" = a."id" AND c."ownership" = 'PUBLIC')) AS "changedAt",
      a."lineGroupId" IS NOT NULL OR EXISTS (SELECT FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
        WHERE m."agencyId" = a."id" AND m."role" IN ('OFFICIAL', 'POLICE') AND m."suspendedAt" IS NULL AND u."reachable") AS "reachable"
    FROM "Agency" a LEFT JOIN "AgencyReturn" r ON r."agencyId" = a."id" AND r."roundId" = ${roundId}::uuid
    WHERE a."provinceCode" = ${round.provinceCode} ORDER BY a."name"`
  const checked = await readChecked(act, Prisma.sql`s."provinceCode" = ${round.provinceCode} AND c."agencyId" IS NOT NULL`)
  const byAgency = new Map<string, CheckedRow[]>(rows.map(({ id }) => [id, []]))
  for (const camera of checked) byAgency.get(camera.agencyId)?.push(camera)
  const agencies = rows.map(({ id, th, en, changedSince, ...row }): BoardRow => {
    const { cameras, statuses, completeness, errors, warnings } = summedUp(byAgency.get(id)!, act.now)
    return { agency: { id, th, en }, ...row, cameras, working: statuses.NORMAL, notWorking: cameras - statuses.NORMAL, completeness, errors, warnings, changedSince: changedSince !== null }
  })
  return { round, agencies, sums: sumsOf(agencies) }
}

function sumsOf(agencies: BoardRow[]): Board['sums'] {
  const sum = (of: 'cameras' | 'working' | 'notWorking') => agencies.reduce((all, row) => all + row[of], 0)
  const states: Board['sums']['states'] = { NOT_STARTED: 0, IN_PROGRESS: 0, SUBMITTED: 0, NIL: 0, RETURNED: 0, ACCEPTED: 0 }
  for (const { state } of agencies) states[state]++
  return {
    agencies: agencies.length,
    answered: agencies.filter(({ submittedAt }) => submittedAt !== null).length,
    withCameras: agencies.filter(({ cameras }) => cameras > 0).length,
    cameras: sum('cameras'),
    working: sum('working'),
    notWorking: sum('notWorking'),
    states,
  }
}
