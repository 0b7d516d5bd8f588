import type { Serving } from '../bench/processes'
import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAll } from '../bench/build'
import { startBaseline, startProduct } from '../bench/processes'
import { freePort } from '../helpers/freePort'

/** A product and a LINE simulator that were started for a load. */
export interface Started { simulatorUrl: string, stop: () => Promise<void> }

/** Builds the product and starts it, with the demo province, its own PostgreSQL and a simulator, each in a process of its own, in a temporary folder. */
export async function startAll(): Promise<Started> {
  const folder = await mkdtemp(join(tmpdir(), 'songklong-load-'))
  await chmod(folder, 0o755)
  const ends = [() => rm(folder, { recursive: true, force: true })]
  const stop = async () => {
    for (const end of ends.toReversed()) await end()
  }
  try {
    const built = await buildAll({ server: 'server/node.ts', line: 'test/load/line.ts' })
    ends.push(() => rm(built, { recursive: true, force: true }))
    const port = await freePort()
    const channel = { LINE_CHANNEL_SECRET: randomBytes(16).toString('hex'), LINE_CHANNEL_ACCESS_TOKEN: randomBytes(32).toString('hex') }
    const started = (serving: Serving) => {
      ends.push(serving.stop)
      return serving
    }
    const line = started(await startBaseline(join(built, 'line.js'), { ...channel, WEBHOOK_URL: `http://localhost:${port}/webhook` }))
    const simulatorUrl = `http://localhost:${line.port}`
    started(await startProduct(join(built, 'server.js'), port, {
      ...channel,
      LINE_API_BASE_URL: simulatorUrl,
      LINE_DATA_API_BASE_URL: simulatorUrl,
      DATA_DIR: folder,
      PUBLIC_URL: 'https://songklong.test',
      SESSION_SECRET: randomBytes(32).toString('hex'),
      SIMULATOR: 'off',
      DEMO: 'on',
    }))
    return { simulatorUrl, stop }
  }
  catch (error) {
    await stop()
    throw error
  }
}
