import type { Language, OwnerCheck } from '../../domain/enums'
import type { NoticeBody } from '../../domain/notices/kinds'
import type { OwnerAct } from '../../domain/owners/contact'
import type { PrivateCameraView } from '../../domain/owners/queries'
import type { Locale } from '../locale'
import type { Links } from '../message'
import type { Choice, Utterance } from '../say'
import type { Card, Row } from './card'
import type { Tone } from './colours'
import { attempt } from '../../domain/attempt'
import { statusLabels } from '../../domain/labels/cameras'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { openedByLabels, ownerCheckLabels, sharesLabels, whereLabels } from '../../domain/labels/owners'
import { checkedCamera } from '../../domain/owners/queries'
import { Refusal } from '../../domain/refusal'
import { thaiDate } from '../../domain/time/bangkok'
import { startTap } from '../tap'
import { cardMessage } from './card'

/** What cards are put into words with. */
interface Said { t: Locale, language: Language, links: Links }

const tones: Record<OwnerCheck, Tone> = { PENDING: 'info', CONFIRMED: 'normal', CHANGE_WANTED: 'repair', DECLINED: 'unusable' }

/** What a card of this camera is about, so that quoting it asks about it. */
export const aboutPrivate = ({ id }: { id: string }): string => `privateCamera:${id}`

const mapOf = ({ latitude, longitude }: PrivateCameraView): string => `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`

function chipOf({ check, hiddenAt, damagedSince }: PrivateCameraView, { t, language }: Said): NonNullable<Card['chip']> {
  if (damagedSince && check === 'CONFIRMED' && !hiddenAt) return { word: inLanguage(statusLabels.DAMAGED, language), tone: 'damaged' }
  return hiddenAt ? { word: t.owners.hidden, tone: 'unusable' } : { word: inLanguage(ownerCheckLabels[check], language), tone: tones[check] }
}

/** What a camera sees and how its recordings are got. */
function facts(view: PrivateCameraView, { t: { owners }, language }: Said): Row[] {
  const { arrow, ...direction } = directionLabels[view.facing]
  return [
    [owners.code, view.code],
    [owners.place, view.subdistrict ? inLanguage({ th: view.subdistrict.nameTh, en: view.subdistrict.nameEn }, language) : owners.onMap, { label: owners.map, url: mapOf(view) }],
    [owners.facing, `${arrow} ${inLanguage(direction, language)} · ${inLanguage(whereLabels[view.indoors ? 'inside' : 'outside'], language)}`],
    [owners.days, view.days === null ? owners.unknown : owners.inDays(view.days)],
    [owners.exportBy, view.exportBy ? inLanguage(openedByLabels[view.exportBy], language) : ''],
    [owners.hours, view.hours ?? ''],
    [owners.damagedSince, view.damagedSince ? thaiDate(view.damagedSince, language) : ''],
  ]
}

/** One of one's own cameras: all of it (`mega`), or in a list. */
export function ownCard(view: PrivateCameraView, said: Said, size: 'kilo' | 'mega'): Card {
  const { t: { owners }, language, links } = said
  const about = { camera: view.id }
  const shown: Row[] = [
    [owners.pausedUntil, view.pausedUntil ? thaiDate(view.pausedUntil, language) : ''],
    [owners.remark, view.remark ?? ''],
  ]
  return {
    title: view.name,
    chip: chipOf(view, said),
    size,
    plain: true,
    ...(view.photo && size === 'mega' && { photo: { preview: links.photo(view.photo, 'preview'), full: links.photo(view.photo, 'full') } }),
    rows: size === 'kilo' ? [[owners.code, view.code], ...shown] : [...facts(view, said), [owners.shares, inLanguage(sharesLabels[view.sharesPhone ? 'yes' : 'no'], language)], [owners.asked, owners.times(view.asked)], [owners.registeredOn, thaiDate(view.registeredAt, language)], ...shown],
    buttons: size === 'kilo'
      ? [{ label: owners.details, data: startTap('privateCamera', about), shown: view.code }]
      : [
          ...view.check === 'DECLINED' ? [] : [{ label: owners.change, data: startTap('changeOwnCamera', about) }],
          view.pausedUntil ? { label: owners.unpause, data: startTap('unpauseCamera', about) } : { label: owners.pause, data: startTap('pauseCamera', about) },
          { label: owners.looks, data: startTap('contactLooks', about) },
        ],
  }
}

/** A private camera as those see it who check it. */
export function checkCard(view: PrivateCameraView, said: Said): Card {
  const { t: { owners }, links } = said
  const decide = (decision: OwnerCheck) => startTap('decideCamera', { camera: view.id, decision })
  return {
    title: view.name,
    chip: chipOf(view, said),
    ...(view.photo && { photo: { preview: links.photo(view.photo, 'preview'), full: links.photo(view.photo, 'full') } }),
    rows: [...facts(view, said), [owners.name, owners.sealed, { label: owners.seeContact, data: startTap('ownerContact', { camera: view.id }) }]],
    buttons: view.check === 'PENDING'
      ? [
          { label: owners.confirm, data: decide('CONFIRMED') },
          { label: owners.askChange, data: decide('CHANGE_WANTED') },
          { label: owners.decline, data: decide('DECLINED') },
        ]
      : [],
  }
}

/** A notice about a private camera, to who checks it or to its owner. Null when it is over. */
export async function ownerNotice(act: OwnerAct, { kind, data: { privateCameraId: id } }: NoticeBody & { kind: `owner.${string}` }, t: Locale, links: Links): Promise<Utterance | null> {
  const view = await attempt(act.db, () => checkedCamera(act, id))
  if (view instanceof Refusal) return null
  const said = { t, language: act.actor.language, links }
  const { owners } = t
  const card = (note: string, buttons: Choice[], title = view.name): Utterance => cardMessage(`${title}: ${note}`, { title, chip: chipOf(view, said), rows: [[owners.code, view.code]], note, buttons, plain: true }, aboutPrivate(view))
  if (kind === 'owner.toCheck') return view.check === 'PENDING' && !view.own ? cardMessage(`${owners.toCheck}: ${view.name}`, { ...checkCard(view, said), chip: { word: owners.toCheck, tone: 'info' } }, aboutPrivate(view)) : null
  if (!view.own) return null
  const [change, gone, used, works] = [
    { label: owners.changeFacts, data: startTap('changeOwnCamera', { camera: id }) },
    { label: owners.gone, data: startTap('withdrawConsent', { camera: id }) },
    { label: owners.inUse, data: startTap('affirmCamera', { camera: id }) },
    { label: owners.works, data: startTap('ownCameraWorks', { camera: id }) },
  ]
  if (kind === 'owner.stillUsed') return card(`${owners.stillUsed}\n${owners.stillUsedNote}`, [used, gone, change])
  if (kind === 'owner.damaged') return view.damagedSince ? card(owners.foundDamaged(view.code), [works, gone]) : null
  if (kind === 'owner.hidden') return view.hiddenAt ? card(owners.nowHidden(view.code), [used, gone, change]) : null
  if (view.check === 'CONFIRMED') return card(owners.youAreConfirmed(view.code), [])
  if (view.check === 'CHANGE_WANTED') return card(owners.youAreToChange(view.code, view.remark ?? ''), [change, gone])
  return view.check === 'DECLINED' ? card(owners.youAreDeclined(view.code, view.remark ?? ''), [gone]) : null
}
