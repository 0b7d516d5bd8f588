import type { ClockAct } from '../act'
import type { Head } from './head'
import { notify } from '../notices/notify'
import { secretariesOf } from '../notices/recipients'
import { noProvince } from './entry'
import { headText } from './head'

interface Grown extends Head { nameTh: string, nameEn: string, lastTold: number }

/**
 * By the clock, once a day: tells the secretaries of each province whose chain has grown since they were last told how far it goes, with the hash of its
 * last entry and of the last one without a province. Whoever has an old one can find out later that what it covers was rewritten. Resolves to how many were told.
 */
export async function tellHeads(act: ClockAct): Promise<number> {
  const { db } = act
  const grown = await db.$queryRaw<Grown[]>`
    SELECT h."chain", h."seq", h."hash", p."nameTh", p."nameEn", t."seq" AS "lastTold"
    FROM "Province" p
    CROSS JOIN LATERAL (SELECT "chain"::text, "seq", "hash"::text FROM "AuditEntry" WHERE "chain" = p."code" AND "seq" IS NOT NULL ORDER BY "seq" DESC LIMIT 1) h
    CROSS JOIN LATERAL (SELECT coalesce(max(("data" ->> 'entries')::int), 0) AS "seq" FROM "Notice" WHERE "about" = 'audit:' || p."code") t
    WHERE h."seq" > t."seq"`
  const [other] = await db.$queryRaw<Head[]>`
    SELECT "chain"::text, "seq", "hash"::text FROM "AuditEntry" WHERE "chain" = ${noProvince}::char(2) AND "seq" IS NOT NULL ORDER BY "seq" DESC LIMIT 1`
  let told = 0
  for (const { nameTh, nameEn, lastTold, ...head } of grown) {
    const secretaries = await secretariesOf(db, head.chain)
    const heads = [head, ...other ? [other] : []].map(headText)
    const data = { provinceCode: head.chain, province: { name: nameTh, nameEn }, entries: head.seq, fresh: head.seq - lastTold, heads }
    await notify(act, ...secretaries.flatMap(({ userId }) => userId ? [{ to: { userId }, level: 'SOON' as const, kind: 'audit.head' as const, data }] : []))
    told += secretaries.length
  }
  return told
}
