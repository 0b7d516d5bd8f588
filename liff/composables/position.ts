import { onScopeDispose, ref } from 'vue'

/** Good enough for a pole, metres. */
const enough = 10
/** How long it is waited for a better one, ms. */
const patience = 15_000

/** A place as the phone knows it: degrees, and how far off it can be, metres. */
export interface Fix { latitude: number, longitude: number, accuracy: number }

/** Where the phone is, as exactly as it finds out in 15 s. `tell` gets each better one. */
export function usePosition(tell: (fix: Fix) => void) {
  const state = ref<'off' | 'looking' | 'denied' | 'none'>('off')
  let watching: number | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    if (watching !== undefined) navigator.geolocation.clearWatch(watching)
    clearTimeout(timer)
    watching = undefined
    if (state.value === 'looking') state.value = 'off'
  }
  function look(): void {
    stop()
    if (!('geolocation' in navigator)) return void (state.value = 'none')
    let best = Infinity
    state.value = 'looking'
    watching = navigator.geolocation.watchPosition(({ coords: { latitude, longitude, accuracy } }) => {
      if (accuracy >= best) return
      best = accuracy
      const six = (degrees: number) => Math.round(degrees * 1e6) / 1e6
      tell({ latitude: six(latitude), longitude: six(longitude), accuracy: Math.round(accuracy) })
      if (accuracy <= enough) stop()
    }, ({ code }) => {
      stop()
      if (best === Infinity) state.value = code === 1 ? 'denied' : 'none'
    }, { enableHighAccuracy: true, maximumAge: 0, timeout: patience })
    timer = setTimeout(() => {
      stop()
      if (best === Infinity) state.value = 'none'
    }, patience + 1_000)
  }
  onScopeDispose(stop)
  return { state, look, stop }
}
