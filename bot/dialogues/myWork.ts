import * as z from 'zod'
import { myWork as workOf } from '../../domain/workOrders/queries'
import { carousel } from '../cards/card'
import { workSummaryCard } from '../cards/workOrder'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'
import { isWorker } from './workMove'

/** งานของฉัน: what is still to be repaired, overdue first, ten at a time. */
export const myWork = dialogue<{ page?: number }>({
  name: 'myWork',
  word: t => t.menu.myWork,
  title: t => t.menu.myWork,
  help: t => t.manners.helpMyWork,
  may: isWorker,
  inGroups: true,
  questions: { page: carried(z.int().min(1), 'may') },
  finish: async ({ page }, talk) => {
    const { t } = talk
    const list = await workOf(talk.act, { page })
    if (list.total === 0) return { saying: { say: [text(t.work.none)], choices: mainChoices(talk) } }
    const words = t.work.list(list.total, list.overdue) + (list.pages > 1 ? ` ${t.work.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: t.manners.more, data: startTap('myWork', { page: list.page + 1 }) }] : []
    return { saying: { say: [text(words), carousel(`${t.menu.myWork}: ${words}`, list.items.map(item => workSummaryCard(item, talk)))], choices: more } }
  },
})
