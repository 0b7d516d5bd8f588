import type { Facts } from './merge'
import type { ToSend, Waiting } from './waiting'
import { computed, shallowRef } from 'vue'
import { askServer, Trouble } from '../api'
import { useMe } from '../composables/me'
import { merge } from './merge'
import { send } from './send'
import { shelf } from './store'
import { makes } from './waiting'

/** What became of something that was given to be sent: done, kept until there is a network, or it needs the person. */
export type Outcome = { kind: 'sent', answer: any } | { kind: 'waiting' } | { kind: 'stuck', item: Waiting }

/** A site or a camera as the server answers. */
interface Entry { id: string, version: number, facts: Facts, status?: string }

const items = shallowRef<Waiting[]>([])
const sentCount = shallowRef(0)
/** Those whose sender waits for what becomes of them. */
const watchers = new Map<string, (outcome: Outcome) => void>()
let running = false
let timer: ReturnType<typeof setTimeout> | undefined

/** These pass by themselves: it is tried again. */
const passing = (code: string) => ['offline', 'signInNeeded', 'tooManyRequests', 'unexpected'].includes(code) || code.startsWith('http5')
const pause = 20_000

/** What waits on this device to be sent. */
export function useOutbox() {
  return {
    items,
    /** How many things went out since the page was opened: who watches it asks the server anew. */
    sentCount,
    needsMe: computed(() => items.value.some(({ state }) => state === 'stuck')),
    of: (about: string) => items.value.filter(item => item.about === about),
    at: (site: string) => items.value.filter(item => item.site === site),
  }
}

/** Reads what was kept of this person, and begins to send it. */
export async function openOutbox(): Promise<void> {
  const kept = await (await shelf())?.getAll('outbox') ?? []
  const owner = ownId()
  items.value = kept.filter(item => item.owner === owner).map(item => item.state === 'sending' ? { ...item, state: 'waiting' as const, tried: true } : item).sort((a, b) => a.at - b.at)
  addEventListener('online', flush)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && flush())
  flush()
}

/** Keeps something to be sent, and sends it as soon as it can be. Resolves when it was sent, or as soon as it is clear that it was not. */
export async function queue(what: ToSend): Promise<Outcome> {
  const item = await joined(what) ?? { ...what, id: crypto.randomUUID(), owner: ownId(), at: Math.max(Date.now(), (items.value.at(-1)?.at ?? 0) + 1), state: 'waiting' as const }
  await keep(item)
  const outcome = new Promise<Outcome>(resolve => watchers.set(item.id, resolve))
  flush()
  return outcome
}

/** Forgets something that was to be sent, and what hangs on it. */
export async function drop(id: string): Promise<void> {
  const item = items.value.find(one => one.id === id)
  if (!item) return
  for (const one of items.value.filter(one => one.id === id || (makes(item) && (one.about === item.about || one.site === item.about)))) await forget(one.id)
}

/** Tries something again that needed the person; with other values, where they chose some. */
export async function again(id: string, change: Partial<Waiting> = {}): Promise<Outcome> {
  const item = items.value.find(one => one.id === id)
  if (!item) return { kind: 'waiting' }
  await forget(id)
  const { trouble, clash, progress, ...rest } = item
  const next: Waiting = { ...rest, ...change, id: crypto.randomUUID(), state: 'waiting' }
  await keep(next)
  const outcome = new Promise<Outcome>(resolve => watchers.set(next.id, resolve))
  flush()
  return outcome
}

/** Sends what waits, one after the other. Of several tabs one does it. */
export function flush(): void {
  clearTimeout(timer)
  if (running) return
  running = true
  const work = async () => {
    try {
      await sendAll()
    }
    finally {
      running = false
      tellWaiting()
      if (items.value.some(({ state }) => state === 'waiting')) timer = setTimeout(flush, pause)
    }
  }
  void (navigator.locks ? navigator.locks.request('songklong-outbox', { ifAvailable: true }, lock => lock ? work() : elsewhere()) : work())
}

/** Another tab sends. */
async function elsewhere(): Promise<void> {
  running = false
  tellWaiting()
  timer = setTimeout(flush, pause)
}

function tellWaiting(): void {
  for (const { id, state } of items.value) if (state === 'waiting') tell(id, { kind: 'waiting' })
}

async function sendAll(): Promise<void> {
  for (;;) {
    const item = items.value.find(one => one.state === 'waiting' && !held(one))
    if (!item || !navigator.onLine) return
    await keep({ ...item, state: 'sending', progress: 0, tried: true })
    try {
      const answer = await send(item, part => put({ ...item, state: 'sending', progress: part }))
      await forget(item.id)
      await follow(item, answer as Entry | null)
      sentCount.value++
      tell(item.id, { kind: 'sent', answer })
    }
    catch (error) {
      if (!(error instanceof Trouble)) throw error
      if (passing(error.code)) return keep({ ...item, state: 'waiting', tried: true })
      const merged = error.code === 'changedMeanwhile' && await mergedWithTheirs(item).catch(() => null)
      if (merged) {
        await forget(item.id)
        const watcher = watchers.get(item.id)
        watchers.delete(item.id)
        if (watcher) watchers.set(merged.id, watcher)
        await keep(merged)
        if (merged.state === 'stuck') tell(merged.id, { kind: 'stuck', item: merged })
        continue
      }
      const stuck: Waiting = { ...item, state: 'stuck', trouble: { code: error.code, message: error.message, errors: error.errors } }
      await keep(stuck)
      tell(item.id, { kind: 'stuck', item: stuck })
    }
  }
}

/** Whether something before it must be sent first: its camera, its site. */
function held(item: Waiting): boolean {
  return items.value.some(one => one.at < item.at && (one.about === item.about || one.about === item.site))
}

/** What another has changed meanwhile is taken over; what both changed is for the person. Null when that is no matter of fields. */
async function mergedWithTheirs(item: Waiting): Promise<Waiting | null> {
  if (!item.body || (item.what !== 'site' && item.what !== 'camera' && item.what !== 'status')) return null
  const theirs = await (await askServer(`/survey/${item.what === 'site' ? 'sites' : 'cameras'}/${item.about}`)).json() as Entry
  const { version, ...mine } = item.body
  if (!item.seen) return null
  const now = { ...theirs.facts, ...theirs.status && { status: theirs.status } }
  const { changes, clashes } = merge(item.seen, mine, now)
  // A status is sent whole.
  const body = { ...item.what === 'status' ? mine : changes, version: theirs.version }
  const fresh: Waiting = { ...item, id: crypto.randomUUID(), seen: now, body, state: 'waiting' }
  return clashes.length ? { ...fresh, state: 'stuck', clash: clashes } : fresh
}

/** What waits for the same thing goes on from what stands now. */
async function follow({ about, body }: Waiting, answer: Entry | null): Promise<void> {
  // A photo is let in whatever others have changed.
  if (!body || answer?.id !== about) return
  for (const item of items.value) {
    if (item.about === about && item.body && 'version' in item.body) await keep({ ...item, body: { ...item.body, version: answer.version }, ...item.seen && { seen: { ...answer.facts, status: answer.status } } })
  }
}

/** What was typed after something that waits and was never under way, of the same thing, goes along with it. A proposal or a problem is changed whole. */
async function joined({ about, method, what, body, title }: ToSend): Promise<Waiting | null> {
  if ((method !== 'PATCH' && what !== 'proposal' && what !== 'problem') || !body) return null
  const earlier = items.value.find(item => item.about === about && item.what === what && item.state === 'waiting' && !item.tried && item.body)
  if (!earlier) return null
  const { version, ...facts } = body
  return { ...earlier, title, body: { ...earlier.body, ...facts } }
}

function tell(id: string, outcome: Outcome): void {
  watchers.get(id)?.(outcome)
  watchers.delete(id)
}

function put(item: Waiting): void {
  items.value = [...items.value.filter(({ id }) => id !== item.id), item].sort((a, b) => a.at - b.at)
}

async function keep(item: Waiting): Promise<void> {
  put(item)
  await (await shelf())?.put('outbox', item)
}

async function forget(id: string): Promise<void> {
  items.value = items.value.filter(item => item.id !== id)
  await (await shelf())?.delete('outbox', id)
}

const ownId = () => useMe().me.lineUserId
