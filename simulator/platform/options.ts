import type { Chat, DemoPlace, DemoQr, Person } from '../contract'

/** How a simulated platform is set up. Times are epoch ms, pauses ms. */
export interface PlatformOptions {
  channelId: string
  channelSecret: string
  /** Long-lived token, accepted besides those the platform issues. */
  channelAccessToken: string
  /** LINE Login channel: `aud` of ID tokens. Default: `channelId`. */
  loginChannelId?: string
  liffId?: string
  /** Where `https://liff.line.me/<liffId>` leads on this desk; told to the chat page. */
  liffBaseUrl?: string | null
  /** The account; its ids are derived from `channelId` when not given. */
  bot?: { userId?: string, basicId?: string, displayName?: string }
  webhookUrl?: string | null
  /** They follow the account unless `following: false`. */
  people?: Array<Partial<Person> & Pick<Person, 'id' | 'name'>>
  groups?: Array<Partial<Chat> & Pick<Chat, 'id' | 'name'>>
  places?: DemoPlace[]
  qrCodes?: DemoQr[]
  /** Messages a month; null = no limit. Default 300, Thailand's free plan. */
  quotaLimit?: number | null
  now?: () => number
  /** JSON snapshot, so that chats survive a restart; photos lie beside it in `<stateFile>.content/`. */
  stateFile?: string
  /** Send undelivered events again. Default true. */
  redeliver?: boolean
  /** Pause before each redelivery. */
  redeliveryPauses?: number[]
  /** LINE waits 2,000 for the webhook's answer. */
  webhookTimeout?: number
  /** Accept `http://localhost` where LINE wants HTTPS, for work on a desk. Default true. */
  allowHttpLocalhost?: boolean
  /** How often a photo's content answers 202 first. Default 0. */
  contentNotReadyTries?: number
  /** How many lines of all chats together are kept. Default 2,000. */
  keepLines?: number
}
