/** Who LINE, or the simulator in its place, says is using this device. */
export interface Identity {
  /** An ID token that can be shown to the server now; null when there is none. */
  token: () => string | null
  /** LINE's id of the person; null when it is not known here. */
  userId: () => string | null
  /** Leaves the page to sign in and come back to this address with a new token. False when that cannot be done from here. */
  signIn: (returnTo: string) => boolean
  /** Closes the app and goes back to the chat; null in a browser of one's own. */
  close: (() => void) | null
  /** Opens an address in the device's own browser, which can keep files; null where the app is in one already. */
  openOutside: ((url: string) => void) | null
}
