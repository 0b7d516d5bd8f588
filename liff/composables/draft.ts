import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { api, Trouble } from '../api'
import { useOutbox } from '../outbox/outbox'
import { shelf } from '../outbox/store'
import { useMe } from './me'

/** What is kept of a form: what was typed, the id of what it is to make, and what its owner saw when they began. */
export interface Kept { values: Record<string, unknown>, id?: string, seen?: Record<string, unknown>, version?: number }

/** A form that was left before it was sent. */
export interface Found { data: Kept, at: number }

const here = 500
const there = 3_000

/**
 * Keeps a form as it is typed: in the browser, and, when there is a network, at the server, so that another device can go on.
 * @param form which form of which thing, `camera:<id>`
 * @param values what is typed
 * @param untouched the same as it began: that is not offered
 * @param along what is kept beside the values, and what is done with it when its owner goes on
 * @param along.kept gives it
 * @param along.resume gets it
 * @param along.onlyHere it stays in this browser: what is not for the server to know before it is sent
 */
export function useDraft(form: string, values: Record<string, unknown>, untouched: Record<string, unknown>, along: { kept: () => Omit<Kept, 'values'>, resume: (kept: Kept) => void, onlyHere?: boolean }) {
  const key = `${useMe().me.lineUserId} ${form}`
  const savedAt = ref<number>()
  const found = shallowRef<Found | null>(null)
  let timers: ReturnType<typeof setTimeout>[] = []

  /** Looks for one that was left; the newer of the two. */
  async function look(): Promise<void> {
    const [local, remote] = await Promise.all([
      shelf().then(db => db?.get('drafts', key)),
      along.onlyHere ? null : api.drafts[':form'].$get({ param: { form } }).then(answer => answer.json()).catch(() => null),
    ])
    const kept = remote?.draft ? { data: remote.draft.data as unknown as Kept, at: Date.parse(remote.draft.updatedAt) } : null
    // Compared in one clock: the later of the two is what was typed last.
    const newest = local && (!kept || local.at >= kept.at) ? { data: local.data, at: local.at } : kept
    const differs = newest && Object.entries(newest.data.values ?? {}).some(([field, value]) => (value ?? null) !== (untouched[field] ?? null))
    const sent = newest?.data.id !== undefined && useOutbox().of(newest.data.id).length > 0
    // Somebody who types already has chosen.
    found.value = differs && !sent && savedAt.value === undefined && !timers.length ? newest : null
  }

  function keepSoon(): void {
    stop()
    timers = [setTimeout(keepHere, here), ...along.onlyHere ? [] : [setTimeout(keepThere, there)]]
  }
  const snapshot = () => JSON.parse(JSON.stringify({ values, ...along.kept() })) as Kept
  async function keepHere(): Promise<void> {
    const at = Date.now()
    await (await shelf())?.put('drafts', { key, data: snapshot(), at })
    savedAt.value = at
  }
  async function keepThere(): Promise<void> {
    await api.drafts[':form'].$put({ param: { form }, json: { data: snapshot() as unknown as Record<string, unknown> } }).catch((error) => {
      // It is kept here.
      if (!(error instanceof Trouble)) throw error
    })
  }
  function stop(): void {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }

  watch(() => JSON.stringify(values), () => found.value === null && keepSoon())
  onScopeDispose(() => {
    if (timers.length) void keepHere()
    stop()
  })
  return {
    /** When it was kept last; undefined as long as nothing was typed. */
    savedAt,
    /** What was left, until the person has chosen. */
    found,
    look,
    /** Goes on with it. */
    resume() {
      Object.assign(values, found.value!.data.values)
      along.resume(found.value!.data)
      savedAt.value = found.value!.at
      found.value = null
    },
    /** It was sent, or is begun anew: nothing of it is kept. */
    async forget() {
      stop()
      savedAt.value = undefined
      found.value = null
      await (await shelf())?.delete('drafts', key)
      if (!along.onlyHere) await api.drafts[':form'].$delete({ param: { form } }).catch(() => {})
    },
  }
}
