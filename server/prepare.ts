import type { Logger } from 'pino'
import type { Database } from '../prisma/client'
import type { Config } from './config'
import type { RunningSimulator } from './simulator'
import { openDatabase } from '../prisma/client'
import { migrate } from '../prisma/migrate/migrate'
import { seedDemo } from '../prisma/seed/demo'
import { seedPlaces } from '../prisma/seed/places'
import { ConfigError } from './config'
import { contactSealing } from './contacts/sealing'
import { startEmbeddedPostgres } from './database/embedded'
import { setupClient } from './setup/client'
import { ensureMenus } from './setup/menus'

/** What a server is started on. */
export interface Prepared {
  /** Open and up to date. */
  database: Database
  url: string
  simulator: RunningSimulator | undefined
  /** The configuration with the simulator's addresses in it. */
  ready: Config
  /** The database is our own: no other server uses it. */
  alone: boolean
}

/**
 * Makes all ready that the product needs on this machine: the embedded PostgreSQL or the given one, migrations, official places, the demo
 * province and the simulator. `ends` is given what to end, in the order of beginning. Rejects with what `sentence` puts into words.
 */
export async function prepare(config: Config, log: Logger, ends: Array<() => Promise<unknown>>): Promise<Prepared> {
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir, onLog: console.log })
  if (embedded) ends.push(embedded.stop)
  const url = config.databaseUrl ?? embedded!.url
  await migrate(url)
  const database = openDatabase(url, { onError: error => log.warn({ err: error }, 'A database connection was lost') })
  ends.push(database.close)
  await seedPlaces(database)
  if (config.demo && await seedDemo(database, new Date(), contactSealing(config))) console.log('The demo province Ang Thong was filled in')

  // Loaded only where it is wanted: it is large.
  const simulator = config.simulator ? await (await import('./simulator')).startSimulator(config, config.simulator, database.db) : undefined
  if (simulator) ends.push(simulator.stop)
  const ready: Config = simulator ? { ...config, line: { ...config.line, apiBaseUrl: simulator.url, dataApiBaseUrl: simulator.url } } : config
  if (simulator) await ensureMenus({ client: setupClient(ready.line) })
  return { database, url, simulator, ready, alone: embedded !== undefined }
}

/** What went wrong, for the person at the terminal; a bug keeps its stack. */
export function sentence(error: unknown): string {
  const { code, port, message, stack } = error as NodeJS.ErrnoException & { port?: number }
  if (error instanceof ConfigError) return message
  if (code === 'EADDRINUSE') return `Port ${port} is taken. Stop what uses it, or choose another with PORT (the simulator's is SIMULATOR_PORT).`
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code?.startsWith('28')) return `The database of DATABASE_URL is not reached: ${message}`
  return /^[A-Z].*\.$/s.test(message) ? message : stack ?? String(error)
}
