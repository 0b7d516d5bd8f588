import type { Dialogue } from '../dialogue'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { decideRequest, whyNotDecide } from '../../domain/footage/approve'
import { approvals as approvalsOf, requestView } from '../../domain/footage/queries'
import { isSupervisor } from '../../domain/footage/rules'
import { mostWords } from '../../domain/footage/schema'
import { decisionLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { carousel } from '../cards/card'
import { approvalCard } from '../cards/footageApproval'
import { requestSaying } from '../cards/footageRequest'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { freeWords } from '../questions/words'
import { text } from '../say'
import { startTap } from '../tap'

/** คำขอรออนุมัติ: what waits for a supervisor of the station, the recording that is overwritten next first, ten at a time. */
export const approvals = dialogue<{ page?: number }>({
  name: 'approvals',
  word: t => t.menu.approvals,
  title: t => t.menu.approvals,
  help: t => t.footage.helpApprovals,
  may: isSupervisor,
  questions: { page: carried(z.int().min(1), 'may') },
  finish: async ({ page }, talk) => {
    const { t: { footage, manners } } = talk
    const list = await approvalsOf(talk.act, { page })
    if (list.total === 0) return { saying: { say: [text(footage.noApprovals)], choices: mainChoices(talk) } }
    const words = footage.approvalCount(list.total) + (list.pages > 1 ? ` ${footage.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: manners.more, data: startTap('approvals', { page: list.page + 1 }) }] : []
    const cards = carousel(words, list.items.map(view => approvalCard(view, talk)), undefined, list.items.map(({ id }) => `footage:${id}`))
    return { saying: { say: [text(words), cards], choices: [...more, ...mainChoices(talk)] } }
  },
})

/** Why it cannot be decided (any more). */
const instead: Dialogue<{ request: string }>['instead'] = async ({ request }, talk) => {
  const refusal = await whyNotDecide(talk.act, request!)
  return refusal && { say: [text(refusal.say(talk.person.language))] }
}

/** อนุมัติ: one tap; whoever keeps the cameras is asked now. */
export const approveFootage = dialogue<{ request: string }>({
  name: 'approveFootage',
  title: t => inLanguage(decisionLabels.approve, t.language),
  instead,
  questions: { request: carried(z.uuid()) },
  finish: async ({ request }, talk) => {
    const { number } = await decideRequest(talk.act, { requestId: request, approve: true, reason: null })
    return { saying: requestSaying(await requestView(talk.act, { id: request }), talk, talk.t.footage.approvedNow(number)) }
  },
})

/** ไม่อนุมัติ: why, if the supervisor likes to say; the officer sees it. */
export const declineFootage = dialogue<{ request: string, reason: Words | null }>({
  name: 'declineFootage',
  title: t => inLanguage(decisionLabels.decline, t.language),
  instead,
  questions: {
    request: carried(z.uuid()),
    reason: freeWords({ key: 'reason', label: t => t.footage.reason, ask: t => t.footage.askReason, most: mostWords, optional: true }),
  },
  finish: async ({ request, reason }, talk) => {
    const { number } = await decideRequest(talk.act, { requestId: request, approve: false, reason })
    return { saying: requestSaying(await requestView(talk.act, { id: request }), talk, talk.t.footage.declinedNow(number)) }
  },
})
