import type { ChatLine } from '../../simulator/contract'
import type { Platform } from '../../simulator/platform'
import type { Action } from './messages'
import { expect } from 'vitest'
import { actionsOf, textsOf } from './messages'

/** What a test needs of a running product: LINE's stand-in, and to know when all is answered. */
export interface Talking { line: Platform, idle: () => Promise<void> }

/** A person in a chat. Each act waits until the product has nothing left to say, so that tests read like a transcript. */
export interface Chat {
  id: string
  says: (text: string, quoting?: string) => Promise<string>
  mentions: (text: string) => Promise<string>
  /** Taps the newest button or quick reply with this label. Fails when there is none. */
  taps: (label: string, params?: Record<string, string>) => Promise<string>
  sendsPlace: (latitude: number, longitude: number) => Promise<string>
  sendsPhotos: (...photos: Uint8Array[]) => Promise<string>
  sendsSticker: () => Promise<string>
  follows: () => Promise<string>
  blocks: () => Promise<string>
  unblocks: () => Promise<string>
  unsends: (messageId: string) => Promise<string>
  /** A button with data of one's own making. */
  forges: (data: string) => Promise<string>
  /** All texts that came since the last act, cards flattened, quick replies in brackets. */
  sees: () => string
  /** Labels of the quick replies that stand now. */
  choices: () => string[]
  /** Labels of all buttons on the messages that came since the last act. */
  buttons: () => string[]
  /** Every line of the chat, newest last. */
  lines: () => ChatLine[]
  /** Id of the newest message of the bot / of the person. */
  lastOfBot: () => string
  lastOwn: () => string
}

/** Plays a person of the simulated LINE, one-to-one or in a group. */
export function chat({ line, idle }: Talking, userId: string, chatId = userId): Chat {
  let from = line.linesOf(chatId).length
  const lines = () => line.linesOf(chatId)
  const fresh = () => lines().slice(from).filter(l => l.from === 'bot')
  async function does(act: () => Promise<unknown>): Promise<string> {
    from = lines().length
    await act()
    await idle()
    return sees()
  }
  const sees = () => fresh().flatMap(l => textsOf(l.message)).join('\n')
  const quickReplies = (): Action[] => {
    const last = lines().filter(l => l.from === 'bot').at(-1)
    return (last?.message.quickReply as { items: { action: Action }[] } | undefined)?.items.map(i => i.action) ?? []
  }
  function action(label: string): Action {
    const inCards = lines().filter(l => l.from === 'bot').reverse().flatMap(l => actionsOf(l.message))
    const found = [...quickReplies(), ...inCards].find(a => a.label === label)
    expect(found, `a button “${label}” among: ${[...quickReplies(), ...inCards].map(a => a.label).join(' | ')}`).toBeDefined()
    return found!
  }
  const as = { as: userId, chat: chatId }
  return {
    id: userId,
    says: (text, quotedMessageId) => does(() => line.act({ do: 'text', ...as, text, ...(quotedMessageId ? { quotedMessageId } : {}) })),
    mentions: text => does(() => line.act({ do: 'text', ...as, text, mentionBot: true })),
    taps: (label, params) => does(() => line.act({ do: 'tap', ...as, action: action(label), ...(params ? { params } : {}) })),
    sendsPlace: (latitude, longitude) => does(() => line.act({ do: 'location', ...as, latitude, longitude })),
    sendsPhotos: (...photos) => does(() => line.photos({ ...as, files: photos.map(bytes => ({ bytes, type: 'image/jpeg' })) })),
    sendsSticker: () => does(() => line.act({ do: 'sticker', ...as, packageId: '446', stickerId: '1988' })),
    follows: () => does(() => line.act({ do: 'follow', as: userId })),
    blocks: () => does(() => line.act({ do: 'block', as: userId })),
    unblocks: () => does(() => line.act({ do: 'unblock', as: userId })),
    unsends: messageId => does(() => line.act({ do: 'unsend', ...as, messageId })),
    forges: data => does(() => line.act({ do: 'tap', ...as, action: { type: 'postback', label: 'x', data } })),
    sees,
    choices: () => quickReplies().map(a => a.label ?? ''),
    buttons: () => fresh().flatMap(l => actionsOf(l.message)).map(a => a.label ?? ''),
    lines,
    lastOfBot: () => lines().filter(l => l.from === 'bot').at(-1)!.id,
    lastOwn: () => lines().filter(l => l.from === userId).at(-1)!.id,
  }
}
