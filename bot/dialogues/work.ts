import type { Ending, Talk } from '../dialogue'
import * as z from 'zod'
import { attempt } from '../../domain/attempt'
import { readTrackingNumber } from '../../domain/faults/number'
import { reportByNumber } from '../../domain/faults/queries'
import { Refusal } from '../../domain/refusal'
import { followed } from '../../domain/workOrders/commands'
import { workOrderByNumber, workOrderView } from '../../domain/workOrders/queries'
import { carousel } from '../cards/card'
import { followedCard } from '../cards/followed'
import { placeTitle, workSaying } from '../cards/workOrder'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { notYours } from './workMove'

/** ดูงานนี้: one work order with its time line and what can be done, by its card, its number, or by quoting it. */
export const work = dialogue<{ workOrder?: string, number?: string }>({
  name: 'work',
  title: t => t.work.title,
  inGroups: true,
  questions: { workOrder: carried(z.uuid(), 'may'), number: carried(z.string().max(20), 'may') },
  hears: (words) => {
    const number = words.length <= 60 ? readTrackingNumber(words) : null
    return number ? { number } : null
  },
  finish: async ({ workOrder, number }, talk) => {
    const found = await attempt(talk.act.db, () => workOrder ? workOrderView(talk.act, workOrder) : workOrderByNumber(talk.act, number ?? ''))
    if (!(found instanceof Refusal)) return { saying: workSaying(found, talk) }
    if (number) return ownReport(number, talk)
    const gist = workOrder && await attempt(talk.act.db, () => followed(talk.act, workOrder))
    return { saying: !gist || gist instanceof Refusal ? notYours(talk) : { say: [followedCard(gist, talk)], choices: mainChoices(talk) } }
  },
})

/** A reporter who types the number of the repair means their own report on it. */
async function ownReport(number: string, talk: Talk): Promise<Ending> {
  const report = await attempt(talk.act.db, () => reportByNumber(talk.act, number))
  if (report instanceof Refusal || talk.group) return { saying: { say: [text(talk.t.report.noNumber)], choices: mainChoices(talk) } }
  return { saying: { say: [] }, next: { dialogue: 'track', answers: { report: report.id } } }
}

/** All photos of a work order side by side. */
export const workPhotos = dialogue<{ workOrder: string }>({
  name: 'workPhotos',
  title: t => t.work.photos,
  inGroups: true,
  questions: { workOrder: carried(z.uuid()) },
  finish: async ({ workOrder }, talk) => {
    const { t, links } = talk
    const found = await attempt(talk.act.db, () => workOrderView(talk.act, workOrder))
    if (found instanceof Refusal || found.photos.length === 0) return { saying: notYours(talk) }
    const photos = found.photos.slice(-12)
    const title = placeTitle(found, t)
    const cards = photos.map(({ id, after }, i) => ({
      title: `${after ? t.work.afterRepair : t.work.ofFault} ${i + 1}/${photos.length}`,
      photo: { preview: links.photo(id, 'preview'), full: links.photo(id, 'full') },
    }))
    return { saying: { say: [carousel(`${found.number} ${title}: ${t.work.allPhotos(photos.length)}`, cards, `workOrder:${workOrder}`)] } }
  },
})
