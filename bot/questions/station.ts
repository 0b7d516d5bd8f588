import type { Question } from '../dialogue'
import * as z from 'zod'
import { stationsOf } from '../../domain/footage/rules'
import { agencyIn, shortAgency } from '../../domain/labels/agency'
import { agencyById } from '../../domain/people/queries'
import { choice } from './choice'

/** For which of one's police stations; not asked where there is only one. */
export const whichStation: Question<string, any> = choice({
  key: 'station',
  label: t => t.footage.station,
  ask: t => t.footage.askStation,
  known: async ({ person }) => {
    const [only, ...others] = stationsOf(person)
    return others.length ? undefined : only
  },
  options: async ({ act, person }) => {
    const found = await Promise.all(stationsOf(person).map(id => agencyById(act, id)))
    return found.flatMap(agency => agency ? [{ value: agency.id, label: shortAgency(agency, person.language), also: [agencyIn(agency, person.language)!] }] : [])
  },
}, z.uuid())
