/** `npm run backup [-- <file>]` backs up database and photos into one file; `-- --check <file>` reads one to its end and says what is in it. */
import type { Manifest } from './format'
import { rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import product from '../../package.json' with { type: 'json' }
import { command } from '../../prisma/migrate/command'
import { readConfig } from '../config'
import { configuredStore } from '../photos/configured'
import { backup } from './backup'
import { readBackup } from './read'
import 'dotenv/config'

async function run(): Promise<void> {
  const { values, positionals: [given] } = parseArgs({ options: { check: { type: 'string' } }, allowPositionals: true })
  if (values.check) {
    const manifest = await readBackup(values.check)
    return console.log(`${values.check} is whole. ${await contents(values.check, manifest)} Written ${manifest.createdAt} by version ${manifest.version}.`)
  }
  const config = readConfig(process.env)
  const now = new Date()
  const file = given ?? join(config.dataDir, 'backups', `songklong-${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z.tar.gz`)
  await command(config.databaseUrl, async (url) => {
    const manifest = await backup({ url, store: configuredStore(config), file, version: product.version, now, onDraft: removeWhenStopped })
    const { missing } = manifest.photos
    const lost = missing ? `\n${missing} photo files are not in the store: taken back by who sent them while this ran, or lost.` : ''
    return `${file} was written, and read again. ${await contents(file, manifest)}${lost}\nIt holds personal data: keep it as safe as the database.`
  })
}

async function contents(file: string, { tables, photos }: Manifest): Promise<string> {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return `${rows} rows in ${tables.length} tables, ${photos.files} photo files, ${((await stat(file)).size / 1e6).toFixed(1)} MB.`
}

/** Ctrl-C leaves no half of a file. */
function removeWhenStopped(draft: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(draft, { force: true })
      console.error('Stopped; nothing was kept.')
      process.exit(1)
    })
  }
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
