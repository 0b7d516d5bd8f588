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
  // What was loaded before it was there; it knows which of that to keep.
  active?.postMessage({ keep: [...new Set(performance.getEntriesByType('resource').map(({ name }) => name).filter(name => name.startsWith(location.origin)))] })
}

/** What the server told goes from this device. */
export async function forgetTold(): Promise<void> {
  if ('caches' in window) await caches.delete('songklong-told').catch(() => false)
}
