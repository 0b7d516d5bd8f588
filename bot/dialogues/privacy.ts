import * as z from 'zod'
import { heldSummary } from '../../domain/owners/held'
import { ownCamera, ownCameras } from '../../domain/owners/queries'
import { withdraw } from '../../domain/owners/withdraw'
import { thaiDate } from '../../domain/time/bangkok'
import { cardMessage } from '../cards/card'
import { confirmCard } from '../cards/confirm'
import { withPage } from '../cards/inApp'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

/** ความเป็นส่วนตัว: what is held about whoever asks, as a file, too; and the way to withdraw. */
export const privacy = dialogue<Record<never, never>>({
  name: 'privacy',
  word: t => t.menu.privacy,
  title: t => t.menu.privacy,
  help: t => t.owners.helpPrivacy,
  questions: {},
  finish: async (_, talk) => {
    const { t: { owners }, person: { language, displayName, userId } } = talk
    const { cameras, consents, reports } = await heldSummary(talk.act)
    const card = cardMessage(owners.held, {
      title: owners.held,
      rows: [
        [owners.heldName, displayName ?? owners.noneHeld],
        [owners.heldCameras, cameras.map(({ code, name }) => `${code} ${name}`).join('\n') || owners.noneHeld],
        [owners.heldContact, cameras.length ? owners.sealed : owners.noneHeld],
        [owners.heldConsents, consents.map(({ givenAt }) => owners.givenOn(thaiDate(givenAt, language))).join('\n') || owners.noneHeld],
        [owners.heldReports, owners.count(reports)],
      ],
      note: owners.downloadNote,
      buttons: withPage([{ label: owners.download, url: talk.links.held(userId) }, ...cameras.length ? [{ label: owners.withdraw, data: startTap('withdrawConsent') }] : []], '/privacy', talk),
      plain: true,
    })
    return { saying: { say: [card], choices: mainChoices(talk) } }
  },
})

/** ถอนความยินยอม: for all of one's cameras, or for one; confirmed, because nothing brings it back. */
export const withdrawConsent = dialogue<{ camera?: string }>({
  name: 'withdrawConsent',
  title: t => t.owners.withdraw,
  questions: { camera: carried(z.uuid(), 'may') },
  instead: async ({ camera }, talk) => {
    if (camera) await ownCamera(talk.act, camera)
    return (await ownCameras(talk.act)).length ? null : { say: [text(talk.t.owners.nothingToWithdraw)], choices: mainChoices(talk) }
  },
  card: async ({ camera }, talk) => {
    const { owners } = talk.t
    const gone = camera ? [await ownCamera(talk.act, camera)] : await ownCameras(talk.act)
    return confirmCard(talk, { title: owners.withdraw, answers: gone.map(({ code, name }) => ({ label: code, value: name })), note: owners.withdrawNote })
  },
  finish: async ({ camera }, talk) => {
    const { codes, menu, owns } = await withdraw(talk.act, camera)
    const person = { ...talk.person, menuWanted: menu, memberships: talk.person.memberships.filter(({ role, provinceCode }) => role !== 'OWNER' || owns.includes(provinceCode)) }
    const words = codes.length ? talk.t.owners.withdrawn(codes.join(', ')) : talk.t.owners.nothingToWithdraw
    return { person, closes: ['describeCamera', 'changeOwnCamera', 'pauseCamera'], saying: { say: [text(words)], choices: mainChoices({ ...talk, can: talk.canAs(person) }) } }
  },
})
