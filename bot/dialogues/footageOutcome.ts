import type { FootageCause } from '../../domain/enums'
import type { Move } from '../../domain/footage/rules'
import type { ItemView } from '../../domain/footage/view'
import type { Dialogue, Ending, Talk } from '../dialogue'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { attempt } from '../../domain/attempt'
import * as enums from '../../domain/enums'
import { writeToCustodian as write } from '../../domain/footage/message'
import { miss, noteHandOver, receive } from '../../domain/footage/outcome'
import { requestOfItem, whyNotOutcome } from '../../domain/footage/queries'
import { mostWords } from '../../domain/footage/schema'
import { footageCauseLabels, moveLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { Refusal } from '../../domain/refusal'
import { readNumber } from '../../domain/time/numbers'
import { codeOf } from '../cards/footageCamera'
import { requestSaying } from '../cards/footageRequest'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { named } from '../questions/named'
import { freeWords } from '../questions/words'
import { text } from '../say'

type Common = Required<Pick<Dialogue<{ item: string }>, 'title' | 'instead'>>

/** What the dialogues have in common by which an officer closes a camera: when it cannot be done (any more), why, and how the request stands. */
function ofOutcome(move: Move): Common {
  return {
    title: t => inLanguage(moveLabels[move], t.language),
    instead: async ({ item }, talk) => {
      const refusal = await whyNotOutcome(talk.act, item!, move)
      if (!refusal) return null
      const view = await attempt(talk.act.db, () => requestOfItem(talk.act, item!))
      const words = refusal.say(talk.person.language)
      return view instanceof Refusal ? { say: [text(words)] } : requestSaying(view, talk, words)
    },
  }
}

/** The end of an outcome: what was noted, and the request as it is now. */
async function noted(item: string, talk: Talk, words: (code: string) => string, more = ''): Promise<Ending> {
  const view = await requestOfItem(talk.act, item)
  const { camera } = view.items.find(({ id }) => id === item) as ItemView
  return { saying: requestSaying(view, talk, [words(codeOf(camera, talk.t)), more].filter(Boolean).join('\n')) }
}

/** ได้ภาพแล้ว, ได้ไม่ครบ: at once. */
export const receiveFootage = dialogue<{ item: string, complete: boolean }>({
  ...ofOutcome('receive'),
  name: 'receiveFootage',
  questions: { item: carried(z.uuid()), complete: carried(z.boolean()) },
  finish: async ({ item, complete }, talk) => {
    await receive(talk.act, { itemId: item, complete })
    return noted(item, talk, complete ? talk.t.footage.gotAll : talk.t.footage.gotPart)
  },
})

const cause = choice<FootageCause>({ key: 'cause', label: t => t.footage.cause, ask: t => t.footage.askCause, options: named(footageCauseLabels) }, z.enum(enums.FootageCause))

/** ไม่ได้ภาพ: why; a camera that is down is reported. */
export const missFootage = dialogue<{ item: string, cause: FootageCause }>({
  ...ofOutcome('miss'),
  name: 'missFootage',
  questions: { item: carried(z.uuid()), cause },
  finish: async ({ item, cause }, talk) => {
    const { fault } = await miss(talk.act, { itemId: item, cause })
    return noted(item, talk, talk.t.footage.gotNothing, fault ? talk.t.footage.faultOpened(fault) : '')
  },
})

/** แนบค่าแฮช: SHA-256 and size of what was handed over. */
export const footageHash = dialogue<{ item: string, sha256: string, bytes: number | null }>({
  ...ofOutcome('handOver'),
  name: 'footageHash',
  questions: {
    item: carried(z.uuid()),
    sha256: {
      schema: z.string().regex(/^[0-9a-f]{64}$/),
      label: t => t.footage.hash,
      ask: ({ t }) => ({ say: [text(t.footage.askHash)] }),
      read: (said, { t }) => {
        if (said.kind !== 'text') return null
        const found = said.text.length <= 1000 ? /(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])/.exec(said.text.toLowerCase()) : null
        return found ? { answers: { sha256: found[0] } } : { misread: t.footage.notAHash }
      },
    },
    bytes: {
      schema: z.int().min(1).max(Number.MAX_SAFE_INTEGER),
      optional: true,
      label: t => t.footage.size,
      ask: ({ t }) => ({ say: [text(t.footage.askBytes)] }),
      read: (said, { t }) => {
        if (said.kind !== 'text') return null
        const bytes = said.text.length <= 40 ? readNumber(said.text) : null
        return bytes !== null && Number.isSafeInteger(bytes) && bytes > 0 ? { answers: { bytes } } : { misread: t.footage.notBytes }
      },
    },
  },
  finish: async ({ item, sha256, bytes }, talk) => {
    await noteHandOver(talk.act, { itemId: item, sha256, bytes })
    return noted(item, talk, talk.t.footage.hashNoted)
  },
})

/** ส่งข้อความถึงผู้ดูแล: brought by the bot, without anybody's number. */
export const writeToCustodian = dialogue<{ item: string, message: Words }>({
  name: 'writeToCustodian',
  title: t => t.footage.writeTitle,
  questions: {
    item: carried(z.uuid()),
    message: freeWords({ key: 'message', label: t => t.footage.message, ask: t => t.footage.askMessage, most: mostWords }),
  },
  finish: async ({ item, message }, talk) => {
    await write(talk.act, item, { text: message.text, lineMessageId: message.messageId })
    return noted(item, talk, () => talk.t.footage.messageSent)
  },
})
