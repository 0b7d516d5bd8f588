import type { Act } from '../act'
import type { Place } from '../cameras/geo'
import { distanceToProvince, provinceAround } from '../areas/areas'
import { borderOff } from '../cameras/checkPlace'
import { provincesInUse } from '../people/queries'
import { Refusal } from '../refusal'

/** The province (code) that a place lies in. Refused as `placeOutside` when it is none that has agencies in the register. */
export async function provinceOfPlace(act: Pick<Act, 'db' | 'now' | 'actor'>, place: Place): Promise<string> {
  const inUse = (await provincesInUse(act)).map(({ code }) => code)
  const around = provinceAround(place)
  if (around && inUse.includes(around)) return around
  const near = inUse.map(code => ({ code, metres: distanceToProvince(place, code) })).sort((a, b) => a.metres - b.metres)[0]
  if (!near || near.metres > borderOff) throw new Refusal('placeOutside')
  return near.code
}
