import type { InferResponseType } from 'hono/client'
import type { api } from '../../api'
import type { Tone } from '../../components/StatusChip.vue'
import type { MapPoint } from '../../map/points'
import { computed } from 'vue'
import { directionOf } from '../../../domain/cameras/geo'
import { statusLabels } from '../../../domain/labels/cameras'
import { directionLabels } from '../../../domain/labels/directions'
import { openedByLabels, ownerCheckLabels, sharesLabels, whereLabels } from '../../../domain/labels/owners'
import { useLocale } from '../../locales'
import { useOwnerTexts } from './texts'

/** A private camera as the server shows it, and with what its owner sees. */
export type Whole = InferResponseType<typeof api['private-cameras'][':code']['$get'], 200>
export type PrivateCamera = Whole['camera']

const tones: Record<PrivateCamera['check'], Tone> = { PENDING: 'info', CONFIRMED: 'normal', CHANGE_WANTED: 'repair', DECLINED: 'unusable' }

/** Private cameras put into words: how the check of one stands, and its facts. */
export function useCameraWords() {
  const { say, date } = useLocale()
  const o = useOwnerTexts()
  const facing = (degrees: number) => `${directionLabels[directionOf(degrees)].arrow} ${say(directionLabels[directionOf(degrees)])} ${degrees}°`
  /** What a camera sees, and how its recordings are got: of one that is there, or is being typed. */
  const sight = (of: Pick<PrivateCamera, 'direction' | 'fieldOfView' | 'range' | 'indoors' | 'days' | 'exportBy'>) => [
    [o.value.inside, say(whereLabels[of.indoors ? 'inside' : 'outside'])],
    [o.value.direction, facing(of.direction)],
    [o.value.fieldOfView, of.fieldOfView === null ? null : `${of.fieldOfView}°`],
    [o.value.range, of.range === null ? null : `${of.range} ${o.value.metres}`],
    [o.value.days, of.days === null ? o.value.unknown : o.value.inDays(of.days)],
    [o.value.opens, of.exportBy && say(openedByLabels[of.exportBy])],
  ] as const
  return computed(() => ({
    sight,
    shares: (of: boolean) => say(sharesLabels[of ? 'yes' : 'no']),
    chip({ check, hiddenAt, damagedSince }: PrivateCamera): { tone: Tone, word: string } {
      if (hiddenAt) return { tone: 'unusable', word: o.value.hidden }
      return damagedSince && check === 'CONFIRMED' ? { tone: 'damaged', word: say(statusLabels.DAMAGED) } : { tone: tones[check], word: say(ownerCheckLabels[check]) }
    },
    facts: (one: PrivateCamera) => [
      [o.value.code, one.code],
      [o.value.place, [one.address, one.subdistrict && say({ th: one.subdistrict.nameTh, en: one.subdistrict.nameEn })].filter(Boolean).join(' · ')],
      ...sight(one),
      [o.value.hours, one.hours],
      [o.value.damagedSince, one.damagedSince && date(one.damagedSince)],
      [o.value.remark, one.remark],
    ] as const,
  }))
}

/** A private camera on a map. */
export function pointOf({ id, code, latitude, longitude, direction, fieldOfView, range, damagedSince }: PrivateCamera): MapPoint {
  return { id, name: code, latitude, longitude, direction, fieldOfView, range, status: damagedSince ? 'DAMAGED' : 'NORMAL', hidden: true }
}
