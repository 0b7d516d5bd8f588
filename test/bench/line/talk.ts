import type { BotMessage, LightLine } from './api'
import type { Speed, TalkOrder } from './orders'
import { setTimeout as sleep } from 'node:timers/promises'
import { Connections, webhook } from './connections'
import { event, personId, text } from './events'
import { rounds } from './rounds'
import { sayer } from './says'
import { Watch } from './speed'

/** Rounds that a person began, by server: nobody reports the same camera in every order. */
const begun = new Map<string, number>()
/** The one who floods is none of those who talk. */
const flooder = personId(200_000)

/** People talk: each says the next thing when the answer to the last has come and was read. Measured from the webhook sent to the reply taken. */
export async function talk(line: LightLine, { port, secret, people, seconds, pause, cameras, beside = [], flood = 0 }: TalkOrder): Promise<Speed & { refused: number, said: number }> {
  const servers = [port, ...beside].map(one => new Connections(one, people))
  const watch = new Watch(seconds)
  const refusedBefore = line.refused()
  let said = flood
  const post = (request: Buffer) => servers[said++ % servers.length]!.post(request)
  const says = sayer(line, { post, secret, answered: since => watch.done(since) })

  const flooding = Promise.all(Array.from({ length: flood }, async (_, i) => {
    const one = event(flooder, text(`เรื่องที่ ${i}`))
    line.expect(one.replyToken, () => {})
    const status = await servers[0]!.post(webhook([one], secret))
    if (status !== 200) throw new Error(`The webhook answered ${status}`)
  }))
  await Promise.all(Array.from({ length: people }, async (_, n) => {
    const person = personId(n)
    while (watch.running) {
      // Not all at the same place of the conversation at the same time.
      const i = begun.get(`${port} ${n}`) ?? n
      begun.set(`${port} ${n}`, i + 1)
      let answer: BotMessage[] = []
      for (const act of rounds[i % rounds.length]!(cameras[(i * 31 + n * 7) % cameras.length]!)) {
        if (pause) await sleep(pause * (0.5 + Math.random()))
        if (!watch.running) return
        answer = await says(person, act(answer))
      }
    }
  }))
  await flooding
  for (const server of servers) server.close()
  return { ...watch.speed, refused: line.refused() - refusedBefore, said }
}
