import type { Act, Actor } from '../act'
import type { Program } from '../keys/program'
import { surveyAgencies } from '../survey/rules'

/**
 * What a reader of the register may see of cameras. Everybody sees of a public one where it is, whose, and whether it works; `provinces`
 * and `agencies` are those whose cameras are seen with all that is known of them.
 */
export interface Sight {
  /** All provinces: the national office. */
  everywhere: boolean
  provinces: string[]
  agencies: string[]
  /** Who is in charge of a camera, with name and telephone. */
  people: boolean
  /** Provinces whose private cameras are seen as points. */
  hidden: string[]
  /** The one province whose cameras are seen at all; null: those of all provinces. */
  only: string | null
}

/** Of nobody in particular. */
export const publicSight: Sight = { everywhere: false, provinces: [], agencies: [], people: false, hidden: [], only: null }

/** Of a program with a key: what everybody sees, and of its province alone. */
export const programSight = ({ provinceCode }: Pick<Program, 'provinceCode'>): Sight => ({ ...publicSight, only: provinceCode })

/**
 * What the actor sees: their agency's cameras as official or police officer, the whole province's as secretary or committee member, all without
 * anything about people for the national office.
 */
export function sightOf(actor: Actor): Sight {
  const of = (...roles: string[]) => [...new Set(actor.memberships.filter(({ role }) => roles.includes(role)).map(({ provinceCode }) => provinceCode))]
  return {
    everywhere: actor.memberships.some(({ role }) => role === 'NATIONAL'),
    provinces: of('SECRETARY', 'COMMITTEE'),
    agencies: surveyAgencies(actor),
    people: true,
    hidden: of('SECRETARY', 'POLICE'),
    only: null,
  }
}

/** Whether all that is known of a camera is seen, but for people. */
export function seesWhole({ everywhere, provinces, agencies }: Sight, camera: { provinceCode: string, agencyId: string | null }): boolean {
  return everywhere || seesOwn({ provinces, agencies }, camera)
}

/** Whether who is in charge of it is seen, too: not by the national office. */
export const seesPeople = (sight: Sight, camera: { provinceCode: string, agencyId: string | null }): boolean => sight.people && seesOwn(sight, camera)

function seesOwn({ provinces, agencies }: Pick<Sight, 'provinces' | 'agencies'>, { provinceCode, agencyId }: { provinceCode: string, agencyId: string | null }): boolean {
  return provinces.includes(provinceCode) || (agencyId !== null && agencies.includes(agencyId))
}

/** Who reads, in which language, and what they see. */
export interface Reader { db: Act['db'], english: boolean, sight: Sight }

/** A person as a reader. */
export const readerOf = ({ db, actor }: Act): Reader => ({ db, english: actor.language === 'EN', sight: sightOf(actor) })
