import type { CheckCode } from '../cameras/checks'
import type { ImportProblemCode } from '../labels/imports'
import { foldSpelling } from '../cameras/folding'
import { blankWords } from '../labels/importWords'

/** What a cell of a file holds. Days are `2016-08-31`; a formula without a value is `=`. */
export type Cell = string | number | boolean | null

/** What is wrong with a cell (`column` from 0) or with the row as a whole (null); the sentence is in `labels/imports.ts`. */
export interface CellProblem { column: number | null, code: ImportProblemCode, params?: Record<string, string | number> }

/** What should be looked at, and does not keep the row out; also what the survey's checks say. */
export type RowWarning = Omit<CellProblem, 'code'> & { code: CellProblem['code'] | CheckCode }

/** A cell that cannot be taken as it is. */
export class Misread extends Error {
  constructor(readonly code: ImportProblemCode, readonly params: Record<string, string | number> = {}) {
    super(code)
  }
}

const blank = new Set(blankWords)
const failed = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)/i

/** The text of a cell on one line, digits and look-alikes folded; null when it says nothing. Throws Misread for formulas that gave none. */
export function cellText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') return written(cell)
  if (typeof cell === 'boolean') return String(cell)
  if (cell.startsWith('=')) throw new Misread('formulaNoValue')
  if (failed.test(cell)) throw new Misread('formulaError', { cell })
  const text = foldSpelling(cell).replace(/\s+/g, ' ').trim()
  return blank.has(text.toLowerCase()) ? null : text
}

/** What people wrote, not folded: names keep their spelling. */
export function cellWords(cell: Cell): string {
  return (typeof cell === 'number' ? written(cell) : String(cell)).normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Numbers as a sheet shows them: a telephone number of ten digits is no 8.1e8. */
function written(number: number): string {
  return Number.isInteger(number) ? String(BigInt(number)) : String(number)
}

/** Reads the text of one column; throws Misread. `heading` may name a unit. */
export type ReadCell = (text: string, cell: Cell, heading: string) => unknown
