import type { messagingApi } from '@line/bot-sdk'

/** One message to a person or group, as LINE takes it. Made by `bot/say.ts` and `bot/cards/`, never by hand in a dialogue. */
export type Message = messagingApi.Message

/** Messages to say (at most 5) and, side by side, what each speaks of (`report:<id>`, `workOrder:<id>`, or `` for nothing). */
export interface Speech {
  messages: Message[]
  about: string[]
}

/** Links that only the server can make. */
export interface Links {
  /** Signed, short-lived address of a stored photo; the preview is at most 1 MB. */
  photo: (attachmentId: string, size: 'full' | 'preview') => string
  /** Signed, short-lived address of a file with all that is held about somebody. */
  held: (userId: string) => string
  /** Opens a page of the app inside LINE: `liff('/')`, `liff('/settings')`. Null when there is no LIFF app. */
  liff: (path: `/${string}`) => string | null
  /** `https://line.me/R/oaMessage/…`: opens the chat with this text typed in, or null when the account's id is not known yet. */
  chat: (text: string) => string | null
}
