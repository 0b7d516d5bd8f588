import type { Words } from '../questions/words'
import * as z from 'zod'
import { inLanguage } from '../../domain/labels/label'
import { takenBackLabel } from '../../domain/labels/owners'
import { decideCheck } from '../../domain/owners/check'
import { seeContact } from '../../domain/owners/contact'
import { checkedCamera, camerasToCheck as waiting } from '../../domain/owners/queries'
import { showPhone } from '../../domain/people/phone'
import { hasRole } from '../../domain/people/rules'
import { carousel } from '../cards/card'
import { inApp } from '../cards/inApp'
import { aboutPrivate, checkCard } from '../cards/owner'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { freeWords } from '../questions/words'
import { text } from '../say'

/** กล้องรอตรวจ: private cameras that wait for somebody nearby to say that they are there. */
export const camerasToCheck = dialogue<Record<never, never>>({
  name: 'camerasToCheck',
  word: t => t.menu.camerasToCheck,
  title: t => t.menu.camerasToCheck,
  help: t => t.owners.helpToCheck,
  may: actor => hasRole(actor, 'SECRETARY') || hasRole(actor, 'POLICE'),
  questions: {},
  finish: async (_, talk) => {
    const { t, links, person: { language } } = talk
    const cameras = await waiting(talk.act)
    if (cameras.length === 0) return { saying: { say: [text(t.owners.nothingToCheck)], choices: mainChoices(talk) } }
    const words = t.owners.toCheckList(cameras.length)
    return { saying: { say: [carousel(words, cameras.map(view => checkCard(view, { t, links, language })), undefined, cameras.map(aboutPrivate))], choices: [...inApp('/checks', talk), ...mainChoices(talk)] } }
  },
})

/** ยืนยัน / ขอให้แก้ไข / ไม่รับ; all but a yes says why. */
export const decideCamera = dialogue<{ camera: string, decision: 'CONFIRMED' | 'CHANGE_WANTED' | 'DECLINED', remark: Words }>({
  name: 'decideCamera',
  title: t => t.owners.decideTitle,
  may: actor => hasRole(actor, 'SECRETARY') || hasRole(actor, 'POLICE'),
  questions: {
    camera: carried(z.uuid()),
    decision: carried(z.enum(['CONFIRMED', 'CHANGE_WANTED', 'DECLINED'])),
    remark: freeWords({ key: 'remark', label: t => t.owners.reason, ask: t => t.owners.askRemark, most: 500, when: answers => answers.decision !== 'CONFIRMED' }),
  },
  finish: async ({ camera, decision, remark }, talk) => {
    const { owners, menu } = talk.t
    const { code } = await decideCheck(talk.act, { cameraId: camera, decision, remark: remark?.text, messageId: remark?.messageId })
    const words = { CONFIRMED: owners.confirmed, CHANGE_WANTED: owners.changeAsked, DECLINED: owners.declined }[decision](code)
    return { saying: { say: [text(words, `privateCamera:${camera}`)], choices: [{ label: menu.camerasToCheck, word: menu.camerasToCheck }] } }
  },
})

/** ดูผู้ติดต่อ: how the owner is reached; the look is written down. */
export const ownerContact = dialogue<{ camera: string }>({
  name: 'ownerContact',
  title: t => t.owners.seeContact,
  questions: { camera: carried(z.uuid()) },
  finish: async ({ camera }, talk) => {
    const { owners } = talk.t
    const { name, phone, phoneErased } = await seeContact(talk.act, camera)
    const { code } = await checkedCamera(talk.act, camera)
    return { saying: { say: [text(owners.contact(code, name || inLanguage(takenBackLabel, talk.person.language), phone ? showPhone(phone, talk.person.language) : phoneErased ? inLanguage(takenBackLabel, talk.person.language) : owners.phoneNotShared), `privateCamera:${camera}`)], choices: mainChoices(talk) } }
  },
})
