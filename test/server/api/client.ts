import type { Product } from '../../helpers/product'
import { lineId } from '../../helpers/fakeLine'

/** A program or browser that keeps its cookie, as somebody uses it who asks the API. */
export interface Client {
  /** Asks a path below `/api`. `json`: a body. */
  ask: (path: string, init?: RequestInit & { json?: unknown }) => Promise<Response>
  /** The cookie it has now, `songklong_session=…`; undefined when it has none. */
  cookie: string | undefined
}

/** One that is not signed in, and speaks Thai unless the request says otherwise. */
export function client(product: Pick<Product, 'url'>, cookie?: string): Client {
  const self: Client = {
    cookie,
    async ask(path, { json, headers, ...init } = {}) {
      const answer = await fetch(`${product.url}/api${path}`, {
        ...init,
        ...(json !== undefined && { method: init.method ?? 'POST', body: JSON.stringify(json) }),
        headers: { 'accept-language': 'th', 'origin': product.url, ...(json !== undefined && { 'content-type': 'application/json' }), ...(self.cookie && { cookie: self.cookie }), ...headers as Record<string, string> },
      })
      const set = answer.headers.get('set-cookie')
      if (set) self.cookie = /Max-Age=0/.test(set) ? undefined : set.split(';')[0]
      return answer
    },
  }
  return self
}

/** One that is signed in as test person n. */
export async function signedIn(product: Pick<Product, 'url' | 'line'>, n: number): Promise<Client> {
  const self = client(product)
  const { status } = await self.ask('/session', { json: { idToken: await product.line.idToken(lineId(n)) } })
  if (status !== 204) throw new Error(`Person ${n} was not signed in: ${status}`)
  return self
}
