import type { webhook } from '@line/bot-sdk'
import type { DraftState, Lane, WaitingNotice } from '../../bot/lane'
import type { Message } from '../../bot/message'
import type { Actor } from '../../domain/act'
import type { Db, Language } from '../../prisma/client'
import type { Action } from './messages'
import { expect } from 'vitest'
import { hear } from '../../bot/conversation'
import { putIntoWords } from '../../bot/notices'
import { checkMessages } from '../../simulator/platform/messages/validate/messages'
import { contacts } from './contacts'
import { actionsOf, textsOf } from './messages'

/** What a conversation without HTTP needs: a database, and what time it is. */
export interface Place { db: Db, now: () => Date }

/** A person talking with the conversation itself: no server, no LINE, a real database; all that is said is checked as LINE checks it. */
export interface Talker {
  says: (text: string, quoting?: string) => Promise<string>
  mentions: (text: string) => Promise<string>
  /** Taps the newest button or quick reply with this label; fails when there is none. */
  taps: (label: string, params?: Record<string, string>) => Promise<string>
  /** Picks a moment (`2026-11-20T18:30`) with the newest picker of this label. */
  picks: (label: string, datetime: string) => Promise<string>
  /** One photo, or the nth of a set. */
  sendsPhoto: (set?: { index: number, total: number }) => Promise<string>
  sendsPlace: (at?: { latitude: number, longitude: number }) => Promise<string>
  sendsSticker: () => Promise<string>
  /** Notices that wait, as they are told. */
  hears: (notices: WaitingNotice[]) => Promise<string>
  /** Taps a button with data of one's own making, or one kept from before. */
  forges: (data: string) => Promise<string>
  unsends: (messageId: string) => Promise<string>
  /** What the newest button with this label carries. */
  holds: (label: string) => string
  sees: () => string
  choices: () => string[]
  buttons: () => string[]
  messages: () => Message[]
  draft: () => DraftState | undefined
  lastOfBot: () => string
  lastOwn: () => string
}

let counter = 0

const links = { photo: (id: string, size: string) => `https://songklong.test/photo/${id}/${size}`, held: (id: string) => `https://songklong.test/held/${id}`, chat: () => null, liff: (path: string) => `https://liff.line.me/1500000012-songklong${path}` }

/** Plays a person, one-to-one or in a group. */
export function talker(place: Place, actor: Actor, { language = 'TH', group }: { language?: Language, group?: string } = {}): Talker {
  const lineUserId = `U${String(++counter).padStart(32, 'f')}`
  let lane: Lane = {
    key: group ? `${group}/${lineUserId}` : lineUserId,
    person: { ...actor, language, lineUserId, displayName: 'somebody', reachable: true, menuWanted: 'everyone' },
    drafts: [],
    notices: [],
  }
  const said: Message[] = []
  let fresh: Message[] = []
  let [lastOwn, lastOfBot] = ['', '']

  async function event(fields: object): Promise<string> {
    const source = group ? { type: 'group', groupId: group, userId: lineUserId } : { type: 'user', userId: lineUserId }
    const heard = { webhookEventId: `e${++counter}`, timestamp: place.now().getTime(), mode: 'active', source, ...fields } as unknown as webhook.Event
    const turn = await place.db.$transaction(tx => hear({ db: tx, now: place.now(), links, contacts }, lane, heard))
    lane = { ...lane, person: turn.person, drafts: turn.drafts }
    fresh = turn.messages
    if (fresh.length > 0) checkMessages(JSON.parse(JSON.stringify(fresh)), { allowHttpLocalhost: false, to: { kind: 'user', members: [lineUserId] }, canQuote: () => false })
    for (const [i, message] of fresh.entries()) {
      lastOfBot = `sent-${++counter}`
      said.push(message)
      if (turn.about[i]) await place.db.sentMessage.create({ data: { messageId: lastOfBot, chatId: group ?? lineUserId, about: turn.about[i] } })
    }
    return sees()
  }
  function message(fields: object): Promise<string> {
    lastOwn = `own-${++counter}`
    return event({ type: 'message', message: { id: lastOwn, ...fields } })
  }
  const sees = () => fresh.flatMap(one => textsOf(one)).join('\n')
  const quickReplies = (): Action[] => said.at(-1)?.quickReply?.items?.map(item => item.action as Action) ?? []
  function action(label: string): Action {
    const all = [...quickReplies(), ...said.toReversed().flatMap(one => actionsOf(one))]
    const found = all.find(one => one.label === label)
    expect(found, `a button “${label}” among: ${all.map(one => one.label).join(' | ')}`).toBeDefined()
    return found!
  }
  const self = { index: 0, length: 4, type: 'user', isSelf: true }
  return {
    says: (text, quotedMessageId) => message({ type: 'text', text, ...(quotedMessageId && { quotedMessageId }) }),
    mentions: text => message({ type: 'text', text: `@bot ${text}`, mention: { mentionees: [self] } }),
    taps: (label, params) => {
      const tapped = action(label)
      return tapped.type === 'message' ? message({ type: 'text', text: tapped.text }) : event({ type: 'postback', postback: { data: tapped.data, ...(params && { params }) } })
    },
    picks: (label, datetime) => event({ type: 'postback', postback: { data: action(label).data, params: { datetime } } }),
    sendsPhoto: set => message({ type: 'image', contentProvider: { type: 'line' }, ...(set && { imageSet: { id: 'set', ...set } }) }),
    sendsPlace: (at = { latitude: 14.58, longitude: 100.45 }) => message({ type: 'location', ...at, address: 'ถนน' }),
    sendsSticker: () => message({ type: 'sticker', packageId: '446', stickerId: '1988' }),
    async hears(notices) {
      const spoken = await place.db.$transaction(async tx => inOrder(notices, notice => putIntoWords({ db: tx, now: place.now(), links, contacts }, notice, { language, person: lane.person })))
      fresh = spoken.flatMap(words => words?.messages ?? [])
      said.push(...fresh)
      return sees()
    },
    forges: data => event({ type: 'postback', postback: { data } }),
    unsends: messageId => event({ type: 'unsend', unsend: { messageId } }),
    holds: label => action(label).data as string,
    sees,
    choices: () => quickReplies().map(one => one.label ?? ''),
    buttons: () => fresh.flatMap(one => actionsOf(one)).map(one => one.label ?? ''),
    messages: () => fresh,
    draft: () => lane.drafts.find(draft => draft.state === 'OPEN'),
    lastOfBot: () => lastOfBot,
    lastOwn: () => lastOwn,
  }
}

async function inOrder<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const item of items) done.push(await work(item))
  return done
}
