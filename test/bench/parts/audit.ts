import type { Row } from '../table'
import type { World } from '../world'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { openPool } from '../../../prisma/client'
import { migrate } from '../../../prisma/migrate/migrate'
import { entriesFrom } from '../auditing/entries'
import { buildAll } from '../build'
import { run } from '../importing/measured'
import { median, round } from '../table'

const entries = Number(process.env.AUDIT_ENTRIES ?? 1_000_000)
const few = entries / 10
const rounds = 3

/** A chain of a million entries looked at from its first to its last, and only their hashes. Memory: beside that of a tenth of them. */
export async function audit(world: World): Promise<Row[]> {
  const built = await buildAll({ verify: 'test/bench/auditing/verify.ts', hash: 'test/bench/auditing/hash.ts' })
  const url = await world.database('audit')
  try {
    await migrate(url)
    await fill(url, 1, few)
    const small = await run(join(built, 'verify.js'), { DATABASE_URL: url })
    await fill(url, few + 1, entries - few)
    const pairs: Array<Record<'ours' | 'theirs', Awaited<ReturnType<typeof run>>>> = []
    for (let i = 0; i < rounds; i++) {
      pairs.push({ ours: await run(join(built, 'verify.js'), { DATABASE_URL: url }), theirs: await run(join(built, 'hash.js'), { ENTRIES: `${entries}` }) })
    }
    const [ours, theirs] = (['ours', 'theirs'] as const).map(whose => median(pairs.map(pair => pair[whose].ms))) as [number, number]
    const ratio = median(pairs.map(({ ours, theirs }) => ours.ms / theirs.ms))
    const memory = Math.max(...pairs.map(pair => pair.ours.memory))
    return [
      { what: `verify an audit log of ${entries.toLocaleString('en')} entries`, measured: `${round(ours / 1_000)} s`, baseline: `hashing the same bytes: ${round(theirs / 1_000)} s`, ratio: ratio.toFixed(2), toReach: '≤ 4 × its time', ok: ratio <= 4 },
      { what: 'its memory at most', measured: `${Math.round(memory)} MB`, baseline: `with a tenth of them: ${Math.round(small.memory)} MB`, ratio: (memory / small.memory).toFixed(2), toReach: 'flat: ≤ 1.5', ok: memory / small.memory <= 1.5 },
    ]
  }
  finally {
    await rm(built, { recursive: true, force: true })
  }
}

/** Puts so many entries from this number on into an empty log, or after those that are there: with their hashes, as a restore does. */
async function fill(url: string, from: number, count: number): Promise<void> {
  const pool = openPool(url, { poolSize: 1, statementTimeout: 0 })
  const { rows: [last] } = await pool.query<{ hash: string }>('SELECT "hash" FROM "AuditEntry" WHERE "chain" = \'15\' AND "seq" = $1', [from - 1])
  let hash = last?.hash ?? null
  for (let seq = from; seq < from + count; seq += 5_000) {
    const some = entriesFrom(seq, Math.min(5_000, from + count - seq), hash)
    hash = some.at(-1)!.hash
    await pool.query(`
      INSERT INTO "AuditEntry" ("at", "actorId", "provinceCode", "action", "subject", "data", "chain", "seq", "previousHash", "hash")
      SELECT "at", "actorId", "provinceCode", "action", "subject", "data", "chain", "seq", "previousHash", "hash" FROM json_populate_recordset(NULL::"AuditEntry", $1::json)`, [JSON.stringify(some)])
  }
  await pool.query('VACUUM ANALYZE "AuditEntry"')
  await pool.end()
}
