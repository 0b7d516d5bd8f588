import type { NoticeBody } from '../../domain/notices/kinds'
import type { OwnerAct } from '../../domain/owners/contact'
import type { LanePerson } from '../lane'
import type { Locale } from '../locale'
import type { Links } from '../message'
import type { Utterance } from '../say'
import type { Telling } from './footageCamera'
import { attempt } from '../../domain/attempt'
import { footageMessage } from '../../domain/footage/message'
import { askView, requestView } from '../../domain/footage/queries'
import { Refusal } from '../../domain/refusal'
import { text } from '../say'
import { startTap } from '../tap'
import { cardMessage } from './card'
import { approvalCard } from './footageApproval'
import { askCard } from './footageAsk'
import { codeOf } from './footageCamera'
import { requestNotice } from './footageRequest'

/** A notice about footage: to whoever keeps a camera, or to the officer. */
export type FootageNotice = NoticeBody & { kind: `footage.${string}` }

/** In words, as it stands now; null when it is over, or no longer the reader's. */
export async function footageNotice(act: OwnerAct, body: FootageNotice, person: LanePerson, { t, links }: { t: Locale, links: Links }): Promise<Utterance | null> {
  const said = await attempt(act.db, () => words(act, body, { act, person, t, links }))
  return said instanceof Refusal ? null : said
}

async function words(act: OwnerAct, body: FootageNotice, talk: Telling): Promise<Utterance | null> {
  const { footage } = talk.t
  if (body.kind === 'footage.message') return messageWords(act, body.data.footageMessageId, talk)
  if ('askId' in body.data) {
    const view = await askView(act, body.data.askId)
    if (body.kind === 'footage.calledOff') return view.moves.length ? null : text(footage.calledOff(view.requests[0]!.number), `footageAsk:${view.askId}`)
    if (view.state !== 'ASKED' || view.moves.length === 0) return null
    const what = body.kind === 'footage.reminder' ? footage.reminder : footage.asked
    return cardMessage(`${what}: ${view.camera.siteName} ${view.camera.code}`, askCard(view, talk, what), `footageAsk:${view.askId}`)
  }
  const view = await requestView(act, { id: body.data.requestId })
  if (body.kind === 'footage.toApprove') return view.may.decide ? cardMessage(`${footage.toApprove}: ${view.number}`, approvalCard(view, talk), `footage:${view.id}`) : null
  if (view.state === 'CANCELLED') return null
  if (body.kind === 'footage.approved' || body.kind === 'footage.declined') return requestNotice(view, body.kind === 'footage.approved' ? footage.approved : footage.declined, talk)
  const what = body.kind === 'footage.joined' ? footage.joined : body.kind === 'footage.unanswered' ? footage.unanswered : footage.answered
  return requestNotice(view, what, talk)
}

async function messageWords(act: OwnerAct, id: string, talk: Telling): Promise<Utterance | null> {
  const { footage } = talk.t
  const found = await footageMessage(act, id)
  const reply = found.byOfficer ? startTap('writeToOfficers', { ask: found.askId }) : startTap('writeToCustodian', { item: found.itemId })
  const from = found.byOfficer ? footage.fromOfficer : footage.fromCustodian
  return cardMessage(`${footage.message} ${found.number}: ${found.text ?? footage.taken}`, {
    title: footage.message,
    rows: [[footage.about, `${found.number} · ${codeOf(found.camera, talk.t)}`], [from, found.text ?? footage.taken]],
    buttons: [{ label: footage.reply, data: reply }],
    plain: true,
  }, found.byOfficer ? `footageAsk:${found.askId}` : `footage:${found.requestId}`)
}
