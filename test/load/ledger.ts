import type { ApiCall, Delivery } from '../../simulator/contract'
import type { Listener } from './simulator'
import { localeOf } from '../../bot/locale'

/** A message of the bot. */
export type BotMessage = Record<string, unknown>

/** Something a person did, and waits for the answer to. */
interface Turn { kind: string, since: number, got: 'not sent' | 'sent' | 'delivered', answered: (messages: BotMessage[]) => void }

/** A reply token as it was given to the product: whose turn it belongs to (until it is answered), and how often it was answered. */
interface Token { turn?: Turn, person?: string, replies: BotMessage[][] }

/** What the product says when it could not handle a message: an answer, but not a good one. */
const sorry = localeOf('TH').manners.sorry

/** A reply token is used for 50 s; what comes later is pushed. */
const repliesUntil = 50_000

/** Keeps book of what people did and what they were answered. */
export class Ledger implements Pick<Listener, 'called' | 'delivered'> {
  /** Milliseconds that answers took, by kind of turn. */
  readonly took = new Map<string, number[]>()
  /** Turns without an answer (their kinds, and how far they got), and answers too many. */
  readonly lost: string[] = []
  doubled = 0
  /** What went wrong otherwise, in words, and how often: webhooks not accepted, calls that LINE refused. */
  readonly errors = new Map<string, number>()
  private readonly turns = new Map<string, Turn>()
  private readonly tokens = new Map<string, Token>()
  private readonly lastAnswer = new Map<string, string>()

  /** `patience`: how long a person waits before their message counts as lost, ms. */
  constructor(private readonly patience: number, private readonly now: () => number = () => performance.now()) {}

  get inFlight(): number {
    return this.turns.size
  }

  /** A person does something that must be answered once. Resolves to the answer, or null when it was lost. */
  async turn(person: string, kind: string, act: () => Promise<unknown>): Promise<BotMessage[] | null> {
    const since = this.now()
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise<BotMessage[] | null>((resolve, reject) => {
        const turn: Turn = { kind, since, got: 'not sent', answered: resolve }
        this.turns.set(person, turn)
        timer = setTimeout(() => {
          this.lost.push(`${kind}, ${turn.got}`)
          resolve(null)
        }, this.patience)
        act().then(() => turn.got = turn.got === 'delivered' ? turn.got : 'sent', reject)
      })
    }
    catch (error) {
      this.wrong((error as Error).message)
      return null
    }
    finally {
      clearTimeout(timer)
      this.turns.delete(person)
    }
  }

  /** Webhooks as they were delivered: which reply token belongs to which turn. */
  delivered({ status, error, body, redelivery }: Delivery): void {
    if (status !== 200) this.wrong(status === null ? `A webhook was not accepted: ${error}` : `A webhook was answered with ${status}`)
    if (redelivery) return
    for (const { replyToken, source } of (body as { events: Array<{ replyToken?: string, source?: { userId?: string } }> }).events) {
      if (!replyToken || !source?.userId) continue
      const token = this.token(replyToken)
      token.person = source.userId
      token.turn = this.turns.get(source.userId)
      if (token.turn) token.turn.got = 'delivered'
      for (const messages of token.replies) this.answer(token, messages)
    }
  }

  called({ method, path, status, request, response }: ApiCall): void {
    // 409: LINE has it already, and says so.
    if (status >= 400 && status !== 409) return this.wrong(`LINE refused ${method} ${path.replace(/\/U[0-9a-f]{32}|\/\d{6,}/g, '/…')}: ${status} ${(response as { message?: string } | null)?.message ?? ''}`)
    const { replyToken, to, messages = [] } = (request ?? {}) as { replyToken?: string, to?: string, messages?: BotMessage[] }
    if (status !== 200) return
    if (path === '/v2/bot/message/reply' && replyToken) {
      const token = this.token(replyToken)
      token.replies.push(messages)
      if (token.replies.length > 1) this.doubled++
      else this.answer(token, messages)
    }
    if (path === '/v2/bot/message/push' && to) this.pushed(to, messages)
  }

  /** Something went wrong that is neither lost nor doubled. */
  wrong(what: string): void {
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1)
  }

  private token(replyToken: string): Token {
    const token = this.tokens.get(replyToken) ?? { replies: [] }
    this.tokens.set(replyToken, token)
    return token
  }

  private answer({ turn, person }: Token, messages: BotMessage[]): void {
    if (!turn) return
    if (person) this.lastAnswer.set(person, JSON.stringify(messages))
    this.settle(turn, messages)
  }

  /** Either a notice, or an answer that came too late for its reply token, or the answer that was given already. */
  private pushed(to: string, messages: BotMessage[]): void {
    const turn = this.turns.get(to)
    if (turn && this.now() - turn.since >= repliesUntil) this.settle(turn, messages)
    else if (this.lastAnswer.get(to) === JSON.stringify(messages)) this.doubled++
  }

  private settle(turn: Turn, messages: BotMessage[]): void {
    if (messages.some(({ text }) => text === sorry)) this.wrong(`The product could not handle a message (${turn.kind})`)
    const took = this.took.get(turn.kind) ?? []
    took.push(this.now() - turn.since)
    this.took.set(turn.kind, took)
    turn.answered(messages)
  }
}
