import type { InferResponseType } from 'hono/client'
import type { z } from 'zod'
import type { answerRequest } from '../../../domain/footage/schema'
import { api } from '../../api'

/** What the police ask of one camera. */
export type AskInFull = InferResponseType<typeof api.footage.asks[':id']['$get'], 200>
/** What can be answered. */
export type Answer = z.output<typeof answerRequest>['answer']

/** The answers that can be given to it, the likely one first. */
export const answersTo = ({ moves }: Pick<AskInFull, 'moves'>): Answer[] => moves.filter((move): move is Answer => ['preserve', 'appoint', 'awaitTechnician', 'reportDown', 'refuse'].includes(move))

/** Answers; `key` does it once, however often it is asked for. Gives the number of the report that a broken camera got. */
export async function reply(id: string, json: z.input<typeof answerRequest>, key: string): Promise<string | null> {
  return (await (await api.footage.asks[':id'].answers.$post({ param: { id }, json }, { headers: { 'idempotency-key': key } })).json()).fault
}
