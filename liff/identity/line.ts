import type { Identity } from './identity'
import CloseWindow from '@line/liff/close-window'
import liff from '@line/liff/core'
import GetDecodedIDToken from '@line/liff/get-decoded-id-token'
import GetIDToken from '@line/liff/get-id-token'
import IsInClient from '@line/liff/is-in-client'
import IsLoggedIn from '@line/liff/is-logged-in'
import Login from '@line/liff/login'
import Logout from '@line/liff/logout'
import OpenWindow from '@line/liff/open-window'

/** LINE itself, by its SDK. Only what is used is bundled. Must be called before the router changes the address. Rejects when LINE says no. */
export async function lineIdentity(liffId: string): Promise<Identity> {
  for (const module of [new GetIDToken(), new GetDecodedIDToken(), new IsLoggedIn(), new IsInClient(), new Login(), new Logout(), new CloseWindow()]) liff.use(module)
  liff.use(new OpenWindow())
  await liff.init({ liffId })
  forgetCode()
  return {
    // Kept by the SDK even when its hour is over.
    token: () => isFresh(liff.getDecodedIDToken()?.exp) ? liff.getIDToken() : null,
    userId: () => liff.getDecodedIDToken()?.sub ?? null,
    signIn(returnTo) {
      // Inside LINE there is no other way to a new token than to open the app again.
      if (liff.isInClient()) return false
      if (liff.isLoggedIn()) liff.logout()
      liff.login({ redirectUri: returnTo })
      return true
    },
    close: liff.isInClient() ? () => liff.closeWindow() : null,
    openOutside: liff.isInClient() ? url => liff.openWindow({ url, external: true }) : null,
  }
}

/** What LINE Login put into the address is used up. */
function forgetCode(): void {
  const address = new URL(location.href)
  for (const name of ['code', 'state', 'liffClientId', 'liffRedirectUri']) address.searchParams.delete(name)
  history.replaceState(history.state, '', address.pathname + address.search + address.hash)
}

/** With room for the way to the server. By the device's own clock; when that is wrong, the server decides. */
const isFresh = (exp: number | undefined) => exp === undefined || exp * 1000 > Date.now() - 60_000
