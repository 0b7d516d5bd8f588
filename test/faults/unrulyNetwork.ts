import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A network between LINE and the product that delivers every request twice, late, and not in order. */
export interface UnrulyNetwork {
  /** Where LINE is to post its webhooks. */
  url: string
  /** Requests that were passed on so far, each counted as often as it was. */
  delivered: () => number
  /** Resolves when all was passed on that LINE gave it, twice. */
  quiet: () => Promise<void>
  close: () => Promise<void>
}

/** Starts one before these webhooks; each request goes to one of them, and again to another. `random` gives numbers from 0 up to 1. */
export async function unrulyNetwork(webhooks: string[], random: () => number): Promise<UnrulyNetwork> {
  const onTheWay = new Set<Promise<void>>()
  let delivered = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    response.end()
    const body = Buffer.concat(chunks)
    const headers = { 'content-type': 'application/json', 'x-line-signature': String(request.headers['x-line-signature']) }
    const first = Math.floor(random() * webhooks.length)
    // The copy comes anywhere between at the same time and when the person has gone on for long.
    for (const [n, wait] of [random() * 60, random() * 600].entries()) {
      const passing: Promise<void> = pass(webhooks[(first + n) % webhooks.length]!, body, headers, wait).finally(() => onTheWay.delete(passing))
      onTheWay.add(passing)
    }
  })

  async function pass(webhook: string, body: Buffer, headers: Record<string, string>, wait: number): Promise<void> {
    await sleep(wait)
    const { status } = await fetch(webhook, { method: 'POST', body: new Uint8Array(body), headers })
    if (status !== 200) throw new Error(`The webhook answered ${status}`)
    delivered++
  }

  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    url: `http://localhost:${port}/webhook`,
    delivered: () => delivered,
    async quiet() {
      while (onTheWay.size) await Promise.all(onTheWay)
    },
    async close() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
