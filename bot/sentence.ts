import type { FoundCamera } from '../domain/cameras/found'
import type { Answers, Talk } from './dialogue'
import { readCameraCode } from '../domain/cameras/code'
import { cameraByCode, camerasByAsset, findCamera } from '../domain/cameras/queries'
import { Symptom } from '../domain/enums'
import { symptomLabels } from '../domain/labels/symptoms'
import { aboutCamera, brokenWords, politeWords, symptomWords } from './locales/sentence'
import { folded } from './text'

/** The symptom that a text names, by its label or by how people say it; null when it names none. */
export function readSymptom(text: string): Symptom | null {
  const words = folded(text)
  const named = Object.values(Symptom).find(s => [symptomLabels[s].th, symptomLabels[s].en].some(label => folded(label) === words))
  return named ?? symptomWords.find(([word]) => words.includes(word))?.[1] ?? null
}

/**
 * Understands one sentence about a broken camera: `กล้อง 15-00012 ไม่มีภาพ`, `๑๕-๐๐๐๑๒ เสีย`, `กล้องหน้าตลาดดับ`.
 * Gives the answers it holds (camera or cameras that fit, symptom), or null when it is no such sentence.
 */
export async function readSentence(text: string, talk: Talk): Promise<Answers | null> {
  if (text.length > 300) return null
  const symptom = readSymptom(text)
  const known = symptom ? { symptom } : {}
  const code = readCameraCode(text)
  if (code) {
    const camera = await cameraByCode(talk.act, code)
    return camera ? { camera: camera.id, ...known } : { missing: code, ...known }
  }
  const words = folded(text)
  const isBroken = symptom !== null || brokenWords.some(word => words.includes(word))
  const isCamera = aboutCamera.some(word => words.includes(word))
  if (!isCamera && !isBroken) return /[\d๐-๙]/.test(text) ? byAssetNumber(text, talk) : null
  const place = placeIn(words)
  if (place.length < 2) return isCamera && isBroken ? known : null
  const found = await findCamera(talk.act, place)
  if (found.kind !== 'none') return { ...one(found.kind === 'one' ? [found.camera] : found.cameras), ...known }
  return isCamera ? { missing: place.slice(0, 100), ...known } : null
}

/** What is left of a sentence when camera, symptom and politeness are taken out: the place. */
function placeIn(words: string): string {
  const known = [...symptomWords.map(([word]) => word), ...brokenWords, ...aboutCamera, ...politeWords].sort((a, b) => b.length - a.length)
  return known.reduce((rest, word) => rest.replaceAll(word, ' '), words).replace(/\s+/g, ' ').trim()
}

const one = (cameras: FoundCamera[]): Answers => cameras.length === 1 ? { camera: cameras[0]!.id } : { matching: cameras.slice(0, 10).map(c => c.id) }

async function byAssetNumber(text: string, talk: Talk): Promise<Answers | null> {
  if (text.length > 40) return null
  const found = await camerasByAsset(talk.act, text)
  return found.length > 0 ? one(found) : null
}
