import type pg from 'pg'
import { quoted } from './snapshot'

/** A table that has rows. */
export interface Filled { table: string, rows: number }

const own = (catalogue: string, oid: string) => `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalogue}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`

/** The tables that have rows, the fullest first. What the product notes about itself (migrations) does not count. */
export async function filledTables(client: pg.Client): Promise<Filled[]> {
  const { rows: tables } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations' AND ${own('pg_class', 'c.oid')}`)
  const filled: Filled[] = []
  for (const { name } of tables) {
    const { rows: [found] } = await client.query<{ rows: number }>(`SELECT count(*)::float8 AS rows FROM public.${quoted(name)}`)
    if (found!.rows) filled.push({ table: name, rows: found!.rows })
  }
  return filled.sort((one, other) => other.rows - one.rows)
}

/** Removes every table, type and function of the schema; extensions stay. Undone with the transaction it runs in. */
export async function dropEverything(client: pg.Client): Promise<void> {
  await client.query(`
    DO $$ DECLARE one text; BEGIN
      FOR one IN
        SELECT format('DROP %s IF EXISTS %s CASCADE', CASE c.relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass)
          FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND ${own('pg_class', 'c.oid')}
            AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype IN ('a', 'i'))
        UNION ALL SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', p.oid::regprocedure) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND ${own('pg_proc', 'p.oid')}
        UNION ALL SELECT format('DROP TYPE IF EXISTS %s CASCADE', t.oid::regtype) FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd') AND ${own('pg_type', 't.oid')}
      LOOP EXECUTE one; END LOOP;
    END $$`)
}
