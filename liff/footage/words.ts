import type { FootageItemState, FootageState, Language } from '../../domain/enums'
import type { Label } from '../../domain/labels/label'
import type { Tone } from '../components/StatusChip.vue'
import type { FootageTexts } from '../locales/footage'
import { footageStateLabels, footageTones, itemStateLabels, itemTones } from '../../domain/labels/footage'
import { thaiPeriod } from '../../domain/time/bangkok'

const MINUTE = 60_000

/** A camera as requests for its recordings show it. */
export interface ShownCamera { code: string, siteName: string, label: string, isPrivate: boolean, isWithdrawn: boolean }

/** What a camera is called. */
export function cameraTitle(camera: ShownCamera | null, f: FootageTexts): string {
  if (!camera) return f.outside
  return camera.isWithdrawn ? f.withdrawn : [camera.siteName, camera.label].filter(Boolean).join(' · ')
}

/** When a recording is overwritten and how long is left, that it should be by now, or that nobody knows. */
export function overwriteWords(overwriteAt: string | null, f: FootageTexts, dateTime: (at: string) => string): string {
  if (!overwriteAt) return f.unknownRetention
  const minutes = Math.floor((new Date(overwriteAt).getTime() - Date.now()) / MINUTE)
  if (minutes < 0) return f.isOver(dateTime(overwriteAt))
  const left = minutes >= 2880 ? f.days(Math.floor(minutes / 1440)) : minutes >= 60 ? f.hours(Math.floor(minutes / 60)) : f.minutes(Math.max(1, minutes))
  return f.overwritten(dateTime(overwriteAt), left)
}

/** How the recording of one camera stands, as a chip. */
export function itemChip({ state, complete = null }: { state: FootageItemState, complete?: boolean | null }, say: (label: Label) => string, f: FootageTexts): { tone: Tone, word: string } {
  return { tone: itemTones[state], word: state === 'RECEIVED' && complete === false ? f.partly : say(itemStateLabels[state]) }
}

/** How a request stands, as a chip. */
export function requestChip({ state, noCamera }: { state: FootageState, noCamera: boolean }, say: (label: Label) => string, f: FootageTexts): { tone: Tone, word: string } {
  return { tone: footageTones[state], word: noCamera && state !== 'CANCELLED' ? f.noCamera : say(footageStateLabels[state]) }
}

/** From when to when; the last word, which is short in Thai, does not stand on a line alone. */
export const period = ({ from, to }: { from: string, to: string }, language: Language): string => thaiPeriod(new Date(from), new Date(to), language).replace(/ น\.$/, '\u00A0น.')
