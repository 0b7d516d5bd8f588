import type { Speed } from '../line/orders'
import type { Serving } from '../processes'
import type { Row } from '../table'
import type { World } from '../world'
import { cpus } from 'node:os'
import { camerasOf } from '../cameras'
import { counted, countedWhenDone } from '../counted'
import { cpuOf, cpuOfFamily } from '../cpu'
import { sum } from '../statements'
import { median, round } from '../table'

const people = 200
const seconds = 6
const rounds = 5
/** A server that has just begun is slower than one that has compiled what it needs often: for each one, people talk this long before it counts, s. */
const warmUp = 15

/** What came of one, two or four servers. CPU in shares of one core. */
interface Run { perSecond: number, p99: number, cpu: number, database: number, ok: boolean }

/** The same people on one, two and four server processes that share a database: all run, and people talk to so many of them, in turns. */
export async function processes(world: World): Promise<Row[]> {
  const [product, line, postmaster] = [await world.product(), await world.line(), await world.postmaster()]
  const url = await world.database('product')
  const cameras = await camerasOf(url)
  const servers: Serving[] = [product]
  const talking = (to: Serving[], seconds: number) => line.order<Speed & { refused: number, said: number }>({ do: 'talk', port: to[0]!.port, beside: to.slice(1).map(({ port }) => port), secret: world.secret, people, seconds, pause: 0, cameras })

  async function run(to: Serving[]): Promise<Run> {
    const spent = async () => ({ servers: sum(await Promise.all(to.map(({ pid }) => cpuOf(pid)))), database: await cpuOfFamily(postmaster) })
    const [before, cpuBefore, begun] = [await countedWhenDone(url), await spent(), performance.now()]
    const { said, refused, perSecond, p99 } = await talking(to, seconds)
    const [cpuAfter, took] = [await spent(), performance.now() - begun]
    await countedWhenDone(url)
    const after = await counted(url)
    // Each event is there once, each was answered once.
    const grown = [after.events - before.events, after.letters - before.letters, after.answered - before.answered]
    const ok = grown.every(count => count === said) && after.waiting === 0 && refused === 0
    return { perSecond, p99, cpu: (cpuAfter.servers - cpuBefore.servers) / took, database: (cpuAfter.database - cpuBefore.database) / took, ok }
  }

  try {
    while (servers.length < 4) servers.push(await world.another())
    await talking(servers, warmUp * servers.length)
    const counts = [1, 2, 4]
    const runs = counts.map((): Run[] => [])
    for (let i = 0; i < rounds; i++) {
      for (const n of i % 2 ? counts.toReversed() : counts) runs[counts.indexOf(n)]!.push(await run(servers.slice(0, n)))
    }
    const [one, ...more] = runs as [Run[], ...Run[][]]
    return more.map((many, i) => {
      const ratio = median(many.map(({ perSecond }, round) => perSecond / one[round]!.perSecond))
      return {
        what: `${counts[i + 1]} server processes on one PostgreSQL, ${cpus().length} cores, ${people} people talking without a pause`,
        measured: inWords(many),
        baseline: `1 process: ${inWords(one)}`,
        ratio: ratio.toFixed(2),
        toReach: '≥ 1, none lost or doubled',
        ok: ratio >= 1 && [...many, ...one].every(({ ok }) => ok),
      }
    })
  }
  finally {
    for (const server of servers.slice(1)) await server.stop()
  }
}

const share = (cpu: number) => `${Math.round(cpu * 100)} %`

function inWords(runs: Run[]): string {
  const middle = (of: (run: Run) => number) => median(runs.map(of))
  return `${round(middle(run => run.perSecond))}/s, p99 ${round(middle(run => run.p99))} ms; CPU ${share(middle(run => run.cpu))}, database ${share(middle(run => run.database))}; ${runs.every(({ ok }) => ok) ? 'none lost or doubled' : 'LOST OR DOUBLED'}`
}
