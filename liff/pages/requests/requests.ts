import type { InferResponseType } from 'hono/client'
import type { z } from 'zod'
import type { outcomeRequest } from '../../../domain/footage/schema'
import { api } from '../../api'

/** A request of the officer with everything about it. */
export type RequestInFull = InferResponseType<typeof api.footage.requests[':number']['$get'], 200>
/** One camera of it. */
export type RequestItem = RequestInFull['items'][number]

/** Notes what came of the recording of a camera; `key` does it once, however often it is asked for. Gives the number of the report that a broken camera got. */
export async function note(id: string, json: z.input<typeof outcomeRequest>, key: string): Promise<string | null> {
  return (await (await api.footage.items[':id'].moves.$post({ param: { id }, json }, { headers: { 'idempotency-key': key } })).json()).fault
}
