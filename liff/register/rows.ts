import type { InferResponseType } from 'hono/client'
import type { api } from '../api'

/** A page of the register. */
export type RegisterPage = InferResponseType<typeof api.register.$get, 200>

/** A camera in a list. */
export type RegisterRow = RegisterPage['items'][number]
