import { ref } from 'vue'
import { recall, remember } from './remembered'

const online = ref(navigator.onLine)
addEventListener('online', () => online.value = true)
addEventListener('offline', () => online.value = false)

/** Whether this device has a network. */
export const useOnline = () => online

/** Keeps the app on this device, so that it opens without a network. What was kept for another person goes. */
export async function keepApp(owner: string): Promise<void> {
  if (recall('owner') !== owner) {
    await forgetTold()
    remember('owner', owner)
  }
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  await navigator.serviceWorker.register('/liff/sw.js', { scope: '/liff/' }).catch(() => {})
  const { active } = await navigator.serviceWorker.ready
  // What was asked past it before it was there, also what is still under way; it knows which of that to keep.
  new PerformanceObserver((list) => {
    const past = (list.getEntries() as PerformanceResourceTiming[]).filter(({ name, workerStart }) => workerStart === 0 && name.startsWith(location.origin))
    if (past.length > 0) active?.postMessage({ keep: [...new Set(past.map(({ name }) => name))] })
  }).observe({ type: 'resource', buffered: true })
}

/** What the server told goes from this device. */
export async function forgetTold(): Promise<void> {
  if ('caches' in window) await caches.delete('songklong-told').catch(() => false)
}
