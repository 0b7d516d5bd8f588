import type { Act, ChatLine, Delivery, SimulatorChange, SimulatorState } from '../contract'
import type { IdTokenOptions } from './auth/idToken'
import type { PlatformOptions } from './options'
import type { Outcome } from './people/acts'
import type { PhotoFile } from './people/photos'
import type { DeliverOptions } from './webhook/delivery'
import { createApi } from './api'
import { IdTokens } from './auth/idToken'
import { perform } from './people/acts'
import { sendsPhotos } from './people/photos'
import { writerIn } from './people/places'
import { Deliveries } from './webhook/delivery'
import { keepInFile } from './world/snapshot'
import { World } from './world/world'

export type { PlatformOptions } from './options'
export { sign } from './webhook/signature'

/** A simulated LINE platform: its API, its webhooks, and people to play. */
export interface Platform {
  /** Answers LINE's API at the root of an origin and the chat page's calls below `/_simulator`. */
  app: ReturnType<typeof createApi>
  state: () => SimulatorState
  /** What a person does; resolves when the webhook has answered or failed. Throws with `status` when LINE would not let them. */
  act: (act: Act) => Promise<Outcome>
  /** Photos sent together. `notReady`: how often their content answers 202 first. */
  photos: (sent: { as: string, chat: string, files: PhotoFile[], notReady?: number }) => Promise<Outcome & { messageIds: string[] }>
  /** Signs and posts any events as one request, as they are. Their reply tokens are good for the chat of their `source`. */
  deliver: (events: object[], options?: DeliverOptions) => Promise<Delivery>
  linesOf: (chatId: string) => ChatLine[]
  onChange: (listener: (change: SimulatorChange) => void) => () => void
  setWebhookUrl: (url: string | null) => void
  /** Where the app lies: only pages there are shown in the phone's frame, and signed in to. */
  liffBaseUrl: string | null
  /** An ID token as LIFF hands it out, signed with the key at `/oauth2/v2.1/certs`. */
  idToken: (userId: string, options?: IdTokenOptions) => Promise<string>
  /** Ends redelivery and writes the snapshot. */
  close: () => Promise<void>
}

/** Builds a platform; it listens nowhere yet (see `listen`). */
export function createPlatform(options: PlatformOptions): Platform {
  const world = new World(options)
  const save = options.stateFile ? keepInFile(world, options.stateFile) : () => {}
  const deliveries = new Deliveries(world)
  const idTokens = new IdTokens(world)
  return {
    app: createApi(world, deliveries, idTokens),
    state: () => world.state(),
    act: act => perform(world, deliveries, act),
    async photos({ as, chat, files, notReady }) {
      const writer = writerIn(world, as, chat)
      const { messageIds, events } = sendsPhotos(world, writer.person, writer.chat, files, notReady)
      await Promise.all(events.map(event => deliveries.send(chat, event)))
      return { messageIds, webhookEventIds: events.map(({ webhookEventId }) => webhookEventId) }
    },
    deliver(events, how) {
      deliveries.acceptReplies(events)
      return deliveries.post(events, how)
    },
    linesOf: chatId => world.lines.of(chatId),
    onChange: listener => world.onChange(listener),
    liffBaseUrl: options.liffBaseUrl ?? null,
    setWebhookUrl: url => void (world.webhookUrl = url),
    idToken: (userId, how) => idTokens.issue(userId, how),
    async close() {
      deliveries.close()
      save()
    },
  }
}
