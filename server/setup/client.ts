import type { messagingApi } from '@line/bot-sdk'
import type { Config } from '../config'
import type { Call } from '../line/call'
import type { Incoming } from '../line/exchange'
import type { TokenShelf } from '../line/token'
import { call, json } from '../line/call'
import { NoToken, tokenSource } from '../line/token'

/** LINE said no (`status` is its HTTP status), or was not reached (`status` null). The message is LINE's own, or why. */
export class LineError extends Error {
  constructor(readonly status: number | null, message: string) {
    super(message)
    this.name = 'LineError'
  }
}

/** Makes one call. Throws LineError. */
export async function ask<Body>(one: Call, read?: (answer: Incoming) => Promise<Body>): Promise<Body> {
  const answer = await call(one, read)
  if (answer.kind === 'ok') return answer.body
  if (answer.kind === 'unreached') throw new LineError(null, answer.reason)
  throw new LineError(answer.status, `${answer.status} ${answer.message}`)
}

async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error) => {
    if (error instanceof LineError && error.status === 404) return null
    throw error
  })
}

/** What a webhook test came to. `reason` is `OK` or LINE's word for what went wrong; `statusCode` is what the server answered. */
export interface WebhookTest { success: boolean, reason: string, statusCode: number, detail: string }

/** The calls of LINE's API that set a channel up. */
export type SetupClient = ReturnType<typeof setupClient>

/** A client for one channel's settings. Each call gives up after 10 s and throws LineError. */
export function setupClient({ token, apiBaseUrl, dataApiBaseUrl }: Config['line'], shelf?: TokenShelf) {
  const tokens = tokenSource(token, apiBaseUrl, undefined, shelf)

  async function authorised<Body>(one: Call, read?: (answer: Incoming) => Promise<Body>): Promise<Body> {
    const token = await tokens.get().catch((error) => {
      throw error instanceof NoToken ? new LineError(401, error.message) : error
    })
    return ask({ ...one, token }, read)
  }
  const bot = `${apiBaseUrl}/v2/bot`
  const get = <Body>(path: string, read?: (answer: Incoming) => Promise<Body>) => authorised<Body>({ method: 'GET', url: bot + path }, read)
  const post = <Body>(path: string, body?: object) => authorised<Body>({ method: 'POST', url: bot + path, body })
  const remove = (path: string) => authorised({ method: 'DELETE', url: bot + path })
  const imageUrl = (richMenuId: string) => `${dataApiBaseUrl}/v2/bot/richmenu/${richMenuId}/content`

  return {
    /** Also the time of LINE's clock, as far as it was told. */
    botInfo: () => get('/info', async (answer) => {
      const date = answer.header('date')
      return { info: await json<messagingApi.BotInfoResponse>(answer), clock: date ? new Date(date) : null }
    }),
    quota: () => get<messagingApi.MessageQuotaResponse>('/message/quota'),
    consumption: () => get<messagingApi.QuotaConsumptionResponse>('/message/quota/consumption'),

    menus: async () => (await get<messagingApi.RichMenuListResponse>('/richmenu/list')).richmenus,
    createMenu: async (menu: messagingApi.RichMenuRequest) => (await post<messagingApi.RichMenuIdResponse>('/richmenu', menu)).richMenuId,
    deleteMenu: (richMenuId: string) => remove(`/richmenu/${richMenuId}`),
    /** A menu's picture can be set once. */
    setImage: (richMenuId: string, png: Uint8Array<ArrayBuffer>) => authorised({ method: 'POST', url: imageUrl(richMenuId), body: new Blob([png], { type: 'image/png' }) }),
    hasImage: async (richMenuId: string) => await orNull(authorised({ method: 'GET', url: imageUrl(richMenuId) }, async answer => (await answer.bytes()).length > 0)) ?? false,
    /** The menu that everybody sees who has none of their own, or null. */
    defaultMenu: async () => (await orNull(get<messagingApi.RichMenuIdResponse>('/user/all/richmenu')))?.richMenuId ?? null,
    setDefaultMenu: (richMenuId: string) => post(`/user/all/richmenu/${richMenuId}`),

    aliases: async () => (await get<messagingApi.RichMenuAliasListResponse>('/richmenu/alias/list')).aliases,
    alias: async (alias: string) => (await orNull(get<messagingApi.RichMenuAliasResponse>(`/richmenu/alias/${alias}`)))?.richMenuId ?? null,
    createAlias: (richMenuAliasId: string, richMenuId: string) => post('/richmenu/alias', { richMenuAliasId, richMenuId }),
    updateAlias: (alias: string, richMenuId: string) => post(`/richmenu/alias/${alias}`, { richMenuId }),
    deleteAlias: (alias: string) => remove(`/richmenu/alias/${alias}`),

    /** Where LINE sends events, or null when nowhere. */
    webhook: () => orNull(get<messagingApi.GetWebhookEndpointResponse>('/channel/webhook/endpoint')),
    setWebhook: (endpoint: string) => authorised({ method: 'PUT', url: `${bot}/channel/webhook/endpoint`, body: { endpoint } }),
    /** LINE sends a signed webhook without events to this address. */
    testWebhook: (endpoint: string) => post<WebhookTest>('/channel/webhook/test', { endpoint }),
  }
}
