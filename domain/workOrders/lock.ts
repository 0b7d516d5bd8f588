import type { Tx } from '../../prisma/client'

/*
 * Everything that changes a repair locks in the same order, so that nobody waits in a circle: cameras by id, then work orders
 * by id, then reports. The camera's lock also decides who opens its work order when several report in the same instant.
 */

/** Locks these cameras until the transaction ends. */
export async function lockCameras(db: Tx, ids: string[]): Promise<void> {
  await db.$queryRaw`SELECT "id" FROM "Camera" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
}

/** Locks these work orders and their cameras until the transaction ends. */
export async function lockWorkOrders(db: Tx, ids: string[]): Promise<void> {
  await Promise.all([
    db.$queryRaw`
      SELECT "id" FROM "Camera" WHERE "id" = ANY(ARRAY(SELECT "cameraId" FROM "WorkOrder" WHERE "id" = ANY(${ids}::uuid[])))
      ORDER BY "id" FOR NO KEY UPDATE`,
    db.$queryRaw`SELECT "id" FROM "WorkOrder" WHERE "id" = ANY(${ids}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`,
  ])
}

/** Locks a report until the transaction ends. Its work order is locked before, where both are. */
export async function lockReport(db: Tx, id: string): Promise<void> {
  // Awaited here: Prisma begins a statement only then, and what is asked next has to come behind it.
  await db.$queryRaw`SELECT "id" FROM "FaultReport" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`
}

/** The same for jobs: takes only what nobody else is working on, and gives back which. Never waits. */
export async function lockIdle(db: Tx, ids: string[]): Promise<string[]> {
  const cameras = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Camera" WHERE "id" = ANY(ARRAY(SELECT "cameraId" FROM "WorkOrder" WHERE "id" = ANY(${ids}::uuid[])))
    FOR NO KEY UPDATE SKIP LOCKED`
  const locked = await db.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "WorkOrder" WHERE "id" = ANY(${ids}::uuid[])
    AND ("cameraId" IS NULL OR "cameraId" = ANY(${cameras.map(camera => camera.id)}::uuid[]))
    ORDER BY "openedAt" FOR NO KEY UPDATE SKIP LOCKED`
  return locked.map(({ id }) => id)
}
