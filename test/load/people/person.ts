import type { Action } from '../../helpers/messages'
import type { BotMessage, Ledger } from '../ledger'
import type { Simulator } from '../simulator'
import { setTimeout as sleep } from 'node:timers/promises'
import { actionsOf } from '../../helpers/messages'

/** What the people of a load share. */
export interface Scene {
  simulator: Simulator
  ledger: Ledger
  /** How long an answer is read, ms, a half more or less. */
  reading: number
  /** Whether there is time for another turn. */
  goesOn: () => boolean
  photo: Uint8Array
  places: Array<{ latitude: number, longitude: number }>
  /** Codes of cameras that somebody has seen on a card. */
  codes: string[]
}

/** The end of a load: thrown out of whatever a person is doing. */
export class TimeIsUp extends Error {}

/** Somebody in LINE. Each thing they do is answered, or they learn nothing (null); then they read for a while. Throws TimeIsUp. */
export class Person {
  private newest: BotMessage[] = []

  constructor(readonly id: string, private readonly scene: Scene) {}

  follows(): Promise<void> {
    return this.does('follow', () => this.scene.simulator.act({ do: 'follow', as: this.id }))
  }

  says(kind: string, text: string): Promise<void> {
    return this.does(kind, () => this.scene.simulator.act({ do: 'text', as: this.id, chat: this.id, text }))
  }

  /** Taps the first button or quick reply of the newest answer with one of these labels. False when there is none. */
  async taps(kind: string, ...labels: Array<string | RegExp>): Promise<boolean> {
    const action = this.choices.find(({ label = '' }) => labels.some(wanted => typeof wanted === 'string' ? label === wanted : wanted.test(label)))
    if (!action) return false
    await this.does(kind, () => this.scene.simulator.act({ do: 'tap', as: this.id, chat: this.id, action }))
    return true
  }

  sendsPlace(place: { latitude: number, longitude: number }): Promise<void> {
    return this.does('location', () => this.scene.simulator.act({ do: 'location', as: this.id, chat: this.id, ...place }))
  }

  sendsPhoto(): Promise<void> {
    return this.does('photo', () => this.scene.simulator.sendPhoto(this.id, this.scene.photo))
  }

  /** The buttons and quick replies of the newest answer that say something; those that only the phone handles (camera, place, a page) are answered by nobody. */
  get choices(): Action[] {
    const quickReplies = this.newest.flatMap(({ quickReply }) => (quickReply as { items: Array<{ action: Action }> } | undefined)?.items.map(({ action }) => action) ?? [])
    return [...quickReplies, ...this.newest.flatMap(message => actionsOf(message))].filter(({ type }) => type === 'message' || type === 'postback')
  }

  /** The newest answer. */
  get sees(): BotMessage[] {
    return this.newest
  }

  private async does(kind: string, act: () => Promise<unknown>): Promise<void> {
    const { ledger, reading, goesOn } = this.scene
    if (!goesOn()) throw new TimeIsUp()
    this.newest = await ledger.turn(this.id, kind, act) ?? []
    await sleep(reading * (0.5 + Math.random()))
  }
}

/** One of some things, by chance; undefined when there are none. */
export function anyOf<T>(some: T[]): T | undefined {
  return some[Math.floor(Math.random() * some.length)]
}
