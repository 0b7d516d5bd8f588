import type { Language } from '../../domain/enums'
import type { NoticeBody, ReportGist, ReturnGist, WorkOrderGist } from '../../domain/notices/kinds'
import type { Locale } from '../locale'
import type { Links } from '../message'
import type { Choice, Utterance } from '../say'
import type { Card } from './card'
import type { Tone } from './colours'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { moveLabels, priorityLabels, waitingForLabels } from '../../domain/labels/workOrders'
import { thaiDateTime } from '../../domain/time/bangkok'
import { startTap } from '../tap'
import { cameraName } from './camera'
import { cardMessage } from './card'
import { withPage } from './inApp'

/** A notice about a repair: what happened, to which camera, and what the reader can do. */
export type RepairNotice = Exclude<NoticeBody, { kind: `access.${string}` | `footage.${string}` | `owner.${string}` | `cooperation.${string}` | 'membership.supervises' | 'photo.refused' | 'audit.head' } | { data: ReturnGist }>

const tones: Partial<Record<RepairNotice['kind'], Tone>> = {
  'workOrder.new': 'damaged',
  'workOrder.overdue': 'damaged',
  'workOrder.reopened': 'damaged',
  'report.repaired': 'normal',
  'report.closed': 'normal',
  'report.rejected': 'unusable',
  'report.duplicate': 'unusable',
}

/** The card of a notice about a repair, in the reader's language. */
export function repairNotice(notice: RepairNotice, t: Locale, language: Language, links: Links): Utterance {
  const { data, kind } = notice
  const what = t.work.notices[kind]
  const name = data.camera ? cameraName(data.camera) : t.work.unlisted
  const report = 'report' in data ? data.report : null
  const page = kind.startsWith('workOrder.') ? `/work/${data.number}` as const : report ? `/reports/${report.number}` as const : null
  const card: Card = {
    title: name,
    chip: { word: what, tone: tones[kind] ?? 'repair' },
    rows: rows(notice, t, language),
    buttons: page ? withPage(buttons(notice, t, language), page, { t, links }) : buttons(notice, t, language),
    ...(kind === 'report.repaired' && report && { note: t.work.askFixed }),
  }
  return cardMessage(`${what}: ${name}`, card, report ? `report:${report.id}` : `workOrder:${data.workOrderId}`)
}

function rows({ kind, data }: RepairNotice, t: Locale, language: Language): [string, string][] {
  const { work } = t
  const symptom: [string, string] = [work.symptom, inLanguage(symptomLabels[data.symptom], language)]
  const code: [string, string] = [work.code, data.camera?.code ?? '']
  if (kind.startsWith('report.')) return [[t.report.number, (data as ReportGist).report?.number ?? data.number], code, symptom, ...extras({ kind, data } as RepairNotice, t, language)]
  return [
    [work.number, data.number],
    code,
    symptom,
    [work.priority, inLanguage(priorityLabels[data.priority], language)],
    [work.reporters, work.people(data.reporters)],
    [work.due, thaiDateTime(new Date(data.dueAt), language)],
    ...extras({ kind, data } as RepairNotice, t, language),
  ]
}

function extras(notice: RepairNotice, { work }: Locale, language: Language): [string, string][] {
  const { data } = notice
  const agency = data.agency && (language === 'EN' ? data.agency.nameEn ?? data.agency.name : data.agency.name)
  switch (notice.kind) {
    case 'workOrder.forwarded': return [[work.from, notice.data.from?.name ?? ''], [work.reason, notice.data.reason]]
    case 'report.rejected': return [[work.agency, agency ?? ''], [work.reason, notice.data.reason]]
    case 'report.waiting': return [[work.agency, agency ?? ''], [work.reason, inLanguage(waitingForLabels[notice.data.waitingFor], language)]]
    case 'report.duplicate': return [[work.mergedWith, notice.data.of]]
    case 'report.closed': return [[work.result, notice.data.confirmed ? work.closedConfirmed : work.closedUnconfirmed]]
    default: return notice.kind.startsWith('report.') ? [[work.agency, agency ?? '']] : []
  }
}

function buttons({ kind, data }: RepairNotice, t: Locale, language: Language): Choice[] {
  const about = { workOrder: data.workOrderId }
  if (!kind.startsWith('report.')) {
    const see: Choice = { label: t.work.open, data: startTap('work', about), shown: data.number }
    return asksToTakeOn(kind, data) ? [{ label: inLanguage(moveLabels.acknowledge, language), data: startTap('acknowledge', about) }, see] : [see]
  }
  const { report } = data as ReportGist
  if (!report) return []
  const see: Choice = { label: t.report.details, data: startTap('track', { report: report.id }), shown: report.number }
  if (kind !== 'report.repaired') return [see]
  return [
    { label: t.report.works, data: startTap('verdict', { report: report.id, verdict: 'FIXED' }) },
    { label: t.report.stillBroken, data: startTap('verdict', { report: report.id, verdict: 'STILL_BROKEN' }) },
    see,
  ]
}

const asksToTakeOn = (kind: string, data: WorkOrderGist) => data.agency !== null && (kind === 'workOrder.new' || kind === 'workOrder.forwarded')
