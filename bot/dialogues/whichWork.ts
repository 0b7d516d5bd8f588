import type { Move } from '../../domain/workOrders/rules'
import * as z from 'zod'
import { inLanguage } from '../../domain/labels/label'
import { moveLabels } from '../../domain/labels/workOrders'
import { myWork } from '../../domain/workOrders/queries'
import { carousel } from '../cards/card'
import { workSummaryCard } from '../cards/workOrder'
import { dialogue } from '../dialogue'
import { dialogueOfMove, moveAlone } from '../moves'
import { carried } from '../questions/carried'
import { text } from '../say'
import { isWorker } from './workMove'

/** Of so many open ones those that fit are found. */
const mostLooked = 100

/** A move's name alone, where it is not clear which work order is meant: shows those with which it can be done. Comes after the moves themselves. */
export const whichWork = dialogue<{ move: Move }>({
  name: 'whichWork',
  title: t => t.menu.myWork,
  may: isWorker,
  inGroups: true,
  questions: { move: carried(z.enum(Object.keys(dialogueOfMove) as [Move, ...Move[]])) },
  hears: (words, { person }) => {
    const move = isWorker(person) ? moveAlone(words) : null
    return move ? { move } : null
  },
  finish: async ({ move }, talk) => {
    const { t, person } = talk
    const name = inLanguage(moveLabels[move], person.language).replace('…', '')
    const choices = [{ label: t.menu.myWork, word: t.menu.myWork }]
    const able = (await myWork(talk.act, { limit: mostLooked })).items.filter(({ moves }) => moves.includes(move)).slice(0, 10)
    if (able.length === 0) return { saying: { say: [text(t.work.nothingTo(name))], choices } }
    const words = t.work.whichTo(name, able[0]!.number)
    return { saying: { say: [text(words), carousel(words, able.map(item => workSummaryCard(item, talk)))], choices } }
  },
})
