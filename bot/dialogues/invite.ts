import type { givenRoles } from '../../domain/people/rules'
import { agencyIn } from '../../domain/labels/agency'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { createInvitation } from '../../domain/people/invitations'
import { agenciesOf, agencyById } from '../../domain/people/queries'
import { hasRole } from '../../domain/people/rules'
import { thaiDateTime } from '../../domain/time/bangkok'
import { cardMessage } from '../cards/card'
import { dialogue } from '../dialogue'
import { whichAgency } from '../questions/agency'
import { inAgency, whichProvince, whichRole } from '../questions/post'

interface Invite { role: typeof givenRoles[number], province: string, agency: string }

/** เชิญคนเข้าร่วม: a secretary makes an invitation code for one person. */
export const invite = dialogue<Invite>({
  name: 'invite',
  word: t => t.menu.invite,
  title: t => t.people.inviteTitle,
  help: t => t.manners.helpInvite,
  may: actor => hasRole(actor, 'SECRETARY'),
  questions: {
    role: whichRole(t => t.people.inviteRole),
    province: whichProvince(),
    agency: whichAgency<Invite>({ key: 'agency', when: inAgency, find: (talk, { province }, typed, limit) => agenciesOf(talk.act, province!, typed, limit) }),
  },
  finish: async ({ role, province, agency }, talk) => {
    const { t, person, links, act } = talk
    const agencyId = inAgency({ role }) ? agency : null
    const { code, expiresAt } = await createInvitation(act, { role, provinceCode: province, agencyId })
    const link = links.chat(`${t.menu.register} ${code}`)
    const card = cardMessage(`${t.people.invited}: ${code}`, {
      title: code,
      chip: { word: inLanguage(roleLabels[role], person.language), tone: 'info' },
      rows: [
        [t.people.agency, agencyId ? agencyIn(await agencyById(act, agencyId), person.language) ?? '' : ''],
        [t.people.uses, t.people.once],
        [t.people.validUntil, thaiDateTime(expiresAt, person.language)],
      ],
      note: t.people.inviteNote,
      buttons: [{ label: t.people.copyCode, copy: code }, ...(link ? [{ label: t.people.copyLink, copy: link }] : [])],
    })
    return { saying: { say: [card], choices: [{ label: t.menu.invite, word: t.menu.invite }] } }
  },
})
