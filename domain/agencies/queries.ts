import type { AgencyKind } from '../../prisma/client'
import type { Act } from '../act'
import { needsSecretary } from '../people/rules'

/** An agency of a province: what is known of it, and how many people and cameras it has. */
export interface AgencyEntry {
  id: string
  name: string
  nameEn: string | null
  kind: AgencyKind
  districtCode: string | null
  district: { th: string, en: string } | null
  phone: string | null
  /** Has a LINE group where its work is brought. */
  group: boolean
  /** Whose role is not suspended. */
  people: number
  cameras: number
}

/** The agencies of a province by name, for its secretaries. Refused as `notAllowed`. */
export async function agencyList(act: Act, { provinceCode }: { provinceCode: string }): Promise<AgencyEntry[]> {
  needsSecretary(act, provinceCode)
  return act.db.$queryRaw<AgencyEntry[]>`
    SELECT a."id", a."name", a."nameEn", a."kind"::text AS "kind", a."districtCode"::text AS "districtCode", a."phone", a."lineGroupId" IS NOT NULL AS "group",
      CASE WHEN d."code" IS NOT NULL THEN json_build_object('th', d."nameTh", 'en', d."nameEn") END AS "district",
      (SELECT count(*)::int FROM "Membership" m WHERE m."agencyId" = a."id" AND m."suspendedAt" IS NULL) AS "people",
      (SELECT count(*)::int FROM "Camera" c WHERE c."agencyId" = a."id" AND c."status" <> 'REMOVED' AND c."ownership" = 'PUBLIC') AS "cameras"
    FROM "Agency" a LEFT JOIN "District" d ON d."code" = a."districtCode"
    WHERE a."provinceCode" = ${provinceCode}
    ORDER BY a."name"`
}
