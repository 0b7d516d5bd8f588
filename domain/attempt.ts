import type { Tx } from '../prisma/client'
import { Refusal } from './refusal'

/**
 * Does something inside the open transaction; when it is refused, nothing of it remains and the refusal is given back
 * instead of thrown. Other errors are thrown on.
 */
export async function attempt<T>(db: Tx, work: () => Promise<T>): Promise<T | Refusal> {
  await db.$executeRawUnsafe('SAVEPOINT attempt')
  try {
    const result = await work()
    await db.$executeRawUnsafe('RELEASE SAVEPOINT attempt')
    return result
  }
  catch (error) {
    if (!(error instanceof Refusal)) throw error
    // Released too, or an attempt around this one would only be taken back as far as here.
    await db.$executeRawUnsafe('ROLLBACK TO SAVEPOINT attempt')
    await db.$executeRawUnsafe('RELEASE SAVEPOINT attempt')
    return error
  }
}
