import type { AddressInfo } from 'node:net'
import { createServer } from 'node:http'

/** A span as it came over the wire. */
export interface CollectedSpan {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  /** OTLP's number: 1 internal, 2 server, 3 client, 5 consumer. */
  kind: number
  status: { code?: number }
  attributes: Record<string, unknown>
  startTimeUnixNano: string
  endTimeUnixNano: string
}

/** A collector of OpenTelemetry that keeps what it is sent: OTLP over HTTP, JSON. */
export interface Collector {
  url: string
  spans: () => CollectedSpan[]
  /** Attributes of the services that sent something. */
  resources: () => Array<Record<string, unknown>>
  /** All that came, as it came. */
  text: () => string
  close: () => Promise<void>
}

/** Starts one on a free port. */
export async function collector(): Promise<Collector> {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    const chunks: Uint8Array[] = []
    request.on('data', chunk => chunks.push(chunk))
    request.on('end', () => {
      if (request.url === '/v1/traces' && request.headers['content-type'] === 'application/json') bodies.push(new TextDecoder().decode(Uint8Array.from(chunks.flatMap(chunk => [...chunk]))))
      response.setHeader('content-type', 'application/json').end('{}')
    })
  })
  await new Promise<void>(done => server.listen(0, done))
  const parts = () => bodies.flatMap(body => (JSON.parse(body) as Body).resourceSpans)
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    spans: () => parts().flatMap(({ scopeSpans }) => scopeSpans).flatMap(({ spans }) => spans).map(({ attributes, ...span }) => ({ ...span, attributes: plain(attributes) })),
    resources: () => parts().map(({ resource }) => plain(resource.attributes)),
    text: () => bodies.join('\n'),
    close: () => new Promise((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}

interface Attribute { key: string, value: Record<string, unknown> }
interface Body { resourceSpans: Array<{ resource: { attributes: Attribute[] }, scopeSpans: Array<{ spans: Array<Omit<CollectedSpan, 'attributes'> & { attributes: Attribute[] }> }> }> }

const plain = (attributes: Attribute[]) => Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
