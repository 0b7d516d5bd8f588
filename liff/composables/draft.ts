import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { api, Trouble } from '../api'
import { shelf } from '../outbox/store'
import { useMe } from './me'

/** A form that was left before it was sent. */
export interface Found { data: Record<string, unknown>, at: number }

const here = 500
const there = 3_000

/**
 * Keeps a form as it is typed: in the browser, and, when there is a network, at the server, so that another device can go on.
 * @param form which form of which thing, `camera:<id>`
 * @param values what is typed
 * @param untouched the same as it began: that is not kept, and not offered
 */
export function useDraft(form: string, values: Record<string, unknown>, untouched: () => Record<string, unknown>) {
  const key = `${useMe().me.lineUserId} ${form}`
  const savedAt = ref<number>()
  const found = shallowRef<Found | null>(null)
  let timers: ReturnType<typeof setTimeout>[] = []
  let over = false

  /** Looks for one that was left; the newer of the two. */
  async function look(): Promise<void> {
    const [local, remote] = await Promise.all([
      shelf().then(db => db?.get('drafts', key)),
      api.drafts[':form'].$get({ param: { form } }).then(answer => answer.json()).catch(() => null),
    ])
    const kept = remote?.draft ? { data: remote.draft.data, at: Date.parse(remote.draft.updatedAt) } : null
    // Compared in one clock: the later of the two is what was typed last.
    const newest = local && (!kept || local.at >= kept.at) ? { data: local.data, at: local.at } : kept
    const differs = newest && Object.entries(newest.data).some(([field, value]) => field !== 'id' && field !== 'version' && JSON.stringify(value ?? null) !== JSON.stringify(untouched()[field] ?? null))
    found.value = differs ? newest : null
  }

  function keepSoon(): void {
    stop()
    timers = [setTimeout(keepHere, here), setTimeout(keepThere, there)]
  }
  const snapshot = () => JSON.parse(JSON.stringify(values)) as Record<string, unknown>
  async function keepHere(): Promise<void> {
    const at = Date.now()
    await (await shelf())?.put('drafts', { key, data: snapshot(), at })
    savedAt.value = at
  }
  async function keepThere(): Promise<void> {
    await api.drafts[':form'].$put({ param: { form }, json: { data: snapshot() } }).catch((error) => {
      // It is kept here.
      if (!(error instanceof Trouble)) throw error
    })
  }
  function stop(): void {
    for (const timer of timers) clearTimeout(timer)
    timers = []
  }

  watch(() => JSON.stringify(values), () => !over && found.value === null && keepSoon())
  onScopeDispose(() => {
    if (timers.length && !over) void keepHere()
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
      Object.assign(values, found.value!.data)
      savedAt.value = found.value!.at
      found.value = null
    },
    /** It was sent, or is begun anew: nothing of it is kept. */
    async forget() {
      stop()
      savedAt.value = undefined
      found.value = null
      await (await shelf())?.delete('drafts', key)
      await api.drafts[':form'].$delete({ param: { form } }).catch(() => {})
    },
    /** From now on nothing is kept any more. */
    end() {
      over = true
      stop()
    },
  }
}
