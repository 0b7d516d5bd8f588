import type { Act, ClockAct } from '../act'
import type { FoundCamera } from './found'
import type { Place } from './geo'
import type { PlaceWords } from './placeWords'
import { Prisma } from '../../prisma/client'
import { readCameras } from './found'
import { placeWords } from './placeWords'
import { searchKeyOf } from './spelling'

const siteKey = searchKeyOf('s."name"')
const labelKey = searchKeyOf('c."label"')
const aroundKey = searchKeyOf(`concat_ws('  ', t."nameTh", t."nameEn", d."nameTh", d."nameEn", a."name", a."nameEn")`)

/** Cameras that everybody may see and that are still there. */
export const standing = Prisma.sql`c."ownership" = 'PUBLIC' AND c."status" <> 'REMOVED'`

/** Least share of the words (by weight) that a camera's place must answer to be worth showing. */
const WORTH = 0.34
/** Sites that are looked at closely; a common word alone can fit very many. */
const MOST_SITES = 1_000
/** Least likeness (0–1) of a name when no word of it was written right. */
const ALIKE = '0.4'

/** Sites of every province. */
const anyProvince = Prisma.sql`true`

/** Sites with the words in their name, all of them or any, or with one in the label of a camera. */
function sitesWithWords({ pieces }: PlaceWords, which: 'all' | 'any', province = anyProvince): Prisma.Sql {
  const like = (key: Prisma.Sql, joined: string): Prisma.Sql => Prisma.join(pieces.map(word =>
    Prisma.sql`(${Prisma.join(word.map(piece => Prisma.sql`${key} LIKE ${`%${piece}%`}`), ' OR ')})`), joined)
  return which === 'all'
    ? Prisma.sql`SELECT s."id" FROM "Site" s WHERE ${like(siteKey, ' AND ')} AND ${province} LIMIT ${MOST_SITES}`
    : Prisma.sql`
      (SELECT s."id" FROM "Site" s WHERE (${like(siteKey, ' OR ')}) AND ${province} LIMIT ${MOST_SITES})
      UNION (SELECT c."siteId" FROM "Camera" c WHERE c."label" <> '' AND (${like(labelKey, ' OR ')}) LIMIT ${MOST_SITES})`
}

/** Sites whose name looks like the words, however they are spelt; how alike is set by `pg_trgm.word_similarity_threshold`. */
function sitesAlike({ phrase }: PlaceWords, province = anyProvince): Prisma.Sql {
  return Prisma.sql`SELECT s."id" FROM "Site" s WHERE ${phrase} <% ${siteKey} AND ${province} LIMIT ${MOST_SITES}`
}

/**
 * The standing cameras of some sites, those first that answer most of the words, then the nearest, then those whose name is most alike.
 * Selects `id`, `rank`, and `sure`: every word that tells something is in its name, its district or its agency.
 */
function ranked(sites: Prisma.Sql, { phrase, words }: PlaceWords, limit: number, near?: Place, worth = WORTH, scope = standing): Prisma.Sql {
  const word = words.map(({ patterns, weight, needed }) => Prisma.sql`(${patterns}::text[], ${weight}::float8, ${needed}::boolean)`)
  const away = near
    ? Prisma.sql`((s."latitude" - ${near.latitude}::float8) ^ 2 + ((s."longitude" - ${near.longitude}::float8) * cos(radians(${near.latitude}::float8))) ^ 2)`
    : Prisma.sql`0`
  // OFFSET 0 keeps the planner from working out the same key again for each use of it.
  return Prisma.sql`
    SELECT "id", "sure", row_number() OVER (ORDER BY "share" DESC, "whole" DESC, "away", "alike" DESC, "code") AS "rank"
    FROM (
      SELECT c."id", c."code", m."sure", m."share", strpos(k."name", ${phrase}) > 0 AS "whole", ${away} AS "away", word_similarity(${phrase}, k."name") AS "alike"
      FROM (${sites}) hit
      JOIN "Site" s ON s."id" = hit."id"
      JOIN "Camera" c ON c."siteId" = s."id"
      LEFT JOIN "Subdistrict" t ON t."code" = s."subdistrictCode"
      LEFT JOIN "District" d ON d."code" = t."districtCode"
      LEFT JOIN "Agency" a ON a."id" = c."agencyId"
      CROSS JOIN LATERAL (SELECT ${siteKey} || ' ' || ${labelKey} AS "name" OFFSET 0) k
      CROSS JOIN LATERAL (
        SELECT round((sum("weight" * "answer") / sum("weight"))::numeric, 2) AS "share", bool_and("answer" > 0 OR NOT "needed") AS "sure"
        FROM (
          SELECT "weight", "needed", CASE
            WHEN k."name" ~ ANY("patterns") THEN 1
            WHEN ${aroundKey} ~ ANY("patterns") THEN 0.7
            ELSE 0
          END AS "answer"
          FROM (VALUES ${Prisma.join(word)}) word ("patterns", "weight", "needed")
          OFFSET 0
        ) answered
        OFFSET 0
      ) m
      WHERE ${scope}
    ) found
    WHERE "share" >= ${worth}
    ORDER BY "rank"
    LIMIT ${limit}`
}

interface Hit { id: string, sure: boolean }

/** Ids of cameras by words of their place, best first, however they are spelt. */
async function hitsFor(db: Act['db'], words: PlaceWords, limit: number, { near, scope = standing, province }: { near?: Place, scope?: Prisma.Sql, province?: Prisma.Sql } = {}): Promise<Hit[]> {
  const read = (sql: Prisma.Sql): Promise<Hit[]> => db.$queryRaw<Hit[]>(sql)
  let hits = await read(ranked(sitesWithWords(words, 'all', province), words, limit, near, WORTH, scope))
  if (!hits.length) hits = await read(ranked(sitesWithWords(words, 'any', province), words, limit, near, WORTH, scope))
  if (!hits.length) {
    await db.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${ALIKE}, true)`
    hits = await read(ranked(sitesAlike(words, province), words, limit, near, 0, scope))
  }
  return hits
}

/**
 * Ids of cameras by words of their place: those that answer every word, if any do. Empty when the text says nothing of a place.
 * `scope`: which cameras (`c`); `province`: its code.
 */
export async function searchIds(db: Act['db'], text: string, { limit, scope, province }: { limit: number, scope: Prisma.Sql, province?: string }): Promise<string[]> {
  const words = placeWords(text)
  if (!words) return []
  const hits = await hitsFor(db, words, limit, { scope, ...province && { province: Prisma.sql`s."provinceCode" = ${province}` } })
  const sure = hits.filter(hit => hit.sure)
  return (sure.length ? sure : hits).map(({ id }) => id)
}

/** Standing cameras by words of their place, best first; `sure` holds the ids of those that answer every word. Empty when the text says nothing of a place. */
export async function search(act: Act | ClockAct, text: string, limit: number, near?: Place): Promise<{ cameras: FoundCamera[], sure: Set<string> }> {
  const words = placeWords(text)
  if (!words) return { cameras: [], sure: new Set() }
  const hits = await hitsFor(act.db, words, limit, { near })
  const ids = hits.map(({ id }) => id)
  const cameras = ids.length ? await readCameras(act, Prisma.sql`SELECT * FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS found ("id", "rank")`, near) : []
  return { cameras, sure: new Set(hits.filter(({ sure }) => sure).map(({ id }) => id)) }
}
