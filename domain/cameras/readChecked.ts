import type { CameraKind, CameraStatus } from '../../prisma/client'
import type { Act } from '../act'
import type { CheckedCamera } from './checks'
import type { Asked } from './completeness'
import { Prisma } from '../../prisma/client'
import { standing } from './search'
import { twinOf } from './twin'

/** A camera as the checks look at it, with its site. `twin`: the code of another one less than 3 m away that looks the same way. */
export type CheckedRow = CheckedCamera & Asked & {
  id: string
  code: string
  label: string
  agencyId: string
  kind: CameraKind
  status: CameraStatus
  twin: string | null
  siteId: string
  siteName: string
  latitude: number
  longitude: number
  provinceCode: string
  subdistrictCode: string | null
}

const twin = twinOf({ latitude: Prisma.sql`s."latitude"`, longitude: Prisma.sql`s."longitude"`, direction: Prisma.sql`c."direction"`, not: Prisma.sql`c."id"` })

/** Standing public cameras (as `c`, with their site `s`) that fulfil a condition, by code, with what the checks need to know of them. */
export async function readChecked({ db }: Pick<Act, 'db'>, which: Prisma.Sql): Promise<CheckedRow[]> {
  const rows = await db.$queryRaw<CheckedRow[]>`
    SELECT c."id"::text, c."code", c."label", c."agencyId"::text, c."kind"::text, c."status"::text, to_char(c."installed", 'YYYY-MM') AS "installed",
      c."costSatang"::float8, c."linked", c."networkName", c."upgradeSatang"::float8, c."retentionDays", c."custodianName", c."maintenanceSatang"::float8,
      c."megapixels", c."nightVision", c."direction", c."fieldOfView", c."range", c."recorderKind", c."remoteViewing", c."custodianPhone", c."exportBy"::text,
      c."maintainingAgencyId"::text, s."id"::text AS "siteId", s."name" AS "siteName", s."latitude", s."longitude", s."provinceCode", s."subdistrictCode", twin."code" AS "twin",
      EXISTS (SELECT FROM "WorkOrder" w WHERE w."cameraId" = c."id" AND w."state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE')) AS "openOrder"
    FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId"
    LEFT JOIN LATERAL (${twin}) twin ON true
    WHERE ${standing} AND ${which} ORDER BY c."code"`
  return rows
}
