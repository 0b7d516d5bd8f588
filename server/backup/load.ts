import type { Buffer } from 'node:buffer'
import type { Writable } from 'node:stream'
import type pg from 'pg'
import type { Migration } from '../../prisma/migrate/folder'
import type { Manifest } from './format'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { BackupError } from './format'
import { quoted, tableAndColumns } from './snapshot'

/** As Prisma's engine makes it, so that the next migration finds what it expects. */
const history = `
  CREATE TABLE public._prisma_migrations (
    id varchar(36) PRIMARY KEY NOT NULL, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text,
    rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`

/** Makes the tables as the migrations of the backup left them, with nothing in them, in the transaction that is open. */
export async function makeTables(client: pg.Client, migrations: Migration[], tables: Manifest['tables']): Promise<void> {
  await client.query(history)
  for (const { sql } of migrations) await client.query(sql)
  // A script may have put rows in: the backup has them.
  await client.query(`TRUNCATE ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`)
}

/** Foreign keys hold only when all tables are full: taken away, and given back with a check of every row. */
export async function withoutForeignKeys<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  const { rows } = await client.query<{ table: string, name: string, definition: string }>(`
    SELECT conrelid::regclass::text AS "table", conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY oid`)
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
  const result = await work()
  for (const { table, name, definition } of rows) await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`)
  return result
}

/** Fills tables one after another from their parts. */
export function loader(client: pg.Client, { tables }: Manifest) {
  let open: { name: string, sink: Writable & { rowCount: number }, done: Promise<void> } | undefined

  async function close(): Promise<void> {
    if (!open) return
    const { name, sink, done } = open
    open = undefined
    sink.end()
    await done
    const rows = tables.find(table => table.name === name)!.rows
    if (sink.rowCount !== rows) throw new BackupError(`Table ${name} was to have ${rows} rows, and PostgreSQL took ${sink.rowCount}.`)
  }
  return {
    async part(name: string, bytes: Buffer): Promise<void> {
      if (open?.name !== name) {
        await close()
        const table = tables.find(one => one.name === name)!
        const sink = client.query(copyFrom(`COPY ${tableAndColumns(name, table.columns)} FROM STDIN`))
        const done = finished(sink)
        done.catch(() => {})
        open = { name, sink, done }
      }
      if (!open.sink.write(bytes)) await Promise.race([once(open.sink, 'drain'), open.done])
    },
    close,
  }
}
