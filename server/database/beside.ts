import type { Database } from '../../prisma/client'
import type { Config } from '../config'
import { openDatabase } from '../../prisma/client'
import { startEmbeddedPostgres } from './embedded'

/**
 * For command-line tools: does some work on the product's database beside a running server, which need not run.
 * Throws a sentence when the database is not reached.
 */
export async function besideServer<T>(config: Pick<Config, 'databaseUrl' | 'dataDir'>, work: (database: Database) => Promise<T>): Promise<T> {
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir, shared: true })
  const database = openDatabase(config.databaseUrl ?? embedded!.url)
  try {
    return await work(database)
  }
  finally {
    await database.close()
    await embedded?.stop()
  }
}
