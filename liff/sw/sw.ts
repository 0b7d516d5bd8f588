/// <reference lib="webworker" />
/*
 * Keeps the app on the device: what was opened once opens without a network. It changes nothing and sends nothing by itself.
 */
declare const self: ServiceWorkerGlobalScope
export {}

const shell = 'songklong-shell-1'
/** What the server told; named like that in `liff/offline.ts`, which empties it when another person signs in. */
const told = 'songklong-told'
/** How long the network may take before what is kept is shown, ms. */
const patience = 4_000
const mostFiles = 150

self.addEventListener('install', event => event.waitUntil(caches.open(shell).then(cache => cache.add('/liff/')).then(() => self.skipWaiting())))
self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== shell && name !== told) await caches.delete(name)
  await self.clients.claim()
})()))

// What the first page loaded before this was there.
self.addEventListener('message', (event) => {
  const { keep } = event.data as { keep?: string[] }
  event.waitUntil(Promise.allSettled((keep ?? []).map(async (url) => {
    if (!isFile(url) && !isTold(url)) return
    const cache = await caches.open(isFile(url) ? shell : told)
    if (!await cache.match(url)) await cache.add(url)
  })))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && pathname.startsWith('/liff')) event.respondWith(newest(shell, '/liff/', request, event))
  else if (isFile(request.url)) event.respondWith(kept(request))
  else if (isTold(request.url)) event.respondWith(newest(told, request.url, request, event))
})

function isFile(url: string): boolean {
  return new URL(url, location.origin).pathname.startsWith('/liff/assets/')
}

/** What pages show that have to open without a network. */
function isTold(url: string): boolean {
  const { pathname } = new URL(url, location.origin)
  return ['/api/me', '/api/map', '/api/proposals', '/api/problems'].includes(pathname) || pathname.startsWith('/api/survey/')
}

/** Files have a hash of their content in their name: what is kept is right. */
async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(shell)
  const found = await cache.match(request)
  if (found) return found
  const answer = await fetch(request)
  if (answer.ok) {
    await cache.put(request, answer.clone())
    const files = (await cache.keys()).filter(({ url }) => isFile(url))
    for (const old of files.slice(0, Math.max(0, files.length - mostFiles))) await cache.delete(old)
  }
  return answer
}

/** The server's answer; when it is not there in time, what it told last, if that is kept. Refusals are never kept. */
async function newest(name: string, key: string, request: Request, event: FetchEvent): Promise<Response> {
  const cache = await caches.open(name)
  const asked = fetch(request).then(async (answer) => {
    if (answer.ok && !answer.redirected) await cache.put(key, answer.clone())
    return answer
  })
  event.waitUntil(asked.catch(() => {}))
  const late = new Promise<null>(resolve => setTimeout(resolve, patience, null))
  const first = await Promise.race([asked, late]).catch(() => null)
  return first ?? await cache.match(key) ?? asked
}
