import type { Readable } from 'node:stream'
import type pg from 'pg'
import type { Manifest } from './format'
import { to as copyTo } from 'pg-copy-streams'
import { BackupError } from './format'

/** The database at one moment. All is read in one transaction, beside whoever writes. */
export interface Snapshot {
  migrations: Manifest['migrations']
  tables: Array<{ name: string, columns: string[] }>
  sequences: Manifest['sequences']
  /** All rows of a table in PostgreSQL's text format. */
  rows: (table: Snapshot['tables'][number]) => Readable
  /** Keys of stored photos in ascending order, some at a time. */
  photoKeys: () => AsyncGenerator<string[]>
}

const keysAtOnce = 200

/** Takes a snapshot on this connection, which is in its transaction afterwards. Throws a sentence when there are no tables of the product. */
export async function takeSnapshot(client: pg.Client): Promise<Snapshot> {
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
    SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO'; SET LOCAL client_encoding = 'UTF8'`)
  const { rows: tables } = await client.query<Snapshot['tables'][number]>(tablesOfProduct)
  if (!tables.some(({ name }) => name === '_prisma_migrations')) throw new BackupError('There is nothing to back up: this database has none of the product\'s tables.')
  const { rows: migrations } = await client.query<Manifest['migrations'][number]>(`
    SELECT migration_name AS name, checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`)
  return {
    migrations,
    tables,
    sequences: await sequences(client),
    rows: ({ name, columns }) => client.query(copyTo(`COPY ${tableAndColumns(name, columns)} TO STDOUT`)),
    async* photoKeys() {
      await client.query(`DECLARE photos NO SCROLL CURSOR FOR SELECT "storageKey" AS key FROM public."Attachment" WHERE state = 'STORED' AND "storageKey" IS NOT NULL ORDER BY "storageKey" COLLATE "C"`)
      for (;;) {
        const { rows } = await client.query<{ key: string }>(`FETCH ${keysAtOnce} FROM photos`)
        if (!rows.length) return
        yield rows.map(({ key }) => key)
      }
    },
  }
}

/** `public."Camera" ("id", "code")`, for COPY. */
export function tableAndColumns(table: string, columns: string[]): string {
  return `public.${quoted(table)} (${columns.map(quoted).join(', ')})`
}

/** A name as an identifier of SQL. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Tables that belong to no extension, with the columns that can be written. */
const tablesOfProduct = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.relname ORDER BY c.relname COLLATE "C"`

async function sequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY c.relname COLLATE "C"`)
  const found: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: [state] } = await client.query<{ value: string, called: boolean }>(`SELECT last_value::text AS value, is_called AS called FROM public.${quoted(name)}`)
    found.push({ name, ...state! })
  }
  return found
}
