import type { Product } from '../helpers/product'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { demoPeople, demoPlaces } from '../../prisma/seed/demo'
import { startProduct } from '../helpers/product'
import { echo, says } from '../server/echo'
import { runLoad } from './run'
import { inWords } from './summary'

let product: Product | undefined
afterEach(async () => {
  await product?.stop()
  product = undefined
})
const line = { people: demoPeople, places: demoPlaces, quotaLimit: null }

describe('a load', () => {
  it('has people report and officers repair, against a product that runs, and finds nothing lost or doubled', async () => {
    product = await startProduct({ template: 'demo', line })
    const shown: string[] = []
    const summary = await runLoad({ url: product.fake.url, people: 20, duration: 10_000, reading: 300, onProgress: text => shown.push(text) })
    await product.idle()
    const [events, letters] = [await product.db.inboundEvent.findMany(), await product.db.outboundMessage.findMany({ where: { replyToken: { not: null } } })]
    // Each event that came is done, and each was answered once.
    expect({ said: inWords(summary), undone: events.filter(({ state }) => state !== 'DONE'), unsent: letters.filter(({ state, sentAs }) => state !== 'SENT' || sentAs !== 'reply') })
      .toEqual({ said: expect.stringContaining('lost 0   doubled 0   errors 0'), undone: [], unsent: [] })
    expect(summary).toMatchObject({ ok: true, people: 20, officers: 3 })
    expect(summary.lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['follow', 'report', 'location', 'symptom', 'done', 'my work', 'all']))
    expect(summary.turns).toBe(summary.lines.at(-1)!.count)
    expect(shown[0]).toMatch(/^0:0\d of 0:10 {3}\d+\.\d turns\/s {3}p95 \d+ ms {3}\d+ in flight {3}0 errors$/)
    expect(new Set(letters.map(({ replyToken }) => replyToken)).size).toBe(letters.length)
    expect(letters.length).toBe(summary.turns)
  }, 120_000)

  it('says how many messages a product left without an answer', async () => {
    product = await startProduct({ conversation: { ...echo, hear: async (_ctx, lane) => says(lane, undefined) }, line })
    const summary = await runLoad({ url: product.fake.url, people: 3, duration: 500, reading: 10, patience: 400 })
    expect(summary.ok).toBe(false)
    expect(summary.lost.filter(turn => turn.startsWith('follow, '))).toHaveLength(3)
    expect(inWords(summary)).toContain(`lost ${summary.lost.length}   doubled 0   errors 0`)
  }, 60_000)

  it('says so when there is no simulator, or none with places', async () => {
    await expect(runLoad({ url: 'http://127.0.0.1:9', people: 1, duration: 100, reading: 0 })).rejects.toThrow('There is no LINE simulator at http://127.0.0.1:9. Start one with npm start, or leave --url out.')
    product = await startProduct({})
    await expect(runLoad({ url: product.fake.url, people: 1, duration: 100, reading: 0 })).rejects.toThrow('it was started without the demo province')
  }, 60_000)

  it('starts product and simulator by itself when it is told of none, and ends well', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/load/cli.ts', '--people', '5', '--minutes', '0.1', '--reading', '0.5'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout.on('data', chunk => said += String(chunk))
    child.stderr.on('data', chunk => said += String(chunk))
    const [code] = await once(child, 'exit')
    expect(said).toContain('lost 0   doubled 0   errors 0')
    expect(code).toBe(0)
  }, 180_000)
})
