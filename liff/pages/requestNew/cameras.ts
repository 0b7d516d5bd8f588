import type { InferResponseType } from 'hono/client'
import type { Picked } from './form'
import { computed } from 'vue'
import { api } from '../../api'
import { useLoad } from '../../composables/load'

const DAY = 86_400_000

/** A camera with what is to be known before its recording is asked for. */
export type CameraToAsk = InferResponseType<typeof api.footage.cameras.$get, 200>['items'][number]

/** Cameras by their codes, as they are written; `period`: of which time. Rejects with Trouble. */
async function camerasOf(codes: string, period: { from: string, to: string } | null): Promise<CameraToAsk[]> {
  return (await (await api.footage.cameras.$get({ query: { codes, ...period } })).json()).items
}

/** The cameras of the form, with what is known of each for its time. `put` is given new ones, at most `most` in all. */
export function usePickedCameras(picked: () => Picked[], put: (cameras: Picked[]) => void, common: () => { from: string | null, to: string | null }, most: () => number) {
  const periodOf = ({ from, to }: Picked) => from && to && from < to ? { from, to } : null
  /** Those of one time are asked for together. */
  const asked = computed(() => {
    const byPeriod = new Map<string, string[]>()
    for (const camera of picked()) {
      const period = JSON.stringify(periodOf(camera))
      byPeriod.set(period, [...byPeriod.get(period) ?? [], camera.code])
    }
    return Array.from(byPeriod, ([period, codes]) => ({ period: JSON.parse(period) as ReturnType<typeof periodOf>, codes: codes.join(',') }))
  })
  const load = useLoad(() => `to ask ${JSON.stringify(asked.value)}`, async () => (await Promise.all(asked.value.map(({ codes, period }) => camerasOf(codes, period)))).flat())
  const facts = (code: string) => load.data.value?.find(camera => camera.code === code)
  return {
    load,
    facts,
    /** When the recording is overwritten; null: nobody knows. */
    overwrittenAt({ code, from }: Picked): number | null {
      const days = facts(code)?.retentionDays ?? null
      return from === null || days === null ? null : Date.parse(from) + days * DAY
    },
    /** Adds cameras by their codes; gives whether there was room. Rejects with Trouble. */
    async add(codes: string): Promise<boolean> {
      const fresh = (await camerasOf(codes, null)).filter(({ code }) => !picked().some(other => other.code === code))
      if (picked().length + fresh.length > most()) return false
      put([...picked(), ...fresh.map(({ id, code }) => ({ id, code, ...common() }))])
      return true
    },
  }
}
