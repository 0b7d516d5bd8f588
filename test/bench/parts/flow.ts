import type { Speed } from '../line/orders'
import type { Row } from '../table'
import type { World } from '../world'
import pg from 'pg'
import { round } from '../table'

const people = 100

/** A hundred people report one camera in the same moment. */
export async function flow(world: World): Promise<Row[]> {
  const [product, line] = await Promise.all([world.product(), world.line()])
  const client = new pg.Client(await world.database('product'))
  await client.connect()
  try {
    const { rows: [camera] } = await client.query<{ id: string, code: string }>(`
      SELECT id, code FROM "Camera" c WHERE ownership = 'PUBLIC' AND status = 'NORMAL' AND NOT EXISTS (SELECT FROM "WorkOrder" w WHERE w."cameraId" = c.id) ORDER BY code LIMIT 1`)
    if (!camera) throw new Error('Every camera was reported already')
    const done = await line.order<Speed & { seconds: number }>({ do: 'report', port: product.port, secret: world.secret, people, code: camera.code })
    const { rows: [stored] } = await client.query<{ orders: number, reports: number }>(`
      SELECT (SELECT count(*)::int FROM "WorkOrder" WHERE "cameraId" = $1) AS orders, (SELECT count(*)::int FROM "FaultReport" WHERE "cameraId" = $1) AS reports`, [camera.id])
    return [{
      what: `${people} people report one camera at once`,
      measured: `${stored!.orders} work order, ${stored!.reports} reports; all answered in ${done.seconds.toFixed(2)} s, half in ${round(done.p50)} ms`,
      baseline: '–',
      ratio: '–',
      toReach: '1 work order, 100 reports',
      ok: stored!.orders === 1 && stored!.reports === people,
    }]
  }
  finally {
    await client.end()
  }
}
