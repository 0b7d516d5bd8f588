/**
 * What the simulated LINE platform (`simulator/platform`) and its chat page (`simulator/ui`) say to each other.
 * All of it lives below `/_simulator` on the simulator's origin; everything else there is LINE's own API.
 *
 * GET  /_simulator/state                      -> SimulatorState
 * GET  /_simulator/stream                     -> server-sent events, each `data:` one SimulatorChange
 * POST /_simulator/act                        <- Act, -> { ok: true, webhookEventIds, id? } (id of the new person or group) | 4xx { message }
 * POST /_simulator/photos?chat=&as=&count=    <- multipart, field `files` (1..10): photo message(s), one event each with `imageSet`
 * GET  /_simulator/id-token?as=                -> { idToken } that LIFF hands to the app of this person
 * GET  /_simulator/content/:messageId         -> bytes of a photo in the chat
 * GET  /_simulator/richmenu/:richMenuId/image -> bytes of its image
 */

/** Somebody who can be played. `id` is `U` + 32 hex digits. */
export interface Person {
  id: string
  name: string
  /** One line under the name: who this is, in both languages. */
  role: { th: string, en: string }
  /** Language of the LINE app (`th`, `en`), given to the bot in the profile. */
  language: string
  following: boolean
  /** Has blocked the account: gets nothing, pushes answer 200 all the same. */
  blocked: boolean
  richMenuId: string | null
}

/** A one-to-one chat (`id` = the person's id) or a group (`C…`). */
export interface Chat {
  id: string
  kind: 'user' | 'group'
  name: string
  members: string[]
  botJoined: boolean
}

export type Via = 'person' | 'reply' | 'push' | 'multicast' | 'broadcast' | 'system'

/** One line of a chat. `message` is LINE's message object (bot) or webhook message object (person), as sent. */
export interface ChatLine {
  id: string
  chatId: string
  /** Person id, or `bot`. */
  from: string
  via: Via
  /** Epoch ms. */
  at: number
  message: { type: string, [key: string]: unknown }
  quoteToken?: string
  quotedMessageId?: string
  /** The person took it back. */
  unsent?: boolean
}

export interface RichMenuArea {
  bounds: { x: number, y: number, width: number, height: number }
  action: { type: string, [key: string]: unknown }
}

export interface RichMenu {
  richMenuId: string
  name: string
  chatBarText: string
  selected: boolean
  size: { width: number, height: number }
  areas: RichMenuArea[]
  hasImage: boolean
}

/** One webhook delivery, for the panel. */
export interface Delivery {
  id: string
  at: number
  webhookEventIds: string[]
  redelivery: boolean
  /** HTTP status, or null when the webhook was not reached. */
  status: number | null
  error?: string
  /** Milliseconds until the answer. */
  took: number | null
  body: unknown
}

/** One call of LINE's API by the bot, for the panel. */
export interface ApiCall {
  id: string
  at: number
  method: string
  path: string
  status: number
  requestId: string
  request: unknown
  response: unknown
}

/** A camera or place that the person may "scan" or "be at"; offered by the demo. */
export interface DemoPlace { title: string, address: string, latitude: number, longitude: number }
export interface DemoQr { label: string, text: string }

/** What the platform should do wrong on purpose. `status` 0 = do not answer until the caller gives up. */
export interface Fault {
  /** Applies to paths that start with this; `` = all message sends. */
  path: string
  status: 0 | 400 | 401 | 409 | 429 | 500
  /** How many calls still; null = until switched off. */
  times: number | null
  /** The call is done all the same, only its answer is lost. */
  after?: boolean
}

export interface SimulatorState {
  bot: { userId: string, basicId: string, displayName: string }
  people: Person[]
  chats: Chat[]
  lines: ChatLine[]
  /** Up to when (epoch ms) the bot has read each chat, by chat id. */
  reads: Record<string, number>
  richMenus: RichMenu[]
  defaultRichMenuId: string | null
  deliveries: Delivery[]
  calls: ApiCall[]
  faults: Fault[]
  places: DemoPlace[]
  qrCodes: DemoQr[]
  quota: { limit: number | null, used: number }
  webhookUrl: string | null
  liffBaseUrl: string | null
}

export type SimulatorChange
  = | { type: 'line', line: ChatLine }
    | { type: 'person', person: Person }
    | { type: 'chat', chat: Chat }
    | { type: 'delivery', delivery: Delivery }
    | { type: 'call', call: ApiCall }
    | { type: 'richMenus', richMenus: RichMenu[], defaultRichMenuId: string | null }
    | { type: 'faults', faults: Fault[] }
    | { type: 'quota', quota: SimulatorState['quota'] }
  /** The bot shows it is working, until `until` (epoch ms) or its next message. */
    | { type: 'loading', chatId: string, until: number }
  /** The bot has read this chat up to now. */
    | { type: 'read', chatId: string }
  /** All lines of this chat are gone (`clear`). */
    | { type: 'cleared', chatId: string }

/** What a person does. `chat` is a Chat id, `as` the person acting. */
export type Act
  = | { do: 'follow', as: string }
    | { do: 'block', as: string }
    | { do: 'unblock', as: string }
    | { do: 'newPerson', name: string, language: string }
    | { do: 'setLanguage', as: string, language: string }
    | { do: 'newGroup', as: string, name: string }
    | { do: 'joinGroup', as: string, chat: string }
    | { do: 'leaveGroup', as: string, chat: string }
    | { do: 'inviteBot', as: string, chat: string }
    | { do: 'removeBot', as: string, chat: string }
    | { do: 'text', as: string, chat: string, text: string, quotedMessageId?: string, mentionBot?: boolean }
    | { do: 'location', as: string, chat: string, title?: string, address?: string, latitude: number, longitude: number }
    | { do: 'sticker', as: string, chat: string, packageId: string, stickerId: string }
  /** A tap on a button or quick reply: LINE action object as it stood in the message. `params` for pickers. */
    | { do: 'tap', as: string, chat: string, action: { type: string, [key: string]: unknown }, params?: Record<string, string> }
    | { do: 'unsend', as: string, chat: string, messageId: string }
    | { do: 'redeliver', webhookEventId: string }
    | { do: 'setFaults', faults: Fault[] }
    | { do: 'setQuota', limit: number | null, used: number }
    | { do: 'clear', chat: string }
