import type { BotMessage, LightLine } from './api'
import type { Camera, DayOrder, Speed } from './orders'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connections } from './connections'
import { personId } from './events'
import { rounds } from './rounds'
import { sayer } from './says'
import { Watch } from './speed'

/** How much is said in each hour of a day, from midnight on: little at night, most in the morning. */
const hours = [2, 1, 1, 1, 1, 2, 4, 7, 9, 9, 8, 7, 6, 7, 8, 8, 8, 7, 6, 5, 4, 3, 3, 2]

/** Until an answer is given up, ms: a machine that is busy with other things for a while loses nothing by it. */
const patience = 120_000

/** People say the next thing of their conversations at the moments of a day, whoever has the answer to the last. Resolves when all are answered. */
export async function day(line: LightLine, { port, secret, people, seconds, events, cameras }: DayOrder): Promise<Speed & { refused: number }> {
  const connections = new Connections(port, 200)
  // What is answered a little after midnight belongs to the day.
  const watch = new Watch(seconds + 60)
  const refusedBefore = line.refused()
  const says = sayer(line, { post: request => connections.post(request), secret, answered: since => watch.done(since), patience })
  const idle = Array.from({ length: people }, (_, n) => ({ person: personId(300_000 + n), acts: acts(n, cameras), answer: [] as BotMessage[] }))
  const begun = performance.now()
  const talking = new Set<Promise<void>>()
  for (const moment of moments(events)) {
    await sleep(Math.max(0, begun + moment * seconds * 1000 - performance.now()))
    while (!idle.length) await Promise.race(talking)
    const one = idle.shift()!
    const turn: Promise<void> = says(one.person, one.acts.next().value(one.answer)).then((answer) => {
      one.answer = answer
      idle.push(one)
      talking.delete(turn)
    })
    talking.add(turn)
  }
  await Promise.all(talking)
  connections.close()
  return { ...watch.speed, refused: line.refused() - refusedBefore }
}

/** What a person says, one thing after the other, without end. */
function* acts(n: number, cameras: Camera[]): Generator<(answer: BotMessage[]) => object, never> {
  for (let i = n; ; i++) yield* rounds[i % rounds.length]!(cameras[(i * 31 + n * 7) % cameras.length]!)
}

/** So many moments of a day (0 to 1), in order, as dense as its hours are busy. */
function moments(count: number): number[] {
  const all = hours.reduce((sum, weight) => sum + weight, 0)
  return hours.flatMap((weight, hour) => {
    const [from, to] = [hour, hour + 1].map(end => Math.round(count * hours.slice(0, end).reduce((sum, one) => sum + one, 0) / all))
    return Array.from({ length: to! - from! }, () => (hour + Math.random()) / hours.length).sort((a, b) => a - b)
  })
}
