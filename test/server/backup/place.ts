import type { Pool } from 'pg'
import type { StoreUnderTest } from '../../helpers/stores'
import { createHash } from 'node:crypto'
import pg from 'pg'
import { quoted } from '../../../server/backup/snapshot'

/** Every row of every table, each as text, and where each sequence stands: two databases with the same are the same. */
export async function everything(database: string | Pool): Promise<Record<string, string[]>> {
  const client = typeof database === 'string' ? new pg.Client({ connectionString: database }) : database
  if (client instanceof pg.Client) await client.connect()
  try {
    const found: Record<string, string[]> = {}
    const { rows } = await client.query<{ name: string, kind: string }>(`SELECT relname AS name, relkind AS kind FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') ORDER BY 1`)
    for (const { name, kind } of rows) {
      const { rows: lines } = await client.query<{ line: string }>(kind === 'S' ? `SELECT last_value || ' ' || is_called AS line FROM ${quoted(name)}` : `SELECT t::text AS line FROM ${quoted(name)} t ORDER BY t::text COLLATE "C"`)
      found[name] = lines.map(({ line }) => line)
    }
    return found
  }
  finally {
    if (client instanceof pg.Client) await client.end()
  }
}

/** How a database is made: columns, constraints, indexes, types. */
export async function shape(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ line: string }>(`
    SELECT concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, column_default, is_nullable) AS line FROM information_schema.columns WHERE table_schema = 'public'
    UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT concat_ws(' ', 'index', indexdef) FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT concat_ws(' ', 'value', enumtypid::regtype, enumsortorder, enumlabel) FROM pg_enum
    ORDER BY 1`).finally(() => client.end())
  return rows.map(({ line }) => line)
}

/** A sum of each photo by its key. */
export async function allPhotos({ keys, store }: StoreUnderTest): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const key of await keys()) found[key] = createHash('sha256').update((await store.get(key))!).digest('hex')
  return found
}
