import type { FootageCamera, NearCamera } from '../../domain/footage/cameras'
import type { Question, Reading, Talk } from '../dialogue'
import type { Locale } from '../locale'
import type { Choice, Saying } from '../say'
import type { Place } from './camera'
import * as z from 'zod'
import { attempt } from '../../domain/attempt'
import { readCameraCodes } from '../../domain/cameras/code'
import { findCamera } from '../../domain/cameras/queries'
import { camerasAround, camerasOfCodes, camerasToAsk } from '../../domain/footage/cameras'
import { widestLimits } from '../../domain/footage/limits'
import { writeSeen } from '../../domain/footage/looking'
import { mostCameras, radii } from '../../domain/footage/schema'
import { Refusal } from '../../domain/refusal'
import { cameraName } from '../cards/camera'
import { carousel } from '../cards/card'
import { pickCard } from '../cards/footageCamera'
import { mapPath } from '../cards/near'
import { allLocales } from '../locale'
import { text } from '../say'
import { answerTap } from '../tap'
import { folded } from '../text'
import { wordIs } from '../wordIs'

/** What leads to the cameras that are `chosen`: a place and how far around it (0: not said yet), and what was picked one by one. */
export interface Choosing { near?: Place | null, radius?: number, picked?: string[], chosen: string[] }

/** Which cameras, as many as the province allows: all around a place, cards to pick from, or codes, several in one message. */
export const whichCameras: Question<string[], Choosing> = {
  schema: z.array(z.uuid()).min(1).max(mostCameras),
  acts: true,
  label: t => t.footage.cameras,
  ask: async (talk, { near, radius, picked = [] }) => {
    const before = picked.length ? [text(await pickedWords(picked, talk))] : []
    const { say, choices = [] } = near ? radius ? await around(near, radius, picked, talk) : await radiusOf(near, talk) : await nowhere(before.length > 0, talk)
    return { say: [...before, ...say], choices: [...picked.length ? [next(talk), clear(talk)] : [], ...choices] }
  },
  read: async (said, talk, { near, radius, picked = [] }) => {
    if (said.kind === 'place') return { answers: { near: { latitude: said.latitude, longitude: said.longitude, title: said.title ?? null, messageId: said.messageId }, radius: 0 } }
    if (said.kind !== 'text') return null
    const { footage } = talk.t
    if (wordIs('next', said.text)) return picked.length ? { answers: { chosen: picked } } : { misread: footage.pickFirst }
    if (allLocales.some(t => folded(t.footage.clear) === folded(said.text))) return { answers: { picked: [], near: null, radius: 0 } }
    const codes = said.text.length <= 500 ? readCameraCodes(said.text) : []
    if (codes.length > (await widestLimits(talk.act)).cameras) return tooMany(talk)
    const whole = near && radius ? await readWhole(said.text, { ...near, radius }, picked, talk) : null
    if (whole) return { answers: { chosen: whole } }
    return codes.length ? add(await camerasOfCodes(talk.act, codes), picked, talk) : byWords(said.text, picked, talk)
  },
}

async function add(cameras: FootageCamera[], picked: string[], talk: Talk): Promise<Reading> {
  const all = [...new Set([...picked, ...cameras.map(({ id }) => id)])]
  const most = (await widestLimits(talk.act)).cameras
  if (all.length > most) return tooMany(talk)
  return { answers: all.length === most ? { picked: all, chosen: all } : { picked: all } }
}

async function byWords(words: string, picked: string[], talk: Talk): Promise<Reading> {
  const { footage } = talk.t
  const found = words.length <= 200 ? await findCamera(talk.act, words) : { kind: 'none' as const }
  if (found.kind === 'none') return { misread: footage.noCamera }
  if (found.kind === 'one') return add(await camerasToAsk(talk.act, [found.camera.id]), picked, talk)
  const fitting: FootageCamera[] = []
  for (const { id } of found.cameras) {
    const one = await attempt(talk.act.db, () => camerasToAsk(talk.act, [id]))
    if (!(one instanceof Refusal)) fitting.push(...one)
  }
  if (fitting.length === 0) return { misread: footage.noCamera }
  return { saying: { say: [text(footage.fit(fitting.length)), carousel(footage.fit(fitting.length), fitting.map(camera => pickCard(camera, talk, picked, footage.pickThis)))], choices: [sendPlace(talk)] } }
}

async function tooMany({ act, person }: Talk): Promise<Reading> {
  return { misread: new Refusal('footageTooMany', { most: (await widestLimits(act)).cameras }).say(person.language) }
}

async function pickedWords(picked: string[], talk: Talk): Promise<string> {
  const cameras = await camerasToAsk(talk.act, picked)
  return talk.t.footage.picked(cameras.map(camera => `• ${camera.code} ${cameraName(camera)}`).join('\n'), picked.length, (await widestLimits(talk.act)).cameras)
}

async function nowhere(isMore: boolean, talk: Talk): Promise<Saying> {
  const { t: { report, footage } } = talk
  const choices: Choice[] = [sendPlace(talk), ...onMap(talk), { label: report.scan, url: 'https://line.me/R/nv/QRCodeReader' }]
  return { say: isMore ? [] : [text(footage.askCameras((await widestLimits(talk.act)).cameras))], choices }
}

async function radiusOf(near: Place, talk: Talk): Promise<Saying> {
  const widest = await camerasAround(talk.act, { ...near, radius: radii[2] })
  const choices = radii.map((radius): Choice => ({ label: talk.t.footage.radius(radius, widest.filter(({ distance }) => distance <= radius).length), data: answerTap(talk.token, { radius }) }))
  return { say: [text(talk.t.footage.askRadius)], choices: [...choices, sendPlace(talk), ...onMap(talk, near)] }
}

async function around(near: Place, radius: number, picked: string[], talk: Talk): Promise<Saying> {
  const { footage } = talk.t
  const found = await camerasAround(talk.act, { ...near, radius })
  const others = radii.filter(one => one !== radius).map((one): Choice => ({ label: talk.t.report.metres(one), data: answerTap(talk.token, { radius: one }) }))
  if (found.length === 0) return { say: [text(footage.noneAround(radius))], choices: [...others, sendPlace(talk)] }
  const looking = found.filter(({ looks }) => looks === 'YES')
  const { cameras: most } = await widestLimits(talk.act)
  const shown = lookingFirst(found).slice(0, 10)
  await writeSeen(talk.act, shown)
  const choices: Choice[] = [
    ...wholes(found, radius, picked, most, talk.t).map(({ label }): Choice => ({ label, word: label })),
    ...others,
    sendPlace(talk),
    ...onMap(talk, near),
  ]
  const words = footage.around(found.length, radius, looking.length)
  return { say: [text(words), carousel(words, shown.map(camera => pickCard(camera, talk, picked, footage.pickThis)))], choices }
}

/** Those that look at the place first, then those that may. */
function lookingFirst(cameras: NearCamera[]): NearCamera[] {
  const order = ['YES', 'MAY', 'NO']
  return cameras.toSorted((a, b) => order.indexOf(a.looks) - order.indexOf(b.looks))
}

/** What takes all that look at the place, or all around it, and what was picked before; only the first `most` where they are too many. */
function wholes(found: NearCamera[], radius: number, picked: string[], most: number, { footage }: Locale): { label: string, chosen: string[] }[] {
  const whole = (cameras: NearCamera[], label: string, labelOfFirst: string) => {
    const all = [...new Set([...picked, ...cameras.map(({ id }) => id)])]
    return cameras.length ? [{ label: all.length > most ? labelOfFirst : label, chosen: all.slice(0, most) }] : []
  }
  return [...whole(found.filter(({ looks }) => looks === 'YES'), footage.allLooking, footage.firstLooking(most)), ...whole(found, footage.all(radius), footage.nearest(most))]
}

/** The cameras that one of these words takes, each of which is thereby seen; null for other words. */
async function readWhole(words: string, place: Place & { radius: number }, picked: string[], talk: Talk): Promise<string[] | null> {
  const found = await camerasAround(talk.act, place)
  const { cameras: most } = await widestLimits(talk.act)
  const taken = allLocales.flatMap(t => wholes(found, place.radius, picked, most, t)).find(({ label }) => folded(label) === folded(words))
  if (!taken) return null
  await writeSeen(talk.act, found.filter(({ id }) => taken.chosen.includes(id)))
  return taken.chosen
}

/** The way to the map of the app, where there is one. */
function onMap({ t, links }: Talk, near?: Place): Choice[] {
  const url = links.liff(near ? mapPath(near) : '/near')
  return url ? [{ label: t.footage.pickOnMap, url }] : []
}

const sendPlace = ({ t }: Talk): Choice => ({ label: t.report.sendPlace, open: 'location' })
const next = ({ t }: Talk): Choice => ({ label: t.menu.next, word: t.menu.next })
const clear = ({ t }: Talk): Choice => ({ label: t.footage.clear, word: t.footage.clear })
