import type { CameraStatus } from '../prisma/client'
import type { Act } from './act'
import type { Program } from './keys/program'
import { needsProvince } from './keys/program'
import { Refusal } from './refusal'
import { startOfBangkokMonth } from './time/bangkok'

/** Days back from which `medianDays` is taken: a quarter, so that there is a figure in January too. */
const medianOverDays = 90

/** How a province's cameras and repairs stand. */
export interface ProvinceOverview {
  provinceCode: string
  nameTh: string
  nameEn: string
  /** Agencies' cameras by status; removed ones are not counted. */
  cameras: Record<Exclude<CameraStatus, 'REMOVED'>, number> & { total: number }
  /** Work orders that the agency was told of and that are not repaired yet. */
  open: number
  overdue: number
  /** Of `open`: nobody is responsible yet. */
  withoutAgency: number
  /** Repaired and not answered by a reporter yet. */
  toConfirm: number
  /** Repaired since the first of the month in Bangkok. */
  repairedThisMonth: number
  /** Median days from report to repair of the last `medianOverDays`, one decimal; null when nothing was repaired. */
  medianDays: number | null
}

interface Counts { open: number, overdue: number, withoutAgency: number, toConfirm: number, repairedThisMonth: number, medianDays: number | null }

/** ภาพรวมจังหวัด, for officials, technicians, police, committee and secretaries of the province, and the national office. Refused as `notAllowed`. */
export async function provinceOverview(act: Act, provinceCode: string): Promise<ProvinceOverview> {
  if (!act.actor.memberships.some(({ role, provinceCode: code }) => role === 'NATIONAL' || (code === provinceCode && role !== 'OWNER'))) throw new Refusal('notAllowed')
  return overviewOf(act, provinceCode)
}

/** The same for a program with a key of the province. Refused as `otherProvince` for another one. */
export async function programOverview(act: Pick<Act, 'db' | 'now'>, program: Program, provinceCode: string): Promise<ProvinceOverview> {
  needsProvince(program.provinceCode, provinceCode)
  return overviewOf(act, provinceCode)
}

async function overviewOf({ db, now }: Pick<Act, 'db' | 'now'>, provinceCode: string): Promise<ProvinceOverview> {
  const province = await db.province.findUnique({ where: { code: provinceCode }, select: { nameTh: true, nameEn: true } })
  if (!province) throw new Refusal('provinceUnknown')
  const statuses = await db.$queryRaw<{ status: CameraStatus, count: number }[]>`
    SELECT c."status"::text, count(*)::int AS "count" FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId"
    WHERE s."provinceCode" = ${provinceCode} AND c."ownership" = 'PUBLIC' AND c."status" <> 'REMOVED' GROUP BY c."status"`
  const of = (status: CameraStatus) => statuses.find(row => row.status === status)?.count ?? 0
  const cameras = { NORMAL: of('NORMAL'), UNUSABLE: of('UNUSABLE'), DAMAGED: of('DAMAGED'), UNDER_REPAIR: of('UNDER_REPAIR') }
  // By two indexes: what is not over, and what was repaired lately. What was closed before is far more than both, and is not read.
  const [counts] = await db.$queryRaw<[Counts]>`
    SELECT standing.*, repaired.* FROM (
      SELECT (count(*) FILTER (WHERE "isOpen"))::int AS "open",
        (count(*) FILTER (WHERE "isOpen" AND COALESCE("waitingSince", ${now}::timestamptz) > "dueAt"))::int AS "overdue",
        (count(*) FILTER (WHERE "isOpen" AND "agencyId" IS NULL))::int AS "withoutAgency",
        (count(*) FILTER (WHERE NOT "isOpen"))::int AS "toConfirm"
      FROM (SELECT *, "state" <> 'REPAIRED' AS "isOpen" FROM "WorkOrder"
        WHERE "provinceCode" = ${provinceCode} AND "state" IN ('NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING', 'REPAIRED') AND "releasedAt" IS NOT NULL) w) standing,
    (SELECT (count(*) FILTER (WHERE "repairedAt" >= ${startOfBangkokMonth(now)}::timestamptz))::int AS "repairedThisMonth",
        round((percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM "repairedAt" - "openedAt")) / 86400)::numeric, 1)::float8 AS "medianDays"
      FROM "WorkOrder" WHERE "provinceCode" = ${provinceCode} AND "releasedAt" IS NOT NULL AND "repairedAt" > ${now}::timestamptz - ${medianOverDays}::int * interval '1 day') repaired`
  return { provinceCode, ...province, cameras: { ...cameras, total: Object.values(cameras).reduce((sum, count) => sum + count, 0) }, ...counts }
}
