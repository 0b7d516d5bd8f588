import type { Clash, Facts } from './merge'

/** How one thing to be sent stands: it waits, it is on its way, or the person must look at it. */
export type State = 'waiting' | 'sending' | 'stuck'

/** Something that was done here and is to be sent. */
export interface Waiting {
  /** A UUID, and its idempotency key. */
  id: string
  /** LINE's id of whose it is: nobody sends what another person did on the same device. */
  owner: string
  /** When it was done, ms; they are sent in this order. */
  at: number
  what: 'site' | 'camera' | 'photo' | 'status' | 'removal' | 'proposal' | 'problem'
  /** Id of the site, the camera, the proposal or the problem that it is about, and of the site it stands at. */
  about: string
  site?: string
  /** What people know it by. */
  title: string
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api`. */
  path: string
  body?: Record<string, unknown>
  /** Of a photo, in place of a body. */
  file?: Blob
  /** What the person saw before they changed it (of a PATCH): what others changed meanwhile is told by it. */
  seen?: Facts
  state: State
  /** Of what is being sent, 0–1. */
  progress?: number
  /** Whether it may have reached the server before. */
  tried?: boolean
  /** Why it needs the person: the server's code and sentence. */
  trouble?: { code: string, message: string, errors: { path: string, detail: string }[] }
  /** What another person changed meanwhile in the same fields. */
  clash?: Clash[]
}

/** Whether it makes the thing that it is about: nothing else of that thing can be sent without it. */
export const makes = ({ method, what }: ToSend): boolean => method === 'POST' && what !== 'removal'

/** What is given to be sent. */
export type ToSend = Omit<Waiting, 'id' | 'owner' | 'at' | 'state' | 'progress' | 'tried' | 'trouble' | 'clash'>
