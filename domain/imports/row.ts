import type { Cell, CellProblem, ReadCell, RowWarning } from './cell'
import type { ImportColumn } from './columns'
import type { Directory } from './directory'
import { assetKey, readCameraCode } from '../cameras/code'
import { cameraFacts, siteFacts } from '../cameras/schema'
import { searchKey } from '../cameras/spelling'
import { fieldErrors } from '../labels/invalid'
import { readAngle, readDays, readMegapixels, readMetres, readMoney } from './amounts'
import { cellText, cellWords, Misread } from './cell'
import { checkRow } from './check'
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

/** Reads a row: every cell by what its column means. An empty cell says nothing: it changes nothing later. */
export function readRow(cells: Cell[], reading: Reading): ReadRow {
  const { columns, headings, directory, only } = reading
  const row: ReadRow = { problems: [], unsure: [], camera: {}, site: {}, agencyId: reading.agencyId, code: null, assetKey: null, fileKey: null, nameKey: null, labelKey: '' }
  const at = (column: ImportColumn) => columns.indexOf(column)
  const attempt = (index: number, work: (text: string, cell: Cell) => void) => {
    try {
      const text = index < 0 ? null : cellText(cells[index])
      if (text !== null) work(text, cells[index]!)
    }
    catch (error) {
      if (!(error instanceof Misread)) throw error
      row.problems.push({ column: index, code: error.code, params: error.params })
    }
  }

  columns.forEach((column, index) => {
    const read = column && readers[column]
    if (!read) return
    attempt(index, (text, cell) => {
      const value = read(text, cell, headings[index] ?? '')
      if (value === undefined) return
      ;(ofSite.has(column) ? row.site : row.camera)[column] = accepted(column, value)
    })
  })
  attempt(at('code'), (text) => {
    row.code = readCameraCode(text)
    if (!row.code) throw new Misread('noCode')
  })
  attempt(at('fileId'), text => void (row.fileKey = assetKey(text).slice(0, 100) || null))
  attempt(at('agency'), (text) => {
    const found = directory.agency(text)
    row.agencyId = only && found !== only.id ? null : found
    if (only && found !== only.id) throw new Misread('notYourAgency', { agency: only.name })
  })
  attempt(at('maintainingAgencyId'), text => void (row.camera.maintainingAgencyId = directory.agency(text)))
  attempt(at('subdistrictCode'), (text) => {
    const district = at('district')
    row.site.subdistrictCode = directory.subdistrict(text, district < 0 ? null : cellText(cells[district]))
  })
  place(row, cells, reading, attempt)
  const { errors, warnings } = checkRow(row, reading)
  row.problems.push(...errors)
  row.unsure = warnings

  if (typeof row.camera.assetNumber === 'string') row.camera.assetKey = row.assetKey = assetKey(row.camera.assetNumber) || null
  if (typeof row.site.name === 'string') row.nameKey = searchKey(row.site.name)
  if (typeof row.camera.label === 'string') row.labelKey = searchKey(row.camera.label)
  return row
}

function place(row: ReadRow, cells: Cell[], { columns }: Reading, attempt: (index: number, work: (text: string) => void) => void): void {
  const [pair, latitude, longitude] = [columns.indexOf('latLng'), columns.indexOf('latitude'), columns.indexOf('longitude')]
  const before = row.problems.length
  const parts: (number | undefined)[] = [undefined, undefined]
  attempt(latitude, text => void (parts[0] = readDegrees(text, '14.5896')))
  attempt(longitude, text => void (parts[1] = readDegrees(text, '100.4550')))
  if (parts[0] === undefined && parts[1] === undefined) attempt(pair, text => void parts.splice(0, 2, ...readPair(text)))
  if (row.problems.length > before) return
  const [first, second] = parts
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
