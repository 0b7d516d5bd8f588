import type { ApiCall, Chat, ChatLine, Delivery, Fault, Person, RichMenu, SimulatorChange, SimulatorState } from '../../contract'
import type { PlatformOptions } from '../options'
import type { WebhookEvent } from '../webhook/events'
import { createHash } from 'node:crypto'
import { Blobs } from './blobs'
import { ChatLog } from './chatLog'
import { Recent, remember } from './recent'

/** A reply token: where it leads, until when it lives (epoch ms) and whether it was used. */
export interface ReplyToken { chatId: string, until: number, used: boolean }
/** A request that was accepted with a retry key. */
export interface Accepted { at: number, requestId: string, answer: { sentMessages?: SentMessage[] } }
export interface SentMessage { id: string, quoteToken?: string }
/** A photo in a chat: its type, how often it still answers "not ready", whether it was taken back. */
export interface Content { type: string, notReady: number, gone: boolean }
/** An access token that the platform issued; `until` is epoch ms. */
export interface IssuedToken { until: number, scope: string }

/** Everything the simulated platform knows. Changes go through `emit`, which the chat page and the snapshot listen to. */
export class World {
  readonly now: () => number
  readonly bot: SimulatorState['bot']
  readonly people = new Map<string, Person>()
  readonly chats = new Map<string, Chat>()
  readonly lines: ChatLog
  readonly reads = new Map<string, number>()
  readonly richMenus = new Map<string, RichMenu>()
  readonly aliases = new Map<string, string>()
  defaultRichMenuId: string | null = null
  /** When rich menus were created or deleted, for the hourly limit. */
  readonly richMenuChanges: Record<'create' | 'delete', number[]> = { create: [], delete: [] }
  readonly deliveries: Delivery[] = []
  readonly calls: ApiCall[] = []
  faults: Fault[] = []
  readonly quota: { limit: number | null, used: number, month: string }
  webhookUrl: string | null
  readonly blobs: Blobs
  readonly contents = new Recent<Content>(2_000)
  readonly replyTokens = new Recent<ReplyToken>(20_000)
  /** Quote token -> the message it stands for. */
  readonly quoteTokens = new Recent<{ chatId: string, messageId: string }>(20_000)
  /** Mark-as-read token -> chat id. */
  readonly readTokens = new Recent<string>(20_000)
  readonly events = new Recent<WebhookEvent>(2_000)
  readonly retryKeys = new Recent<Accepted>(20_000)
  readonly issuedTokens = new Recent<IssuedToken>(1_000)
  readonly #listeners = new Set<(change: SimulatorChange) => void>()
  #lastId = 0n

  constructor(readonly options: PlatformOptions) {
    this.now = options.now ?? Date.now
    const digest = createHash('sha256').update(options.channelId).digest('hex')
    this.bot = {
      userId: options.bot?.userId ?? `U${digest.slice(0, 32)}`,
      basicId: options.bot?.basicId ?? `@${digest.slice(0, 3)}${digest.slice(-5)}`,
      displayName: options.bot?.displayName ?? 'SongKlong',
    }
    this.lines = new ChatLog(options.keepLines ?? 2_000)
    this.quota = { limit: options.quotaLimit === undefined ? 300 : options.quotaLimit, used: 0, month: '' }
    this.webhookUrl = options.webhookUrl ?? null
    this.blobs = new Blobs(options.stateFile && `${options.stateFile}.content`)
    options.people?.forEach(person => this.addPerson({ role: { th: '', en: '' }, language: 'th', following: true, blocked: false, richMenuId: null, ...person }))
    options.groups?.forEach(group => this.chats.set(group.id, { members: [], botJoined: true, ...group, kind: 'group' }))
  }

  /** Tells every listener; costs nothing when there is none. */
  emit(change: SimulatorChange): void {
    for (const listener of this.#listeners) listener(change)
  }

  onChange(listener: (change: SimulatorChange) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** A new message id: 18 digits, growing with time, as LINE's are. */
  nextId(): string {
    const fromClock = BigInt(Math.trunc(this.now())) * 100_000n
    this.#lastId = fromClock > this.#lastId ? fromClock : this.#lastId + 1n
    return String(this.#lastId)
  }

  /** Puts a line in its chat. */
  say(line: ChatLine): void {
    this.lines.add(line)
    this.emit({ type: 'line', line })
  }

  addPerson(person: Person): void {
    this.people.set(person.id, person)
    this.chats.set(person.id, { id: person.id, kind: 'user', name: person.name, members: [person.id], botJoined: canReceive(person) })
  }

  /** Writes changes of a person through to their chat and the listeners. */
  changePerson(person: Person, change: Partial<Person>): void {
    Object.assign(person, change)
    this.emit({ type: 'person', person })
    const chat = this.chats.get(person.id)!
    if (chat.botJoined !== canReceive(person)) this.changeChat(chat, { botJoined: canReceive(person) })
  }

  changeChat(chat: Chat, change: Partial<Chat>): void {
    Object.assign(chat, change)
    this.emit({ type: 'chat', chat })
  }

  logDelivery(delivery: Delivery): void {
    remember(this.deliveries, delivery, 200)
    this.emit({ type: 'delivery', delivery })
  }

  logCall(call: ApiCall): void {
    remember(this.calls, call, 200)
    this.emit({ type: 'call', call })
  }

  menusChanged(): void {
    this.emit({ type: 'richMenus', richMenus: [...this.richMenus.values()], defaultRichMenuId: this.defaultRichMenuId })
  }

  state(): SimulatorState {
    return {
      bot: this.bot,
      people: [...this.people.values()],
      chats: [...this.chats.values()],
      lines: this.lines.all(),
      reads: Object.fromEntries(this.reads),
      richMenus: [...this.richMenus.values()],
      defaultRichMenuId: this.defaultRichMenuId,
      deliveries: [...this.deliveries],
      calls: [...this.calls],
      faults: this.faults,
      places: this.options.places ?? [],
      qrCodes: this.options.qrCodes ?? [],
      quota: { limit: this.quota.limit, used: this.quota.used },
      webhookUrl: this.webhookUrl,
      liffBaseUrl: this.options.liffBaseUrl ?? null,
    }
  }
}

/** Whether messages of the bot reach this person. */
export function canReceive(person: Pick<Person, 'following' | 'blocked'>): boolean {
  return person.following && !person.blocked
}
