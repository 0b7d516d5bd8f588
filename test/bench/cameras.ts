import type { Camera } from './line/orders'
import pg from 'pg'

/** The cameras of the demo province that people may speak of, by the database's URL. */
export async function camerasOf(url: string): Promise<Camera[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    const { rows } = await client.query<Camera>(`
      SELECT c.code, s.latitude, s.longitude FROM "Camera" c JOIN "Site" s ON s.id = c."siteId"
      WHERE c.ownership = 'PUBLIC' AND c.status <> 'REMOVED' ORDER BY c.code`)
    return rows
  }
  finally {
    await client.end()
  }
}
