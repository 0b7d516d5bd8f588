import type { CooperationMove } from '../../domain/cooperation/rules'
import * as z from 'zod'
import { moveCooperation } from '../../domain/cooperation/move'
import { cooperationById, cooperationOf } from '../../domain/cooperation/queries'
import { cooperationMove } from '../../domain/cooperation/schema'
import { mayKeep } from '../../domain/footage/rules'
import { carousel } from '../cards/card'
import { cooperationCard, cooperationMessage } from '../cards/cooperation'
import { inApp } from '../cards/inApp'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'

/** A carousel holds no more. */
const shown = 10

/** ความร่วมมือ: favours that one asked, or was asked. */
export const cooperationList = dialogue<Record<never, never>>({
  name: 'cooperationList',
  word: t => t.cooperation.word,
  title: t => t.cooperation.word,
  help: t => t.cooperation.helpList,
  may: mayKeep,
  questions: {},
  finish: async (_, talk) => {
    const { cooperation } = talk.t
    const all = await cooperationOf(talk.act)
    if (!all.length) return { saying: { say: [text(cooperation.none)], choices: mainChoices(talk) } }
    const cards = carousel(cooperation.list(all.length), all.slice(0, shown).map(view => cooperationCard(view, talk)), undefined, all.slice(0, shown).map(({ id }) => `cooperation:${id}`))
    return { saying: { say: [cards], choices: [...inApp('/cooperation', talk), ...mainChoices(talk)] } }
  },
})

/** One favour, by quoting its card. */
export const cooperation = dialogue<{ cooperation: string }>({
  name: 'cooperation',
  title: t => t.cooperation.word,
  questions: { cooperation: carried(z.uuid()) },
  finish: async ({ cooperation: id }, talk) => ({ saying: { say: [cooperationMessage(await cooperationById(talk.act, id), talk)], choices: mainChoices(talk) } }),
})

/** ยินดี / ไม่สะดวก / ขอคิดดูก่อน / หันแล้ว, and the officer's ยกเลิกคำขอ. */
export const answerCooperation = dialogue<{ cooperation: string, move: CooperationMove }>({
  name: 'answerCooperation',
  title: t => t.cooperation.word,
  questions: { cooperation: carried(z.uuid()), move: carried(cooperationMove.shape.move) },
  finish: async ({ cooperation: id, move }, talk) => {
    const { cooperation } = talk.t
    const view = await moveCooperation(talk.act, id, move)
    const words = move === 'done' && view.kind === 'ADD' ? cooperation.thanksAdded : cooperation.thanks[move]
    return { saying: { say: [text(words), cooperationMessage(view, talk)], choices: mainChoices(talk) } }
  },
})
