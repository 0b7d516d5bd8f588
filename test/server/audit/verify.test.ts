import type { FreshDb } from '../../helpers/database'
import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { headFromText } from '../../../domain/chain/head'
import { lineOf, sentenceOf } from '../../../server/audit/sentences'
import { verifyAudit } from '../../../server/audit/verify'
import { freshDb } from '../../helpers/database'

const run = promisify(execFile)

let fresh: FreshDb
beforeAll(async () => { fresh = await freshDb() })
/** Each test begins with five entries in each of three chains. */
beforeEach(async () => {
  const { pool } = fresh.database
  await asOwner('TRUNCATE "AuditEntry"')
  await pool.query(`INSERT INTO "AuditEntry" ("at", "provinceCode", "action", "subject", "data")
    SELECT '2026-11-23T02:00:00.12Z'::timestamptz + n * interval '1 s', (ARRAY['15', '14', NULL])[1 + n % 3], 'site.changed', 'site:' || n, '{"fields": ["name"]}' FROM generate_series(0, 14) AS n`)
})
afterAll(() => fresh.drop())

/** As somebody does who owns the table and wants it to be otherwise. */
async function asOwner(sql: string) {
  await fresh.database.pool.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; ${sql}; ALTER TABLE "AuditEntry" ENABLE TRIGGER USER`)
}
async function said(...heads: string[]) {
  const verified = await verifyAudit(fresh.database.pool, heads.map(head => headFromText.parse(head)))
  return verified.found ? [sentenceOf(verified.found)] : verified.chains.map(lineOf)
}
/** The tool itself: what it says and how it ends. */
async function tool(...args: string[]) {
  const { PATH, HOME } = process.env
  return run(process.execPath, ['--import', 'tsx', 'server/audit/cli.ts', ...args], { env: { PATH, HOME, DATABASE_URL: fresh.url } })
    .then(({ stdout }) => `${stdout}0`, (error: { stdout: string, stderr: string, code: number }) => `${error.stdout}${error.stderr}${error.code}`)
}

describe('npm run audit:verify', () => {
  it('says how far each chain goes, and takes that again', async () => {
    const lines = await said()
    expect(lines).toEqual([
      expect.stringMatching(/^No province: 5 entries, the last of 2026-11-23T02:00:14\.120Z {2}00:5:[0-9a-f]{32}$/),
      expect.stringMatching(/^Province 14: 5 entries, the last of 2026-11-23T02:00:13\.120Z {2}14:5:[0-9a-f]{32}$/),
      expect.stringMatching(/^Province 15: 5 entries, the last of 2026-11-23T02:00:12\.120Z {2}15:5:[0-9a-f]{32}$/),
    ])
    const heads = lines.map(line => line.split('  ')[1]!)
    expect(await tool(...heads.flatMap(head => ['--head', head]))).toBe(`${lines.join('\n')}\n15 entries are as they were written, and 3 given by --head are among them.\n0`)
  })

  it('ends with 1 and a sentence when something is wrong, with the log or with what was typed', async () => {
    await asOwner('UPDATE "AuditEntry" SET "data" = \'{"fields": ["code"]}\' WHERE "chain" = \'15\' AND "seq" = 2')
    expect(await tool()).toBe('Province 15, entry 2 (2026-11-23T02:00:03.120Z) is not what was written: it was changed.\n1')
    expect(await tool('--head', '15:9')).toMatch(/^Usage: npm run audit:verify .*\n1$/)
  })

  it.each<[string, string]>([
    ['UPDATE "AuditEntry" SET "at" = "at" + interval \'1 ms\' WHERE "subject" = \'site:6\'', 'Province 15, entry 3 (2026-11-23T02:00:06.121Z) is not what was written: it was changed.'],
    ['UPDATE "AuditEntry" SET "actorId" = gen_random_uuid() WHERE "subject" = \'site:2\'', 'No province, entry 1 (2026-11-23T02:00:02.120Z) is not what was written: it was changed.'],
    ['UPDATE "AuditEntry" SET "provinceCode" = \'13\' WHERE "subject" = \'site:4\'', 'Province 14, entry 2 (2026-11-23T02:00:04.120Z) is of another province than its chain: it was changed, or put in by hand.'],
    ['DELETE FROM "AuditEntry" WHERE "subject" = \'site:3\'', 'Province 15, entry 2 (2026-11-23T02:00:06.120Z) is missing: it was removed.'],
    ['DELETE FROM "AuditEntry" WHERE "chain" = \'15\' AND "seq" = 1', 'Province 15, entry 1 (2026-11-23T02:00:03.120Z) is missing: it was removed.'],
    ['UPDATE "AuditEntry" SET "seq" = 7 - "seq" WHERE "chain" = \'15\' AND "seq" IN (3, 4)', 'Province 15, entry 3 (2026-11-23T02:00:09.120Z) does not follow the one before it: one of them was changed, put in or moved.'],
    ['UPDATE "AuditEntry" SET "seq" = 3 WHERE "chain" = \'15\' AND "seq" = 4', 'Province 15, entry 3 (2026-11-23T02:00:09.120Z) is there twice: one was put in by hand, or its number changed.'],
    ['INSERT INTO "AuditEntry" ("at", "provinceCode", "action", "subject") VALUES (\'2026-01-01\', \'15\', \'forged\', \'site:1\')', 'Province 15, entry ? (2026-01-01T00:00:00.000Z) stands in no chain: it was put in by hand.'],
    ['UPDATE "AuditEntry" SET "hash" = NULL WHERE "chain" = \'15\' AND "seq" = 5', 'Province 15, entry 5 (2026-11-23T02:00:12.120Z) stands in no chain: it was put in by hand.'],
  ])('finds it when somebody who owns the table does %s', async (sql, sentence) => {
    await asOwner(`DROP INDEX "AuditEntry_chain_seq_key"; ${sql}`)
    expect(await said()).toEqual([sentence])
    await asOwner('TRUNCATE "AuditEntry"; CREATE UNIQUE INDEX "AuditEntry_chain_seq_key" ON "AuditEntry" ("chain", "seq")')
  })

  it('finds by what was told before that a chain was cut off, or written anew with every hash right', async () => {
    const [other, , told] = (await said()).map(line => line.split('  ')[1]!)
    await asOwner('DELETE FROM "AuditEntry" WHERE "chain" = \'15\' AND "seq" > 3')
    expect(await said(other!, told!)).toEqual(['Province 15, entry 5 was written down and is not there: the chain was cut off.'])
    await asOwner('DELETE FROM "AuditEntry" WHERE "chain" = \'15\'')
    await fresh.database.pool.query(`INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") SELECT '15', 'anew', 'site:' || n FROM generate_series(1, 9) AS n`)
    expect((await said(other!)).at(-1)).toContain('Province 15: 9 entries')
    expect(await said(other!, told!)).toEqual([expect.stringMatching(/^Province 15, entry 5 \(.*\) is not the one that was written down: the chain was written anew from here or before\.$/)])
    await asOwner('TRUNCATE "AuditEntry"')
    expect(await said(told!)).toEqual(['Province 15, entry 5 was written down and is not there: the chain was cut off.'])
    expect(await said()).toEqual([])
  })

  it('reads a log of several pages, beside whoever writes', async () => {
    await asOwner('TRUNCATE "AuditEntry"')
    await fresh.database.pool.query(`INSERT INTO "AuditEntry" ("provinceCode", "action", "subject") SELECT '15', 'a', 'site:' || n FROM generate_series(1, 4500) AS n`)
    expect((await said())[0]).toContain('Province 15: 4500 entries')
    await asOwner('UPDATE "AuditEntry" SET "action" = \'b\' WHERE "seq" = 4499')
    expect((await said())[0]).toContain('Province 15, entry 4499 ')
  })
})
