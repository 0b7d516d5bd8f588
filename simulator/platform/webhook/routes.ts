import type { Variables } from '../http'
import type { World } from '../world/world'
import type { Deliveries } from './delivery'
import { Hono } from 'hono'
import { answer, readJson, stringIn } from '../http'
import { Refusal } from '../refusal'
import { isLocalHttp } from '../uri'

/** The webhook endpoint's settings and its test. */
export function webhookRoutes(world: World, deliveries: Deliveries) {
  function checked(endpoint: string): string {
    const allowed = endpoint.startsWith('https://') || (world.options.allowHttpLocalhost !== false && isLocalHttp(endpoint))
    if (!allowed || endpoint.length > 500 || !URL.canParse(endpoint)) throw new Refusal(400, 'Invalid webhook endpoint URL')
    return endpoint
  }
  return new Hono<{ Variables: Variables }>()
    .get('/endpoint', (c) => {
      if (!world.webhookUrl) throw new Refusal(404, 'Webhook endpoint not found')
      return answer(c, { endpoint: world.webhookUrl, active: true })
    })
    .put('/endpoint', async (c) => {
      world.webhookUrl = checked(stringIn(await readJson(c), 'endpoint'))
      return answer(c)
    })
    .post('/test', async (c) => {
      const { endpoint } = await readJson(c)
      const url = typeof endpoint === 'string' ? checked(endpoint) : world.webhookUrl
      if (!url) throw new Refusal(404, 'Webhook endpoint not found')
      const { status, error } = await deliveries.post([], { url })
      const reason = status === null ? (error === 'request_timeout' ? 'REQUEST_TIMEOUT' : 'COULD_NOT_CONNECT') : status === 200 ? 'OK' : 'ERROR_STATUS_CODE'
      return answer(c, { success: status === 200, timestamp: new Date(world.now()).toISOString(), statusCode: status ?? 0, reason, detail: error ?? String(status) })
    })
}
