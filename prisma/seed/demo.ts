import type { Contacts } from '../../domain/owners/contact'
import type { Database } from '../client'
import { minutes } from './demo/minutes'

export { demoPeople } from './demo/people'
export { demoQr } from './demo/qr'
export { demoPlaces } from './demo/spots'

/**
 * Fills the demo province (Ang Thong) as its founding minutes describe it, with half a year of reports and repairs before `now` and
 * a survey round that all agencies have answered; and a shop's own camera, whose contact `contacts` seals.
 * Does nothing to a province that has agencies. One transaction; several processes may call it at once.
 * Throws when the official places are not in the database yet.
 * @returns whether it was filled now
 */
export async function seedDemo(database: Pick<Database, 'db' | 'pool'>, now: Date, contacts: Contacts): Promise<boolean> {
  // By plain SQL, because each start asks for it and Prisma takes a tenth of a second for its first question.
  const { rows: [filled] } = await database.pool.query<{ there: boolean }>('SELECT EXISTS (SELECT FROM "Agency" WHERE "provinceCode" = $1) AS there', [minutes.provinceCode])
  if (filled!.there) { return false }
  return (await import('./demo/fill')).fillDemo(database.db, now, contacts)
}
