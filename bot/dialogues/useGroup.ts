import * as z from 'zod'
import { agencyIn } from '../../domain/labels/agency'
import { linkAgencyGroup } from '../../domain/people/commands'
import { agencyById } from '../../domain/people/queries'
import { Refusal } from '../../domain/refusal'
import { dialogue } from '../dialogue'
import { choice } from '../questions/choice'
import { text } from '../say'

function ownAgencies(memberships: { role: string, agencyId: string | null }[]) {
  return [...new Set(memberships.flatMap(({ role, agencyId }) => role === 'OFFICIAL' && agencyId ? agencyId : []))]
}

/** ใช้กลุ่มนี้: an official brings their agency's new work to this LINE group. */
export const useGroup = dialogue<{ agency: string }>({
  name: 'useGroup',
  title: t => t.people.groupTitle,
  inGroups: true,
  may: actor => ownAgencies(actor.memberships).length > 0,
  questions: {
    agency: choice({
      key: 'agency',
      label: t => t.people.agency,
      ask: t => t.people.whichForGroup,
      known: async ({ person }) => ownAgencies(person.memberships).length === 1 ? ownAgencies(person.memberships)[0] : undefined,
      options: async ({ act, person }) => Promise.all(ownAgencies(person.memberships).map(async id => ({ value: id, label: agencyIn(await agencyById(act, id), person.language) ?? '' }))),
    }, z.uuid()),
  },
  finish: async ({ agency }, talk) => {
    if (!talk.group) return { saying: { say: [text(talk.t.people.groupOnly)] } }
    await linkAgencyGroup(talk.act, { groupId: talk.group, agencyId: agency })
    const name = agencyIn(await agencyById(talk.act, agency), talk.person.language)
    if (!name) throw new Refusal('notFound')
    return { saying: { say: [text(talk.t.manners.groupLinked(name))] } }
  },
})
