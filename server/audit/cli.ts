/** `npm run audit:verify [-- --head 15:1234:<hash>]` looks at every entry of the audit log; ends with 1 when one is not as it was written. */
import type { Flaw } from '../../domain/chain/check'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { headFromText, headText } from '../../domain/chain/head'
import { ConfigError, readConfig } from '../config'
import { besideServer } from '../database/beside'
import { verifyAudit } from './verify'
import 'dotenv/config'

const usage = 'Usage: npm run audit:verify [-- --head <province>:<number>:<hash>] …, each head as the secretary got it, like 15:1234:9f86d081884c7d659a2feaa0c55ad015'

const sentences: Record<Flaw, string> = {
  outside: 'stands in no chain: it was put in by hand',
  elsewhere: 'is of another province than its chain: it was changed, or put in by hand',
  gap: 'is missing: it was removed',
  twice: 'is there twice: one was put in by hand, or its number changed',
  order: 'does not follow the one before it: one of them was changed, put in or moved',
  changed: 'is not what was written: it was changed',
  rewritten: 'is not the one that was written down: the chain was written anew from here or before',
  short: 'was written down and is not there: the chain was cut off',
}

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
      const { chain, seq, at, flaw } = verified.found
      console.error(`Province ${chain}, entry ${seq || '?'}${at ? ` (${at})` : ''} ${sentences[flaw]}.`)
      process.exitCode = 1
      return
    }
    for (const { head, at } of verified.chains) console.log(`${head.chain === '00' ? 'no province' : `province ${head.chain}`}: ${head.seq} entries, the last of ${at}  ${headText(head)}`)
    const all = verified.chains.reduce((sum, { head }) => sum + head.seq, 0)
    console.log(`${all} entries are as they were written${heads.length ? `, and ${heads.length} given by --head are among them` : ''}.`)
  })
}

run().catch((error: Error & { code?: string }) => {
  console.error(error instanceof ConfigError || error.message === usage || error.code?.startsWith('ERR_PARSE') ? error.message : error)
  process.exitCode = 1
})
