import type { RequestView } from '../../domain/footage/view'
import type { Choice } from '../say'
import type { Card, Row } from './card'
import type { Telling } from './footageCamera'
import { decisionLabels, footageStateLabels, footageTones, legalBasisLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { thaiPeriod } from '../../domain/time/bangkok'
import { startTap } from '../tap'
import { clipped } from '../text'
import { codeOf, overwriteWords } from './footageCamera'
import { withPage } from './inApp'

/** A request as a supervisor reads it who is to approve it: who asks, why, which cameras of when, and until when they are there. */
export function approvalCard(view: RequestView, talk: Telling): Card {
  const { t: { footage }, person: { language } } = talk
  return {
    title: view.offence ?? view.number,
    chip: { word: inLanguage(footageStateLabels[view.state], language), tone: footageTones[view.state] },
    rows: [
      [footage.number, view.number],
      [footage.askedBy, [view.officer, view.station].filter(Boolean).join(' · ')],
      [footage.caseNumber, view.caseNumber ?? footage.taken],
      [footage.place, view.placeText ?? ''],
      [footage.basis, view.legalBasis ? inLanguage(legalBasisLabels[view.legalBasis], language) : ''],
      [footage.purpose, view.purpose ? clipped(view.purpose, 300) : footage.taken],
      [footage.urgency, inLanguage(priorityLabels[view.urgency], language)],
      ...view.items.map((item): Row => [codeOf(item.camera, talk.t), `${thaiPeriod(item.from, item.to, language)} · ${overwriteWords(item.overwriteAt, talk)}`]),
    ],
    buttons: withPage(view.may.decide ? decisions(view, language) : [], `/requests/${view.number}`, talk),
  }
}

/** อนุมัติ, ไม่อนุมัติ. */
function decisions({ id, number }: RequestView, language: Telling['person']['language']): Choice[] {
  const [approve, decline] = [inLanguage(decisionLabels.approve, language), inLanguage(decisionLabels.decline, language)]
  return [
    { label: approve, data: startTap('approveFootage', { request: id }), shown: `${approve} ${number}` },
    { label: decline, data: startTap('declineFootage', { request: id }), shown: `${decline} ${number}` },
  ]
}
