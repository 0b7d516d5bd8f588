import type { Product } from '../helpers/product'
import type { UnrulyNetwork } from './unrulyNetwork'
import process from 'node:process'
import { expect } from 'vitest'
import { dice } from '../crash/dice'
import { survives } from './survives'
import { unrulyNetwork } from './unrulyNetwork'

/** People talk until they had so many answers, while two servers get everything twice and out of order. FAULT_SEED repeats a run, as far as a machine does. */
export async function everythingTwice(one: Product, other: Product, answers: number): Promise<void> {
  const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
  const network: UnrulyNetwork = await unrulyNetwork([`${one.url}/webhook`, `${other.url}/webhook`], dice(seed))
  const events = new Set<string>()
  const off = one.line.onChange(change => change.type === 'delivery' && change.delivery.webhookEventIds.forEach(id => events.add(id)))
  one.line.setWebhookUrl(network.url)
  try {
    await survives(one, async (scene) => {
      await scene.moreAnswers(answers)
    }, { reading: 10 })
    await network.quiet()
    expect(network.delivered(), `FAULT_SEED=${seed}`).toBe(2 * events.size)
    expect(await one.db.inboundEvent.count({ where: { id: { in: [...events] }, state: 'DONE' } })).toBe(events.size)
  }
  catch (error) {
    throw new Error(`With FAULT_SEED=${seed}: ${(error as Error).message}`, { cause: error })
  }
  finally {
    off()
    await network.close()
  }
}
