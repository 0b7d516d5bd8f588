import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { eventually } from '../helpers/eventually'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { hearing, says, textOf } from './echo'

const ready = (url: string) => fetch(`${url}/health/ready`).then(async answer => [answer.status, answer.headers.get('connection'), await answer.json()])

describe('a server that is told to stop', () => {
  it('says at once that it is not ready, goes on answering for as long as it was configured, and then is gone', async () => {
    const product = await startProduct({ drain: 15_000, conversation: hearing(async (_ctx, lane, event) => says(lane, textOf(event))) })
    const stopped = product.server.stop()
    expect(await ready(product.url)).toEqual([503, 'close', { ready: false, reason: 'the server is stopping' }])
    expect(await fetch(`${product.url}/metrics`).then(answer => answer.text())).toContain('\nsongklong_ready 0\n')
    await product.line.act({ do: 'text', as: lineId(1), chat: lineId(1), text: 'still there?' })
    await eventually(() => expect(product.fake.textsTo(lineId(1))).toEqual(['still there?']))
    await stopped
    await expect(fetch(product.url)).rejects.toThrow()
    await product.stop()
  })

  it('answers everything that it has taken, one person\'s events in order, before it ends', async () => {
    const product = await startProduct({
      conversation: hearing(async (_ctx, lane, event) => {
        await sleep(20)
        return says(lane, textOf(event))
      }),
    })
    const words = Array.from({ length: 12 }, (_, i) => String(i))
    for (const text of words) await product.line.act({ do: 'text', as: lineId(1), chat: lineId(1), text })
    await eventually(async () => expect(await product.db.inboundEvent.count()).toBe(words.length))
    await product.server.stop()
    expect(product.fake.textsTo(lineId(1))).toEqual(words)
    await product.stop()
  })
})
