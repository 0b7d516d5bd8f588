/** `npm run audit:verify [-- --head 15:1234:<hash>]` looks at every entry of the audit log; ends with 1 when one is not as it was written. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { headFromText } from '../../domain/chain/head'
import { ConfigError, readConfig } from '../config'
import { besideServer } from '../database/beside'
import { lineOf, sentenceOf } from './sentences'
import { verifyAudit } from './verify'
import 'dotenv/config'

const usage = 'Usage: npm run audit:verify [-- --head <province>:<number>:<hash>] …, each head as the secretary got it, like 15:1234:9f86d081884c7d659a2feaa0c55ad015'

async function run(): Promise<void> {
  const { values: { head = [] } } = parseArgs({ options: { head: { type: 'string', multiple: true } } })
  const heads = head.map((text) => {
    const read = headFromText.safeParse(text)
    if (!read.success) throw new Error(usage)
    return read.data
  })
  await besideServer(readConfig(process.env), async ({ pool }) => {
    const verified = await verifyAudit(pool, heads)
    if (verified.found) {
      console.error(sentenceOf(verified.found))
      process.exitCode = 1
      return
    }
    for (const chain of verified.chains) console.log(lineOf(chain))
    const all = verified.chains.reduce((sum, { head }) => sum + head.seq, 0)
    console.log(`${all} entries are as they were written${heads.length ? `, and ${heads.length} given by --head are among them` : ''}.`)
  })
}

run().catch((error: Error & { code?: string }) => {
  console.error(error instanceof ConfigError || error.message === usage || error.code?.startsWith('ERR_PARSE') ? error.message : error)
  process.exitCode = 1
})
