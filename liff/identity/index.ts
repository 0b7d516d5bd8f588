import type { Identity } from './identity'
import { api, apiSignedOut, Trouble } from '../api'
import { useLocale } from '../locales'
import { forgetTold } from '../offline'
import { recall, remember } from '../remembered'
import { simulatorIdentity, takeToken } from './simulator'

/** Nobody could be signed in without a hand from the person; `message` says why, in their language. */
export class NotSignedIn extends Error {
  constructor(readonly why: 'notSetUp' | 'failed', message: string) {
    super(message)
    this.name = 'NotSignedIn'
  }
}

/** Until the person taps a button the app leaves its page to sign in once in this time at most, ms: no pages that send each other on for ever. */
const pause = 60_000
const never = new Promise<never>(() => {})

let identity: Identity | undefined
/** Why the server refused the last token. */
let refusal: string | null = null

/** Closes the app inside LINE; null where there is nothing to close. */
export const closeApp = () => identity?.close ?? null

/** Opens an address in the device's own browser; null where the app is in one already. */
export const outside = () => identity?.openOutside ?? null

/**
 * Finds out who uses the app and has the server know, before the router touches the address. Resolves with the server's `me`;
 * does not resolve when the page is left to sign in elsewhere. Rejects with NotSignedIn, or with Trouble when the server is not reached.
 */
export async function begin() {
  const given = takeToken()
  const me = await whoAmI().catch((error: unknown) => error instanceof Trouble && error.signIn ? error : Promise.reject(error))
  const { loginUrl } = me instanceof Trouble ? me.signIn! : me
  if (loginUrl) identity = simulatorIdentity(loginUrl)
  // Only with the simulator: else a link could sign somebody in as another person.
  if (loginUrl && given) {
    if (!await showToken(given)) throw notSignedIn()
    return whoAmI()
  }
  if (me instanceof Trouble) {
    identity ??= await identityOf(me)
    await signIn()
    return whoAmI()
  }
  // LINE's SDK is needed inside LINE, and when LINE has sent the person here with something for it in the address.
  if (!identity && me.liffId && (/\bLine\//.test(navigator.userAgent) || /[?&#](?:liff\.|code=|access_token=)/.test(location.href))) {
    // Who is signed in already goes on without it.
    identity = await fromLine(me.liffId).catch(() => undefined)
    const userId = identity?.userId()
    // Another person's LINE on the same device.
    if (userId && userId !== me.lineUserId) {
      await signIn()
      return whoAmI()
    }
  }
  return me
}

/** The same after the session has ended while the app is open. */
export async function signInAgain(trouble: Trouble): Promise<void> {
  identity ??= await identityOf(trouble)
  await signIn()
}

/** Signs in because the person wants to: as often as they like. */
export async function signInByHand(): Promise<void> {
  remember('signingIn', null, 'visit')
  location.replace('/liff/')
}

const whoAmI = async () => (await apiSignedOut.me.$get()).json()

/** How to sign in is told with the 401. */
async function identityOf({ signIn: how }: Trouble): Promise<Identity> {
  if (how?.liffId) return fromLine(how.liffId)
  if (how?.loginUrl) return simulatorIdentity(how.loginUrl)
  throw new NotSignedIn('notSetUp', useLocale().t.value.signIn.notSetUpWords)
}

/** The SDK is loaded only where there is a LIFF app. */
async function fromLine(liffId: string): Promise<Identity> {
  const { lineIdentity } = await import('./line')
  return lineIdentity(liffId).catch((error) => {
    console.error(error)
    throw notSignedIn()
  })
}

/** With the token at hand, else by leaving the page for one. */
async function signIn(): Promise<void> {
  const token = identity!.token()
  if (token && await showToken(token)) return
  if (Date.now() - Number(recall('signingIn', 'visit')) > pause) {
    remember('signingIn', String(Date.now()), 'visit')
    if (identity!.signIn(location.origin + location.pathname + location.search)) await never
  }
  throw notSignedIn()
}

/** Has the server make a session of a token. False when the server refuses it; other trouble is thrown. */
async function showToken(idToken: string): Promise<boolean> {
  try {
    await apiSignedOut.session.$post({ json: { idToken } })
    remember('signingIn', null, 'visit')
    return true
  }
  catch (error) {
    if (!(error instanceof Trouble && error.signIn)) throw error
    refusal = error.message
    return false
  }
}

const notSignedIn = () => new NotSignedIn('failed', refusal ?? useLocale().t.value.signIn.failed)

/** Signs out on this device. */
export async function signOut(): Promise<void> {
  await api.session.$delete()
  await forgetTold()
}
