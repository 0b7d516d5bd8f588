import type { AddressInfo } from 'node:net'
import { Agent, createServer, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

/** A load balancer: requests go round the servers that say they are ready, over connections that are kept. It never tries a request again. */
export interface Balancer {
  url: string
  /** Requests that a server did not take or did not answer, as sentences. */
  refused: string[]
  /** How many requests each server answered. */
  answered: Map<number, number>
  /** Servers that are ready, by their ports. */
  ready: () => number[]
  close: () => Promise<void>
}

const lookEvery = 500

/** Starts one in front of servers on these ports. */
export async function balancer(ports: number[]): Promise<Balancer> {
  const agent = new Agent({ keepAlive: true })
  const refused: string[] = []
  const answered = new Map<number, number>()
  let ready = ports
  let turn = 0
  const closing = new AbortController()
  const isReady = (port: number) => fetch(`http://localhost:${port}/health/ready`).then(({ ok }) => ok, () => false)
  async function look(): Promise<void> {
    while (!closing.signal.aborted) {
      const states = await Promise.all(ports.map(isReady))
      ready = ports.filter((_, i) => states[i])
      await sleep(lookEvery)
    }
  }
  const looking = look()

  const server = createServer((incoming, outgoing) => {
    const port = ready[turn++ % ready.length]!
    const onward = request({ port, agent, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      answered.set(port, (answered.get(port) ?? 0) + 1)
      outgoing.writeHead(answer.statusCode!, answer.headers)
      answer.pipe(outgoing)
    })
    onward.on('error', (error) => {
      refused.push(`${port}: ${error.message}`)
      outgoing.writeHead(502).end()
    })
    incoming.pipe(onward)
  })
  await new Promise<void>(done => server.listen(0, done))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    refused,
    answered,
    ready: () => ready,
    async close() {
      closing.abort()
      await looking
      agent.destroy()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
