import type { FreshDb } from '../helpers/database'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { openDatabase } from '../../prisma/client'
import { migrate } from '../../prisma/migrate/migrate'
import { postgresBinaries } from '../../server/database/binaries'
import { processKind, readPostmaster } from '../../server/database/cluster'
import { startEmbeddedPostgres } from '../../server/database/embedded'
import { seedDemoAt } from '../helpers/database'
import { eventually } from '../helpers/eventually'

/** A PostgreSQL server of one's own, as durable as in production, that may be mistreated. */
export interface OwnPostgres {
  /** Its database, with the demo province; dropping it ends the server and removes its data. */
  fresh: FreshDb
  /** Ends it as an operator does (fast shutdown): what runs is taken back, connections are closed. */
  stop: () => Promise<void>
  /** Ends it with SIGKILL. */
  kill: () => Promise<void>
  /** Starts it again at the same address. Resolves when it answers. */
  start: () => Promise<void>
}

/** Starts one in a temporary folder. */
export async function ownPostgres(): Promise<OwnPostgres> {
  const dataDir = await mkdtemp(join(tmpdir(), 'songklong-postgres-'))
  await chmod(dataDir, 0o755)
  const folder = join(dataDir, 'postgres')
  const { url, stop } = await startEmbeddedPostgres({ dataDir, shared: true })
  await migrate(url)
  await seedDemoAt(url)
  const database = openDatabase(url)
  const { run } = await postgresBinaries(folder)

  return {
    fresh: {
      url,
      database,
      async drop() {
        await database.close()
        // A test that failed may have left it ended, and its folder as if it were alive.
        await stop().catch(() => {})
        await rm(dataDir, { recursive: true, force: true })
      },
    },
    stop: () => run('pg_ctl', ['stop', '-D', folder, '-m', 'fast', '-w']),
    async kill() {
      const { pid } = (await readPostmaster(folder))!
      process.kill(pid, 'SIGKILL')
      await eventually(async () => {
        if (await processKind(pid) === 'postgres') throw new Error('PostgreSQL is still alive')
      })
    },
    // A restart takes the options of the last start from the server's folder. Processes of a killed server may need a moment to end.
    start: () => eventually(() => run('pg_ctl', ['restart', '-D', folder, '-l', join(folder, 'server.log'), '-w'])),
  }
}
