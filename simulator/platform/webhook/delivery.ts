import type { Delivery } from '../../contract'
import type { World } from '../world/world'
import type { WebhookEvent } from './events'
import { randomUUID } from 'node:crypto'
import { redelivered, REPLY_TOKEN_LIFE } from './events'
import { post } from './post'
import { sign } from './signature'

/** How a raw request may differ from what LINE would send. */
export interface DeliverOptions {
  /** Instead of the right signature; null = none at all. */
  signature?: string | null
  destination?: string
  /** Post here instead of to the webhook. */
  url?: string
}

/** Pauses (ms) before LINE tries an undelivered event again; LINE does not publish its own. */
const PAUSES = [2_000, 10_000, 60_000, 5 * 60_000, 15 * 60_000]

/** Sends events to the webhook: those of one chat one after another, those of different chats side by side. */
export class Deliveries {
  readonly #tails = new Map<string, Promise<unknown>>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #closed = false

  constructor(readonly world: World) {}

  /** Resolves when the webhook has answered this event or not; then redelivers it later if it must. */
  async send(chatId: string, event: WebhookEvent): Promise<Delivery> {
    const before = this.#tails.get(chatId) ?? Promise.resolve()
    const delivery = before.then(() => this.post([event]))
    this.#tails.set(chatId, delivery)
    const done = await delivery
    if (this.#tails.get(chatId) === delivery) this.#tails.delete(chatId)
    if (!arrived(done) && this.world.webhookUrl && this.world.options.redeliver !== false) this.#tryAgain(event, 0)
    return done
  }

  /** Sends an event again at once, marked as a redelivery. */
  again(event: WebhookEvent): Promise<Delivery> {
    return this.post([redelivered(this.world, event)])
  }

  /** Signs and posts `events` as one request. Never throws: what went wrong is in the delivery. */
  async post(events: object[], options: DeliverOptions = {}): Promise<Delivery> {
    const payload = { destination: options.destination ?? this.world.bot.userId, events }
    const body = JSON.stringify(payload)
    const url = options.url ?? this.world.webhookUrl
    const started = performance.now()
    const outcome = await call(url, body, this.#headers(body, options.signature), this.world.options.webhookTimeout ?? 2_000)
    const delivery: Delivery = {
      id: randomUUID(),
      at: this.world.now(),
      webhookEventIds: events.map(event => String((event as Partial<WebhookEvent>).webhookEventId)),
      redelivery: events.some(event => (event as Partial<WebhookEvent>).deliveryContext?.isRedelivery === true),
      ...outcome,
      took: outcome.status === null ? null : Math.round((performance.now() - started) * 10) / 10,
      body: payload,
    }
    this.world.logDelivery(delivery)
    return delivery
  }

  /** Makes the reply tokens of events that were not made here good for the chat they came from. */
  acceptReplies(events: object[]): void {
    for (const { replyToken, source } of events as Array<Partial<WebhookEvent>>) {
      if (!replyToken || !source || this.world.replyTokens.get(replyToken)) continue
      const chatId = source.type === 'group' ? source.groupId : source.userId
      this.world.replyTokens.set(replyToken, { chatId, until: this.world.now() + REPLY_TOKEN_LIFE.first, used: false })
    }
  }

  /** No redelivery happens after this. */
  close(): void {
    this.#closed = true
    this.#timers.forEach(clearTimeout)
    this.#timers.clear()
  }

  #headers(body: string, signature = sign(body, this.world.options.channelSecret) as string | null): Record<string, string> {
    return { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'LineBotWebhook/2.0', ...(signature !== null && { 'x-line-signature': signature }) }
  }

  #tryAgain(event: WebhookEvent, attempt: number): void {
    const pause = (this.world.options.redeliveryPauses ?? PAUSES)[attempt]
    if (pause === undefined || this.#closed) return
    const timer = setTimeout(async () => {
      this.#timers.delete(timer)
      if (!arrived(await this.again(event))) this.#tryAgain(event, attempt + 1)
    }, pause)
    timer.unref()
    this.#timers.add(timer)
  }
}

function arrived(delivery: Delivery): boolean {
  return delivery.status !== null && delivery.status >= 200 && delivery.status < 300
}

async function call(url: string | null, body: string, headers: Record<string, string>, timeout: number): Promise<{ status: number | null, error?: string }> {
  if (!url) return { status: null, error: 'no webhook URL is set' }
  try {
    return { status: await post(url, body, headers, timeout) }
  }
  catch (error) {
    return { status: null, error: reason(error) }
  }
}

function reason(error: unknown): string {
  const { message = '', code = '' } = error as Partial<NodeJS.ErrnoException>
  return message || code || String(error)
}
