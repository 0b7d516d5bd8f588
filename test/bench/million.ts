import { openDatabase } from '../../prisma/client'
import { migrate } from '../../prisma/migrate/migrate'
import { seedPlaces } from '../../prisma/seed/places'

/** Cameras of a province; 77 of them make a million. */
const each = 12_988

/**
 * A register of a million cameras in all 77 provinces, two at each site, 60 agencies a province; with statuses, kinds and gaps as they are usual.
 * A test of a province reads what a real one would have.
 */
export async function fillRegister(url: string): Promise<void> {
  await migrate(url)
  const database = openDatabase(url, { statementTimeout: 0 })
  const { pool, close } = database
  try {
    await seedPlaces(database)
    await pool.query('SELECT setseed(0.4)')
    const { rows: indexes } = await pool.query<{ name: string, definition: string }>(`
      SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename IN ('Site', 'Camera') AND indexdef NOT LIKE 'CREATE UNIQUE%'`)
    for (const { name } of indexes) await pool.query(`DROP INDEX "${name}"`)
    await pool.query(`
      INSERT INTO "Agency" (id, name, kind, "provinceCode")
      SELECT gen_random_uuid(), 'หน่วยงานที่ ' || n, 'OTHER', p.code FROM "Province" p, generate_series(1, 60) AS n`)
    await pool.query(`
      INSERT INTO "Site" (id, name, latitude, longitude, "provinceCode", "subdistrictCode", "agencyId")
      SELECT gen_random_uuid(), 'จุดที่ ' || n, 6 + random() * 14, 98 + random() * 7, p.code, p.areas[1 + n % array_length(p.areas, 1)], p.agencies[1 + n % 60]
      FROM (SELECT p.code, (SELECT array_agg(t.code) FROM "Subdistrict" t WHERE left(t.code, 2) = p.code) AS areas, (SELECT array_agg(a.id) FROM "Agency" a WHERE a."provinceCode" = p.code) AS agencies FROM "Province" p OFFSET 0) p,
        generate_series(1, ${each / 2}) AS n`)
    await pool.query(`
      INSERT INTO "Camera" (id, code, "siteId", "agencyId", kind, status, "statusSince", linked, "retentionDays", megapixels, direction, "fieldOfView", "custodianName")
      SELECT gen_random_uuid(), s."provinceCode" || '-' || lpad((s.n * 2 + half - 2)::text, 5, '0'), s.id, s."agencyId",
        (ARRAY['FIXED', 'FIXED', 'FIXED', 'DOME', 'PTZ', 'PLATE_READER'])[1 + floor(random() * 6)::int]::"CameraKind",
        (ARRAY['NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'NORMAL', 'DAMAGED', 'UNDER_REPAIR', 'UNUSABLE', 'REMOVED'])[1 + floor(random() * 10)::int]::"CameraStatus",
        now() - random() * interval '700 days', (ARRAY[true, false, NULL])[1 + floor(random() * 3)::int], (ARRAY[3, 7, 15, 30, NULL])[1 + floor(random() * 5)::int],
        CASE WHEN random() < 0.7 THEN 2 END, CASE WHEN random() < 0.6 THEN floor(random() * 360) END, CASE WHEN random() < 0.4 THEN 90 END, CASE WHEN random() < 0.5 THEN 'ผู้ดูแล' END
      FROM (SELECT *, row_number() OVER (PARTITION BY "provinceCode" ORDER BY id) AS n FROM "Site") s, generate_series(1, 2) AS half`)
    for (const { definition } of indexes.filter(({ definition }) => !/gin/.test(definition))) await pool.query(definition)
    await pool.query('VACUUM ANALYZE "Site"')
    await pool.query('VACUUM ANALYZE "Camera"')
  }
  finally {
    await close()
  }
}
