import type { Database } from '../client'
import { placesEdition, readPlaces } from './places/read'

/** What a seeding of the places changed. */
export interface PlacesSeeded { provinces: number, districts: number, subdistricts: number }

/**
 * Brings the official provinces, districts and subdistricts into the database: adds the missing, corrects the changed, removes none.
 * Does almost nothing when this edition of them was brought before. One transaction; safe to call from several processes at once.
 * @returns how many rows were written
 */
export async function seedPlaces(database: Pick<Database, 'db' | 'pool'>): Promise<PlacesSeeded> {
  const edition = await placesEdition()
  // Remembered as the table's comment; by plain SQL, because each start asks for it and Prisma takes a tenth of a second for its first question.
  const { rows: [seeded] } = await database.pool.query<{ edition: string | null }>(`SELECT obj_description('"Subdistrict"'::regclass) AS edition`)
  if (seeded?.edition === edition) return { provinces: 0, districts: 0, subdistricts: 0 }

  const places = await readPlaces()
  return database.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(1500012)`
    const provinces = await tx.$executeRaw`
      INSERT INTO "Province" AS it ("code", "nameTh", "nameEn")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(places.provinces)}::jsonb) AS given("code" text, "nameTh" text, "nameEn" text)
      ON CONFLICT ("code") DO UPDATE SET "nameTh" = excluded."nameTh", "nameEn" = excluded."nameEn"
      WHERE (it."nameTh", it."nameEn") IS DISTINCT FROM (excluded."nameTh", excluded."nameEn")`
    const districts = await tx.$executeRaw`
      INSERT INTO "District" AS it ("code", "provinceCode", "nameTh", "nameEn")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(places.districts)}::jsonb) AS given("code" text, "provinceCode" text, "nameTh" text, "nameEn" text)
      ON CONFLICT ("code") DO UPDATE SET "nameTh" = excluded."nameTh", "nameEn" = excluded."nameEn"
      WHERE (it."nameTh", it."nameEn") IS DISTINCT FROM (excluded."nameTh", excluded."nameEn")`
    const subdistricts = await tx.$executeRaw`
      INSERT INTO "Subdistrict" AS it ("code", "districtCode", "nameTh", "nameEn", "postcode")
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(places.subdistricts)}::jsonb) AS given("code" text, "districtCode" text, "nameTh" text, "nameEn" text, "postcode" text)
      ON CONFLICT ("code") DO UPDATE SET "nameTh" = excluded."nameTh", "nameEn" = excluded."nameEn", "postcode" = excluded."postcode"
      WHERE (it."nameTh", it."nameEn", it."postcode") IS DISTINCT FROM (excluded."nameTh", excluded."nameEn", excluded."postcode")`
    // eslint-disable-next-line no-restricted-syntax -- a comment cannot be a parameter; it is the code's own
    await tx.$executeRawUnsafe(`COMMENT ON TABLE "Subdistrict" IS '${edition}'`)
    await tx.$executeRawUnsafe('ANALYZE "Province", "District", "Subdistrict"')
    return { provinces, districts, subdistricts }
  })
}
