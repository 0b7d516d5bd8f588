import type { FoundCamera } from '../../domain/cameras/found'
import type { Question, Reading, Talk } from '../dialogue'
import type { Choice, Saying } from '../say'
import * as z from 'zod'
import { camerasById, findCamera, mostFound, nearestCameras } from '../../domain/cameras/queries'
import { recentCameras } from '../../domain/faults/queries'
import { cameraChoice, cameraName } from '../cards/camera'
import { carousel } from '../cards/card'
import { text } from '../say'
import { readSentence } from '../sentence'
import { answerTap } from '../tap'
import { folded } from '../text'

/** A place that was sent: degrees WGS 84, and the name LINE gave it. */
export const placeSchema = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180), title: z.string().nullable(), messageId: z.string() })
export type Place = z.infer<typeof placeSchema>

/** The answer of somebody whose camera is not in the register. */
export const unlisted = 'unlisted'

const cameraSchema = z.union([z.literal(unlisted), z.uuid()])

interface Near { here?: Place, matching?: string[], missing?: string, symptom?: string }

/** Which camera: by place (nearest ten as cards), code, asset number, name of the place, or among the recent ones. */
export const whichCamera: Question<string, Near> = {
  schema: cameraSchema,
  label: t => t.report.camera,
  ask: async (talk, answers, misses) => {
    if (answers.here) return nearby(talk, answers)
    if (answers.matching) return several(await camerasById(talk.act, answers.matching), talk, answers)
    return open(talk, misses, answers.missing)
  },
  read: async (said, talk, answers) => {
    if (said.kind === 'place') {
      const { latitude, longitude, title, messageId } = said
      return { answers: { here: { latitude, longitude, title: title ?? null, messageId } } }
    }
    return said.kind === 'text' ? byWords(said.text, talk, answers) : null
  },
}

async function open(talk: Talk, misses: number, missing?: string): Promise<Saying> {
  const { report } = talk.t
  const recent = await recentCameras(talk.act, 3)
  const choices: Choice[] = [
    { label: report.sendPlace, open: 'location' },
    ...recent.map(camera => ({ label: cameraName(camera), data: answerTap(talk.token, { camera: camera.id }) })),
    { label: report.scan, url: 'https://line.me/R/nv/QRCodeReader' },
    { label: report.typeCode, word: report.typeCode },
    notListed(talk),
  ]
  const ask = misses > 0 ? report.askCameraAgain : report.askCamera
  return { say: [text(missing ? `${report.noSuchCamera(missing)}\n${ask}` : ask)], choices }
}

async function nearby(talk: Talk, answers: Near): Promise<Saying> {
  const { report } = talk.t
  const found = await nearestCameras(talk.act, { ...answers.here!, limit: 10, within: 20_000 })
  const choices: Choice[] = [{ label: report.sendPlace, open: 'location' }, { label: report.typeCode, word: report.typeCode }, notListed(talk)]
  if (found.length === 0) return { say: [text(report.noneNear)], choices }
  return {
    say: [text(report.nearest(found.length)), carousel(report.nearestAlt(found.length, cameraName(found[0]!)), found.map(c => cameraChoice(c, talk, answers.symptom)))],
    choices,
  }
}

async function byWords(words: string, talk: Talk, answers: Near): Promise<Reading> {
  const { report } = talk.t
  if (folded(words) === folded(report.typeCode)) return { saying: { say: [text(report.typeCodeHint)], choices: [notListed(talk)] } }
  const sentence = await readSentence(words, talk)
  if (sentence && ('camera' in sentence || 'matching' in sentence)) return { answers: sentence }
  const found = await findCamera(talk.act, words)
  if (found.kind === 'one') return { answers: { camera: found.camera.id } }
  if (found.kind === 'several') return { saying: several(found.cameras, talk, answers) }
  return { misread: report.noCamera }
}

/** Cameras that fit what was typed, to choose from. */
function several(cameras: FoundCamera[], talk: Talk, answers: Near): Saying {
  const { report } = talk.t
  const shown = cameras.slice(0, mostFound)
  const words = report.several(shown.length, cameras.length >= mostFound)
  return {
    say: [text(words), carousel(words, shown.map(c => cameraChoice(c, talk, answers.symptom)))],
    choices: [{ label: report.sendPlace, open: 'location' }, notListed(talk)],
  }
}

const notListed = (talk: Talk): Choice => ({ label: talk.t.report.unlisted, data: answerTap(talk.token, { camera: unlisted }) })
