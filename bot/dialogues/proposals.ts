import type { ProposalView } from '../../domain/survey/proposals'
import type { Ending, Talk } from '../dialogue'
import * as z from 'zod'
import { readTrackingNumber } from '../../domain/faults/number'
import { proposal, proposals as readProposals, withdrawProposal as setWithdrawn } from '../../domain/survey/proposals'
import { mayReadSurvey, maySurvey } from '../../domain/survey/rules'
import { cardMessage, carousel } from '../cards/card'
import { proposalCard, proposalPlace } from '../cards/survey'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

/** จุดที่เสนอ: what one's agency (a secretary's province) proposes, ten at a time; one of them by its card, its number, or by quoting it. */
export const proposals = dialogue<{ page?: number, id?: string, number?: string }>({
  name: 'proposals',
  word: t => t.menu.proposals,
  title: t => t.menu.proposals,
  help: t => t.survey.helpProposals,
  may: mayReadSurvey,
  questions: { page: carried(z.int().min(1), 'may'), id: carried(z.uuid(), 'may'), number: carried(z.string().max(20), 'may') },
  hears: (words) => {
    const number = words.length <= 60 ? readTrackingNumber(words) : null
    return number?.startsWith('P') ? { number } : null
  },
  finish: async ({ page, id, number }, talk) => {
    if (id || number) return one(await proposal(talk.act, number ? { number } : { id: id! }), talk)
    const { t: { survey, manners } } = talk
    const list = await readProposals(talk.act, { page })
    if (list.total === 0) return { saying: { say: [text(maySurvey(talk.person) ? survey.noProposals : survey.noneProposed)], choices: mainChoices(talk) } }
    const words = survey.list(list.total) + (list.pages > 1 ? ` ${survey.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: manners.more, data: startTap('proposals', { page: list.page + 1 }) }] : []
    return { saying: { say: [text(words), carousel(words, list.items.map(item => proposalCard(item, talk, 'kilo')))], choices: [...more, ...mainChoices(talk)] } }
  },
})

function one(view: ProposalView, talk: Talk): Ending {
  return { saying: { say: [cardMessage(`${view.number} ${proposalPlace(view, talk.t)}`, proposalCard(view, talk, 'mega'), `proposal:${view.id}`)], choices: mainChoices(talk) } }
}

/** ถอนข้อเสนอ: at once, and it can be put forward again. */
export const withdrawProposal = dialogue<{ id: string }>({
  name: 'withdrawProposal',
  title: t => t.survey.withdraw,
  may: mayReadSurvey,
  questions: { id: carried(z.uuid()) },
  finish: async ({ id }, talk) => {
    const { number } = await setWithdrawn(talk.act, { id }, true)
    const again = { label: talk.t.survey.restore, data: startTap('restoreProposal', { id }), shown: `${talk.t.survey.restore} ${number}` }
    return { saying: { say: [text(talk.t.survey.wasWithdrawn(number))], choices: [again, ...mainChoices(talk)] } }
  },
})

/** เสนออีกครั้ง: takes the withdrawal back. */
export const restoreProposal = dialogue<{ id: string }>({
  name: 'restoreProposal',
  title: t => t.survey.restore,
  may: mayReadSurvey,
  questions: { id: carried(z.uuid()) },
  finish: async ({ id }, talk) => {
    const view = await setWithdrawn(talk.act, { id }, false)
    const { saying } = one(view, talk)
    return { saying: { ...saying, say: [text(talk.t.survey.restored(view.number)), ...saying.say] } }
  },
})
