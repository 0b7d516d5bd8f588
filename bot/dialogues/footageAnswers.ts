import type { Answer } from '../cards/footageAsk'
import type { Dialogue, Ending, Talk } from '../dialogue'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { attempt } from '../../domain/attempt'
import { readTrackingNumber } from '../../domain/faults/number'
import { appoint, preserve, refuse, reportDown, awaitTechnician as waitFor } from '../../domain/footage/answer'
import { writeToOfficers as write } from '../../domain/footage/message'
import { asksOfNumber, asksToMe, askView, whyNotAnswer } from '../../domain/footage/queries'
import { mayKeep } from '../../domain/footage/rules'
import { mostWords, writtenPhone } from '../../domain/footage/schema'
import { moveLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { readPhone } from '../../domain/people/phone'
import { Refusal } from '../../domain/refusal'
import { lastSent } from '../../domain/sent'
import { thaiDateTime } from '../../domain/time/bangkok'
import { askSaying, dialogueOfAnswer } from '../cards/footageAsk'
import { dialogue } from '../dialogue'
import { politeEnding } from '../locales/sentence'
import { carried } from '../questions/carried'
import { momentIn, pickChoice } from '../questions/moment'
import { freeWords, wordsSchema } from '../questions/words'
import { text } from '../say'
import { folded } from '../text'

type Common = Required<Pick<Dialogue<{ ask: string }>, 'name' | 'title' | 'may' | 'instead' | 'hears'>>

/** What the dialogues of all answers have in common. The answer's name starts it, typed with a request's number, or alone where it is clear what is meant. */
function ofAnswer(move: Answer): Common {
  return {
    name: dialogueOfAnswer[move],
    title: t => inLanguage(moveLabels[move], t.language),
    may: mayKeep,
    instead: async ({ ask }, talk) => {
      const refusal = await whyNotAnswer(talk.act, ask!, move)
      if (!refusal) return null
      const view = await attempt(talk.act.db, () => askView(talk.act, ask!))
      const words = refusal.say(talk.person.language)
      return view instanceof Refusal ? { say: [text(words)] } : askSaying(view, talk, words)
    },
    hears: async (words, talk) => {
      const ask = words.length <= 80 && mayKeep(talk.person) ? await askMeant(words, move, talk) : null
      return ask ? { ask } : null
    },
  }
}

/** Which question somebody answers who only types the answer: that of the number, the one the chat showed last, or the only one there is. */
async function askMeant(words: string, move: Answer, { act, person }: Talk): Promise<string | null> {
  const said = folded(words).replace(politeEnding, '')
  const label = [moveLabels[move].th, moveLabels[move].en].map(folded).find(one => said === one || said.startsWith(`${one} `))
  if (!label) return null
  const number = readTrackingNumber(words)
  if (number) return (await asksOfNumber(act, number))[0] ?? null
  if (said !== label) return null
  const [kind, shown] = (await lastSent(act, person.lineUserId))?.split(':') ?? []
  if (kind === 'footageAsk' && shown && !await whyNotAnswer(act, shown, move)) return shown
  const { items } = await asksToMe(act)
  const able = items.filter(({ moves }) => moves.includes(move))
  return able.length === 1 ? able[0]!.askId : null
}

/** The end of an answer: thanks, and what is asked as it is now. */
async function thanked(ask: string, talk: Talk, words: string): Promise<Ending> {
  return { saying: askSaying(await askView(talk.act, ask), talk, words) }
}

/** เก็บภาพไว้แล้ว: one tap. */
export const preserveFootage = dialogue<{ ask: string }>({
  ...ofAnswer('preserve'),
  questions: { ask: carried(z.uuid()) },
  finish: async ({ ask }, talk) => {
    await preserve(talk.act, { askId: ask })
    return thanked(ask, talk, talk.t.footage.preserved)
  },
})

/** นัดเวลา: when the police can come. */
export const appointFootage = dialogue<{ ask: string, when: string }>({
  ...ofAnswer('appoint'),
  questions: {
    ask: carried(z.uuid()),
    when: {
      schema: z.iso.datetime(),
      label: t => t.footage.appointment,
      ask: talk => ({ say: [text(talk.t.footage.askAppointment)], choices: [pickChoice(talk, 'when', 'after')] }),
      read: (said, { act: { now }, t, person }) => {
        const at = momentIn(said, 'when', now)
        if (!at) return said.kind === 'text' ? { misread: t.footage.noTime } : null
        return at > now ? { answers: { when: at.toISOString() } } : { misread: new Refusal('footagePast').say(person.language) }
      },
    },
  },
  finish: async ({ ask, when }, talk) => {
    await appoint(talk.act, { askId: ask, at: new Date(when) })
    return thanked(ask, talk, talk.t.footage.appointed(thaiDateTime(new Date(when), talk.person.language)))
  },
})

/** ต้องรอช่าง: whose number the police may call. */
export const awaitTechnician = dialogue<{ ask: string, phone: Words | null }>({
  ...ofAnswer('awaitTechnician'),
  questions: {
    ask: carried(z.uuid()),
    phone: {
      schema: wordsSchema,
      optional: true,
      label: t => t.footage.technician,
      ask: ({ t }) => ({ say: [text(t.footage.askTechnician)] }),
      read: (said, { t: { footage } }) => {
        if (said.kind !== 'text') return null
        const read = readPhone(said.text)
        if (read === null || read === 'id') return { misread: read ? footage.nationalId : footage.notAPhone }
        return { answers: { phone: { text: writtenPhone(read), messageId: said.messageId } } }
      },
    },
  },
  finish: async ({ ask, phone }, talk) => {
    await waitFor(talk.act, { askId: ask, phone })
    return thanked(ask, talk, talk.t.footage.technicianNoted)
  },
})

/** กล้องเสีย: a public camera is reported broken along with it. */
export const footageDown = dialogue<{ ask: string }>({
  ...ofAnswer('reportDown'),
  questions: { ask: carried(z.uuid()) },
  finish: async ({ ask }, talk) => {
    const { fault } = await reportDown(talk.act, { askId: ask })
    return thanked(ask, talk, fault ? talk.t.footage.downNoted(fault) : talk.t.footage.downOwn)
  },
})

/** ไม่สะดวก: why, if somebody likes to say; the police never see it. */
export const refuseFootage = dialogue<{ ask: string, refusal: Words | null }>({
  ...ofAnswer('refuse'),
  questions: {
    ask: carried(z.uuid()),
    refusal: freeWords({ key: 'refusal', label: t => t.footage.refusal, ask: t => t.footage.askRefusal, most: mostWords, optional: true }),
  },
  finish: async ({ ask, refusal }, talk) => {
    await refuse(talk.act, { askId: ask, reason: refusal })
    return thanked(ask, talk, talk.t.footage.refused)
  },
})

/** ส่งข้อความถึงผู้ขอ: brought by the bot. */
export const writeToOfficers = dialogue<{ ask: string, message: Words }>({
  name: 'writeToOfficers',
  title: t => t.footage.replyTitle,
  questions: {
    ask: carried(z.uuid()),
    message: freeWords({ key: 'message', label: t => t.footage.message, ask: t => t.footage.askMessage, most: mostWords }),
  },
  finish: async ({ ask, message }, talk) => {
    await write(talk.act, ask, { text: message.text, lineMessageId: message.messageId })
    return thanked(ask, talk, talk.t.footage.messageSent)
  },
})
