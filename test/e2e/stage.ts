import type pg from 'pg'
import type { Browser } from 'playwright-core'
import type { Db } from '../../prisma/client'
import type { RunningSimulator } from '../../server/simulator'
import type { RunningServer } from '../../server/start'
import type { Phone } from './phone'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../../server/config'
import { setupClient } from '../../server/setup/client'
import { ensureMenus } from '../../server/setup/menus'
import { startSimulator } from '../../server/simulator'
import { startServer } from '../../server/start'
import { app, buildPages, chatPage } from '../helpers/builtPages'
import { freshDb } from '../helpers/database'
import { lineId } from '../helpers/fakeLine'
import { freePort } from '../helpers/freePort'
import { phone } from './phone'

/** The whole product with the demo province, and the chat page in which its people are played. */
export interface Stage {
  server: RunningServer
  simulator: RunningSimulator
  db: Db
  pool: pg.Pool
  /** Opens the chat page as demo person n. */
  open: (n: number, options?: { wide?: boolean }) => Promise<Phone>
  stop: () => Promise<void>
}

/** Put together as by `npm start` without any settings, on a database of its own. Person 8 has not added the account yet. */
export async function startStage(browser: Browser, { now }: { now?: () => Date } = {}): Promise<Stage> {
  await buildPages(chatPage)
  await buildPages(app)
  const fresh = await freshDb({ template: 'demo' })
  const dataDir = await mkdtemp(join(tmpdir(), 'songklong-stage-'))
  const config = readConfig({ DATABASE_URL: fresh.url, DATA_DIR: dataDir, PORT: String(await freePort()), SIMULATOR_PORT: String(await freePort()) })
  const simulator = await startSimulator(config, config.simulator!, fresh.database.db)
  await ensureMenus({ client: setupClient(config.line) })
  const server = await startServer(config, { database: fresh.database, log: pino({ level: 'warn' }), now })
  simulator.platform.setWebhookUrl(`${server.url}/webhook`)
  return {
    server,
    simulator,
    db: fresh.database.db,
    pool: fresh.database.pool,
    open: (n, options) => phone(browser, simulator.url, lineId(n), options),
    async stop() {
      await server.stop()
      await simulator.stop()
      await fresh.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
