import type { Act } from './act'
import type { Place } from './cameras/geo'
import { distanceBetween } from './cameras/geo'

/** How far from the nearest installation point a place still counts as that point's province, metres. */
const reach = 30_000

/** The province that a place most likely lies in: that of the nearest installation point within 30 km; null when there is none. */
export async function provinceNear(act: Pick<Act, 'db'>, { latitude, longitude }: Place): Promise<string | null> {
  const [site] = await act.db.$queryRaw<(Place & { provinceCode: string })[]>`
    SELECT "provinceCode", "latitude", "longitude" FROM "Site" WHERE "ownership" = 'PUBLIC'
    ORDER BY point("longitude", "latitude") <-> point(${longitude}::float8, ${latitude}::float8) LIMIT 1`
  return site && distanceBetween(site, { latitude, longitude }) <= reach ? site.provinceCode : null
}
