import type { NoticeBody } from '../domain/notices/kinds'
import type { ReturnNotice } from './cards/agencyReturn'
import type { FootageNotice } from './cards/footageNotice'
import type { RepairNotice } from './cards/notice'
import type { LanePerson, WaitingNotice } from './lane'
import type { Speech } from './message'
import type { Utterance } from './say'
import type { Context } from './session'
import { accessNotice, supervisesNotice } from './cards/access'
import { returnNotice } from './cards/agencyReturn'
import { auditNotice } from './cards/audit'
import { cooperationNotice } from './cards/cooperation'
import { footageNotice } from './cards/footageNotice'
import { repairNotice } from './cards/notice'
import { ownerNotice } from './cards/owner'
import { localeOf } from './locale'
import { text } from './say'

/** Who reads a notice: a person, or a group (no person). */
export interface Reader {
  language: 'TH' | 'EN'
  person?: LanePerson | null
}

/** A waiting notice as messages in the reader's language; null when it no longer matters. */
export async function putIntoWords(ctx: Context, notice: WaitingNotice, reader: Reader): Promise<Speech | null> {
  const said = await words(ctx, { kind: notice.kind, data: notice.data } as NoticeBody, reader)
  return said && { messages: [said.message], about: [said.about ?? ''] }
}

async function words(ctx: Context, body: NoticeBody, { language, person }: Reader): Promise<Utterance | null> {
  const t = localeOf(language)
  if (body.kind === 'access.requested' || body.kind === 'access.decided') { return person ? accessNotice({ db: ctx.db, actor: person, now: ctx.now }, body, t) : null }
  if (body.kind === 'membership.supervises') return person ? supervisesNotice({ db: ctx.db, actor: person, now: ctx.now }, body.data, t) : null
  if (body.kind.startsWith('footage.')) return person ? footageNotice({ db: ctx.db, actor: person, now: ctx.now, contacts: ctx.contacts }, body as FootageNotice, person, { t, links: ctx.links }) : null
  if ('cooperationId' in body.data) return person ? cooperationNotice(body as never, { t, person, links: ctx.links, act: { db: ctx.db, actor: person, now: ctx.now, contacts: ctx.contacts } }) : null
  if ('privateCameraId' in body.data) return person ? ownerNotice({ db: ctx.db, actor: person, now: ctx.now, contacts: ctx.contacts }, body as never, t, ctx.links) : null
  if (body.kind === 'photo.refused') return text(t.report.photoRefused(body.data.number, t.report.whyNoPhoto[body.data.why]))
  if (body.kind === 'audit.head') return auditNotice(body.data, t, language)
  if ('returnId' in body.data) return returnNotice(body as ReturnNotice, t, language, ctx.links)
  return repairNotice(body as RepairNotice, t, language, ctx.links)
}
