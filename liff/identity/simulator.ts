import type { Identity } from './identity'

/** The frame of the simulator's phone, if the app is shown there. */
const frame = parent === window ? null : parent

/** The simulator in LINE's place: its phone, or the page where one chooses who one is, sends the person back with a token in the address. */
export function simulatorIdentity(loginUrl: string): Identity {
  return {
    token: () => null,
    userId: () => null,
    signIn(returnTo) {
      if (frame) frame.postMessage({ liff: 'login', returnTo }, '*')
      else location.assign(`${loginUrl}?${new URLSearchParams({ redirect_uri: returnTo })}`)
      return true
    },
    close: frame && (() => frame.postMessage({ liff: 'close' }, '*')),
    openOutside: frame && (url => void open(url, '_blank')),
  }
}

/** Takes the token that the simulator put behind the address, and leaves no trace of it there. What LINE puts there, with more beside it, is for its SDK. */
export function takeToken(): string | null {
  const [given, ...more] = new URLSearchParams(location.hash.slice(1))
  const token = given?.[0] === 'id_token' && more.length === 0 ? given[1] : null
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/** Tells the simulator's title bar what LINE would read from the page. */
export function tellTitle(title: string): void {
  frame?.postMessage({ liff: 'title', title }, '*')
}
