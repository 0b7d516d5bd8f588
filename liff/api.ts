import type { FieldError } from '../domain/labels/invalid'
import type { AppType } from '../server/routes/api'
import type { ChosenPhoto } from './photo'
import { hc } from 'hono/client'
import { useLocale } from './locales'

/** What the server said was wrong, or that it was not reached. `message` is a sentence for the person, in their language. */
export class Trouble extends Error {
  constructor(
    /** Of the server's table, or `offline`. */
    readonly code: string,
    message: string,
    /** Which fields are wrong. */
    readonly errors: FieldError[] = [],
    /** How to sign in, when that is what is needed. */
    readonly signIn: { liffId: string | null, loginUrl: string | null } | null = null,
  ) {
    super(message)
    this.name = 'Trouble'
  }
}

let signInAgain: (trouble: Trouble) => Promise<unknown> = trouble => Promise.reject(trouble)
let signingIn: Promise<unknown> | undefined

/** What to do when somebody is not signed in any more: resolves when they are again. Of requests that fail together one asks. */
export function whenSignedOut(again: typeof signInAgain): void {
  signInAgain = again
}

async function ask(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const { language, t } = useLocale()
  const headers = new Headers(init?.headers)
  headers.set('accept-language', language.value.toLowerCase())
  const answer = await fetch(url, { ...init, headers }).catch(() => { throw new Trouble('offline', t.value.offline) })
  if (answer.ok) return answer
  const said = await answer.json().catch(() => null) as { code?: string, detail?: string, errors?: FieldError[], liffId?: string | null, loginUrl?: string | null } | null
  const { code = `http${answer.status}`, detail = t.value.unknownAnswer, errors, liffId = null, loginUrl = null } = said ?? {}
  throw new Trouble(code, detail, errors, answer.status === 401 ? { liffId, loginUrl } : null)
}

/** The same, and once more after signing in again when the session has ended meanwhile. */
async function askSignedIn(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await ask(url, init)
  }
  catch (error) {
    if (!(error instanceof Trouble && error.code === 'signInNeeded')) throw error
    signingIn ??= signInAgain(error).finally(() => signingIn = undefined)
    await signingIn
    return ask(url, init)
  }
}

/** Asks a path below `/api`, where what is asked is only known when it runs. Rejects with Trouble. */
export const askServer = (path: string, init?: RequestInit) => askSignedIn(`/api${path}`, init)

/** The server's API, typed by its routes: `const me = await (await api.me.$get()).json()`. Rejects with Trouble. */
export const api = hc<AppType>('/api', { fetch: askSignedIn })

/** The same for signing in itself: a missing session is only told. */
export const apiSignedOut = hc<AppType>('/api', { fetch: ask })

/** Sends a photo of a report, a repair or a camera; sent again it is the same photo. Rejects with Trouble. */
export async function sendPhoto(to: `reports/${string}` | `work-orders/${string}` | `cameras/${string}`, { id, file }: ChosenPhoto): Promise<void> {
  await askSignedIn(`/api/${to}/photos/${id}`, { method: 'PUT', body: file, headers: { 'content-type': file.type || 'application/octet-stream' } })
}
