import type { z } from 'zod'
import type { Act } from '../act'
import type { ImportColumn } from './columns'
import type { Reading } from './row'
import type { ImportRun } from './rules'
import { audit } from '../audit'
import { isSecretaryOf } from '../people/rules'
import { Refusal } from '../refusal'
import { bangkokMonth } from '../time/bangkok'
import { headingKey } from './columns'
import { directory } from './directory'
import { rowReader } from './row'
import { importFor, needsImporter, ownerOf } from './rules'
import * as schema from './schema'

/** Begins an import; asked again with the same id it is the same one. What the headings mean is remembered. Refused as `notAllowed`, `agencyUnknown`. */
export async function beginImport(act: Act, input: z.input<typeof schema.newImport>): Promise<void> {
  const { id, ...run } = schema.newImport.parse(input)
  const { db, actor, now } = act
  await needsImporter(act, run.provinceCode, run.agencyId)
  if (await db.importRun.count({ where: { id } })) return void await importFor(act, id)
  await db.importRun.create({ data: { ...run, id, actorId: actor.userId, createdAt: now, touchedAt: now } })
  const known = new Map(run.headings.map((heading, index) => [headingKey(heading), run.columns[index] ?? '']).filter(([heading]) => heading) as [string, string][])
  await db.$executeRaw`
    INSERT INTO "ImportHeading" ("owner", "heading", "column")
    SELECT ${ownerOf(run)}, heading, meaning FROM unnest(${[...known.keys()]}::text[], ${[...known.values()]}::text[]) AS h(heading, meaning)
    ON CONFLICT ("owner", "heading") DO UPDATE SET "column" = excluded."column"`
  await audit(act, { action: 'import.begun', subject: `import:${id}`, provinceCode: run.provinceCode, data: { sha256: run.sha256 } })
}

/** How the rows of an import are read, for the person who brings it in. */
export async function readingOf(act: Act, run: ImportRun): Promise<Reading> {
  const own = run.agencyId && !isSecretaryOf(act.actor, run.provinceCode) ? await act.db.agency.findUniqueOrThrow({ where: { id: run.agencyId }, select: { id: true, name: true } }) : null
  return { columns: run.columns as (ImportColumn | '')[], headings: run.headings, agencyId: run.agencyId, only: own, directory: await directory(act, run.provinceCode), provinceCode: run.provinceCode, month: bangkokMonth(act.now) }
}

/** Takes a piece of the file and reads its cells. The same piece again changes nothing. Refused as `notFound`, `notAllowed`, `importState`, `importTooLong`. */
export async function stageRows(act: Act, id: string, input: z.input<typeof schema.importPiece>): Promise<void> {
  const { rows } = schema.importPiece.parse(input)
  const found = await act.db.importRun.findUnique({ where: { id } })
  if (!found) throw new Refusal('notFound')
  await needsImporter(act, found.provinceCode, found.agencyId)
  // Read before the import is locked, so that of two pieces that come at once one is read while the other is written.
  const read = await readRows(act, found, rows)
  const run = await importFor(act, id, 'STAGING')
  await writeRows(act, run, read)
  const have = await act.db.importRun.update({ where: { id }, data: { touchedAt: act.now, done: { increment: rows.length } }, select: { done: true } })
  if (have.done > schema.mostRows && await act.db.importRow.count({ where: { runId: id } }) > schema.mostRows) throw new Refusal('importTooLong', { most: schema.mostRows })
}

type StagedRow = z.output<typeof schema.importPiece>['rows'][number]

/** What is understood of rows, as JSON for `writeRows`. */
async function readRows(act: Act, run: ImportRun, rows: StagedRow[]): Promise<string> {
  const readRow = rowReader(await readingOf(act, run))
  return JSON.stringify(rows.map(({ line, cells }) => {
    const { problems, unsure, camera, site, agencyId, code, assetKey, fileKey, nameKey, labelKey } = readRow(cells)
    return [line, cells, problems, unsure, camera, site, agencyId, code, assetKey, fileKey, nameKey, labelKey]
  }))
}

async function writeRows(act: Act, run: ImportRun, read: string): Promise<void> {
  // Lists in one jsonb: PostgreSQL reads the text once, and what stays JSON is taken over as it is.
  await act.db.$executeRaw`
    INSERT INTO "ImportRow" ("runId", "line", "cells", "unread", "unsure", "camera", "site", "fields", "agencyId", "code", "assetKey", "fileKey", "nameKey", "labelKey")
    SELECT ${run.id}::uuid, (r ->> 0)::int, r -> 1, r -> 2, r -> 3, r -> 4, r -> 5, '{}', (r ->> 6)::uuid, r ->> 7, r ->> 8, r ->> 9, r ->> 10, r ->> 11
    FROM jsonb_array_elements(${read}::jsonb) r
    ON CONFLICT ("runId", "line") DO UPDATE SET "cells" = excluded."cells", "unread" = excluded."unread", "unsure" = excluded."unsure", "camera" = excluded."camera", "site" = excluded."site",
      "agencyId" = excluded."agencyId", "code" = excluded."code", "assetKey" = excluded."assetKey", "fileKey" = excluded."fileKey", "nameKey" = excluded."nameKey", "labelKey" = excluded."labelKey"`
}

/** The file is here whole: it is looked at next (`stepImport`). Refused as `importIncomplete` when rows are missing, `importNothing` when there are none. */
export async function endStaging(act: Act, id: string, input: z.input<typeof schema.importWhole>): Promise<void> {
  const { rows } = schema.importWhole.parse(input)
  const run = await importFor(act, id, 'STAGING', 'CHECKING', 'CHECKED')
  if (run.state !== 'STAGING') return
  const have = await act.db.importRow.count({ where: { runId: id } })
  if (have !== rows) throw new Refusal('importIncomplete', { have, total: rows })
  await act.db.importRun.update({ where: { id }, data: { state: 'CHECKING', total: have, done: 0, touchedAt: act.now } })
  // Else the plan of `matchRows` is one for the few rows that the statistics know of.
  await act.db.$executeRawUnsafe('ANALYZE "ImportRow" ("runId")')
}

/** Puts the cells of a row right; then all rows are looked at again, because they depend on each other. Refused as `notFound`, `notAllowed`, `importState`. */
export async function correctRow(act: Act, id: string, line: number, input: z.input<typeof schema.correctedRow>): Promise<void> {
  const { cells } = schema.correctedRow.parse(input)
  const run = await importFor(act, id, 'CHECKED', 'CHECKING')
  if (!await act.db.importRow.count({ where: { runId: id, line } })) throw new Refusal('notFound')
  await writeRows(act, run, await readRows(act, run, [{ line, cells }]))
  await act.db.importRun.update({ where: { id }, data: { state: 'CHECKING', touchedAt: act.now } })
}

/** Takes a row out of the import. Refused as `notFound`, `notAllowed`, `importState`. */
export async function dropRow(act: Act, id: string, line: number): Promise<void> {
  await importFor(act, id, 'CHECKED', 'CHECKING')
  const { count } = await act.db.importRow.deleteMany({ where: { runId: id, line } })
  if (!count) throw new Refusal('notFound')
  await act.db.importRun.update({ where: { id }, data: { state: 'CHECKING', total: { decrement: 1 }, touchedAt: act.now } })
}

/** Begins to write into the register what is new and changed; what is wrong stays out. Refused as `importNothing`, `importCodesUsedUp`, `importState`. */
export async function applyImport(act: Act, id: string): Promise<void> {
  const run = await importFor(act, id, 'CHECKED', 'APPLYING', 'APPLIED')
  if (run.state !== 'CHECKED') return
  if (run.created + run.changed === 0) throw new Refusal('importNothing')
  const { lastCamera } = await act.db.province.findUniqueOrThrow({ where: { code: run.provinceCode }, select: { lastCamera: true } })
  if (lastCamera + run.created > 99_999) throw new Refusal('importCodesUsedUp', { left: 99_999 - lastCamera, wanted: run.created })
  await act.db.importRun.update({ where: { id }, data: { state: 'APPLYING', done: 0, touchedAt: act.now } })
  await audit(act, { action: 'import.applied', subject: `import:${id}`, provinceCode: run.provinceCode, data: { created: run.created, changed: run.changed } })
}

/** Begins to take back what an import did, where nobody has changed it since. Refused as `importState`. */
export async function undoImport(act: Act, id: string): Promise<void> {
  const run = await importFor(act, id, 'APPLIED', 'UNDOING', 'UNDONE')
  if (run.state !== 'APPLIED') return
  const { _max: { id: last } } = await act.db.change.aggregate({ where: { importId: id }, _max: { id: true } })
  await act.db.importRun.update({ where: { id }, data: { state: 'UNDOING', done: 0, left: 0, undoneTo: (last ?? 0n) + 1n, touchedAt: act.now } })
  await audit(act, { action: 'import.undone', subject: `import:${id}`, provinceCode: run.provinceCode })
}

/** Gives up an import of which nothing was applied; its rows go. Refused as `importState`. */
export async function cancelImport(act: Act, id: string): Promise<void> {
  const run = await importFor(act, id, 'STAGING', 'CHECKING', 'CHECKED', 'CANCELLED')
  if (run.state === 'CANCELLED') return
  await act.db.importRow.deleteMany({ where: { runId: id } })
  await act.db.importRun.update({ where: { id }, data: { state: 'CANCELLED', touchedAt: act.now } })
}
