/** Why a file cannot be read; the sentences are in the texts of the page. */
export type FileTroubleCode = 'empty' | 'tooBig' | 'tooLong' | 'xls' | 'locked' | 'binaryBook' | 'otherOffice' | 'webPage' | 'notSheet' | 'broken' | 'encoding'

/** A file that cannot be read. */
export class FileTrouble extends Error {
  constructor(readonly code: FileTroubleCode) {
    super(code)
    this.name = 'FileTrouble'
  }
}

/** What a cell holds once it was read. Days are `2016-08-31`; a formula without a value is `=`. */
export type Cell = string | number | boolean | null

/** A row with its number in the sheet, from 1. */
export interface SheetRow { line: number, cells: Cell[] }

/** Most of a file, bytes, and of its rows. */
export const mostBytes = 50_000_000
export const mostRows = 200_000
