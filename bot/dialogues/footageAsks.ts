import * as z from 'zod'
import { asksToMe, askView } from '../../domain/footage/queries'
import { mayKeep } from '../../domain/footage/rules'
import { carousel } from '../cards/card'
import { askCard, askSaying } from '../cards/footageAsk'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

/** คำขอที่ได้รับ: what the police ask of somebody who keeps cameras, the nearest deadline first, ten at a time. */
export const requestsToMe = dialogue<{ page?: number }>({
  name: 'requestsToMe',
  word: t => t.menu.requestsToMe,
  title: t => t.menu.requestsToMe,
  help: t => t.footage.helpToMe,
  may: mayKeep,
  questions: { page: carried(z.int().min(1), 'may') },
  finish: async ({ page }, talk) => {
    const { t: { footage, manners, menu } } = talk
    const list = await asksToMe(talk.act, { page })
    if (list.total === 0) return { saying: { say: [text(footage.noAsks)], choices: mainChoices(talk) } }
    const words = footage.asks(list.total) + (list.pages > 1 ? ` ${footage.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: manners.more, data: startTap('requestsToMe', { page: list.page + 1 }) }] : []
    const cards = carousel(`${menu.requestsToMe}: ${words}`, list.items.map(view => askCard(view, talk)), undefined, list.items.map(({ askId }) => `footageAsk:${askId}`))
    return { saying: { say: [text(words), cards], choices: [...more, ...mainChoices(talk)] } }
  },
})

/** What is asked of one camera, with every answer. */
export const footageAsk = dialogue<{ ask: string }>({
  name: 'footageAsk',
  title: t => t.menu.requestsToMe,
  questions: { ask: carried(z.uuid()) },
  finish: async ({ ask }, talk) => ({ saying: askSaying(await askView(talk.act, ask), talk) }),
})
