import type { ItemView, MessageView, RequestView } from '../../domain/footage/view'
import type { Choice, Saying, Utterance } from '../say'
import type { Card, Row } from './card'
import type { Telling } from './footageCamera'
import { footageCauseLabels, footageEventLabels, footageStateLabels, footageTones, itemStateLabels, itemTones, legalBasisLabels, moveLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { thaiDateTime, thaiPeriod } from '../../domain/time/bangkok'
import { text } from '../say'
import { startTap } from '../tap'
import { clipped } from '../text'
import { cameraName } from './camera'
import { cardMessage, carousel } from './card'
import { approvalCard } from './footageApproval'
import { codeOf, overwriteWords } from './footageCamera'
import { withPage } from './inApp'

/** A request in a list: what it is about, how it stands, and what is over first. */
export function requestSummaryCard(view: RequestView, talk: Telling): Card {
  const { t: { footage } } = talk
  const [next] = view.items
  return {
    title: view.offence ?? view.placeText ?? (next?.camera ? cameraName(next.camera) : view.number),
    chip: chip(view, talk),
    rows: [
      [footage.number, view.number],
      [footage.caseNumber, view.caseNumber ?? ''],
      [footage.cameras, view.items.map(({ camera }) => codeOf(camera, talk.t)).join(', ')],
      [footage.deadline, next && (view.state === 'SUBMITTED' || view.state === 'AWAITING_APPROVAL') ? overwriteWords(next.overwriteAt, talk) : ''],
    ],
    buttons: withPage([{ label: footage.details, data: startTap('footageRequest', { request: view.id }), shown: view.number }], `/requests/${view.number}`, talk),
  }
}

/** A request with its time line, then a card for each camera with what the officer can note. */
export function requestSaying(view: RequestView, talk: Telling, first?: string): Saying {
  const { t: { footage, menu } } = talk
  if (view.may.decide) return { say: [...first ? [text(first)] : [], cardMessage(`${footage.toApprove}: ${view.number}`, approvalCard(view, talk), `footage:${view.id}`)] }
  const cards = view.items.map(item => itemCard(item, view, talk))
  const alt = `${view.number} ${inLanguage(footageStateLabels[view.state], talk.person.language)} · ${view.items.map(item => view.state === 'AWAITING_APPROVAL' || view.state === 'DECLINED' ? codeOf(item.camera, talk.t) : `${codeOf(item.camera, talk.t)} ${stateWord(item, talk)}`).join(' · ')}`
  const about = `footage:${view.id}`
  return {
    say: [...first ? [text(first)] : [], cardMessage(alt, requestCard(view, talk), about), ...[cards.slice(0, 12), cards.slice(12)].filter(({ length }) => length).map(some => carousel(alt, some, about))],
    choices: [
      ...view.items.filter(({ mayWrite }) => mayWrite).map((item): Choice => ({ label: footage.write(codeOf(item.camera, talk.t)), data: startTap('writeToCustodian', { item: item.id }) })),
      ...view.may.undo ? [{ label: footage.undo, data: startTap('undoLog', { request: view.id }) }] : [],
      ...view.may.cancel ? [{ label: footage.cancel, data: startTap('cancelFootage', { request: view.id }) }] : [],
      view.isOwn ? { label: menu.myRequests, word: menu.myRequests } : { label: menu.approvals, word: menu.approvals },
    ],
  }
}

/** A request as a whole, as its officer reads it. */
function requestCard(view: RequestView, talk: Telling): Card {
  const { t: { footage }, person: { language } } = talk
  return {
    title: view.offence ?? (view.noCamera ? footage.noCameraHere : view.number),
    chip: chip(view, talk),
    rows: [
      [footage.number, view.number, { label: talk.t.work.copy, copy: view.number }],
      [footage.caseNumber, view.caseNumber ?? (view.logged ? '' : footage.taken)],
      [footage.place, view.placeText ?? ''],
      [footage.basis, view.legalBasis ? inLanguage(legalBasisLabels[view.legalBasis], language) : ''],
      [footage.purpose, view.purpose ? clipped(view.purpose, 300) : ''],
      [footage.reason, view.declined ? clipped(view.declined, 300) : ''],
      [footage.urgency, view.logged ? '' : inLanguage(priorityLabels[view.urgency], language)],
    ],
    steps: view.timeline.slice(-8).map(({ kind, at, code }, i, all) => ({
      when: thaiDateTime(at, language),
      what: [inLanguage(footageEventLabels[kind], language), code].filter(Boolean).join(' · '),
      now: i === all.length - 1,
    })),
    buttons: withPage([], `/requests/${view.number}`, talk),
  }
}

function itemCard(item: ItemView, view: RequestView, talk: Telling): Card {
  const { t: { footage }, person: { language } } = talk
  const open = item.state === 'ASKED' || item.state === 'PRESERVED' || item.state === 'READY'
  const rows: Row[] = [
    [footage.cameras, codeOf(item.camera, talk.t)],
    [footage.period, thaiPeriod(item.from, item.to, language)],
    [footage.deadline, open && (view.state === 'SUBMITTED' || view.state === 'AWAITING_APPROVAL') && item.state === 'ASKED' ? overwriteWords(item.overwriteAt, talk) : ''],
    [footage.appointment, item.appointmentAt ? thaiDateTime(item.appointmentAt, language) : ''],
    [footage.technician, item.technicianPhone ?? ''],
    [footage.call, item.callPhone ?? ''],
    [footage.cause, item.cause ? inLanguage(footageCauseLabels[item.cause], language) : ''],
    [footage.fault, item.fault ?? ''],
    [footage.hash, item.sha256 ? clipped(item.sha256, 17) : ''],
    [footage.size, item.bytes === null ? '' : footage.bytes(item.bytes.toLocaleString('en-US'))],
    [footage.messages, messageLines(item.messages, talk)],
  ]
  return {
    title: !item.camera ? footage.outside : item.camera.isWithdrawn ? footage.withdrawn : cameraName(item.camera),
    chip: view.state === 'AWAITING_APPROVAL' || view.state === 'DECLINED' ? chip(view, talk) : { word: stateWord(item, talk), tone: itemTones[item.state] },
    rows,
    buttons: outcomes(item, talk),
  }
}

function outcomes({ id, moves, camera }: ItemView, { t, person }: Telling): Choice[] {
  const code = codeOf(camera, t)
  const label = (move: 'receive' | 'miss' | 'handOver') => inLanguage(moveLabels[move], person.language)
  return [
    ...moves.includes('receive')
      ? [
          { label: label('receive'), data: startTap('receiveFootage', { item: id, complete: true }), shown: `${label('receive')} ${code}` },
          { label: t.footage.partly, data: startTap('receiveFootage', { item: id, complete: false }), shown: `${t.footage.partly} ${code}` },
        ]
      : [],
    ...moves.includes('miss') ? [{ label: label('miss'), data: startTap('missFootage', { item: id }), shown: `${label('miss')} ${code}` }] : [],
    ...moves.includes('handOver') ? [{ label: label('handOver'), data: startTap('footageHash', { item: id }), shown: `${label('handOver')} ${code}` }] : [],
  ]
}

/** The last messages, who wrote each; one that was taken back only says so. */
export function messageLines(messages: MessageView[], { t: { footage } }: Telling): string {
  return messages.slice(-4).map(({ byOfficer, text }) => `${byOfficer ? footage.fromOfficer : footage.fromCustodian}: ${text === null ? footage.taken : clipped(text, 200)}`).join('\n')
}

/** How a recording stands, in a word. */
function stateWord({ state, complete }: ItemView, { t, person }: Telling): string {
  return state === 'RECEIVED' && complete === false ? t.footage.partly : inLanguage(itemStateLabels[state], person.language)
}

function chip({ state, noCamera }: RequestView, { t, person }: Telling): NonNullable<Card['chip']> {
  return { word: noCamera && state !== 'CANCELLED' ? t.footage.noCameraHere : inLanguage(footageStateLabels[state], person.language), tone: footageTones[state] }
}

/** What an officer is told of a request: what happened, and each camera in a line. */
export function requestNotice(view: RequestView, what: string, talk: Telling): Utterance {
  const { t: { footage } } = talk
  return cardMessage(`${what}: ${view.number}`, {
    title: view.offence ?? view.number,
    chip: { word: what, tone: 'info' },
    rows: [
      [footage.number, view.number],
      [footage.reason, view.declined ? clipped(view.declined, 300) : ''],
      ...view.state === 'DECLINED' ? [] : view.items.map((item): Row => [codeOf(item.camera, talk.t), noticeLine(item, talk)]),
    ],
    buttons: withPage([{ label: footage.details, data: startTap('footageRequest', { request: view.id }), shown: view.number }], `/requests/${view.number}`, talk),
  }, `footage:${view.id}`)
}

function noticeLine(item: ItemView, talk: Telling): string {
  const { t: { footage }, person: { language } } = talk
  return [
    stateWord(item, talk),
    item.cause && inLanguage(footageCauseLabels[item.cause], language),
    item.appointmentAt && thaiDateTime(item.appointmentAt, language),
    item.technicianPhone && `${footage.technician} ${item.technicianPhone}`,
    item.callPhone && `${footage.call} ${item.callPhone}`,
  ].filter(Boolean).join(' · ')
}
