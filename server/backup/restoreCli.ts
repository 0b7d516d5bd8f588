/** `npm run restore -- <file> [--replace]`: puts a backup back into an empty database, or into one that is emptied first. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { readConfig } from '../config'
import { startEmbeddedPostgres } from '../database/embedded'
import { configuredStore } from '../photos/configured'
import { BackupError } from './format'
import { restore } from './restore'
import 'dotenv/config'

async function run(): Promise<void> {
  const { values: { replace }, positionals: [file] } = parseArgs({ options: { replace: { type: 'boolean' } }, allowPositionals: true })
  if (!file) throw new BackupError('Usage: npm run restore -- <file> [--replace]')
  const config = readConfig(process.env)
  // Not shared: a running product would go on with a database that is another one.
  const embedded = config.databaseUrl ? undefined : await startEmbeddedPostgres({ dataDir: config.dataDir, onLog: console.log })
  try {
    const { tables, photos, createdAt, version } = await restore({ url: config.databaseUrl ?? embedded!.url, store: configuredStore(config), file, replace, onSay: console.log })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`Restored as of ${createdAt} (version ${version}): ${rows} rows in ${tables.length} tables, ${photos.files} photo files.`)
    console.log('Start the product with the SESSION_SECRET it had, or links to photos that were sent before do not open any more.')
  }
  finally {
    await embedded?.stop()
  }
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
