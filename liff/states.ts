import type { CameraStatus, WaitingFor, WorkOrderEventKind, WorkOrderState } from '../domain/enums'
import type { Label } from '../domain/labels/label'
import type { Tone } from './components/StatusChip.vue'
import type { Locale } from './locales/th'
import { eventLabels, waitingForLabels, workOrderStateLabels, workOrderTones } from '../domain/labels/workOrders'

/** Where a repair stands, as a chip: its word, and how urgent it is. */
export function stateChip({ state, waitingFor, overdue }: { state: WorkOrderState, waitingFor: WaitingFor | null, overdue: boolean }, say: (label: Label) => string, t: Locale): { tone: Tone, word: string } {
  const word = say(state === 'WAITING' && waitingFor ? waitingForLabels[waitingFor] : workOrderStateLabels[state])
  return overdue ? { tone: 'damaged', word: `${t.work.overdue} · ${word}` } : { tone: workOrderTones[state], word }
}

/** The same for whoever reported it: that it is in hand, not that it is late. */
export function reportChip({ state, waitingFor }: { state: WorkOrderState, waitingFor: WaitingFor | null }, say: (label: Label) => string, t: Locale): { tone: Tone, word: string } {
  const chip = stateChip({ state, waitingFor, overdue: false }, say, t)
  return state === 'NEW' ? { ...chip, tone: 'repair' } : chip
}

/** What is broken, or where somebody said that it is. */
export function placeTitle({ camera, place }: { camera: { siteName: string, label: string, status: CameraStatus } | null, place: { text: string | null, erased: boolean } | null }, t: Locale): string {
  if (camera) return [camera.siteName, camera.label].filter(Boolean).join(' · ')
  return place?.erased ? t.work.taken : place?.text ?? t.work.unlisted
}

/** The address of a place on a map; null when it is not known where it is. */
export function mapAddress(of: { camera: { latitude: number, longitude: number } | null, place: { latitude: number | null, longitude: number | null } | null }): string | null {
  const { latitude, longitude } = of.camera ?? of.place ?? {}
  return latitude == null || longitude == null ? null : `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`
}

/** What has happened to a repair, as lines of its time line. */
export function repairLines(events: { kind: WorkOrderEventKind, at: string, reason: string | null, waitingFor: WaitingFor | null, actorName?: string | null }[], say: (label: Label) => string) {
  return events.map(({ kind, at, reason, waitingFor, actorName }) => ({ what: say(waitingFor ? waitingForLabels[waitingFor] : eventLabels[kind]), at, why: reason, who: actorName }))
}
