import type { Cell, CellProblem, ReadCell, RowWarning } from './cell'
import type { ImportColumn } from './columns'
import type { Directory } from './directory'
import { assetKey, readCameraCode } from '../cameras/code'
import { cameraFacts, siteFacts } from '../cameras/schema'
import { searchKey } from '../cameras/spelling'
import { fieldErrors } from '../labels/invalid'
import { readAngle, readDays, readMegapixels, readMetres, readMoney } from './amounts'
import { cellText, cellWords, Misread } from './cell'
import { rowChecker } from './check'
import { readDirection, readExportBy, readKind, readStatus, readTechnology, readYesNo, readZone } from './choices'
import { inOrder, readDegrees, readPair } from './coordinates'
import { readMonth } from './months'

/** What was understood of a row. `camera` and `site` hold only what the row says, by the columns of the database. */
export interface ReadRow {
  problems: CellProblem[]
  unsure: RowWarning[]
  camera: Record<string, unknown>
  site: Record<string, unknown>
  agencyId: string | null
  code: string | null
  assetKey: string | null
  fileKey: string | null
  nameKey: string | null
  labelKey: string
}

/** How the columns of a file are read, by whom and when. */
export interface Reading {
  columns: (ImportColumn | '')[]
  headings: string[]
  /** Whose the cameras are where no column says so. */
  agencyId: string | null
  /** The one agency that may be named; null: any of the province. */
  only: { id: string, name: string } | null
  directory: Directory
  provinceCode: string
  /** The month in Bangkok, `2026-11`. */
  month: string
}

const words: ReadCell = (_, cell) => cellWords(cell)
const noneIsNothing: ReadCell = (text, cell) => text === 'ไม่มี' ? undefined : cellWords(cell)

const readers: Partial<Record<ImportColumn, ReadCell>> = {
  name: words,
  address: words,
  label: words,
  assetNumber: noneIsNothing,
  zone: readZone,
  kind: readKind,
  technology: readTechnology,
  exportBy: readExportBy,
  status: readStatus,
  statusReason: words,
  megapixels: readMegapixels,
  nightVision: readYesNo,
  linked: readYesNo,
  remoteViewing: readYesNo,
  direction: readDirection,
  fieldOfView: readAngle,
  range: readMetres,
  installed: readMonth,
  retentionDays: readDays,
  costSatang: readMoney,
  upgradeSatang: readMoney,
  maintenanceSatang: readMoney,
  networkName: noneIsNothing,
  linkedAgency: noneIsNothing,
  upgradeNeeded: noneIsNothing,
  upgradeAgency: noneIsNothing,
  recorderKind: noneIsNothing,
  custodianName: noneIsNothing,
  custodianPhone: noneIsNothing,
  custodianHours: words,
}

const ofSite = new Set<string>(['name', 'zone', 'address', 'subdistrictCode'])
const shapes = { ...siteFacts.shape, ...cameraFacts.shape }

/** What a cell says: its value (undefined: nothing), or what is wrong with it. */
interface Told { value?: unknown, problem?: CellProblem }

/** Gives what reads the rows of a file: every cell by what its column means. An empty cell says nothing: it changes nothing later. */
export function rowReader(reading: Reading): (cells: Cell[]) => ReadRow {
  const { columns, headings, directory, only } = reading
  const at = (column: ImportColumn) => columns.indexOf(column)
  const [code, fileId, agency, maintainer, subdistrict, district] = [at('code'), at('fileId'), at('agency'), at('maintainingAgencyId'), at('subdistrictCode'), at('district')]
  // Most columns say the same few things in all rows: each is read once.
  const facts = columns.flatMap((column, index) => {
    const read = column && readers[column]
    const known = new Map<Cell | undefined, Told>()
    const work = (text: string, cell: Cell) => {
      const value = read && read(text, cell, headings[index] ?? '')
      return value === undefined ? value : accepted(column as ImportColumn, value)
    }
    const told = (cell: Cell | undefined): Told => {
      const before = known.get(cell)
      const now = before ?? tell(index, cell, work)
      if (!before) known.set(cell, now)
      return now
    }
    return read ? [{ column, index, told, part: ofSite.has(column) ? 'site' as const : 'camera' as const }] : []
  })
  const place = placeReader(columns)
  const check = rowChecker(reading)

  return (cells) => {
    const row: ReadRow = { problems: [], unsure: [], camera: {}, site: {}, agencyId: reading.agencyId, code: null, assetKey: null, fileKey: null, nameKey: null, labelKey: '' }
    const attempt = (index: number, work: (text: string) => void) => {
      const { problem } = index < 0 ? {} : tell(index, cells[index], work)
      if (problem) row.problems.push(problem)
    }
    for (const { column, index, told, part } of facts) {
      const { value, problem } = told(cells[index])
      if (problem) row.problems.push(problem)
      else if (value !== undefined) row[part][column] = value
    }
    attempt(code, (text) => {
      row.code = readCameraCode(text)
      if (!row.code) throw new Misread('noCode')
    })
    attempt(fileId, text => void (row.fileKey = assetKey(text).slice(0, 100) || null))
    attempt(agency, (text) => {
      const found = directory.agency(text)
      row.agencyId = only && found !== only.id ? null : found
      if (only && found !== only.id) throw new Misread('notYourAgency', { agency: only.name })
    })
    attempt(maintainer, text => void (row.camera.maintainingAgencyId = directory.agency(text)))
    attempt(subdistrict, (text) => {
      row.site.subdistrictCode = directory.subdistrict(text, district < 0 ? null : cellText(cells[district]))
    })
    place(row, cells, attempt)
    const { errors, warnings } = check(row)
    row.problems.push(...errors)
    row.unsure = warnings

    if (typeof row.camera.assetNumber === 'string') row.camera.assetKey = row.assetKey = assetKey(row.camera.assetNumber) || null
    if (typeof row.site.name === 'string') row.nameKey = searchKey(row.site.name)
    if (typeof row.camera.label === 'string') row.labelKey = searchKey(row.camera.label)
    return row
  }
}

/** Reads a cell as `work` says, which throws Misread. */
function tell(index: number, cell: Cell | undefined, work: (text: string, cell: Cell) => unknown): Told {
  try {
    const text = cellText(cell)
    return text === null ? {} : { value: work(text, cell!) }
  }
  catch (error) {
    if (!(error instanceof Misread)) throw error
    return { problem: { column: index, code: error.code, params: error.params } }
  }
}

/** Gives what reads where a row's site lies, from one column or two. */
function placeReader(columns: Reading['columns']): (row: ReadRow, cells: Cell[], attempt: (index: number, work: (text: string) => void) => void) => void {
  const [pair, latitude, longitude] = [columns.indexOf('latLng'), columns.indexOf('latitude'), columns.indexOf('longitude')]
  return (row, cells, attempt) => {
    const before = row.problems.length
    const degrees = (index: number, example: string) => {
      const cell = cells[index]
      // Most sheets have numbers here.
      if (typeof cell === 'number' && Math.abs(cell) <= 10_000) return cell
      let found: number | undefined
      attempt(index, text => void (found = readDegrees(text, example)))
      return found
    }
    let [first, second] = [degrees(latitude, '14.5896'), degrees(longitude, '100.4550')]
    if (first === undefined && second === undefined) attempt(pair, text => void ([first, second] = readPair(text)))
    if (row.problems.length > before) return
    const column = first !== undefined && latitude >= 0 ? latitude : longitude >= 0 ? longitude : pair
    if (first === undefined && second === undefined) return
    if (first === undefined || second === undefined) {
      row.problems.push({ column: first === undefined && latitude >= 0 ? latitude : longitude >= 0 ? longitude : column, code: 'halfPlace' })
      return
    }
    try {
      Object.assign(row.site, inOrder(first, second))
    }
    catch (error) {
      row.problems.push({ column: cells[pair] !== undefined && latitude < 0 ? pair : column, code: (error as Misread).code, params: (error as Misread).params })
    }
  }
}

/** The value as the register's own schema takes it. Throws Misread with the sentence of the form. */
function accepted(column: ImportColumn, value: unknown): unknown {
  if (column === 'status') return value
  if (column === 'statusReason') return String(value).slice(0, 500)
  const input = column === 'installed' ? String(value).slice(0, 7) : value
  const checked = shapes[column as keyof typeof shapes].safeParse(input)
  if (checked.success) return column === 'installed' ? value : checked.data
  const [th, en] = (['TH', 'EN'] as const).map(language => fieldErrors(checked.error.issues, input, language)[0]!.detail)
  throw new Misread('refused', { th: th!, en: en! })
}
