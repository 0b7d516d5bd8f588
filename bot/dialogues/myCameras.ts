import type { Look } from '../../domain/owners/contact'
import type { PrivateCameraView } from '../../domain/owners/queries'
import type { Ending, Talk } from '../dialogue'
import * as z from 'zod'
import { isPolice } from '../../domain/footage/rules'
import { agencyIn } from '../../domain/labels/agency'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { affirm } from '../../domain/owners/affirm'
import { looksAt } from '../../domain/owners/contact'
import { ownCameraWorks } from '../../domain/owners/damage'
import { lookAtCamera, ownCamera, ownCameras } from '../../domain/owners/queries'
import { hasRole } from '../../domain/people/rules'
import { thaiDateTime } from '../../domain/time/bangkok'
import { cardMessage, carousel } from '../cards/card'
import { inApp } from '../cards/inApp'
import { aboutPrivate, checkCard, ownCard } from '../cards/owner'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

const saidIn = ({ t, links, person: { language } }: Talk) => ({ t, links, language })

/** กล้องของฉัน: one's own private cameras as cards. */
export const myCameras = dialogue<Record<never, never>>({
  name: 'myCameras',
  word: t => t.menu.myCameras,
  title: t => t.menu.myCameras,
  help: t => t.owners.helpMyCameras,
  may: actor => hasRole(actor, 'OWNER'),
  questions: {},
  finish: async (_, talk) => {
    const { owners } = talk.t
    const own = await ownCameras(talk.act)
    if (own.length === 0) return { saying: { say: [text(owners.noCameras)], choices: mainChoices(talk) } }
    if (own.length === 1) return one(own[0]!, talk)
    const cards = own.map(view => ownCard(view, saidIn(talk), 'kilo'))
    // A carousel holds no more.
    const rows = cards.length > 12 ? [cards.slice(0, 12), cards.slice(12)] : [cards]
    return { saying: { say: rows.map((row, i) => carousel(owners.list(own.length), row, undefined, own.slice(i * 12, i * 12 + 12).map(aboutPrivate))), choices: [...inApp('/my-cameras', talk), ...mainChoices(talk)] } }
  },
})

/** One private camera, for its owner or for those who check it: by its card, or by quoting it. */
export const privateCamera = dialogue<{ camera: string }>({
  name: 'privateCamera',
  title: t => t.menu.myCameras,
  questions: { camera: carried(z.uuid()) },
  finish: async ({ camera }, talk) => one(await lookAtCamera(talk.act, camera), talk),
})

/** A camera's card, with what else can be done. */
export function one(view: PrivateCameraView, talk: Talk): Ending {
  const { owners } = talk.t
  const gone = { label: owners.gone, data: startTap('withdrawConsent', { camera: view.id }), shown: `${owners.gone} ${view.code}` }
  const used = view.hiddenAt ? [{ label: owners.inUse, data: startTap('affirmCamera', { camera: view.id }) }] : []
  const works = view.damagedSince ? [{ label: owners.works, data: startTap('ownCameraWorks', { camera: view.id }), shown: `${owners.works} ${view.code}` }] : []
  const asks = isPolice(talk.person) ? [{ label: talk.t.cooperation.ask, data: startTap('askCooperation', { camera: view.id }), shown: `${talk.t.cooperation.ask} ${view.code}` }] : []
  const card = view.own ? ownCard(view, saidIn(talk), 'mega') : checkCard(view, saidIn(talk))
  return { saying: { say: [cardMessage(`${view.code} ${view.name}`, card, aboutPrivate(view))], choices: [...view.own ? [...works, ...used, gone] : asks, ...inApp(view.own ? `/my-cameras/${view.code}` : `/checks/${view.code}`, talk), ...mainChoices(talk)] } }
}

/** ใครดูข้อมูลติดต่อ: who looked, and when. */
export const contactLooks = dialogue<{ camera: string }>({
  name: 'contactLooks',
  title: t => t.owners.looks,
  questions: { camera: carried(z.uuid()) },
  finish: async ({ camera }, talk) => {
    const { owners } = talk.t
    const { code } = await ownCamera(talk.act, camera)
    const looks = await looksAt(talk.act, camera)
    const words = looks.length ? owners.looksOf(code, looks.map(look => `• ${lookIn(look, talk)}`).join('\n')) : owners.noLooks(code)
    return { saying: { say: [text(words, `privateCamera:${camera}`)], choices: mainChoices(talk) } }
  },
})

function lookIn({ at, as, phone, name, agency }: Look, { t: { owners }, person: { language } }: Talk): string {
  const who = [inLanguage(roleLabels[as], language), agencyIn(agency, language), name].filter(Boolean).join(' ')
  return `${thaiDateTime(at, language)} ${who} (${phone ? owners.withPhone : owners.withoutPhone})`
}

/** ใช้อยู่: the camera is still in use. */
export const affirmCamera = dialogue<{ camera: string }>({
  name: 'affirmCamera',
  title: t => t.owners.stillUsed,
  questions: { camera: carried(z.uuid()) },
  finish: async ({ camera }, talk) => {
    const { code } = await affirm(talk.act, camera)
    return { saying: { say: [text(talk.t.owners.affirmed(code), `privateCamera:${camera}`)], choices: mainChoices(talk) } }
  },
})

/** ใช้ได้แล้ว: a camera that was damaged works again. */
export const cameraWorks = dialogue<{ camera: string }>({
  name: 'ownCameraWorks',
  title: t => t.owners.works,
  questions: { camera: carried(z.uuid()) },
  finish: async ({ camera }, talk) => {
    const { code } = await ownCameraWorks(talk.act, camera)
    return { saying: { say: [text(talk.t.owners.worksAgain(code), `privateCamera:${camera}`)], choices: mainChoices(talk) } }
  },
})
