import type { Speed } from '../line/orders'
import type { Row } from '../table'
import type { World } from '../world'
import { camerasOf } from '../cameras'
import { counted, countedWhenDone } from '../counted'
import { median, round } from '../table'

const seconds = 300
const events = 20_000
const people = 2_000
/** Until when the server warms up, and how long memory is looked at then and in the end, in parts of the day. */
const [warm, look] = [0.25, 0.1]

/** A day's traffic in five minutes, on a server that was just started. */
export async function day(world: World): Promise<Row[]> {
  const line = await world.line()
  const server = await world.another()
  try {
    const url = await world.database('product')
    const cameras = await camerasOf(url)
    const before = await counted(url)
    const memory: Array<{ at: number, mb: number }> = []
    const begun = performance.now()
    const timer = setInterval(async () => memory.push({ at: (performance.now() - begun) / 1000 / seconds, mb: await memoryOf(server) }), 1_000)
    const done = await line.order<Speed & { refused: number }>({ do: 'day', port: server.port, secret: world.secret, people, seconds, events, cameras }).finally(() => clearInterval(timer))
    const after = await countedWhenDone(url)
    const between = (from: number, to: number) => median(memory.filter(({ at }) => at >= from && at < to).map(({ mb }) => mb))
    const [warmedUp, end] = [between(warm, warm + look), between(1 - look, Infinity)]
    const all = after.events - before.events === events && after.answered - before.answered === events && after.letters - before.letters === events && !done.refused
    return [{
      what: `24 h of traffic in ${seconds / 60} minutes (${events.toLocaleString('en')} events)`,
      measured: `memory ${Math.round(end)} MB at the end; ${after.waiting} events waiting; p50 ${round(done.p50)} ms, p99 ${round(done.p99)} ms${all ? '' : '; NOT every event answered once'}`,
      baseline: `after warm-up: ${Math.round(warmedUp)} MB`,
      ratio: (end / warmedUp).toFixed(2),
      toReach: '≤ 1.3 × its memory, inbox empty',
      ok: end <= 1.3 * warmedUp && after.waiting === 0 && all,
    }]
  }
  finally {
    await server.stop()
  }
}

/** What the process has in memory, MB, as it says itself. */
async function memoryOf({ port }: { port: number }): Promise<number> {
  const metrics = await fetch(`http://localhost:${port}/metrics`).then(answer => answer.text())
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6
}
