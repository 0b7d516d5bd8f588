import type { messagingApi } from '@line/bot-sdk'
import type { Config } from '../config'
import type { Answer, Call } from './call'
import type { Incoming } from './exchange'
import type { TokenShelf } from './token'
import { Buffer } from 'node:buffer'
import { publicLookup } from '../photos/outside'
import { call } from './call'
import { NoToken, tokenSource } from './token'

type Message = messagingApi.Message
type Sent = Pick<messagingApi.ReplyMessageResponse, 'sentMessages'>

/** Content of a message: its bytes, or not ready yet (ask again). */
export type Content = { ready: true, bytes: Buffer } | { ready: false }

/** The calls of LINE's API that the product makes. None throws; each gives up after 10 s (3 s for the loading animation, 30 s for content). */
export type LineClient = ReturnType<typeof lineClient>

/** A client for one channel. A token that LINE refuses is renewed once, and the call made again. */
export function lineClient({ token, apiBaseUrl, dataApiBaseUrl }: Config['line'], shelf?: TokenShelf) {
  const tokens = tokenSource(token, apiBaseUrl, undefined, shelf)

  async function authorised<Body>(one: Call, read?: (answer: Incoming) => Promise<Body>): Promise<Answer<Body>> {
    try {
      const token = await tokens.get()
      const answer = await call({ ...one, token }, read)
      if (answer.kind !== 'refused' || answer.status !== 401) return answer
      const other = await tokens.renewed(token)
      return other === token ? answer : await call({ ...one, token: other }, read)
    }
    catch (error) {
      if (error instanceof NoToken) return { kind: 'unreached', reason: error.message }
      throw error
    }
  }
  const get = <Body>(path: string) => authorised<Body>({ method: 'GET', url: apiBaseUrl + path })
  const post = <Body>(path: string, body?: object, more: Partial<Call> = {}) => authorised<Body>({ method: 'POST', url: apiBaseUrl + path, body, ...more })
  const part = encodeURIComponent
  const contentOf = (messageId: string, what: '' | '/preview', most: number) => tooLarge(authorised({ method: 'GET', url: `${dataApiBaseUrl}/v2/bot/message/${part(messageId)}/content${what}`, timeout: 30_000 }, answer => readContent(answer, most)))

  return {
    /** Free; the token is good once, for about a minute. */
    reply: (replyToken: string, messages: Message[]) => post<Sent>('/v2/bot/message/reply', { replyToken, messages }),
    /** Counts toward the month's quota. `retryKey` (UUID) makes LINE accept it once however often it is sent within 24 h. */
    push: (to: string, messages: Message[], retryKey: string) => post<Sent>('/v2/bot/message/push', { to, messages }, { headers: { 'x-line-retry-key': retryKey } }),
    /** Shows for 20 s, or until the next message, that the account is working. One-to-one chats only. */
    showLoading: (chatId: string) => post('/v2/bot/chat/loading/start', { chatId, loadingSeconds: 20 }, { timeout: 3_000 }),
    profile: (userId: string) => get<messagingApi.UserProfileResponse>(`/v2/bot/profile/${part(userId)}`),
    groupSummary: (groupId: string) => get<messagingApi.GroupSummaryResponse>(`/v2/bot/group/${part(groupId)}/summary`),
    groupMemberCount: (groupId: string) => get<messagingApi.GroupMemberCountResponse>(`/v2/bot/group/${part(groupId)}/members/count`),
    botInfo: () => get<messagingApi.BotInfoResponse>('/v2/bot/info'),
    quota: () => get<messagingApi.MessageQuotaResponse>('/v2/bot/message/quota'),
    quotaConsumption: () => get<messagingApi.QuotaConsumptionResponse>('/v2/bot/message/quota/consumption'),
    richMenus: () => get<messagingApi.RichMenuListResponse>('/v2/bot/richmenu/list'),
    richMenuAliases: () => get<messagingApi.RichMenuAliasListResponse>('/v2/bot/richmenu/alias/list'),
    defaultRichMenu: () => get<messagingApi.RichMenuIdResponse>('/v2/bot/user/all/richmenu'),
    linkRichMenu: (userId: string, richMenuId: string) => post(`/v2/bot/user/${part(userId)}/richmenu/${part(richMenuId)}`),
    unlinkRichMenu: (userId: string) => authorised({ method: 'DELETE', url: `${apiBaseUrl}/v2/bot/user/${part(userId)}/richmenu` }),
    /** Content of a message that a person sent. LINE answers 202 while it is not ready. Refused as 413 when it is larger than `most` bytes. */
    content: (messageId: string, most: number) => contentOf(messageId, '', most),
    /** A small picture of the same, made by LINE. */
    contentPreview: (messageId: string, most: number) => contentOf(messageId, '/preview', most),
  }
}

/** The bytes of an address outside LINE, without any token, from a public address alone. Refused as 413 when there are more than `most`. */
export function contentAt(url: string, most: number, lookup = publicLookup): Promise<Answer<Content>> {
  return tooLarge(call({ method: 'GET', url, timeout: 30_000, template: '/…', lookup }, answer => readContent(answer, most)))
}

type Read = Content | 'too large'

async function readContent(answer: Incoming, most: number): Promise<Read> {
  if (answer.status === 202) {
    answer.discard()
    return { ready: false }
  }
  const chunks: Uint8Array[] = []
  let size = Number(answer.header('content-length') ?? 0)
  if (size <= most) {
    size = 0
    for await (const chunk of answer.pieces) {
      size += chunk.length
      if (size > most) break
      chunks.push(chunk)
    }
  }
  if (size <= most) return { ready: true, bytes: Buffer.concat(chunks) }
  answer.discard()
  return 'too large'
}

async function tooLarge(answer: Promise<Answer<Read>>): Promise<Answer<Content>> {
  const given = await answer
  if (given.kind !== 'ok') return given
  if (given.body === 'too large') return { kind: 'refused', status: 413, message: 'too large', body: null, requestId: given.requestId }
  return { ...given, body: given.body }
}
