import type { Fault } from '../contract'
import type { Call } from './http'
import type { World } from './world/world'
import { randomUUID } from 'node:crypto'
import { NOT_AUTHENTICATED } from './auth/token'
import { answer } from './http'

const SENDS = /^\/v2\/bot\/message\/(?:reply|push|multicast|broadcast)$/

const SENTENCES: Record<Exclude<Fault['status'], 0>, string> = {
  400: 'Failed to send messages',
  401: NOT_AUTHENTICATED,
  409: 'The retry key is already accepted',
  429: 'The API rate limit has been exceeded. Try again later.',
  500: 'Internal server error',
}

/** Makes calls fail as `world.faults` says: instead of doing them or, with `after`, once they are done. */
export function failOnPurpose(world: World) {
  return async (c: Call, next: () => Promise<void>) => {
    const fault = world.faults.length > 0 ? take(world, c.req.path) : undefined
    if (!fault) return next()
    if (fault.after) await next()
    c.res = await failure(c, fault.status)
  }
}

function take(world: World, path: string): Fault | undefined {
  const fault = world.faults.find(({ path: start }) => start === '' ? SENDS.test(path) : path.startsWith(start))
  if (fault?.times) {
    fault.times--
    world.faults = world.faults.filter(({ times }) => times !== 0)
    world.emit({ type: 'faults', faults: world.faults })
  }
  return fault
}

async function failure(c: Call, status: Fault['status']): Promise<Response> {
  if (status === 0) {
    await callerGivesUp(c.req.raw.signal)
    return answer(c, { message: SENTENCES[500] }, 504)
  }
  if (status === 409) c.header('x-line-accepted-request-id', randomUUID())
  return answer(c, { message: SENTENCES[status] }, status)
}

/** Waits until the connection is closed, at most a minute. */
function callerGivesUp(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    setTimeout(resolve, 60_000).unref()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
