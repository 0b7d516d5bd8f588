import type pg from 'pg'
import type { Logger } from 'pino'
import type { Program } from '../../../domain/keys/program'
import type { Contacts } from '../../../domain/owners/contact'
import type { Tx } from '../../../prisma/client'
import type { VerifyIdToken } from '../../auth/idToken'
import type { Sealing } from '../../auth/sealed'
import type { Session } from '../../auth/sessions'
import type { BaseMap } from '../../config'
import type { Budget } from '../../guard/budget'
import type { PhotoLinks } from '../../photos/links'
import type { UploadDeps } from '../../photos/upload'
import type { Transact } from '../../transaction'
import type { Watched } from '../watched'

/** What the routes of the API work with. */
export interface ApiDeps {
  pool: pg.Pool
  transact: Transact
  verifyIdToken: VerifyIdToken
  /** How the app signs in: by its LIFF app, or on the simulator's page; neither when it is not set up. */
  signIn: { liffId: string | null, loginUrl: string | null }
  /** Opens the account's chat with this text typed in; null until its id is known. */
  chatLink: (text: string) => string | null
  photos: Pick<UploadDeps, 'store' | 'cleanPhoto'> & { links: PhotoLinks }
  /** Opens and seals how owners of private cameras are reached. */
  contacts: Contacts
  /** A link to all that is held about somebody, good for ten minutes. */
  heldLink: (userId: string) => string
  /** Without a slash at the end. */
  publicUrl: string
  /** The map under the cameras. */
  baseMap: BaseMap | null
  /** For answers that hold a secret and are kept to be given again. */
  sealing: Sealing
  https: boolean
  budget: Budget
  now: () => Date
  log: Logger
  /** Told after something was changed: others may have to hear of it. */
  onChanged: () => void
  /** Told of an answer that is still written after its request was handled: what it reads from has to stay open so long. */
  lasts: (done: Promise<unknown>) => void
}

/**
 * What handlers of the API find in `c.get(…)`: dependencies, and who is signed in, or else the program that showed its key; `open`: the transaction that
 * all of the request is done in, where there is one; `kept`: what is answered when the request comes again, where that is not the same; `secret`: what is
 * answered is kept sealed.
 */
export interface ApiEnv { Variables: Watched['Variables'] & { deps: ApiDeps, session: Session | null, program?: Program, open?: Tx, kept?: object, secret?: boolean } }
