/** Verifies the audit log of a database, as `npm run audit:verify` does. */
import process from 'node:process'
import { openPool } from '../../../prisma/client'
import { verifyAudit } from '../../../server/audit/verify'
import { peakOf } from '../importing/measured'

const pool = openPool(process.env.DATABASE_URL!, { poolSize: 1 })
const begun = performance.now()
const verified = await verifyAudit(pool)
const ms = performance.now() - begun
await pool.end()
if (verified.found) throw new Error(`The chain is not good: ${JSON.stringify(verified.found)}`)
process.send!({ rows: verified.chains.reduce((sum, { head }) => sum + head.seq, 0), ms, memory: await peakOf(process.pid) })
