import type { WorkOrderState } from '../../domain/enums'
import type { CameraGist, PlaceGist } from '../../domain/faults/view'
import type { Move } from '../../domain/workOrders/rules'
import type { WorkOrderSummary, WorkOrderView } from '../../domain/workOrders/view'
import type { Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Choice, Saying, Utterance } from '../say'
import type { Card, Row } from './card'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { causeLabels, eventLabels, moveLabels, priorityLabels, waitingForLabels, workOrderStateLabels, workOrderTones } from '../../domain/labels/workOrders'
import { thaiDateTime } from '../../domain/time/bangkok'
import { formatBaht } from '../../domain/time/numbers'
import { dialogueOfMove } from '../moves'
import { text } from '../say'
import { startTap } from '../tap'
import { clipped } from '../text'
import { cameraName } from './camera'
import { cardMessage } from './card'
import { withPage } from './inApp'

const DAY = 86_400_000
const HOUR = 3_600_000

/** The order in which moves are likely to be wanted; those not named stand behind the buttons. */
const likely: Record<WorkOrderState, Move[]> = {
  NEW: ['acknowledge', 'assign', 'forward', 'reject', 'markDuplicate'],
  ACKNOWLEDGED: ['assign', 'start', 'forward', 'reject', 'markDuplicate'],
  ASSIGNED: ['start', 'assign'],
  IN_PROGRESS: ['repair', 'wait', 'assign'],
  WAITING: ['resume', 'repair'],
  REPAIRED: [],
  CLOSED: [],
  REJECTED: [],
  DUPLICATE: [],
}

/** A work order in a list: what and where, how late, the likeliest move and the way to all of it. */
export function workSummaryCard(work: WorkOrderSummary, talk: Talk): Card {
  const { t, person } = talk
  const see: Choice = { label: t.work.open, data: startTap('work', { workOrder: work.id }), shown: work.number }
  return {
    title: placeTitle(work, t),
    chip: stateChip(work, talk),
    rows: [
      [t.work.number, work.number],
      [t.work.symptom, inLanguage(symptomLabels[work.symptom], person.language)],
      dueRow(work, talk),
      [t.work.reporters, t.work.people(work.reporters)],
      [t.work.assignee, work.assigneeName ?? ''],
    ],
    buttons: withPage([...ranked(work).slice(0, 1).map(move => moveButton(move, work, talk)), see], `/work/${work.number}`, talk),
  }
}

/** Everything about a work order, with the moves that can be made: three as buttons, the others as quick replies. */
export function workCard(work: WorkOrderView, talk: Talk): { card: Utterance, choices: Choice[] } {
  const { t, person, links } = talk
  const [wanted, photos] = [ranked(work), shownFirst(work)]
  const buttons = wanted.slice(0, 3)
  const others = work.moves.filter(move => !buttons.includes(move))
  const [due, until] = dueRow(work, talk)
  const alt = [work.number, placeTitle(work, t), stateWord(work, talk), inLanguage(symptomLabels[work.symptom], person.language), until && `${due} ${until}`.replace('\n', ' '), t.work.people(work.reporters)]
  return {
    card: cardMessage(alt.filter(Boolean).join(' · '), {
      title: placeTitle(work, t),
      chip: stateChip(work, talk),
      rows: rows(work, talk),
      steps: steps(work, talk),
      buttons: withPage(buttons.map(move => moveButton(move, work, talk)), `/work/${work.number}`, talk),
      ...(photos[0] && { photo: { preview: links.photo(photos[0], 'preview'), full: links.photo(photos[0], 'full') } }),
    }, `workOrder:${work.id}`),
    choices: [
      ...others.map(move => moveButton(move, work, talk)),
      ...(photos.length > 1 ? [{ label: t.work.allPhotos(photos.length), data: startTap('workPhotos', { workOrder: work.id }) }] : []),
      { label: t.menu.myWork, word: t.menu.myWork },
    ],
  }
}

/** The card after something was said about it. */
export function workSaying(work: WorkOrderView, talk: Talk, first?: string): Saying {
  const { card, choices } = workCard(work, talk)
  return { say: [...(first ? [text(first)] : []), card], choices }
}

/** The place in a line: the camera's name, or where somebody said that an unlisted one is. */
export function placeTitle({ camera, place }: { camera: CameraGist | null, place: PlaceGist | null }, t: Locale): string {
  if (camera) return cameraName(camera)
  return place?.erased ? t.report.taken : clipped(place?.text ?? t.work.unlisted, 120)
}

function ranked(work: WorkOrderSummary): Move[] {
  const moves = likely[work.state].filter(move => work.moves.includes(move))
  // Where nobody is responsible, finding somebody comes first.
  return work.moves.includes('forward') && !work.moves.includes('acknowledge') && work.state === 'NEW' ? ['forward', ...moves.filter(move => move !== 'forward')] : moves
}

function moveButton(move: Move, { id, number }: WorkOrderSummary, { person }: Talk): Choice {
  const label = inLanguage(moveLabels[move], person.language)
  return { label, data: startTap(dialogueOfMove[move]!, { workOrder: id }), shown: `${label} ${number}` }
}

function stateWord({ state, waitingFor }: WorkOrderSummary, { person }: Talk): string {
  return inLanguage(state === 'WAITING' && waitingFor ? waitingForLabels[waitingFor] : workOrderStateLabels[state], person.language)
}

function stateChip(work: WorkOrderSummary, talk: Talk): NonNullable<Card['chip']> {
  const word = stateWord(work, talk)
  return work.overdue ? { word: `${talk.t.work.overdue} · ${word}`, tone: 'damaged' } : { word, tone: workOrderTones[work.state] }
}

/** Until when, and how long that is; that the clock stands still; nothing once it is repaired. */
function dueRow({ state, dueAt, overdue }: WorkOrderSummary, { t, person, act }: Talk): Row {
  if (workOrderTones[state] !== 'damaged' && workOrderTones[state] !== 'repair') return [t.work.due, '']
  const [until, away] = [thaiDateTime(dueAt, person.language), Math.abs(dueAt.getTime() - act.now.getTime())]
  if (state === 'WAITING' && !overdue) return [t.work.due, `${until}\n(${t.work.clockStands})`]
  const time = away >= DAY ? t.work.days(Math.floor(away / DAY)) : t.work.hours(Math.max(1, Math.floor(away / HOUR)))
  return [t.work.due, `${until}\n(${overdue ? t.work.late(time) : t.work.left(time)})`]
}

function rows(work: WorkOrderView, talk: Talk): Row[] {
  const { t, person: { language } } = talk
  const place = work.camera ?? work.place
  const map: Choice | undefined = place?.latitude == null || place.longitude == null
    ? undefined
    : { label: t.work.map, url: `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}` }
  const reached = work.reporterReachable ? t.work.people(work.reporters) : `${t.work.people(work.reporters)} · ${t.work.unreachable}`
  return [
    [t.work.number, work.number, { label: t.work.copy, copy: work.number }],
    work.camera ? [t.work.code, work.camera.code, map] : [t.report.place, t.work.unlisted, map],
    [t.work.symptom, inLanguage(symptomLabels[work.symptom], language)],
    [t.work.details, details(work, t)],
    [t.work.reporters, reached],
    [t.work.priority, inLanguage(priorityLabels[work.priority], language)],
    dueRow(work, talk),
    [t.work.agency, work.agencyName ?? t.report.triage],
    [t.work.assignee, work.assigneeName ?? ''],
    [t.work.waitingFor, work.waitingFor ? [inLanguage(waitingForLabels[work.waitingFor], language), work.waitingNote].filter(Boolean).join(' · ') : ''],
    [t.work.cause, work.cause ? inLanguage(causeLabels[work.cause], language) : ''],
    [t.work.cost, work.costSatang === null ? '' : formatBaht(work.costSatang, language)],
    [t.work.answerBy, work.answerBy ? thaiDateTime(work.answerBy, language) : ''],
    [t.work.mergedWith, work.duplicateOf ?? ''],
    [t.work.reopened, work.reopened ? t.work.times(work.reopened) : ''],
    [t.report.stars, work.reports.map(report => '★'.repeat(report.stars ?? 0)).filter(Boolean).join(' ')],
  ]
}

/** What reporters wrote, the last four details; what was taken back only says so. */
function details({ reports, place }: WorkOrderView, t: Locale): string {
  const notes = reports.flatMap(report => report.notes).sort((a, b) => a.at.getTime() - b.at.getTime()).slice(-4)
  const where = place?.text ? [clipped(place.text, 300)] : []
  return [...where, ...notes.map(note => note.text === null ? t.report.taken : clipped(note.text, 300))].join('\n')
}

/** The last six events: what, why, who. */
function steps({ timeline }: WorkOrderView, { person: { language } }: Talk): NonNullable<Card['steps']> {
  return timeline.slice(-6).map(({ kind, at, reason, waitingFor, actorName }, i, all) => ({
    when: thaiDateTime(at, language),
    what: [inLanguage(eventLabels[kind], language), waitingFor && inLanguage(waitingForLabels[waitingFor], language), reason && clipped(reason, 160), actorName].filter(Boolean).join(' · '),
    now: i === all.length - 1,
  }))
}

/** Photos, the most telling one first: of the fault, or once it is repaired of the repair. */
function shownFirst({ photos, state }: WorkOrderView): string[] {
  const repaired = state === 'REPAIRED' || state === 'CLOSED'
  const ids = (after: boolean) => photos.filter(photo => photo.after === after).map(photo => photo.id)
  return repaired ? [...ids(true).reverse(), ...ids(false)] : [...ids(false), ...ids(true)]
}
