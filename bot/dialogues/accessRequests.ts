import type { Words } from '../questions/words'
import * as z from 'zod'
import { decideAccess as decide } from '../../domain/people/access'
import { accessRequestView, pendingAccessRequests } from '../../domain/people/queries'
import { hasRole } from '../../domain/people/rules'
import { accessCard } from '../cards/access'
import { carousel } from '../cards/card'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { freeWords } from '../questions/words'
import { text } from '../say'

/** คำขอลงทะเบียน: what waits for this secretary, each with its two answers. */
export const accessRequests = dialogue<Record<never, never>>({
  name: 'accessRequests',
  word: t => t.menu.accessRequests,
  title: t => t.people.requestsTitle,
  help: t => t.manners.helpAccessRequests,
  may: actor => hasRole(actor, 'SECRETARY'),
  questions: {},
  finish: async (_, talk) => {
    const { people } = talk.t
    const waiting = await pendingAccessRequests(talk.act)
    if (waiting.length === 0) return { saying: { say: [text(people.noRequests)], choices: mainChoices(talk) } }
    const cards = waiting.map(request => accessCard(request, talk.t, talk.person.language))
    return { saying: { say: [carousel(people.requests(waiting.length), cards, undefined, waiting.map(({ id }) => `accessRequest:${id}`))], choices: mainChoices(talk) } }
  },
})

/** อนุมัติ / ไม่อนุมัติ; a refusal says why. */
export const decideAccess = dialogue<{ request: string, approve: 'yes' | 'no', reason: Words }>({
  name: 'decideAccess',
  title: t => t.people.decideTitle,
  may: actor => hasRole(actor, 'SECRETARY'),
  questions: {
    request: carried(z.uuid()),
    approve: carried(z.enum(['yes', 'no'])),
    reason: freeWords({ key: 'reason', label: t => t.people.reason, ask: t => t.people.askReason, most: 500, when: answers => answers.approve === 'no' }),
  },
  finish: async ({ request, approve, reason }, talk) => {
    const { fullName } = await accessRequestView(talk.act, request)
    await decide(talk.act, { accessRequestId: request, approve: approve === 'yes', reason: reason?.text })
    const { people, menu } = talk.t
    const words = approve === 'yes' ? people.approved(fullName) : people.refused(fullName)
    return { saying: { say: [text(words)], choices: [{ label: menu.accessRequests, word: menu.accessRequests }] } }
  },
})
