import type { Move } from '../../domain/footage/rules'
import type { AskView } from '../../domain/footage/view'
import type { Choice, Saying } from '../say'
import type { Card } from './card'
import type { Telling } from './footageCamera'
import { footageCauseLabels, footageStateLabels, itemStateLabels, itemTones, legalBasisLabels, moveLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { thaiDateTime, thaiPeriod } from '../../domain/time/bangkok'
import { text } from '../say'
import { startTap } from '../tap'
import { clipped } from '../text'
import { cameraName } from './camera'
import { cardMessage } from './card'
import { overwriteWords } from './footageCamera'
import { messageLines } from './footageRequest'
import { withPage } from './inApp'

/** The dialogue of each answer. */
export const dialogueOfAnswer = {
  preserve: 'preserveFootage',
  appoint: 'appointFootage',
  awaitTechnician: 'awaitTechnician',
  reportDown: 'footageDown',
  refuse: 'refuseFootage',
} as const satisfies Partial<Record<Move, string>>

export type Answer = keyof typeof dialogueOfAnswer

/** What somebody is asked who keeps a camera; `what`: a word for the chip in place of how it stands. */
export function askCard(view: AskView, talk: Telling, what?: string): Card {
  const { t: { footage }, person: { language } } = talk
  const officers = view.requests.map(({ officer, station }) => [officer, station].filter(Boolean).join(' · '))
  const each = (of: (request: AskView['requests'][number]) => string | null) => [...new Set(view.requests.flatMap(request => of(request) ?? []))].join('\n')
  return {
    title: cameraName(view.camera),
    chip: what ? { word: what, tone: 'info' } : { word: stateWord(view, talk), tone: itemTones[view.state] },
    rows: [
      [footage.number, each(({ number }) => number)],
      [talk.t.report.code, view.camera.code],
      [footage.period, thaiPeriod(view.from, view.to, language)],
      [footage.deadline, view.state === 'ASKED' && !view.cancelled ? overwriteWords(view.overwriteAt, talk) : ''],
      [footage.askedBy, [...new Set(officers)].join('\n')],
      [footage.offence, each(({ offence }) => offence)],
      [footage.caseNumber, each(({ caseNumber }) => caseNumber)],
      [footage.basis, each(({ legalBasis }) => legalBasis && inLanguage(legalBasisLabels[legalBasis], language))],
      [footage.purpose, clipped(each(({ purpose }) => purpose), 300)],
      [footage.urgency, each(({ urgency }) => inLanguage(priorityLabels[urgency], language))],
      [footage.cause, view.cause ? inLanguage(footageCauseLabels[view.cause], language) : ''],
      [footage.appointment, view.appointmentAt ? thaiDateTime(view.appointmentAt, language) : ''],
      [footage.technician, view.technicianPhone ?? ''],
      [footage.refusal, view.refusal ?? ''],
      [footage.messages, messageLines(view.messages, talk)],
    ],
    ...view.camera.isPrivate && view.moves.includes('refuse') && { note: footage.voluntary },
    buttons: buttons(view, talk),
  }
}

/** The card with every answer that can be given. */
export function askSaying(view: AskView, talk: Telling, first?: string): Saying {
  const { t: { footage, menu }, links } = talk
  const page = links.liff(`/asks/${view.askId}`)
  return {
    say: [...first ? [text(first)] : [], cardMessage(`${footage.asked}: ${cameraName(view.camera)} ${view.camera.code} · ${stateWord(view, talk)}`, askCard(view, talk), `footageAsk:${view.askId}`)],
    choices: [
      ...given(view).map(move => answerChoice(move, view, talk)),
      ...view.mayWrite ? [{ label: footage.replyTitle, data: startTap('writeToOfficers', { ask: view.askId }) }] : [],
      { label: menu.requestsToMe, word: menu.requestsToMe },
      ...page ? [{ label: menu.inApp, url: page }] : [],
    ],
  }
}

/** The two likeliest answers, and the way to all of them. */
function buttons(view: AskView, talk: Telling): Choice[] {
  const see: Choice = { label: given(view).length > 2 ? talk.t.footage.otherAnswers : talk.t.footage.details, data: startTap('footageAsk', { ask: view.askId }), shown: view.requests[0]!.number }
  return withPage([...given(view).slice(0, 2).map(move => answerChoice(move, view, talk)), see], `/asks/${view.askId}`, talk)
}

const given = ({ moves }: AskView) => moves.filter((move): move is Answer => move in dialogueOfAnswer)

function answerChoice(move: Answer, { askId, camera }: AskView, { person }: Telling): Choice {
  const label = inLanguage(moveLabels[move], person.language)
  return { label, data: startTap(dialogueOfAnswer[move], { ask: askId }), shown: `${label} ${camera.code}` }
}

function stateWord({ state, cancelled }: AskView, { person }: Telling): string {
  return inLanguage(cancelled ? footageStateLabels.CANCELLED : itemStateLabels[state], person.language)
}
