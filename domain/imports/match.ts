import type { Act, ClockAct } from '../act'
import type { ImportRun } from './rules'
import { Prisma } from '../../prisma/client'
import { searchKeyOf } from '../cameras/spelling'
import { twinDegrees, twinOf } from '../cameras/twin'
import { ownerOf } from './rules'
import { cameraDifference, SAME_PLACE, siteDifference } from './sql'

/** One problem as SQL: in the cell of a column of the run (null: the row as a whole), when a condition holds and nothing else is wrong with the cell. */
function problem(when: string, code: string, column: string | null, params = `'{}'`) {
  return `
  || CASE WHEN ${when}${column ? ` AND NOT own."unread" @> jsonb_build_array(jsonb_build_object('column', at.columns -> '${column}'))` : ''} THEN jsonb_build_array(jsonb_build_object('column', ${column ? `at.columns -> '${column}'` : 'NULL'}, 'code', '${code}', 'params', ${params})) ELSE '[]' END`
}

const problems = Prisma.raw([
  problem('f."code" IS NOT NULL AND f.camera IS NULL', 'codeUnknown', 'code', `jsonb_build_object('code', f."code")`),
  problem(`c."status" = 'REMOVED'`, 'cameraRemoved', 'code', `jsonb_build_object('code', c."code")`),
  problem('c."agencyId" <> f."agencyId"', 'otherAgencys', 'code', `jsonb_build_object('code', c."code")`),
  problem('f.camera IS NULL AND f."code" IS NULL AND f."nameKey" IS NULL', 'nameNeeded', 'name'),
  problem('f.camera IS NULL AND f."code" IS NULL AND f.lat IS NULL', 'placeNeeded', 'latitude'),
  problem('f.same_row < f."line"', 'sameRow', null, `jsonb_build_object('line', f.same_row)`),
  problem('f.same_row >= f."line" AND f.same_camera < f."line"', 'sameCamera', null, `jsonb_build_object('line', f.same_camera)`),
  problem('f.same_row >= f."line" AND f.same_camera >= f."line" AND clash.keys IS NOT NULL', 'sameSite', null, `jsonb_build_object('line', f.first_line, 'fields', clash.keys)`),
].join(''))

/** Of what the checks found in the cells of a row (`w`, of `own`): what the register knows (`c`) is not missing, and its kind has another usual price. */
const stillUnsure = Prisma.sql`
  c."id" IS NULL OR CASE w ->> 'code'
    WHEN 'custodianMissing' THEN c."custodianName" IS NULL
    WHEN 'maintenanceMissing' THEN c."maintenanceSatang" IS NULL
    WHEN 'networkNameMissing' THEN c."networkName" IS NULL
    WHEN 'unusableWithoutOrder' THEN NOT EXISTS (SELECT FROM "WorkOrder" o WHERE o."cameraId" = c."id" AND o."state" NOT IN ('CLOSED', 'REJECTED', 'DUPLICATE'))
    WHEN 'costOdd' THEN own."camera" ? 'kind' OR c."kind" = 'FIXED'
    WHEN 'upgradeOdd' THEN own."camera" ? 'kind' OR c."kind" = 'FIXED'
    WHEN 'maintenanceOdd' THEN own."camera" ? 'kind' OR c."kind" = 'FIXED'
    ELSE true END`

/**
 * An id for what is new in a line of the file: a UUID of version 7 that has the line in it, so that what is written in the order of the file comes
 * beside each other in the indexes.
 */
function freshId(line: string, now: Date): Prisma.Sql {
  const rest = crypto.randomUUID().slice(18)
  return Prisma.sql`(lpad(to_hex(${now.getTime()}::bigint + (${Prisma.raw(line)} >> 12)), 12, '0') || '7' || lpad(to_hex(${Prisma.raw(line)} & 4095), 3, '0') || ${rest})::uuid`
}

/** A camera of the register at the place of a row that looks the same way, where either is new. */
const twin = twinOf({ latitude: Prisma.sql`f.lat`, longitude: Prisma.sql`f.lng`, direction: Prisma.sql`f.direction`, not: Prisma.sql`f.camera` })
const looksAnew = Prisma.sql`(f.camera IS NULL OR 'direction' = ANY(camera_change.keys) OR site_change.keys && ARRAY['latitude', 'longitude'])`

/**
 * Finds out what every row of an import means: the camera it is about, by its code, its asset number, its name in the agency's own files, or its
 * name and place (within 3 m); whether it is new, changed, unchanged or wrong. One statement, so that 100,000 rows are not a hundred thousand questions.
 * Of several cameras with one name and place the first row is the first camera, and so on: the same file twice changes nothing.
 * What is looked up by an index for each row is in LATERAL joins, and OFFSET 0 says by which: no plan depends on what the statistics know of the rows.
 */
export async function matchRows({ db, now }: Act | ClockAct, run: ImportRun): Promise<void> {
  await db.$executeRawUnsafe('SET LOCAL statement_timeout = \'5min\'')
  await db.$executeRawUnsafe('SET LOCAL jit = off')
  // All rows are sorted some times over: in memory.
  await db.$executeRawUnsafe('SET LOCAL work_mem = \'64MB\'')
  const columns = Object.fromEntries(run.columns.map((column, index) => [column, index]).filter(([column]) => column))
  columns.latitude ??= columns.latLng
  await db.$executeRaw`
    WITH r AS MATERIALIZED (
      SELECT "line", "agencyId", "code", "assetKey", "fileKey", "nameKey", "labelKey", "unread" = '[]' AS sound, ("camera" ->> 'direction')::int AS direction,
        ("site" ->> 'latitude')::float8 AS lat, ("site" ->> 'longitude')::float8 AS lng, jsonb_hash_extended("cells", 0) AS hash
      FROM "ImportRow" WHERE "runId" = ${run.id}::uuid),
    named AS MATERIALIZED (
      SELECT r.*, coalesce(by_code."id", by_asset."id", by_file."id") AS "id"
      FROM r
      LEFT JOIN LATERAL (
        SELECT c."id" FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId"
        WHERE c."code" = r."code" AND s."provinceCode" = ${run.provinceCode} AND c."ownership" = 'PUBLIC' LIMIT 1) by_code ON true
      LEFT JOIN LATERAL (
        SELECT min(c."id"::text)::uuid AS "id" FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId"
        WHERE r."code" IS NULL AND c."assetKey" = r."assetKey" AND s."provinceCode" = ${run.provinceCode} AND c."agencyId" IS NOT DISTINCT FROM r."agencyId" AND c."status" <> 'REMOVED' AND c."ownership" = 'PUBLIC'
        HAVING count(*) = 1) by_asset ON true
      LEFT JOIN LATERAL (
        SELECT c."id" FROM "ImportedName" n JOIN "Camera" c ON c."id" = n."cameraId"
        WHERE r."code" IS NULL AND n."owner" = ${ownerOf(run)} AND n."key" = r."fileKey" AND c."status" <> 'REMOVED' LIMIT 1) by_file ON true),
    near AS MATERIALIZED (
      SELECT r."line", r."labelKey", r."assetKey", r."fileKey", s."id" AS site
      FROM named r CROSS JOIN LATERAL (
        SELECT s."id" FROM (
          SELECT * FROM "Site" s
          WHERE point(s."longitude", s."latitude") <@ box(point(r.lng - ${SAME_PLACE}::float8, r.lat - ${SAME_PLACE}::float8), point(r.lng + ${SAME_PLACE}::float8, r.lat + ${SAME_PLACE}::float8))
          OFFSET 0) s
        WHERE s."provinceCode" = ${run.provinceCode} AND s."agencyId" IS NOT DISTINCT FROM r."agencyId" AND s."removedAt" IS NULL AND s."ownership" = 'PUBLIC' AND ${searchKeyOf('s."name"')} = r."nameKey"
        ORDER BY (s."latitude" - r.lat) ^ 2 + (s."longitude" - r.lng) ^ 2, s."id" LIMIT 1) s
      WHERE r."id" IS NULL AND r."code" IS NULL AND r."nameKey" IS NOT NULL AND r.lat IS NOT NULL),
    ranked AS (SELECT *, row_number() OVER (PARTITION BY site, "labelKey" ORDER BY "line") AS nth FROM near),
    standing AS (
      SELECT c."id", c."assetKey", c."siteId", k."labelKey", row_number() OVER (PARTITION BY c."siteId", k."labelKey" ORDER BY c."code") AS nth
      FROM (SELECT DISTINCT site FROM near) n JOIN "Camera" c ON c."siteId" = n.site CROSS JOIN LATERAL (SELECT ${searchKeyOf('c."label"')} AS "labelKey") k
      WHERE c."status" <> 'REMOVED' AND c."ownership" = 'PUBLIC' AND NOT EXISTS (SELECT FROM named WHERE named."id" = c."id")),
    by_place AS (
      SELECT a."line", b."id" FROM ranked a JOIN standing b ON b."siteId" = a.site AND b."labelKey" = a."labelKey" AND b.nth = a.nth
      WHERE (a."assetKey" IS NULL OR b."assetKey" IS NULL)
        AND (a."fileKey" IS NULL OR NOT EXISTS (SELECT FROM "ImportedName" n WHERE n."cameraId" = b."id" AND n."owner" = ${ownerOf(run)}))),
    found AS (
      SELECT r.*, coalesce(r."id", by_place."id") AS camera_id, near.site AS near_site
      FROM named r LEFT JOIN by_place USING ("line") LEFT JOIN near USING ("line")),
    sited AS (
      SELECT found.*, coalesce(c."siteId", near_site) AS old_site,
        first_value("line") OVER (PARTITION BY sound, c."id" IS NULL AND near_site IS NULL, found."agencyId", "nameKey", round(lat * 1e5), round(lng * 1e5) ORDER BY "line") AS new_site
      FROM found LEFT JOIN "Camera" c ON c."id" = camera_id),
    f AS MATERIALIZED (
      SELECT "line", "agencyId", "code", "nameKey", sound, lat, lng, direction, camera_id AS camera, old_site, new_site,
        first_value("line") OVER (PARTITION BY hash ORDER BY "line") AS same_row,
        least(CASE WHEN camera_id IS NOT NULL THEN first_value("line") OVER (PARTITION BY camera_id ORDER BY "line") END,
          CASE WHEN "assetKey" IS NOT NULL THEN first_value("line") OVER (PARTITION BY "agencyId", "assetKey" ORDER BY "line") END,
          CASE WHEN "fileKey" IS NOT NULL THEN first_value("line") OVER (PARTITION BY "fileKey" ORDER BY "line") END, "line") AS same_camera,
        first_value("line") OVER (PARTITION BY sound, old_site, CASE WHEN old_site IS NULL THEN new_site END ORDER BY "line") AS first_line,
        CASE WHEN direction IS NULL OR lat IS NULL OR NOT sound THEN NULL
          WHEN direction - lag(direction) OVER spot <= ${twinDegrees}::int THEN lag("line") OVER spot
          WHEN direction - first_value(direction) OVER spot >= 360 - ${twinDegrees}::int THEN first_value("line") OVER spot END AS twin_row
      FROM sited WINDOW spot AS (PARTITION BY sound, round(lat * 1e5), round(lng * 1e5) ORDER BY direction, "line")),
    judged AS MATERIALIZED (
      SELECT f."line", f.camera, f.old_site, f.new_site, own."unread" ${problems} AS problems,
        CASE WHEN own."unsure" = '[]' THEN '[]' ELSE (SELECT coalesce(jsonb_agg(w), '[]') FROM jsonb_array_elements(own."unsure") w WHERE ${stillUnsure}) END
          || CASE WHEN twin."code" IS NULL THEN '[]' ELSE jsonb_build_array(jsonb_build_object('column', at.columns -> 'direction', 'code', 'tooClose', 'params', jsonb_build_object('code', twin."code"))) END
          || CASE WHEN f.twin_row IS NULL OR NOT ${looksAnew} THEN '[]' ELSE jsonb_build_array(jsonb_build_object('column', at.columns -> 'direction', 'code', 'sameViewRow', 'params', jsonb_build_object('line', f.twin_row))) END AS warnings,
        CASE WHEN f.camera IS NULL THEN NULL ELSE coalesce(camera_change.keys, '{}') || coalesce(site_change.keys, '{}') END AS keys
      FROM f CROSS JOIN (SELECT ${JSON.stringify(columns)}::jsonb AS columns) at
      JOIN "ImportRow" own ON own."runId" = ${run.id}::uuid AND own."line" = f."line"
      LEFT JOIN "Camera" c ON c."id" = f.camera
      LEFT JOIN "Site" s ON s."id" = f.old_site
      LEFT JOIN LATERAL ${cameraDifference('own."camera"', 'c')} camera_change ON true
      LEFT JOIN LATERAL ${siteDifference('own."site"', 's')} site_change ON true
      LEFT JOIN LATERAL (
        SELECT jsonb_agg(e.key) AS keys FROM "ImportRow" first, jsonb_each(own."site") e
        WHERE f.sound AND f.first_line < f."line" AND first."runId" = ${run.id}::uuid AND first."line" = f.first_line
          AND first."site" -> e.key <> e.value AND NOT (e.key IN ('latitude', 'longitude') AND abs((first."site" ->> e.key)::float8 - (e.value #>> '{}')::float8) < ${SAME_PLACE}::float8)
      ) clash ON true
      LEFT JOIN LATERAL (SELECT * FROM (${twin}) twin WHERE f.sound AND f.direction IS NOT NULL AND f.lat IS NOT NULL AND ${looksAnew} OFFSET 0) twin ON true),
    told AS (
      SELECT *, (CASE WHEN problems <> '[]' THEN 'WRONG' WHEN camera IS NULL THEN 'NEW' WHEN cardinality(keys) > 0 THEN 'CHANGED' ELSE 'UNCHANGED' END)::"ImportOutcome" AS outcome FROM judged)
    UPDATE "ImportRow" t SET "cameraId" = coalesce(told.camera, ${freshId('told."line"', now)}), "siteId" = coalesce(told.old_site, ${freshId('told.new_site', now)}), "newSite" = told.old_site IS NULL, "problems" = told.problems, "fields" = coalesce(told.keys, '{}'), "outcome" = told.outcome,
      "warnings" = CASE WHEN told.outcome IN ('NEW', 'CHANGED') THEN told.warnings ELSE '[]' END
    FROM told WHERE t."runId" = ${run.id}::uuid AND t."line" = told."line"`
  await db.$executeRaw`
    UPDATE "ImportRun" SET "state" = 'CHECKED', "touchedAt" = ${now}::timestamptz, "total" = n.total, "created" = n.created, "changed" = n.changed, "unchanged" = n.unchanged, "wrong" = n.wrong, "warned" = n.warned
    FROM (
      SELECT count(*) AS total, count(*) FILTER (WHERE "outcome" = 'NEW') AS created, count(*) FILTER (WHERE "outcome" = 'CHANGED') AS changed,
        count(*) FILTER (WHERE "outcome" = 'UNCHANGED') AS unchanged, count(*) FILTER (WHERE "outcome" = 'WRONG') AS wrong, count(*) FILTER (WHERE "warnings" <> '[]') AS warned
      FROM "ImportRow" WHERE "runId" = ${run.id}::uuid) n
    WHERE "id" = ${run.id}::uuid`
}
