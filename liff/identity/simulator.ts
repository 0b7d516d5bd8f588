import type { Identity } from './identity'

/** The frame of the simulator's phone, if the app is shown there. */
const frame = parent === window ? null : parent

/** The simulator in LINE's place. It hands the token over in the address, or is asked for one on its page. */
export function simulatorIdentity(given: string | null, loginUrl: string | null): Identity {
  let token = given
  return {
    token() {
      const once = token
      token = null
      return once
    },
    userId: () => null,
    signIn(returnTo) {
      if (frame) frame.postMessage({ liff: 'login', returnTo }, '*')
      else if (loginUrl) location.assign(`${loginUrl}?${new URLSearchParams({ redirect_uri: returnTo })}`)
      return frame !== null || loginUrl !== null
    },
    close: frame && (() => frame.postMessage({ liff: 'close' }, '*')),
  }
}

/** Takes the token that the simulator put behind the address, and leaves no trace of it there. */
export function takeToken(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('id_token')
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/** Tells the simulator's title bar what LINE would read from the page. */
export function tellTitle(title: string): void {
  frame?.postMessage({ liff: 'title', title }, '*')
}
