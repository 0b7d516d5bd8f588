import type { z } from 'zod'
import type { ImportOutcome, Language } from '../../prisma/client'
import type { Act } from '../act'
import type { CheckCode } from '../cameras/checks'
import type { Cell, CellProblem, RowWarning } from './cell'
import type { ImportRun } from './rules'
import { Prisma } from '../../prisma/client'
import { agencyIn } from '../labels/agency'
import { cameraFieldLabels, siteFieldLabels } from '../labels/cameraFields'
import { checkLabels, checkWords } from '../labels/checks'
import { importColumnLabels, importProblems } from '../labels/imports'
import { inLanguage } from '../labels/label'
import { provincesOfSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import { surveyAgencies } from '../survey/rules'
import { findHeadings, headingKey, proposeColumns } from './columns'
import { needsImporter, ownerOf } from './rules'
import * as schema from './schema'
import { isApplied } from './sql'

/** An import as it is listed. `actor` and `agency`: names, in the reader's language. */
export type ImportView = Pick<ImportRun, 'id' | 'provinceCode' | 'agencyId' | 'fileName' | 'state' | 'headings' | 'columns' | 'total' | 'created' | 'changed' | 'unchanged' | 'wrong' | 'warned' | 'done' | 'left' | 'createdAt' | 'appliedAt' | 'undoneAt'> & { agency: string | null, actor: string | null }

/** A province into which the actor may bring cameras, and for which agencies; `whole`: for any of it, or for none in particular. */
export interface ImportPlace { provinceCode: string, province: { th: string, en: string }, whole: boolean, agencies: { id: string, th: string, en: string }[] }

/** Where the actor may bring in cameras: the provinces of a secretary whole, and the agencies of officials and police. Empty for anybody else. */
export async function importPlaces({ db, actor }: Act): Promise<ImportPlace[]> {
  const [whole, own] = [provincesOfSecretary(actor), surveyAgencies(actor)]
  const agencies = await db.agency.findMany({ where: { OR: [{ provinceCode: { in: whole } }, { id: { in: own } }] }, orderBy: { name: 'asc' }, select: { id: true, name: true, nameEn: true, provinceCode: true } })
  const codes = [...new Set([...whole, ...agencies.map(({ provinceCode }) => provinceCode)])]
  const provinces = await db.province.findMany({ where: { code: { in: codes } }, orderBy: { code: 'asc' }, select: { code: true, nameTh: true, nameEn: true } })
  return provinces.map(({ code, nameTh, nameEn }) => ({
    provinceCode: code,
    province: { th: nameTh, en: nameEn },
    whole: whole.includes(code),
    agencies: agencies.filter(({ provinceCode }) => provinceCode === code).map(({ id, name, nameEn }) => ({ id, th: name, en: nameEn ?? name })),
  }))
}

/** What the first rows of a file most likely are: which is that of the headings (−1: none), and what each column means (empty: nothing known). Refused as `notAllowed`, `agencyUnknown`. */
export async function proposeImport(act: Act, input: z.input<typeof schema.importHead>): Promise<{ headingRow: number, headings: string[], columns: string[] }> {
  const { rows, headingRow: chosen, ...where } = schema.importHead.parse(input)
  await needsImporter(act, where.provinceCode, where.agencyId)
  const headingRow = chosen ?? findHeadings(rows)
  const width = Math.max(...rows.map(row => row.length))
  const headings = Array.from({ length: width }, (_, index) => String(rows[headingRow]?.[index] ?? '').replace(/\s+/g, ' ').trim().slice(0, 500))
  const remembered = await act.db.importHeading.findMany({ where: { owner: ownerOf(where), heading: { in: headings.map(headingKey) } } })
  const columns = proposeColumns(headings, rows.slice(headingRow + 1), new Map(remembered.map(({ heading, column }) => [heading, column])))
  return { headingRow, headings, columns }
}

const view = {
  id: true,
  provinceCode: true,
  agencyId: true,
  fileName: true,
  state: true,
  headings: true,
  columns: true,
  total: true,
  created: true,
  changed: true,
  unchanged: true,
  wrong: true,
  warned: true,
  done: true,
  left: true,
  createdAt: true,
  appliedAt: true,
  undoneAt: true,
  actorId: true,
} satisfies Prisma.ImportRunSelect

/** An import. Refused as `notFound`, `notAllowed`. */
export async function importById(act: Act, id: string): Promise<ImportView> {
  const run = await act.db.importRun.findUnique({ where: { id }, select: view })
  if (!run) throw new Refusal('notFound')
  await needsImporter(act, run.provinceCode, run.agencyId)
  return (await named(act, [run]))[0]!
}

/** The imports that the actor may see, the newest 50. */
export async function listImports(act: Act): Promise<ImportView[]> {
  const runs = await act.db.importRun.findMany({
    where: { state: { notIn: ['CANCELLED', 'STAGING'] }, OR: [{ provinceCode: { in: provincesOfSecretary(act.actor) } }, { agencyId: { in: surveyAgencies(act.actor) } }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: view,
  })
  return named(act, runs)
}

async function named({ db, actor: { language } }: Act, runs: Prisma.ImportRunGetPayload<{ select: typeof view }>[]): Promise<ImportView[]> {
  const agencies = await db.agency.findMany({ where: { id: { in: runs.flatMap(({ agencyId }) => agencyId ?? []) } }, select: { id: true, name: true, nameEn: true } })
  const people = await db.user.findMany({ where: { id: { in: runs.map(({ actorId }) => actorId) } }, select: { id: true, displayName: true } })
  return runs.map(({ actorId, ...run }) => ({
    ...run,
    agency: agencyIn(agencies.find(({ id }) => id === run.agencyId) ?? null, language),
    actor: people.find(({ id }) => id === actorId)?.displayName ?? null,
  }))
}

/** What is said of a cell, or (null) of the row. */
export interface Said { column: number | null, heading: string | null, words: string }

/** A row of an import: what stands in it, what would happen, what is wrong, and what should be looked at, in the reader's language. */
export interface ImportRowView { line: number, cells: Cell[], outcome: ImportOutcome | null, problems: Said[], warnings: Said[], fields: string[], code: string | null, applied: boolean }

/** Rows of an import by their line in the file. `next`: the line after which the next page begins, null on the last. Refused as `notFound`, `notAllowed`. */
export async function rowsOfImport(act: Act, id: string, input: z.input<typeof schema.listRows>): Promise<{ items: ImportRowView[], next: number | null }> {
  const { outcome, after, limit } = schema.listRows.parse(input)
  const { headings } = await importById(act, id)
  const { language } = act.actor
  const rows = await act.db.$queryRaw<{ line: number, cells: Cell[], outcome: ImportOutcome | null, problems: CellProblem[], warnings: RowWarning[], fields: string[], code: string | null, applied: boolean }[]>`
    SELECT r."line", r."cells", r."outcome"::text, r."problems", r."warnings", r."fields", c."code", ${isApplied} AS "applied"
    FROM "ImportRow" r JOIN "ImportRun" run ON run."id" = r."runId" LEFT JOIN "Camera" c ON c."id" = r."cameraId"
    WHERE r."runId" = ${id}::uuid AND r."line" > ${after}::int ${!outcome ? Prisma.empty : outcome === 'WARNED' ? Prisma.sql`AND r."warnings" <> '[]'` : Prisma.sql`AND r."outcome" = ${outcome}::"ImportOutcome"`}
    ORDER BY r."line" LIMIT ${limit + 1}::int`
  const said = ({ column, code, params = {} }: RowWarning): Said => ({
    column,
    heading: column === null ? null : headings[column] ?? null,
    words: isCheck(code) ? checkWords({ code, params }, language) : problemWords(code, params, language),
  })
  const items = rows.slice(0, limit).map(({ problems, warnings, fields, ...row }) => ({
    ...row,
    fields: fields.map(field => fieldName(field, language)),
    problems: problems.map(said),
    warnings: warnings.map(said),
  }))
  return { items, next: rows.length > limit ? items.at(-1)!.line : null }
}

const isCheck = (code: RowWarning['code']): code is CheckCode => code in checkLabels

const names: Record<string, { th: string, en: string }> = { ...siteFieldLabels, ...cameraFieldLabels, ...importColumnLabels }
const fieldName = (field: string, language: Language) => names[field] ? inLanguage(names[field], language) : field

/** The sentence about a problem. */
export function problemWords(code: CellProblem['code'], params: Record<string, unknown>, language: Language): string {
  return inLanguage(importProblems[code], language).replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    return Array.isArray(value) ? value.map(field => fieldName(String(field), language)).join(', ') : String(value ?? '')
  })
}
