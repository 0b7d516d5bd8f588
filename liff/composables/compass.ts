import { onScopeDispose, ref } from 'vue'

/** What iOS adds: the heading itself, and the question whether it may be told. */
interface Orientation extends DeviceOrientationEvent { webkitCompassHeading?: number }
interface Asking { requestPermission?: () => Promise<'granted' | 'denied'> }

const patience = 3_000

/** The phone's compass. `follow` tells each heading (whole degrees clockwise from north) until `stop`; `state` says when there is none, or it may not be used. */
export function useCompass() {
  const state = ref<'off' | 'on' | 'none' | 'denied'>('off')
  let listener: ((event: Event) => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    clearTimeout(timer)
    if (listener) {
      removeEventListener('deviceorientationabsolute', listener)
      removeEventListener('deviceorientation', listener)
    }
    listener = undefined
    if (state.value === 'on') state.value = 'off'
  }

  async function follow(tell: (heading: number) => void): Promise<void> {
    stop()
    if (typeof DeviceOrientationEvent === 'undefined') return void (state.value = 'none')
    const asking = DeviceOrientationEvent as Asking
    if (asking.requestPermission && await asking.requestPermission().catch(() => 'denied') !== 'granted') return void (state.value = 'denied')
    let heard = false
    listener = (event) => {
      const { webkitCompassHeading, absolute, alpha } = event as Orientation
      const heading = webkitCompassHeading ?? (absolute && alpha !== null ? 360 - alpha : null)
      if (heading === null) return
      heard = true
      // Where the back of the phone points when it is held upright on its side or not.
      tell(Math.round(heading + (screen.orientation?.angle ?? 0)) % 360)
    }
    addEventListener('deviceorientationabsolute', listener)
    addEventListener('deviceorientation', listener)
    state.value = 'on'
    timer = setTimeout(() => {
      if (heard) return
      stop()
      state.value = 'none'
    }, patience)
  }
  onScopeDispose(stop)
  return { state, follow, stop }
}
