import type { Question } from '../dialogue'
import * as z from 'zod'
import { agencyIn, shortAgency } from '../../domain/labels/agency'
import { agencyById } from '../../domain/people/queries'
import { surveyAgencies } from '../../domain/survey/rules'
import { choice } from './choice'

/** For which of one's agencies; not asked where there is only one. */
export const ownAgency: Question<string, any> = choice({
  key: 'agency',
  label: t => t.survey.agency,
  ask: t => t.survey.askAgency,
  known: async ({ person }) => {
    const [only, ...others] = surveyAgencies(person)
    return others.length ? undefined : only
  },
  options: async ({ act, person }) => {
    const found = await Promise.all(surveyAgencies(person).map(id => agencyById(act, id)))
    return found.flatMap(agency => agency ? [{ value: agency.id, label: shortAgency(agency, person.language), also: [agencyIn(agency, person.language)!] }] : [])
  },
}, z.uuid())
