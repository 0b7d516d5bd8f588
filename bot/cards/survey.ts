import type { ProblemView } from '../../domain/survey/problems'
import type { ProposalView } from '../../domain/survey/proposals'
import type { Talk } from '../dialogue'
import type { Choice } from '../say'
import type { Card } from './card'
import { inLanguage } from '../../domain/labels/label'
import { kindLabels, riskLabels, topicLabels } from '../../domain/labels/survey'
import { priorityLabels } from '../../domain/labels/workOrders'
import { thaiDate } from '../../domain/time/bangkok'
import { formatBaht } from '../../domain/time/numbers'
import { startTap } from '../tap'
import { clipped } from '../text'

const tones = { URGENT: 'damaged', HIGH: 'repair', NORMAL: 'normal' } as const

/** A proposed point: everything about it alone (`mega`), the most important in a list (`kilo`). */
export function proposalCard(view: ProposalView, { t, person }: Talk, size: 'kilo' | 'mega'): Card {
  const { survey } = t
  const { place } = view
  const urgency = inLanguage(priorityLabels[view.urgency], person.language)
  const map: Choice[] = place.latitude !== null ? [{ label: survey.map, url: `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}` }] : []
  const change: Choice[] = view.mayWithdraw && !view.withdrawn ? [{ label: survey.withdraw, data: startTap('withdrawProposal', { id: view.id }), shown: `${survey.withdraw} ${view.number}` }] : []
  return {
    title: proposalPlace(view, t),
    chip: view.withdrawn ? { word: survey.withdrawn, tone: 'unusable' } : { word: urgency, tone: tones[view.urgency] },
    rows: [
      [survey.number, view.number],
      [survey.risk, inLanguage(riskLabels[view.risk], person.language)],
      [survey.cameras, survey.howMany(view.cameras, inLanguage(kindLabels[view.cameraKind], person.language))],
      [survey.by, view.agencyName],
      ...(size === 'mega'
        ? [
            [survey.reason, view.reason || survey.taken],
            [survey.budget, view.budgetSatang === null ? survey.unknown : formatBaht(view.budgetSatang, person.language)],
            [survey.source, view.budgetSource ?? survey.unknown],
            [survey.on, thaiDate(view.createdAt, person.language)],
          ] as [string, string][]
        : []),
    ],
    buttons: size === 'mega'
      ? [{ label: survey.copyNumber, copy: view.number }, ...map, ...change]
      : [{ label: survey.details, data: startTap('proposals', { id: view.id }), shown: view.number }, ...map],
    plain: true,
    size,
  }
}

/** Where it is, in a line. */
export const proposalPlace = ({ place }: ProposalView, { survey }: Talk['t']): string => place.text ?? (place.latitude === null ? survey.taken : survey.onMap)

/** A problem or suggestion: everything alone (`mega`), its beginning in a list (`kilo`). */
export function problemCard(view: ProblemView, { t, person }: Talk, size: 'kilo' | 'mega'): Card {
  const { survey } = t
  const change: Choice[] = view.mayWithdraw && !view.withdrawn ? [{ label: survey.undo, data: startTap('withdrawProblem', { id: view.id }), shown: `${survey.undo} ${view.number}` }] : []
  const words = view.text || survey.taken
  return {
    title: inLanguage(topicLabels[view.topic], person.language),
    ...(view.withdrawn && { chip: { word: survey.withdrawn, tone: 'unusable' as const } }),
    rows: [
      [survey.number, view.number],
      [survey.by, view.agencyName],
      [survey.problem, size === 'mega' ? words : beginning(words)],
      [survey.suggestion, size === 'mega' ? view.suggestion ?? '' : beginning(view.suggestion ?? '')],
      [survey.on, thaiDate(view.createdAt, person.language)],
    ],
    buttons: size === 'mega'
      ? [{ label: survey.copyNumber, copy: view.number }, ...change]
      : [{ label: survey.details, data: startTap('problems', { id: view.id }), shown: view.number }],
    plain: true,
    size,
  }
}

/** Of long words the first hundred characters: a list has room for no more. */
const beginning = (words: string) => clipped(words, 100)
