import type { Act, ClockAct } from '../act'
import type { ImportRun } from './rules'
import { Prisma } from '../../prisma/client'
import { takesReturns } from '../rounds/open'
import { ownerOf } from './rules'
import { cameraColumns, cameraDifference, list, siteColumns, siteDifference } from './sql'

/** Rows that are applied in one transaction. */
const atOnce = 5_000

/** Writes the changes of the rows that a statement gives (`kind`, `id`, `action`, `fields`, `agencyId`) into the history. */
function history(run: ImportRun, now: Date, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "Change" ("at", "actorId", "provinceCode", "subject", "action", "fields", "channel", "importId", "afterSubmit")
    SELECT ${now}::timestamptz, ${run.actorId}::uuid, ${run.provinceCode}, d.kind || ':' || d.id, d.action, d.fields, 'IMPORT', ${run.id}::uuid,
      coalesce(d."agencyId" IN (SELECT "agencyId" FROM handed_in), false)
    FROM (${from}) d ORDER BY d.kind DESC, d.id`
}

/** Agencies that have handed in their return of the round that is open. */
function handedIn(run: ImportRun, now: Date) {
  return Prisma.sql`handed_in AS MATERIALIZED (
  SELECT a."agencyId" FROM "AgencyReturn" a JOIN "SurveyRound" o ON o."id" = a."roundId"
  WHERE o."provinceCode" = ${run.provinceCode} AND ${takesReturns(now)} AND a."state" IN ('SUBMITTED', 'NIL', 'ACCEPTED'))`
}

/** The rows of a piece that go into the register: how many, new cameras and new sites among them, and the last line. */
interface Piece { rows: number, fresh: number, sites: number, to: number | null }

/**
 * Applies the next rows of an import: new sites and cameras, with codes in the order of the file, and what differs from the register now. In one
 * transaction with the mark how far it came, so after a crash it goes on where it was, and nothing is done twice. The last piece ends the import.
 */
export async function applyPiece({ db, now }: Act | ClockAct, run: ImportRun): Promise<void> {
  const waiting = Prisma.sql`SELECT * FROM "ImportRow" WHERE "runId" = ${run.id}::uuid AND "line" > ${run.appliedTo}::int AND "outcome" IN ('NEW', 'CHANGED') AND NOT "applied"`
  const [piece] = await db.$queryRaw<[Piece]>`
    SELECT count(*)::int AS "rows", (count(*) FILTER (WHERE "outcome" = 'NEW'))::int AS "fresh", (count(*) FILTER (WHERE "newSite"))::int AS "sites", max("line") AS "to" FROM (${waiting} ORDER BY "line" LIMIT ${atOnce}::int) x`
  const rows = Prisma.sql`(${waiting} AND "line" <= ${piece.to}::int)`
  if (piece.rows) {
    await applySites(db, run, now, rows, piece)
    await applyCameras(db, run, now, rows, piece)
    await db.$executeRaw`
      INSERT INTO "ImportedName" ("owner", "key", "cameraId", "importId")
      SELECT ${ownerOf(run)}, x."fileKey", x."cameraId", ${run.id}::uuid FROM ${rows} x WHERE x."fileKey" IS NOT NULL
      ON CONFLICT ("owner", "key") DO UPDATE SET "cameraId" = excluded."cameraId", "importId" = excluded."importId"`
  }
  const isLast = piece.rows < atOnce
  await db.importRun.update({ where: { id: run.id }, data: { done: { increment: piece.rows }, appliedTo: piece.to ?? run.appliedTo, touchedAt: now, ...isLast && { state: 'APPLIED', appliedAt: now } } })
}

async function applySites(db: Act['db'], run: ImportRun, now: Date, rows: Prisma.Sql, piece: Piece): Promise<void> {
  if (piece.sites) {
    await db.$executeRaw`
      WITH ${handedIn(run, now)}, fresh AS (
        INSERT INTO "Site" ("id", "provinceCode", "agencyId", "name", "zone", "latitude", "longitude", "subdistrictCode", "address", "placedBy", "createdAt", "updatedAt")
        SELECT n."siteId", ${run.provinceCode}, n."agencyId", (p)."name", coalesce((p)."zone", 'OTHER'), (p)."latitude", (p)."longitude", (p)."subdistrictCode", (p)."address", 'IMPORT', ${now}::timestamptz, ${now}::timestamptz
        FROM (SELECT DISTINCT ON (x."siteId") x."siteId", x."agencyId", jsonb_populate_record(NULL::"Site", x."site") AS p FROM ${rows} x WHERE x."newSite" ORDER BY x."siteId", x."line" OFFSET 0) n
        ON CONFLICT ("id") DO NOTHING RETURNING "id", "agencyId")
      ${history(run, now, Prisma.sql`SELECT 'site' AS kind, "id"::text AS id, 'created' AS action, '{}'::jsonb AS fields, "agencyId" FROM fresh`)}`
  }
  if (piece.sites < piece.rows) {
    await db.$executeRaw`
      WITH ${handedIn(run, now)}, d AS MATERIALIZED (
        SELECT DISTINCT ON (s."id") s."id", s."agencyId", change.* FROM ${rows} x JOIN "Site" s ON s."id" = x."siteId", LATERAL ${siteDifference('x."site"', 's')} change
        WHERE NOT x."newSite" AND s."removedAt" IS NULL AND change."patch" IS NOT NULL ORDER BY s."id", x."line"),
      changed AS (
        UPDATE "Site" s SET (${list(siteColumns)}, "version", "updatedAt") = (SELECT ${list(siteColumns, 'p')}, s."version" + 1, ${now}::timestamptz FROM jsonb_populate_record(s, d."patch") p)
        FROM d WHERE d."id" = s."id")
      ${history(run, now, Prisma.sql`SELECT 'site' AS kind, "id"::text AS id, 'changed' AS action, "fields", "agencyId" FROM d`)}`
  }
}

const others = cameraColumns.filter(column => column !== 'label' && column !== 'kind' && column !== 'technology' && column !== 'status')

async function applyCameras(db: Act['db'], run: ImportRun, now: Date, rows: Prisma.Sql, { fresh, rows: all }: Piece): Promise<void> {
  // Locked until the end, so that codes are given out in order, one import after the other.
  const [{ last }] = await db.$queryRaw<[{ last: number }]>`UPDATE "Province" SET "lastCamera" = "lastCamera" + ${fresh}::int WHERE "code" = ${run.provinceCode} RETURNING "lastCamera" AS "last"`
  if (fresh) {
    await db.$executeRaw`
      WITH ${handedIn(run, now)}, fresh AS (
        INSERT INTO "Camera" ("id", "code", "siteId", "agencyId", "label", "kind", "technology", "status", ${list(others)}, "statusSince", "createdAt", "updatedAt")
        SELECT n."cameraId", ${run.provinceCode} || '-' || lpad((${last - fresh}::int + n.nth)::text, 5, '0'), n."siteId", n."agencyId",
          coalesce((p)."label", ''), coalesce((p)."kind", 'FIXED'), coalesce((p)."technology", 'IP'), coalesce((p)."status", 'NORMAL'), ${list(others, '(p)')}, ${now}::timestamptz, ${now}::timestamptz, ${now}::timestamptz
        FROM (SELECT x."cameraId", x."siteId", x."agencyId", row_number() OVER (ORDER BY x."line") AS nth, jsonb_populate_record(NULL::"Camera", x."camera") AS p FROM ${rows} x WHERE x."outcome" = 'NEW' OFFSET 0) n
        ON CONFLICT ("id") DO NOTHING RETURNING "id", "agencyId")
      ${history(run, now, Prisma.sql`SELECT 'camera' AS kind, "id"::text AS id, 'created' AS action, '{}'::jsonb AS fields, "agencyId" FROM fresh`)}`
  }
  if (fresh < all) {
    await db.$executeRaw`
      WITH ${handedIn(run, now)}, d AS MATERIALIZED (
        SELECT c."id", c."agencyId", change.* FROM ${rows} x JOIN "Camera" c ON c."id" = x."cameraId", LATERAL ${cameraDifference('x."camera"', 'c')} change
        WHERE x."outcome" = 'CHANGED' AND c."status" <> 'REMOVED' AND change."patch" IS NOT NULL),
      changed AS (
        UPDATE "Camera" c SET (${list(cameraColumns)}, "version", "updatedAt") = (SELECT ${list(cameraColumns, 'p')}, c."version" + 1, ${now}::timestamptz FROM jsonb_populate_record(c, d."patch") p),
          "statusSince" = CASE WHEN d."patch" ? 'status' THEN ${now}::timestamptz ELSE c."statusSince" END, "statusSource" = CASE WHEN d."patch" ? 'status' THEN 'REPORTED' ELSE c."statusSource" END
        FROM d WHERE d."id" = c."id")
      ${history(run, now, Prisma.sql`SELECT 'camera' AS kind, "id"::text AS id, 'changed' AS action, coalesce("fields", '{}') AS fields, "agencyId" FROM d`)}`
  }
}

/** Once an import has changed something of their agencies: returns of the open round have begun, and those that were handed in before are marked. */
export async function markReturns({ db, now }: Act | ClockAct, run: ImportRun): Promise<void> {
  await db.$executeRaw`
    UPDATE "AgencyReturn" a SET
      "state" = CASE WHEN a."state" = 'NOT_STARTED' THEN 'IN_PROGRESS' ELSE a."state" END,
      "changedAt" = CASE WHEN a."state" IN ('SUBMITTED', 'NIL', 'ACCEPTED') THEN ${now}::timestamptz ELSE a."changedAt" END
    FROM "SurveyRound" o
    WHERE o."id" = a."roundId" AND o."provinceCode" = ${run.provinceCode} AND ${takesReturns(now)}
      AND a."agencyId" IN (SELECT "agencyId" FROM "ImportRow" WHERE "runId" = ${run.id}::uuid AND "outcome" IN ('NEW', 'CHANGED'))`
}
