import type { Language, WorkOrderState } from '../../domain/enums'
import type { StoredReport } from '../../domain/faults/report'
import type { PlaceGist, ReportView } from '../../domain/faults/view'
import type { Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Choice, Utterance } from '../say'
import type { Card } from './card'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { eventLabels, waitingForLabels, workOrderStateLabels } from '../../domain/labels/workOrders'
import { thaiDateTime } from '../../domain/time/bangkok'
import { startTap } from '../tap'
import { cameraName } from './camera'
import { cardMessage } from './card'
import { withPage } from './inApp'

/** A report as it was just stored: its number to copy, who repairs it until when, and that it can still be undone. */
export function storedReport(stored: StoredReport, { t, person, links }: Talk): Utterance {
  const { report } = t
  const who = stored.agencyName ?? report.triage
  const until = thaiDateTime(stored.dueAt, person.language)
  const name = stored.camera ? cameraName(stored.camera) : report.unlisted
  const what = stored.already ? report.already : stored.joined ? report.joined(stored.reporters) : report.stored
  return cardMessage(`${what} ${stored.number} ${name}`, {
    title: name,
    chip: { word: stored.already ? report.reportedBefore : stored.joined ? report.joined(stored.reporters) : report.stored, tone: stored.joined || stored.already ? 'repair' : 'normal' },
    rows: [
      [report.number, stored.number],
      [report.code, stored.camera?.code ?? ''],
      [report.symptom, inLanguage(symptomLabels[stored.symptom], person.language)],
      [report.repairer, who],
      [report.until, until],
    ],
    note: stored.already ? report.already : stored.released ? report.moreHint : report.next,
    buttons: withPage([{ label: report.copyNumber, copy: stored.number }], `/reports/${stored.number}`, { t, links }),
    plain: true,
  }, `report:${stored.reportId}`)
}

/** One of a person's reports with everything about it: where it stands, its time line, and what they can do. */
export function reportCard(view: ReportView, { t, person, links }: Talk, size: 'kilo' | 'mega' = 'mega'): Card {
  const { report } = t
  const { camera, place } = view
  const photo = size === 'mega' ? view.photos.find(p => p.state === 'STORED')?.id ?? view.repairPhotos[0] : undefined
  const said = view.notes.map(note => note.text ?? report.taken).join('\n')
  return {
    title: camera ? cameraName(camera) : placeName(place, t),
    chip: stateChip(view, person.language),
    rows: [
      [report.number, view.number],
      [report.code, camera?.code ?? ''],
      [report.symptom, inLanguage(symptomLabels[view.symptom], person.language)],
      [report.repairer, view.agencyName ?? report.triage],
      [report.until, isOver(view.state) ? '' : thaiDateTime(view.dueAt, person.language)],
      ...(size === 'mega' ? [[report.reporters, t.work.people(view.reporters)], [report.said, said], [report.stars, '★'.repeat(view.stars ?? 0)]] as [string, string][] : []),
    ],
    ...(view.may.answer && { note: t.work.askFixed }),
    steps: steps(view, t, person.language).slice(size === 'mega' ? -8 : -2),
    buttons: withPage(buttons(view, t, size), `/reports/${view.number}`, { t, links }),
    plain: !view.may.answer,
    ...(photo && { photo: { preview: links.photo(photo, 'preview'), full: links.photo(photo, 'full') } }),
    size,
  }
}

/** Where a camera that is not in the register is, in a line. */
export const placeName = (place: PlaceGist | null, t: Locale) => place?.erased ? t.report.taken : place?.text ?? t.work.unlisted

const isOver = (state: WorkOrderState) => state === 'CLOSED' || state === 'REJECTED' || state === 'DUPLICATE'

function stateChip({ state, waitingFor, overdue }: ReportView, language: Language): Card['chip'] {
  const word = state === 'WAITING' && waitingFor ? inLanguage(waitingForLabels[waitingFor], language) : inLanguage(workOrderStateLabels[state], language)
  return { word, tone: state === 'CLOSED' ? 'normal' : isOver(state) ? 'unusable' : overdue ? 'damaged' : state === 'REPAIRED' ? 'normal' : 'repair' }
}

function steps(view: ReportView, t: Locale, language: Language): NonNullable<Card['steps']> {
  const told = view.timeline.map(({ kind, at, reason, waitingFor }) => {
    const what = [inLanguage(eventLabels[kind], language), waitingFor && inLanguage(waitingForLabels[waitingFor], language), reason].filter(Boolean).join(' · ')
    return { when: thaiDateTime(at, language), what }
  })
  const all = [{ when: thaiDateTime(view.createdAt, language), what: t.report.stored }, ...told]
  return all.map((step, i) => ({ ...step, now: i === all.length - 1 }))
}

function buttons(view: ReportView, t: Locale, size: 'kilo' | 'mega'): Choice[] {
  const { report } = t
  const about = { report: view.id }
  const copy: Choice = { label: report.copyNumber, copy: view.number }
  const see: Choice = { label: report.details, data: startTap('track', about), shown: view.number }
  const place = view.camera ?? view.place
  const map: Choice[] = place?.latitude != null ? [{ label: report.map, url: `https://www.google.com/maps/search/?api=1&query=${place.latitude},${place.longitude}` }] : []
  if (view.may.answer) {
    return [
      { label: report.works, data: startTap('verdict', { ...about, verdict: 'FIXED' }) },
      { label: report.stillBroken, data: startTap('verdict', { ...about, verdict: 'STILL_BROKEN' }) },
      size === 'kilo' ? see : copy,
    ]
  }
  if (size === 'kilo') return [see, copy]
  const add: Choice[] = view.may.addDetail ? [{ label: report.addMore, data: startTap('addToReport', about) }] : []
  const rate: Choice[] = view.may.giveStars ? [{ label: report.giveStars, data: startTap('stars', about) }] : []
  return [...rate, ...add, ...map, copy].slice(0, 3)
}
