import type { givenRoles } from '../../domain/people/rules'
import { agencyIn } from '../../domain/labels/agency'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { requestAccess } from '../../domain/people/access'
import { agenciesOf, agencyById, provincesInUse } from '../../domain/people/queries'
import { fullName } from '../../domain/people/schema'
import { cardMessage } from '../cards/card'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { whichAgency } from '../questions/agency'
import { inAgency, whichProvince, whichRole } from '../questions/post'
import { text } from '../say'

interface Asked { role: typeof givenRoles[number], province: string, agency: string, name: string }

/** Asking for a role without a code: a secretary of the province decides. */
export const askAccess = dialogue<Asked>({
  name: 'askAccess',
  title: t => t.people.askTitle,
  questions: {
    role: whichRole(t => t.people.askRole),
    province: whichProvince(),
    agency: whichAgency<Asked>({ key: 'agency', when: inAgency, find: (talk, { province }, typed, limit) => agenciesOf(talk.act, province!, typed, limit) }),
    name: {
      schema: fullName as never,
      label: t => t.people.name,
      ask: ({ t }) => ({ say: [text(t.people.askName)] }),
      read: (said, { t }) => {
        if (said.kind !== 'text') return null
        const read = fullName.safeParse(said.text)
        return read.success ? { answers: { name: read.data } } : { misread: t.people.badName }
      },
    },
  },
  card: async (answers, talk) => {
    const { people, manners } = talk.t
    const agency = inAgency(answers) ? agencyIn(await agencyById(talk.act, answers.agency), talk.person.language) ?? '' : ''
    return {
      say: [cardMessage(`${people.cardTitle}: ${answers.name}`, {
        title: people.cardTitle,
        rows: [
          [people.role, inLanguage(roleLabels[answers.role], talk.person.language)],
          [people.agency, agency],
          [people.province, await provinceName(talk.act, answers.province, talk.person.language)],
          [people.name, answers.name],
        ],
        note: manners.confirmHint,
      })],
    }
  },
  finish: async ({ role, province, agency, name }, talk) => {
    await requestAccess(talk.act, { role, provinceCode: province, agencyId: inAgency({ role }) ? agency : null, fullName: name })
    const words = talk.t.people.asked(await provinceName(talk.act, province, talk.person.language))
    return { saying: { say: [text(words)], choices: mainChoices(talk) } }
  },
})

async function provinceName(act: Parameters<typeof provincesInUse>[0], code: string, language: 'TH' | 'EN'): Promise<string> {
  const found = (await provincesInUse(act)).find(p => p.code === code)
  return (language === 'EN' ? found?.nameEn : found?.nameTh) ?? code
}
