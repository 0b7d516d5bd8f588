import type { ReadCell } from './cell'
import { monthWords } from '../labels/importWords'
import { BUDDHIST } from '../time/years'
import { Misread } from './cell'

const byWord = new Map(monthWords.flatMap((words, index) => words.map(word => [word.replaceAll('.', ''), index + 1] as const)))

/** A year of two or four digits, Buddhist or common, as one of the common era; of two digits the one that lies in 1990–2035. */
function year(digits: string): number {
  const n = Number(digits)
  if (digits.length > 2) return n >= 2400 ? n - BUDDHIST : n
  return [2500 - BUDDHIST + n, 2000 + n, 1900 + n].find(year => year >= 1990 && year <= 2035) ?? 2000 + n
}

/**
 * The first day of the month in which something was installed, `2016-08-01`: from `8/2559`, `ส.ค. 59`, `15 สิงหาคม 2559`, `2016-08-15`, a sheet's
 * serial number of a day, or a year alone, which counts from its January.
 */
export const readMonth: ReadCell = (text, cell) => {
  if (typeof cell === 'number' && cell > 20_000 && cell < 80_000) return new Date(Math.round((cell - 25_569) * 86_400_000)).toISOString().slice(0, 7).concat('-01')
  const bare = text.toLowerCase().replace(/วันที่|เดือน|ปี|พศ|คศ|พ\.ศ\.|ค\.ศ\.|b\.?e\.?(?![a-z])|a\.?d\.?(?![a-z])/g, ' ').trim()
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.]\d{1,2}(?:[t ].*)?)?$/.exec(bare)
  const dayFirst = /^(?:\d{1,2}\s*[-/.]\s*)?(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?: \d.*)?$/.exec(bare)
  const worded = /^(?:\d{1,2}\s*(?:[-/.]\s*)?)?([^\d\s]+?)\s*(?:[-/.,]\s*)?(\d{4}|\d{2})$/.exec(bare)
  const alone = /^\d{4}$/.exec(bare)
  const found = iso
    ? [iso[1]!, Number(iso[2])] as const
    : dayFirst
      ? [dayFirst[2]!, Number(dayFirst[1])] as const
      : worded ? [worded[2]!, byWord.get(worded[1]!.replaceAll('.', '')) ?? 0] as const : alone ? [alone[0], 1] as const : null
  if (!found || found[1] < 1 || found[1] > 12) throw new Misread('notMonth')
  return `${year(found[0])}-${String(found[1]).padStart(2, '0')}-01`
}
