import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port that nobody listens on now, for a server that is to be started or started again on a port that is known.
 * It is below those that systems hand out by themselves (Linux from 32768, others from 49152): no other test's `listen(0)` gets it in between.
 */
export async function freePort(): Promise<number> {
  const port = randomInt(10_240, 32_768)
  const server = createServer()
  const free = await new Promise<boolean>(done => server.once('error', () => done(false)).listen(port, () => done(true)))
  await new Promise(done => server.close(done))
  return free ? port : freePort()
}
