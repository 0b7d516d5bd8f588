import * as z from 'zod'
import { followed, follow as followWork, unfollow as unfollowWork } from '../../domain/workOrders/commands'
import { followedCard } from '../cards/followed'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

/** ติดตามเรื่องนี้: hears how a repair goes without reporting it. */
export const follow = dialogue<{ workOrder: string }>({
  name: 'follow',
  title: t => t.report.followOnly,
  questions: { workOrder: carried(z.uuid()) },
  finish: async ({ workOrder }, talk) => {
    const { number } = await followWork(talk.act, { workOrderId: workOrder })
    const card = followedCard(await followed(talk.act, workOrder), talk)
    return { closes: ['report'], saying: { say: [text(talk.t.report.followed(number)), card], choices: mainChoices(talk) } }
  },
})

/** เลิกติดตาม: hears of it no more, and can take that back. */
export const unfollow = dialogue<{ workOrder: string }>({
  name: 'unfollow',
  title: t => t.report.unfollow,
  questions: { workOrder: carried(z.uuid()) },
  finish: async ({ workOrder }, talk) => {
    await unfollowWork(talk.act, { workOrderId: workOrder })
    const again = { label: talk.t.report.followOnly, data: startTap('follow', { workOrder }) }
    return { saying: { say: [text(talk.t.report.unfollowed)], choices: [again, ...mainChoices(talk)] } }
  },
})
