import type { CameraField, SiteField } from '../cameras/fields'
import { cameraFieldNames, siteFieldNames } from '../cameras/fields'
import { foldSpelling } from '../cameras/folding'
import { searchKey } from '../cameras/spelling'
import { headingWords, importColumnLabels, quantityWords } from '../labels/imports'
import { likeness } from '../people/agencySearch'

/** What a column of an imported file means. */
export type ImportColumn = CameraField | Exclude<SiteField, 'placedBy' | 'accuracy'> | 'code' | 'fileId' | 'agency' | 'latLng' | 'district' | 'status' | 'statusReason'

/** Every meaning a column can have, in the order of forms and exported sheets. */
export const importColumns: ImportColumn[] = [
  'code',
  'fileId',
  'agency',
  ...siteFieldNames.filter(field => field !== 'placedBy' && field !== 'accuracy').flatMap(field => field === 'longitude' ? [field, 'latLng' as const] : field === 'subdistrictCode' ? [field, 'district' as const] : [field]),
  ...cameraFieldNames,
  'status',
  'statusReason',
]

/** Columns whose meaning is remembered under this: a heading without case, spaces and signs. */
export const headingKey = (heading: string): string => searchKey(heading).slice(0, 200)

/** The heading without its unit in brackets. */
const bare = (heading: string): string => headingKey(foldSpelling(heading).replace(/[([{].*?[)\]}]/g, ' '))

/** Every word for a column, as search keys. */
const words = importColumns.map(column => ({
  column,
  keys: [...new Set([importColumnLabels[column].th, importColumnLabels[column].en, ...headingWords[column] ?? [], column].flatMap(word => [headingKey(word), bare(word)]))].filter(Boolean),
}))
const quantities = new Set(quantityWords.map(headingKey))

/** From here on a heading is taken for a column. */
const ALIKE = 0.62
const isPair = (text: string) => !/\p{L}/u.test(text) && foldSpelling(text).match(/\d{1,3}[.,]\d{3,}/g)?.length === 2

function alike(heading: string, key: string): number {
  if (heading === key) return 3
  // Short words are in everything.
  if (key.length < 4 || heading.length < 3) return 0
  const score = likeness(key, heading)
  return score >= 2 ? 1.5 + score / 4 : score >= 1 ? 0.6 + (score - 1) * 0.8 : score
}

/**
 * What each heading most likely means; empty when nobody can tell. No meaning is given twice.
 * @param headings as they stand in the file
 * @param samples some rows below them
 * @param remembered what headings meant last time, by `headingKey`
 */
export function proposeColumns(headings: string[], samples: unknown[][], remembered: ReadonlyMap<string, string>): (ImportColumn | '')[] {
  const found: (ImportColumn | '')[] = headings.map(() => '')
  const free = new Set<string>(importColumns)
  const settled = new Set<number>()
  const take = (index: number, column: ImportColumn) => {
    found[index] = column
    free.delete(column)
    settled.add(index)
  }
  headings.forEach((heading, index) => {
    const known = remembered.get(headingKey(heading))
    if (known !== undefined && (known === '' || free.has(known))) known ? take(index, known as ImportColumn) : settled.add(index)
  })
  const candidates = headings.flatMap((heading, index) => {
    if (settled.has(index) || quantities.has(headingKey(heading)) || !headingKey(heading)) return []
    const keys = [headingKey(heading), bare(heading)]
    return words.map(({ column, keys: known }) => ({ index, column, score: Math.max(...keys.flatMap(key => known.map(word => alike(key, word)))) }))
  }).filter(({ score }) => score >= ALIKE).sort((a, b) => b.score - a.score || a.index - b.index)
  for (const { index, column } of candidates) {
    if (!settled.has(index) && free.has(column)) take(index, column)
  }
  // Two coordinates in one cell, whatever the heading says.
  headings.forEach((_, index) => {
    const texts = samples.map(row => row[index]).filter(cell => cell !== null && cell !== undefined && cell !== '').map(String)
    if (!texts.length || !texts.every(isPair) || found[index] === 'latLng' || !free.has('latLng')) return
    if (found[index]) free.add(found[index])
    take(index, 'latLng')
  })
  return found
}

/**
 * Which row of the first ones is that of the headings: the one in which most cells are known, else the first with two filled cells.
 * @returns its index, −1 when there is none
 */
export function findHeadings(rows: unknown[][]): number {
  const scores = rows.map(row => proposeColumns(row.map(cell => typeof cell === 'string' ? cell : ''), [], new Map()).filter(Boolean).length)
  const best = Math.max(0, ...scores)
  return best > 1 ? scores.indexOf(best) : rows.findIndex(row => row.filter(cell => cell !== null && cell !== '').length >= 2)
}
