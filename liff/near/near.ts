import type { InferResponseType } from 'hono/client'
import type { WritableComputedRef } from 'vue'
import type { api } from '../api'
import type { MapPoint, Place } from '../map/points'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { allRound, usualViews } from '../../domain/cameras/view'
import { radii } from '../../domain/footage/schema'

/** A camera near a place. */
export type NearCamera = InferResponseType<typeof api.footage.near.$get, 200>['items'][number]

const six = (degrees: number) => degrees.toFixed(6)

/** Around which place, how far and how it is shown, as the address says: it can be opened from the chat, and the way back leads here. */
export function useAround() {
  const route = useRoute()
  const router = useRouter()
  const said = (name: string) => typeof route.query[name] === 'string' ? route.query[name] : ''
  const set = (query: Record<string, string | undefined>) => void router.replace({ query: { ...route.query, ...query } })
  const number = (name: string, most: number) => said(name) !== '' && Math.abs(Number(said(name))) <= most ? Number(said(name)) : null
  const place = computed<Place | null>({
    get: () => {
      const [latitude, longitude] = [number('lat', 90), number('lng', 180)]
      return latitude === null || longitude === null ? null : { latitude, longitude }
    },
    set: to => set({ lat: to ? six(to.latitude) : undefined, lng: to ? six(to.longitude) : undefined, camera: undefined }),
  })
  return {
    place,
    radius: computed({ get: () => radii.find(radius => String(radius) === said('radius')) ?? 200, set: to => set({ radius: String(to) }) }),
    looking: computed({ get: () => said('looking') === 'true', set: to => set({ looking: to ? 'true' : undefined }) }),
    view: computed({ get: () => said('view') === 'list' ? 'list' : 'map', set: to => set({ view: to === 'list' ? 'list' : undefined }) }),
    /** Codes of the cameras that were picked. */
    picked: computed({ get: () => said('picked') ? said('picked').split(',') : [], set: to => set({ picked: to.join(',') || undefined }) }),
    /** Code of the camera that is looked at. */
    chosen: computed({ get: () => said('camera'), set: to => set({ camera: to }) }),
  }
}

/** Those that look there, or may; the certain ones first. */
export const lookingOnly = (cameras: NearCamera[]): NearCamera[] => cameras.filter(({ looks }) => looks !== 'NO').sort((a, b) => Number(a.looks === 'MAY') - Number(b.looks === 'MAY'))

/** A camera as the map draws it, with what is usual for its kind where its view is not written down. */
export function pointOf({ kind, direction, fieldOfView, range, isPrivate, ...camera }: NearCamera, name: string): MapPoint {
  const round = direction === null && allRound.includes(kind)
  return { ...camera, name, hidden: isPrivate, direction, fieldOfView: round ? 360 : fieldOfView ?? usualViews[kind].fieldOfView, range: range ?? usualViews[kind].range }
}

/** Cameras that were picked, by code, in order; never more than `most`. */
export function usePicked(picked: WritableComputedRef<string[]>, most: number) {
  return {
    has: (code: string) => picked.value.includes(code),
    isFull: computed(() => picked.value.length >= most),
    turn(code: string) {
      if (picked.value.includes(code)) picked.value = picked.value.filter(other => other !== code)
      else if (picked.value.length < most) picked.value = [...picked.value, code]
    },
  }
}
