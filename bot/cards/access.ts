import type { Act } from '../../domain/act'
import type { Language } from '../../domain/enums'
import type { NoticeBody, NoticeData } from '../../domain/notices/kinds'
import type { AccessRequestView } from '../../domain/people/queries'
import type { Locale } from '../locale'
import type { Utterance } from '../say'
import type { Card } from './card'
import { agencyIn } from '../../domain/labels/agency'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { accessRequestView, supervisorPost } from '../../domain/people/queries'
import { thaiDateTime } from '../../domain/time/bangkok'
import { text } from '../say'
import { startTap } from '../tap'
import { cardMessage } from './card'

/** Somebody's request for a role, as the secretary decides it. */
export function accessCard(request: AccessRequestView, t: Locale, language: Language): Card {
  const { people } = t
  const decide = (approve: boolean) => startTap('decideAccess', { request: request.id, approve: approve ? 'yes' : 'no' })
  return {
    title: request.fullName,
    chip: { word: inLanguage(roleLabels[request.role], language), tone: 'info' },
    rows: [
      [people.lineName, request.displayName ?? ''],
      [people.agency, request.agencyName ?? ''],
      [people.province, request.provinceName],
      [people.askedAt, thaiDateTime(request.createdAt, language)],
    ],
    buttons: request.state === 'PENDING'
      ? [{ label: people.approve, data: decide(true) }, { label: people.refuse, data: decide(false) }]
      : [],
  }
}

/** A notice about a request for a role: to the secretary, or to who asked. Null when it is over. */
export async function accessNotice(act: Act, body: NoticeBody & { kind: `access.${string}` }, t: Locale): Promise<Utterance | null> {
  const request = await accessRequestView(act, body.data.accessRequestId)
  const { language } = act.actor
  const { people } = t
  if (body.kind === 'access.requested') { return request.state === 'PENDING' ? cardMessage(`${people.noticeRequested}: ${request.fullName}`, accessCard(request, t, language), `accessRequest:${request.id}`) : null }
  const where = request.agencyName ?? request.provinceName
  return text(request.state === 'APPROVED' ? people.youAreIn(inLanguage(roleLabels[request.role], language), where) : people.youAreNot(request.reason ?? ''))
}

/** To a police officer: they approve requests for footage, or no longer. Null when that has changed meanwhile. */
export async function supervisesNotice(act: Act, { membershipId, supervises }: NoticeData['membership.supervises'], t: Locale): Promise<Utterance | null> {
  const post = await supervisorPost(act, membershipId)
  if (!post || post.supervises !== supervises) return null
  const station = agencyIn(post.agency, act.actor.language) ?? ''
  return text(supervises ? t.people.supervises(station) : t.people.supervisesNoMore(station))
}
