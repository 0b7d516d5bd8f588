import process from 'node:process'
import { command } from './command'
import { markApplied, migrate } from './migrate'
import 'dotenv/config'

// `npm run db:migrate`: on DATABASE_URL, else on the embedded server. `-- --applied <migration>` records that one as applied, then goes on.
const [flag, migration] = process.argv.slice(2)
if (flag === undefined || (flag === '--applied' && migration)) {
  void command(process.env.DATABASE_URL, async (url) => {
    if (migration) { await markApplied(url, migration) }
    const { applied } = await migrate(url)
    return applied.length ? `Applied ${applied.join(', ')}` : 'The database is up to date.'
  })
}
else {
  console.error('Either without anything, or: npm run db:migrate -- --applied <migration>')
  process.exitCode = 2
}
