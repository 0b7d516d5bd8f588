import type { Role } from '../../domain/enums'
import type { Question } from '../dialogue'
import type { Locale } from '../locale'
import * as z from 'zod'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { provincesInUse } from '../../domain/people/queries'
import { agencyRoles, givenRoles } from '../../domain/people/rules'
import { choice } from './choice'

type GivenRole = typeof givenRoles[number]

/** A role that is given by a secretary. */
export function whichRole(ask: (t: Locale) => string): Question<GivenRole, any> {
  return choice({
    key: 'role',
    label: t => t.people.role,
    ask,
    options: ({ person }) => givenRoles.map(role => ({ value: role, label: inLanguage(roleLabels[role], person.language), also: Object.values(roleLabels[role]) })),
  }, z.enum(givenRoles))
}

/** Which province; not asked where there is only one, or only one that `mine` names. */
export function whichProvince(mine?: (codes: string[]) => string[]): Question<string, any> {
  const known = (codes: string[]) => codes.length === 1 ? codes[0] : undefined
  return choice({
    key: 'province',
    label: t => t.people.province,
    ask: t => t.people.askProvince,
    known: async talk => known((await provincesInUse(talk.act)).map(p => p.code).filter((code, _, all) => (mine?.(all) ?? all).includes(code))),
    options: async talk => (await provincesInUse(talk.act)).map(p => ({ value: p.code, label: talk.person.language === 'TH' ? p.nameTh : p.nameEn, also: [p.nameTh, p.nameEn] })),
  }, z.string().regex(/^\d{2}$/))
}

/** Whether the role is held in an agency. */
export const inAgency = ({ role }: { role?: Role }) => role !== undefined && agencyRoles.has(role)
