/** `npm run inbox -- --failed` lists events that could not be handled; `--retry <id>` or `--retry all` has them handled again. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from './config'
import { besideServer } from './database/beside'
import { failedEvents, retryEvents } from './line/parked'
import 'dotenv/config'

const usage = 'Usage: npm run inbox -- --failed | --retry <id> | --retry all'

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { failed: { type: 'boolean' }, retry: { type: 'string' } } })
  if (!values.failed && !values.retry) throw new Error(usage)
  await besideServer(readConfig(process.env), async ({ pool }) => {
    if (values.retry) {
      const count = await retryEvents(pool, values.retry)
      console.log(count ? `${count} put back; a running server takes them up within a second` : 'Nothing found that could be put back')
      if (!count) process.exitCode = 1
      return
    }
    const events = await failedEvents(pool)
    for (const { id, type, state, attempts, receivedAt, error } of events) console.log(`${id}  ${receivedAt.toISOString()}  ${type}  ${state}, ${attempts} attempts\n    ${error}`)
    console.log(events.length ? `${events.length} failed` : 'None failed')
  })
}

run().catch((error: Error) => {
  console.error(error instanceof ConfigError || error.message === usage || (error as { code?: string }).code?.startsWith('ERR_PARSE') ? error.message : error)
  process.exitCode = 1
})
