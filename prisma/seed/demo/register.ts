import type { Prisma } from '../../client'
import type { DemoAgency, DemoSite } from './agencyShape'
import type { Random } from './random'
import { assetKey, cameraCode } from '../../../domain/cameras/code'
import { agencyId, idOf } from './ids'
import { localAgencies } from './localAgencies'
import { minutes } from './minutes'
import { randomFrom } from './random'
import { specification } from './specification'
import { stateAgencies } from './stateAgencies'
import { centres } from './subdistricts'
import { zones } from './zones'

type Agency = Prisma.AgencyCreateManyInput & { id: string }
type Site = Prisma.SiteCreateManyInput & { id: string }
/** A camera as it is written, all of which do not work yet to be chosen. */
export type Camera = Prisma.CameraCreateManyInput & { id: string, code: string, agencyId: string }

/** The demo's register of cameras. */
export interface Register {
  agencies: Agency[]
  sites: Site[]
  cameras: Camera[]
  /** How many cameras of each agency do not work, by agency id. */
  down: Map<string, number>
}

/** The demo's agencies with their installation points and cameras; all cameras still NORMAL. The same in every run. */
export function buildRegister(now: Date): Register {
  const random = randomFrom(2559)
  const register: Register = { agencies: [], sites: [], cameras: [], down: new Map() }
  for (const [i, agency] of [...localAgencies, ...stateAgencies].entries()) {
    const { name, nameEn, kind, district } = agency
    // Made-up numbers in one row; some have given none.
    const phone = i % 9 === 4 ? null : `03560${String(i + 1).padStart(4, '0')}`
    register.agencies.push({ id: agencyId(name), provinceCode: minutes.provinceCode, districtCode: district, name, nameEn, kind, phone })
    register.down.set(agencyId(name), agency.down)
    addSites(register, agency, phone, now, random)
  }
  return register
}

function addSites(register: Register, agency: DemoAgency, phone: string | null, now: Date, random: Random): void {
  const places = Object.entries(agency.sites ?? {}).flatMap(([subdistrictCode, sites]) => sites.map(site => ({ subdistrictCode, site })))
  const counts = share(agency.cameras, places.map(({ site }) => site), random)
  const entered = new Date(now.getTime() - 20 * 86_400_000)
  let running = 0
  for (const [i, { subdistrictCode, site }] of places.entries()) {
    const { name, at = near(centres[subdistrictCode]!, agency.spread ?? 500, random) } = typeof site === 'string' ? { name: site } : site
    const siteId = idOf('site', `${agency.name} ${name}`)
    register.sites.push({
      id: siteId,
      name,
      zone: zones.find(([word]) => word.test(name))?.[1] ?? 'OTHER',
      latitude: at[0],
      longitude: at[1],
      provinceCode: minutes.provinceCode,
      subdistrictCode,
      agencyId: agencyId(agency.name),
      createdAt: entered,
      updatedAt: entered,
    })
    const first = random.between(0, 359)
    for (let n = 0; n < counts[i]!; n++) {
      const code = cameraCode(minutes.provinceCode, register.cameras.length + 1)
      const assetNumber = agency.asset && ++running % 7 !== 0 ? numbered(agency.asset, running) : null
      register.cameras.push({
        id: idOf('camera', code),
        code,
        siteId,
        agencyId: agencyId(agency.name),
        assetNumber,
        assetKey: assetNumber && assetKey(assetNumber),
        createdAt: entered,
        updatedAt: entered,
        ...specification(agency, { n, of: counts[i]!, first, phone, now, random }),
      })
    }
  }
}

/** How many cameras each place gets: what it says, else 1–4, together `total`. */
function share(total: number, sites: DemoSite[], random: Random): number[] {
  const counts = sites.map(site => typeof site === 'string' ? 1 : site.cameras ?? 1)
  const open = sites.flatMap((site, i) => typeof site === 'string' || site.cameras === undefined ? [i] : [])
  for (let left = total - counts.reduce((sum, n) => sum + n, 0); left > 0;) {
    const i = random.pick(open)
    if (counts[i]! >= 4) continue
    counts[i]!++
    left--
  }
  return counts
}

/** A place at most `metres` from the middle, five decimals. */
function near([latitude, longitude]: [number, number], metres: number, random: Random): [number, number] {
  const [angle, distance] = [random.next() * 2 * Math.PI, Math.sqrt(random.next()) * metres]
  const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5
  return [round(latitude + Math.cos(angle) * distance / 110_650), round(longitude + Math.sin(angle) * distance / 107_750)]
}

/** `style` with its `###` as the number, in the digits that the style is written with. */
function numbered(style: string, n: number): string {
  const text = style.replace(/#+/, marks => String(n).padStart(marks.length, '0'))
  return /[๐-๙]/.test(style) ? text.replace(/\d/g, digit => String.fromCodePoint(0x0E50 + Number(digit))) : text
}
