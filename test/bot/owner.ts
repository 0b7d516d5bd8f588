import type { Actor } from '../../domain/act'
import type { Language } from '../../prisma/client'
import type { Talker } from '../helpers/talk'
import type { office } from './office'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { openedByLabels, sharesLabels, whereLabels } from '../../domain/labels/owners'
import { talker } from '../helpers/talk'
import { wordsIn } from './office'

/** What the owner of these tests answers. */
export const owner = { shop: 'ร้านทองมาลี', name: 'มาลี ตั้งเจริญกิจ', phone: '081-234-5678', hours: 'ทุกวัน 9 โมงถึงหกโมง' }

/** Answers all about a camera, up to the card; a photo is skipped. */
export async function describe(me: Talker, language: Language = 'TH', shares: 'yes' | 'no' = 'yes'): Promise<string> {
  const { t } = wordsIn(language)
  const said = (label: { th: string, en: string }) => inLanguage(label, language)
  await me.says(t.menu.registerCamera)
  await me.taps(t.owners.agree)
  await me.says(owner.shop)
  await me.sendsPlace()
  await me.taps(`${directionLabels.E.arrow} ${said(directionLabels.E)}`)
  await me.taps(said(whereLabels.outside))
  await me.taps(t.owners.inDays(7))
  await me.taps(said(openedByLabels.TECHNICIAN))
  await me.says(owner.name)
  await me.says(owner.phone)
  await me.says(owner.hours)
  await me.taps(said(sharesLabels[shares]))
  return me.taps(t.menu.skip)
}

/** Somebody of the province who has registered a camera. */
export async function registered(o: ReturnType<typeof office>, { language = 'TH', shares = 'yes', actor }: { language?: Language, shares?: 'yes' | 'no', actor?: Actor } = {}): Promise<{ me: Talker, actor: Actor, id: string, code: string }> {
  const person = actor ?? await o.s.newPerson()
  const me = talker(o.place, person, { language })
  await describe(me, language, shares)
  await me.taps(wordsIn(language).t.menu.confirm)
  const { cameraId: id, camera: { code } } = await o.s.db.privateCamera.findFirstOrThrow({ where: { ownerId: person.userId }, include: { camera: true }, orderBy: { camera: { code: 'desc' } } })
  return { me, actor: person, id, code }
}
