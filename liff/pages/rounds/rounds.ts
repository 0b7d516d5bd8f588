import type { InferResponseType } from 'hono/client'
import type { ReturnState } from '../../../domain/enums'
import type { api } from '../../api'
import type { Tone } from '../../components/StatusChip.vue'

/** A round, as the server gives it. */
export type Round = InferResponseType<typeof api.rounds.$get, 200>['rounds'][number]

/** The board of a round. */
export type Board = InferResponseType<(typeof api.rounds)[':id']['board']['$get'], 200>

/** An agency's return. */
export type Return = NonNullable<InferResponseType<typeof api.returns.$get, 200>['return']>

/** How urgent each state is for whoever looks. */
export const stateTones: Record<ReturnState, Tone> = { NOT_STARTED: 'unusable', IN_PROGRESS: 'repair', SUBMITTED: 'info', NIL: 'info', RETURNED: 'damaged', ACCEPTED: 'normal' }
