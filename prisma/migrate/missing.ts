import type pg from 'pg'

/** Which of these migrations a database does not have yet. One small query; rejects when it is not reached. */
export async function missingMigrations(pool: pg.Pool, names: string[]): Promise<string[]> {
  const { rows: [there] } = await pool.query<{ there: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`)
  if (!there!.there) return names
  const { rows } = await pool.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL')
  return names.filter(name => !rows.some(row => row.name === name))
}
