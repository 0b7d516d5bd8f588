import type { Finding } from '../../domain/cameras/checks'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { api, Trouble } from '../api'

/** A place as it is typed; null as long as it is none. */
export interface DraftPlace { province: string, latitude: number, longitude: number, subdistrict?: string, direction?: number, camera?: string }

const pause = 600

/** What the server's checks find in a place, a moment after it was typed. Nothing where the server is not reached. */
export function useServerChecks(place: () => DraftPlace | null) {
  const found = shallowRef<Finding[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  watch(() => JSON.stringify(place()), () => {
    clearTimeout(timer)
    found.value = []
    const [now, turn] = [place(), ++asked]
    if (now) timer = setTimeout(() => void ask(now, turn), pause)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(timer))

  async function ask(now: DraftPlace, turn: number): Promise<void> {
    const query = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)])) as Record<keyof DraftPlace, string>
    const findings = await api.checks.$get({ query }).then(async answer => (await answer.json()).findings as Finding[]).catch((error) => {
      if (!(error instanceof Trouble)) throw error
      return []
    })
    if (turn === asked) found.value = findings
  }
  return found
}
