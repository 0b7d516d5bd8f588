import * as z from 'zod'
import { readTrackingNumber } from '../../domain/faults/number'
import { cancelRequest } from '../../domain/footage/cancel'
import { asksOfNumber, myRequests as requestsOf, requestView } from '../../domain/footage/queries'
import { isPolice } from '../../domain/footage/rules'
import { carousel } from '../cards/card'
import { requestSaying, requestSummaryCard } from '../cards/footageRequest'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

/** คำขอของฉัน: an officer's requests, the nearest deadline first, ten at a time. */
export const myRequests = dialogue<{ page?: number }>({
  name: 'myRequests',
  word: t => t.menu.myRequests,
  title: t => t.menu.myRequests,
  help: t => t.footage.helpMine,
  may: isPolice,
  questions: { page: carried(z.int().min(1), 'may') },
  finish: async ({ page }, talk) => {
    const { t: { footage, manners, menu } } = talk
    const list = await requestsOf(talk.act, { page })
    if (list.total === 0) return { saying: { say: [text(footage.none)], choices: mainChoices(talk) } }
    const words = footage.list(list.total) + (list.pages > 1 ? ` ${footage.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: manners.more, data: startTap('myRequests', { page: list.page + 1 }) }] : []
    const cards = carousel(`${menu.myRequests}: ${words}`, list.items.map(view => requestSummaryCard(view, talk)), undefined, list.items.map(({ id }) => `footage:${id}`))
    return { saying: { say: [text(words), cards], choices: [...more, { label: menu.footage, word: menu.footage }] } }
  },
})

/** One request: for its officer, or under its number what somebody is asked who keeps a camera. */
export const footageRequest = dialogue<{ request?: string, number?: string }>({
  name: 'footageRequest',
  title: t => t.menu.myRequests,
  questions: { request: carried(z.uuid(), 'may'), number: carried(z.string().max(20), 'may') },
  hears: (words) => {
    const number = words.length <= 60 ? readTrackingNumber(words) : null
    return number?.startsWith('R') ? { number } : null
  },
  finish: async ({ request, number = '' }, talk) => {
    const [ask] = request ? [] : await asksOfNumber(talk.act, number)
    if (ask) return { saying: { say: [] }, next: { dialogue: 'footageAsk', answers: { ask } } }
    return { saying: requestSaying(await requestView(talk.act, request ? { id: request } : { number }), talk) }
  },
})

/** ยกเลิกคำขอ: nobody need do anything for it any more. */
export const cancelFootage = dialogue<{ request: string }>({
  name: 'cancelFootage',
  title: t => t.footage.cancel,
  questions: { request: carried(z.uuid()) },
  finish: async ({ request }, talk) => {
    const { number } = await cancelRequest(talk.act, { requestId: request })
    return { saying: requestSaying(await requestView(talk.act, { id: request }), talk, talk.t.footage.cancelled(number)) }
  },
})
