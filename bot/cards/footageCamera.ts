import type { FootageCamera, NearCamera } from '../../domain/footage/cameras'
import type { CameraGist } from '../../domain/footage/view'
import type { Period } from '../../domain/time/moments'
import type { Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Card } from './card'
import { overwrittenAt } from '../../domain/footage/rules'
import { exportByLabels } from '../../domain/labels/cameraFields'
import { statusLabels } from '../../domain/labels/cameras'
import { inLanguage } from '../../domain/labels/label'
import { thaiDateTime } from '../../domain/time/bangkok'
import { cameraName, statusTones } from './camera'

const MINUTE = 60_000

/** Who reads a card, in which words, when, and where links lead. */
export type Telling = Pick<Talk, 't' | 'person' | 'act' | 'links'>

/** A camera's code; what it is called where it has none. */
export const codeOf = (camera: CameraGist | null, { footage }: Locale): string => camera?.code ?? footage.outside

/** A camera to choose for a request, near a place or by what was typed: its code is said, so that several can be chosen from one message. */
export function pickCard(camera: FootageCamera & Partial<NearCamera>, talk: Telling, picked: string[], label: string): Card {
  const { t, person: { language } } = talk
  const isPicked = picked.includes(camera.id)
  return {
    title: cameraName(camera),
    chip: isPicked
      ? { word: t.footage.pickedAlready, tone: 'info' }
      : { word: inLanguage(statusLabels[camera.status], language), tone: statusTones[camera.status] },
    rows: [
      [t.report.code, camera.code],
      [t.report.distance, camera.distance === undefined ? '' : t.report.metres(Math.round(camera.distance))],
      [t.footage.view, t.footage.looks[camera.looks ?? 'NO']],
      [t.report.owner, ownerOf(camera, t)],
    ],
    buttons: isPicked ? [] : [{ label, word: camera.code }],
  }
}

/** Whose it is; of a private camera nothing more than that. */
export const ownerOf = (camera: FootageCamera, { footage }: Locale): string => camera.ownership === 'PRIVATE' ? footage.isPrivate : camera.agencyName ?? ''

/** What an officer should know of a camera before asking for a recording of it: when it is overwritten, who can open it, what speaks against it. */
export function beforeAsking(camera: FootageCamera, { from }: Period, talk: Telling): string {
  const { t: { footage }, person: { language } } = talk
  return [
    `${cameraName(camera)} (${ownerOf(camera, talk.t)})`,
    overwriteWords(overwrittenAt(from, camera.retentionDays), talk),
    whoOpens(camera, talk),
    camera.brokenSince ? footage.broken(thaiDateTime(camera.brokenSince, language)) : '',
  ].filter(Boolean).join('\n')
}

/** When a recording is overwritten and how long is left, that it should be by now, or that nobody knows. */
export function overwriteWords(overwriteAt: Date | null, { t: { footage, language }, act: { now } }: Telling): string {
  if (!overwriteAt) return footage.unknownRetention
  const when = thaiDateTime(overwriteAt, language)
  return overwriteAt > now ? footage.overwritten(when, footage.left(Math.floor((overwriteAt.getTime() - now.getTime()) / MINUTE))) : footage.isOver(when)
}

function whoOpens(camera: FootageCamera, talk: Telling): string {
  const { footage } = talk.t
  const who = openersOf(camera, talk)
  return who ? footage.opens(who) : footage.opensUnknown
}

/** Who can open the recorder, and when, as far as it is written down; empty when nothing is. */
export function openersOf({ exportBy, custodianName, custodianHours }: FootageCamera, { t: { footage }, person: { language } }: Telling): string {
  if (exportBy === 'NOBODY') return footage.nobodyOpens
  return [exportBy === 'TECHNICIAN' ? footage.technicianOpens : exportBy && inLanguage(exportByLabels[exportBy], language), custodianName, custodianHours].filter(Boolean).join(' · ')
}
