import type { Act, ClockAct } from '../act'
import type { Reader } from '../cameras/sight'
import type { ImportColumn } from '../imports/columns'
import type { Program } from '../keys/program'
import type { Filter } from './filter'
import { Prisma } from '../../prisma/client'
import { audit } from '../audit'
import { cameraFieldNames } from '../cameras/fields'
import { seesPeople, seesWhole, sightOf } from '../cameras/sight'
import { needsProvince } from '../keys/program'
import { exportByLabels, technologyLabels, zoneLabels } from '../labels/cameraFields'
import { statusLabels } from '../labels/cameras'
import { importColumnLabels, yesNoLabels } from '../labels/imports'
import { kindLabels } from '../labels/survey'
import { Refusal } from '../refusal'
import { BUDDHIST } from '../time/years'
import { conditions } from './filter'

/** Columns of an exported sheet: those of an imported one, so that it can be changed and brought back. */
export const exportColumns: ImportColumn[] = ['code', 'agency', 'name', 'zone', 'latitude', 'longitude', 'subdistrictCode', 'district', 'address', ...cameraFieldNames, 'status', 'statusReason']

/** The same as programs know them: in baht, and by name where the import takes a code. */
const named: Partial<Record<ImportColumn, string>> = { costSatang: 'costBaht', upgradeSatang: 'upgradeBaht', maintenanceSatang: 'maintenanceBaht', subdistrictCode: 'subdistrict', maintainingAgencyId: 'maintainingAgency' }
export const exportNames: string[] = exportColumns.map(column => named[column] ?? column)

/** What a cell of it holds. */
export type ExportCell = string | number | null

/** Cameras that are read at once. */
const atOnce = 2_000

/** What everybody may know of a public camera. */
const open = new Set<ImportColumn>(['code', 'agency', 'name', 'zone', 'latitude', 'longitude', 'subdistrictCode', 'district', 'label', 'kind', 'status'])
const people = new Set<ImportColumn>(['custodianName', 'custodianPhone', 'custodianHours'])
const labels: Partial<Record<ImportColumn, Record<string, { th: string, en: string }>>> = { zone: zoneLabels, kind: kindLabels, technology: technologyLabels, exportBy: exportByLabels, status: statusLabels }

/** The headings, in the reader's language. */
export const exportHeadings = (english: boolean): string[] => exportColumns.map(column => importColumnLabels[column][english ? 'en' : 'th'])

/** Who takes cameras out as a file is written down. Refused as `notAllowed` for people without a role. */
export async function beginExport(act: Act, format: string, filter: Filter): Promise<void> {
  const { everywhere, provinces, agencies } = sightOf(act.actor)
  if (!everywhere && !provinces.length && !agencies.length) throw new Refusal('notAllowed')
  await audit(act, { action: 'register.exported', subject: `register:${format}`, provinceCode: filter.province ?? null, data: chosen(filter) })
}

/** A filter as it is written down: whether words were searched for, not which; they may be a person's name. */
const chosen = ({ q, ...filter }: Filter) => ({ ...filter, ...q && { searched: true } })

/** The same for a program: its key is written down. Refused as `otherProvince`. */
export async function beginProgramExport(act: ClockAct, { keyId, provinceCode }: Program, format: string, filter: Filter): Promise<void> {
  needsProvince(provinceCode, filter.province)
  await audit(act, { action: 'register.exported', subject: `apiKey:${keyId}`, provinceCode, data: { ...chosen(filter), format } })
}

/** The next cameras of an export, by their codes: a cell for each of `exportColumns`, empty where the reader may not look. Private cameras are not in it. */
export async function exportPage(reader: Reader, filter: Filter, after: string): Promise<{ rows: ExportCell[][], next: string | null }> {
  const { where } = await conditions(reader, filter)
  const name = (table: string): Prisma.Sql => Prisma.raw(`${table}."${reader.english ? 'nameEn' : 'nameTh'}"`)
  const agency = (table: string): Prisma.Sql => reader.english ? Prisma.raw(`coalesce(${table}."nameEn", ${table}."name")`) : Prisma.raw(`${table}."name"`)
  const found = await reader.db.$queryRaw<(Record<ImportColumn, unknown> & { agencyId: string | null, provinceCode: string })[]>`
    SELECT ${Prisma.raw(cameraFieldNames.filter(field => field !== 'maintainingAgencyId').map(field => `c."${field}"`).join(', '))}, c."code", c."agencyId"::text, c."status"::text, c."statusReason",
      ${agency('m')} AS "maintainingAgencyId", ${agency('a')} AS "agency", s."name", s."zone", s."latitude", s."longitude", s."address", s."provinceCode", ${name('t')} AS "subdistrictCode", ${name('d')} AS "district"
    FROM "Camera" c JOIN "Site" s ON s."id" = c."siteId"
    LEFT JOIN "Subdistrict" t ON t."code" = s."subdistrictCode" LEFT JOIN "District" d ON d."code" = t."districtCode"
    LEFT JOIN "Agency" a ON a."id" = c."agencyId" LEFT JOIN "Agency" m ON m."id" = c."maintainingAgencyId"
    WHERE ${where} AND c."ownership" = 'PUBLIC' AND c."code" > ${after}
    ORDER BY c."code" LIMIT ${Prisma.raw(String(atOnce))}`
  const rows = found.map((camera) => {
    const [whole, named] = [seesWhole(reader.sight, camera), seesPeople(reader.sight, camera)]
    return exportColumns.map(column => (whole || open.has(column)) && (named || !people.has(column)) ? cellOf(column, camera[column], reader.english) : null)
  })
  return { rows, next: found.length < atOnce ? null : found.at(-1)!.code as string }
}

/** As people write it: words for choices, baht, months like 08/2559. */
function cellOf(column: ImportColumn, value: unknown, english: boolean): ExportCell {
  const language = english ? 'en' : 'th'
  if (value === null || value === undefined) return null
  if (labels[column]) return labels[column][String(value)]?.[language] ?? null
  if (typeof value === 'boolean') return yesNoLabels[value ? 'yes' : 'no'][language]
  if (column.endsWith('Satang')) return Number(value) / 100
  if (value instanceof Date) return `${String(value.getUTCMonth() + 1).padStart(2, '0')}/${value.getUTCFullYear() + (english ? 0 : BUDDHIST)}`
  return typeof value === 'number' ? value : String(value)
}
