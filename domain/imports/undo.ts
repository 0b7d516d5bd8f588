import type { Act, ClockAct } from '../act'
import type { ImportRun } from './rules'
import { Prisma } from '../../prisma/client'
import { assetKey } from '../cameras/code'
import { cameraColumns, list, siteColumns } from './sql'

/** Changes that are taken back in one transaction. */
const atOnce = 2_000

/** What is put back of a changed row (alias `t`): the old value of each field that still has the one of the import; a month is the first of it. */
const back = Prisma.sql`(
  SELECT jsonb_object_agg(e.key, CASE WHEN e.key = 'installed' AND e.value ->> 0 IS NOT NULL THEN to_jsonb((e.value ->> 0) || '-01') ELSE e.value -> 0 END) FILTER (WHERE s.same) AS patch,
    jsonb_object_agg(e.key, jsonb_build_array(e.value -> 1, e.value -> 0)) FILTER (WHERE s.same) AS fields,
    count(*) FILTER (WHERE NOT s.same) AS others
  FROM (SELECT to_jsonb(t) AS row) o, jsonb_each(ch."fields") e CROSS JOIN LATERAL (
    SELECT CASE WHEN e.key = 'installed' THEN left(o.row ->> e.key, 7) IS NOT DISTINCT FROM e.value ->> 1 ELSE o.row -> e.key = e.value -> 1 END AS same) s)`

/**
 * Takes back the next changes of an import, the latest first: cameras and sites that it made and nobody has touched since are gone, values that
 * nobody has changed since are as before. What was changed since stays and is counted (`left`). The last piece ends it.
 */
export async function undoPiece({ db, now, actor }: Act | ClockAct, run: ImportRun): Promise<void> {
  const [piece] = await db.$queryRaw<[{ from: bigint | null, rows: number }]>`
    SELECT min("id") AS "from", count(*)::int AS "rows"
    FROM (SELECT "id" FROM "Change" WHERE "importId" = ${run.id}::uuid AND "id" < ${run.undoneTo}::bigint ORDER BY "id" DESC LIMIT ${atOnce}::int) x`
  const changes = (kind: string, action: string) => Prisma.sql`
    (SELECT split_part("subject", ':', 2)::uuid AS thing, "fields" FROM "Change"
     WHERE "importId" = ${run.id}::uuid AND "id" >= ${piece.from}::bigint AND "id" < ${run.undoneTo}::bigint AND "subject" LIKE ${`${kind}:%`} AND "action" = ${action})`
  const by = actor?.userId ?? run.actorId
  const kept = (table: 'Camera' | 'Site', columns: readonly string[]) => db.$queryRaw<[{ left: number }]>`
    WITH d AS MATERIALIZED (
      SELECT t."id", back.* FROM ${changes(table.toLowerCase(), 'changed')} ch JOIN ${Prisma.raw(`"${table}"`)} t ON t."id" = ch.thing, LATERAL ${back} back),
    put AS (
      UPDATE ${Prisma.raw(`"${table}"`)} t SET (${list(columns)}, "version", "updatedAt") = (SELECT ${list(columns, 'p')}, t."version" + 1, ${now}::timestamptz FROM jsonb_populate_record(t, d.patch) p)
      FROM d WHERE d."id" = t."id" AND d.patch IS NOT NULL),
    told AS (
      INSERT INTO "Change" ("at", "actorId", "provinceCode", "subject", "action", "fields", "channel", "importId")
      SELECT ${now}::timestamptz, ${by}::uuid, ${run.provinceCode}, ${`${table.toLowerCase()}:`} || "id", 'restored', fields, 'IMPORT', ${run.id}::uuid FROM d WHERE d.fields IS NOT NULL)
    SELECT (count(*) FILTER (WHERE others > 0))::int AS "left" FROM d`
  let left = 0
  if (piece.rows) {
    left += (await kept('Camera', cameraColumns))[0].left
    await keyAssets(db, changes('camera', 'changed'))
    const [cameras] = await db.$queryRaw<[{ left: number }]>`
      WITH made AS MATERIALIZED (SELECT t."id", t."code", t."version" FROM ${changes('camera', 'created')} ch JOIN "Camera" t ON t."id" = ch.thing),
      gone AS (
        DELETE FROM "Camera" t USING made WHERE made."id" = t."id" AND t."version" = 1
          AND NOT EXISTS (SELECT FROM "FaultReport" r WHERE r."cameraId" = t."id") AND NOT EXISTS (SELECT FROM "WorkOrder" w WHERE w."cameraId" = t."id") AND NOT EXISTS (SELECT FROM "Attachment" a WHERE a."cameraId" = t."id")
          AND NOT EXISTS (SELECT FROM "FootageItem" i WHERE i."cameraId" = t."id") AND NOT EXISTS (SELECT FROM "CooperationRequest" q WHERE q."cameraId" = t."id")
        RETURNING t."id"),
      forgotten AS (DELETE FROM "ImportedName" n USING gone WHERE n."cameraId" = gone."id"),
      told AS (
        INSERT INTO "Change" ("at", "actorId", "provinceCode", "subject", "action", "channel", "importId")
        SELECT ${now}::timestamptz, ${by}::uuid, ${run.provinceCode}, 'camera:' || "id", 'removed', 'IMPORT', ${run.id}::uuid FROM gone)
      SELECT ((SELECT count(*) FROM made) - (SELECT count(*) FROM gone))::int AS "left"`
    left += cameras.left
    left += (await kept('Site', siteColumns))[0].left
    await db.$executeRaw`
      WITH gone AS (
        DELETE FROM "Site" t USING ${changes('site', 'created')} ch WHERE t."id" = ch.thing AND t."version" = 1 AND NOT EXISTS (SELECT FROM "Camera" c WHERE c."siteId" = t."id")
        RETURNING t."id")
      INSERT INTO "Change" ("at", "actorId", "provinceCode", "subject", "action", "channel", "importId")
      SELECT ${now}::timestamptz, ${by}::uuid, ${run.provinceCode}, 'site:' || "id", 'removed', 'IMPORT', ${run.id}::uuid FROM gone`
  }
  const isLast = piece.rows < atOnce
  await db.importRun.update({ where: { id: run.id }, data: { undoneTo: piece.from ?? run.undoneTo, done: { increment: piece.rows }, left: { increment: left }, touchedAt: now, ...isLast && { state: 'UNDONE', undoneAt: now } } })
}

/** Asset numbers that were put back are found by their keys again. */
async function keyAssets(db: Act['db'], changes: Prisma.Sql): Promise<void> {
  const found = await db.$queryRaw<{ id: string, assetNumber: string | null }[]>`
    SELECT t."id"::text, t."assetNumber" FROM ${changes} ch JOIN "Camera" t ON t."id" = ch.thing WHERE ch."fields" ? 'assetNumber'`
  if (!found.length) return
  const keys = found.map(({ assetNumber }) => assetNumber && assetKey(assetNumber))
  await db.$executeRaw`
    UPDATE "Camera" t SET "assetKey" = k.key FROM unnest(${found.map(({ id }) => id)}::uuid[], ${keys}::text[]) AS k(id, key) WHERE t."id" = k.id`
}
