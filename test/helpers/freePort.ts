import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, done))
  const { port } = server.address() as AddressInfo
  await new Promise(done => server.close(done))
  return port
}
