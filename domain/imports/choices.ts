import type { ReadCell } from './cell'
import { searchKey } from '../cameras/spelling'
import { exportByLabels, technologyLabels, zoneLabels } from '../labels/cameraFields'
import { statusLabels } from '../labels/cameras'
import { directionLabels } from '../labels/directions'
import { exportWords, kindWords, noWords, statusWords, technologyWords, yesWords, zoneWords } from '../labels/importWords'
import { kindLabels } from '../labels/survey'
import { likeness } from '../people/agencySearch'
import { readAngle } from './amounts'
import { Misread } from './cell'

type Named = Record<string, { th: string, en: string }>

/** Signs count where a word is nothing but signs. */
const key = (text: string) => searchKey(text) || text.toLowerCase().trim()

/** From here on a word is taken for another. */
const ALIKE = 0.7

/** One of a list by any of its words, spelt nearly right; `told`: what can be chosen. */
function oneOf(labels: Named, words: Record<string, readonly string[]>, told: Named = labels): ReadCell {
  const known = Object.entries(labels).flatMap(([value, { th, en }]) => [value, th, en, ...words[value] ?? []].map(word => ({ value, key: key(word) })))
  const exact = new Map(known.toReversed().map(({ value, key }) => [key, value]))
  const remembered = new Map<string, string | null>()
  const find = (wanted: string) => {
    const best = known.map(one => ({ ...one, score: one.key.length > 2 ? Math.max(likeness(wanted, one.key), likeness(one.key, wanted)) : 0 })).sort((a, b) => b.score - a.score || b.key.length - a.key.length)[0]
    return best && best.score >= ALIKE ? best.value : null
  }
  return (text) => {
    const wanted = key(text)
    let found = exact.get(wanted) ?? remembered.get(wanted)
    if (found === undefined) {
      found = find(wanted)
      if (remembered.size < 1_000) remembered.set(wanted, found)
    }
    if (found === null) throw new Misread('notChoice', { choices: Object.values(told).map(({ th }) => th).join(' · '), choicesEn: Object.values(told).map(({ en }) => en).join(' · ') })
    return found
  }
}

export const readKind = oneOf(kindLabels, kindWords)
export const readTechnology = oneOf(technologyLabels, technologyWords)
export const readExportBy = oneOf(exportByLabels, exportWords)
export const readZone = oneOf(zoneLabels, zoneWords)

const { REMOVED: _, ...given } = statusLabels
const anyStatus = oneOf(statusLabels, statusWords, given)

/** A status in words; that a camera was removed is said elsewhere. */
export const readStatus: ReadCell = (...args) => {
  const status = anyStatus(...args)
  if (status === 'REMOVED') throw new Misread('statusRemoved')
  return status
}

const answers = new Map([...yesWords.map(word => [key(word), true] as const), ...noWords.map(word => [key(word), false] as const)])

/** Yes or no: `ใช่`, `มี`, `✓`, `1`, `ไม่มี` … */
export const readYesNo: ReadCell = (text, cell) => {
  const answer = typeof cell === 'boolean' ? cell : answers.get(key(text))
  if (answer === undefined) throw new Misread('notYesNo')
  return answer
}

const winds = new Map(Object.entries(directionLabels).flatMap(([name, { th, en, arrow }], index) => [name, th, th.replace('ทิศ', ''), en, arrow].map(word => [key(word), index * 45] as const)))

/** Degrees clockwise from north, from a number or the name of a direction; 360 is 0. */
export const readDirection: ReadCell = (text, cell, heading) => {
  const wind = winds.get(key(text))
  if (wind !== undefined) return wind
  try {
    const angle = readAngle(text, cell, heading) as number
    return angle === 360 ? 0 : angle
  }
  catch {
    throw new Misread('notDirection')
  }
}
