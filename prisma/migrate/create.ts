import process from 'node:process'
import { command } from './command'
import { createMigration } from './newMigration'
import 'dotenv/config'

// `npm run db:migration -- <name>`. Works on the embedded server only, so that no other database is ever touched.
const name = process.argv.slice(2).join(' ')
if (name) {
  void command(undefined, async (url) => {
    const folder = await createMigration(url, name)
    return folder
      ? `Wrote ${folder}/migration.sql. Read it, add by hand what Prisma cannot say, then: npm run db:migrate`
      : 'Nothing to change: the migrations already lead to the schema.'
  })
}
else {
  console.error('Say in a few words what changes: npm run db:migration -- <name>')
  process.exitCode = 2
}
