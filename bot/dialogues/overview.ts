import type { Actor } from '../../domain/act'
import * as z from 'zod'
import { deliveries } from '../../domain/notices/queries'
import { provinceOverview } from '../../domain/overview'
import { provincesInUse } from '../../domain/people/queries'
import { isSecretaryOf } from '../../domain/people/rules'
import { overviewCard } from '../cards/overview'
import { dialogue } from '../dialogue'
import { choice } from '../questions/choice'

/** ภาพรวมจังหวัด: how many cameras work, and how the repairs go. */
export const overview = dialogue<{ province: string }>({
  name: 'overview',
  word: t => t.menu.overview,
  title: t => t.menu.overview,
  help: t => t.manners.helpOverview,
  may: actor => actor.memberships.some(isReader),
  inGroups: true,
  passing: true,
  questions: {
    province: choice({
      key: 'province',
      label: t => t.report.province,
      ask: t => t.work.askProvince,
      known: async ({ person }) => {
        const mine = new Set(person.memberships.filter(isReader).map(membership => membership.provinceCode))
        return mine.size === 1 && !isNational(person) ? [...mine][0] : undefined
      },
      options: async ({ act, person }) => (await provincesInUse(act))
        .filter(({ code }) => isNational(person) || person.memberships.some(membership => isReader(membership) && membership.provinceCode === code))
        .map(({ code, nameTh, nameEn }) => ({ value: code, label: person.language === 'TH' ? nameTh : nameEn, also: [nameTh, nameEn] })),
    }, z.string().regex(/^\d{2}$/)),
  },
  finish: async ({ province }, talk) => {
    const sent = isSecretaryOf(talk.person, province) && !talk.group ? await deliveries(talk.act, province) : null
    return { saying: { say: [overviewCard(await provinceOverview(talk.act, province), sent, talk)] } }
  },
})

type Membership = Actor['memberships'][number]

const isReader = ({ role }: Membership) => role !== 'OWNER' && role !== 'ADMIN'
const isNational = ({ memberships }: Actor) => memberships.some(({ role }) => role === 'NATIONAL')
