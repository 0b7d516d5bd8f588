/** `npm start`: the product on one machine, with everything it needs. */
import process from 'node:process'
import { pino } from 'pino'
import { readConfig } from './config'
import { keepHeapSmall } from './heap'
import { createLog } from './log'
import { endWithNpm } from './npm'
import { configuredStore } from './photos/configured'
import { whyUnusable } from './photos/usable'
import { prepare, sentence } from './prepare'
import { startServer } from './start'
import 'dotenv/config'

/** Lines are written together, when there are so many bytes or after so many ms; all of them at an end. */
const logging = { sync: false, minLength: 4_096, periodicFlush: 100 }

/** What to end, last begun first. */
const ends: Array<() => Promise<unknown>> = []
let ending: Promise<void> | undefined

function end(): Promise<void> {
  return ending ??= (async () => {
    for (const one of ends.reverse()) await one()
  })()
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (ending) process.exit(1)
    console.log('Stopping …')
    void end().then(() => process.exit(0), fail)
  })
}

function fail(error: unknown): void {
  console.error(sentence(error))
  process.exit(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel ?? (config.simulator ? 'warn' : 'info'), pino.destination(logging))

  // Loaded only when it is wanted: it is large.
  const tracing = config.tracesTo ? (await import('./watch/opentelemetry')).openTelemetry(config.tracesTo) : undefined
  if (tracing) ends.push(tracing.stop)
  const { database, simulator, ready, alone } = await prepare(config, log, ends)
  const server = await startServer(ready, { database, log, tracing, alone })
  ends.push(server.stop)
  console.log(`SongKlong runs at ${simulator ? server.url : `${config.publicUrl} (port ${server.port})`}`)
  if (simulator) {
    simulator.platform.setWebhookUrl(`${server.url}/webhook`)
    console.log(simulator.hasPage ? `LINE on your desk: open ${simulator.url} in a browser` : `The LINE simulator runs at ${simulator.url}; its chat page is not built yet (npm run build)`)
  }
  log.info({ port: server.port }, 'started')
  // Conversations go on without it, and photos are tried again: no reason to stop, but one to tell.
  void whyUnusable(configuredStore(ready)).then(why => why && log.error(`Photos cannot be stored now. ${why}`))
}

endWithNpm()
keepHeapSmall()
start().catch(error => end().catch(() => {}).then(() => fail(error)))
