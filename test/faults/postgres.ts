import type { Product } from '../helpers/product'
import type { OwnPostgres } from './ownPostgres'
import type { Scene } from './survives'
import pg from 'pg'
import { expect } from 'vitest'

/** Something done to the database while people talk; resolves when it is well again and people are answered again. */
export type Blow = (postgres: OwnPostgres, scene: Scene, product: Product) => Promise<void>

/** Takes the server away, so long that LINE is refused some webhooks, and gives it back. */
function gone(take: (postgres: OwnPostgres) => Promise<void>): Blow {
  return async (postgres, scene) => {
    await scene.moreAnswers(10)
    await take(postgres)
    await scene.refusals(3)
    await postgres.start()
    await scene.moreAnswers(10)
  }
}

const stopped = gone(postgres => postgres.stop())
const killed = gone(postgres => postgres.kill())

/** Somebody else takes every connection that the server has, and the product's own are cut. */
const crowdedOut: Blow = async ({ fresh: { url } }, scene) => {
  await scene.moreAnswers(10)
  const others: pg.Client[] = []
  const over = new AbortController()
  async function takeOne(): Promise<void> {
    const client = new pg.Client({ connectionString: url, application_name: 'somebody else' })
    client.on('error', () => {})
    try {
      await client.connect()
      others.push(client)
    }
    catch (error) {
      expect((error as { code?: string }).code, String(error)).toBe('53300')
    }
  }
  async function takeAll(): Promise<void> {
    await takeOne()
    while (!over.signal.aborted) {
      await others[0]!.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'songklong'`)
      await Promise.all(Array.from({ length: 25 }, takeOne))
    }
  }
  const taking = takeAll()
  await Promise.race([taking, scene.refusals(3)]).finally(() => over.abort())
  await taking
  await Promise.all(others.map(client => client.end()))
  await scene.moreAnswers(10)
}

/** Every connection of the product's own pool is held by somebody for some seconds. */
const exhausted: Blow = async (_, scene, { fresh: { database: { pool } } }) => {
  await scene.moreAnswers(10)
  const held = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()))
  await scene.refusals(3)
  for (const client of held) client.release()
  await scene.moreAnswers(10)
}

export const blows = { stopped, killed, crowdedOut, exhausted }
