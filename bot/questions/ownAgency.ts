import type { Question } from '../dialogue'
import type { LanePerson } from '../lane'
import type { Locale } from '../locale'
import * as z from 'zod'
import { stationsOf } from '../../domain/footage/rules'
import { agencyIn, shortAgency } from '../../domain/labels/agency'
import { agencyById } from '../../domain/people/queries'
import { surveyAgencies } from '../../domain/survey/rules'
import { choice } from './choice'

/** A choice of agencies (ids) that are a person's own; not asked where there is only one. */
function oneOfOwn(key: string, label: (t: Locale) => string, ask: (t: Locale) => string, own: (person: LanePerson) => string[]): Question<string, any> {
  return choice({
    key,
    label,
    ask,
    known: async ({ person }) => {
      const [only, ...others] = own(person)
      return others.length ? undefined : only
    },
    options: async ({ act, person }) => {
      const found = await Promise.all(own(person).map(id => agencyById(act, id)))
      return found.flatMap(agency => agency ? [{ value: agency.id, label: shortAgency(agency, person.language), also: [agencyIn(agency, person.language)!] }] : [])
    },
  }, z.uuid())
}

/** For which of one's agencies. */
export const ownAgency = oneOfOwn('agency', t => t.survey.agency, t => t.survey.askAgency, surveyAgencies)

/** For which of one's police stations. */
export const whichStation = oneOfOwn('station', t => t.footage.station, t => t.footage.askStation, stationsOf)
