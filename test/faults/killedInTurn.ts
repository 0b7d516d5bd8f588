import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import { setTimeout as sleep } from 'node:timers/promises'
import { insistentLine } from '../crash/conversations'
import { servers } from '../crash/process'
import { freshDb } from '../helpers/database'
import { fakeLine } from '../helpers/fakeLine'
import { survives } from './survives'

/** Two servers share the people. Every `pause` ms the one that has run for longer is killed and another takes its place, so many times. People read an answer for `reading` ms. */
export async function killedInTurn({ kills, pause, reading }: { kills: number, pause: number, reading: number }): Promise<void> {
  const fresh: FreshDb = await freshDb({ template: 'demo' })
  const fake: FakeLine = await fakeLine(insistentLine)
  const running = await servers({ databaseUrl: fresh.url, fake, alone: false })
  try {
    const both = await Promise.all([1, 2].map(async () => {
      const server = await running.prepare()
      return { ...server, url: `http://localhost:${await server.begin()}/webhook` }
    }))
    // Events come to the one and the other in turn, as from a load balancer that does not notice who is gone.
    let turn = 0
    fake.line.setWebhookUrl(both[0]!.url)
    const off = fake.line.onChange(({ type }) => type === 'delivery' && fake.line.setWebhookUrl(both[++turn % 2]!.url))
    await survives({ line: fake.line, fake, db: fresh.database.db }, async (scene) => {
      for (let kill = 0; kill < kills; kill++) {
        const next = await running.prepare()
        await scene.moreAnswers(1)
        await sleep(pause * (0.5 + Math.random()))
        await both[kill % 2]!.kill()
        both[kill % 2] = { ...next, url: `http://localhost:${await next.begin()}/webhook` }
      }
      await scene.moreAnswers(5)
    }, { reading })
    off()
  }
  finally {
    await running.close()
    await fake.close()
    await fresh.drop()
  }
}
