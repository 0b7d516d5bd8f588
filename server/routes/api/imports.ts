import type { ApiEnv } from './env'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod'
import { ImportOutcome, ImportState } from '../../../domain/enums'
import { applyImport, beginImport, cancelImport, correctRow, dropRow, endStaging, stageRows, undoImport } from '../../../domain/imports/commands'
import { importById, importPlaces, listImports, proposeImport, rowsOfImport } from '../../../domain/imports/queries'
import { correctedRow, importHead, importPiece, importWhole, listRows, newImport } from '../../../domain/imports/schema'
import { stepImport } from '../../../domain/imports/step'
import { act, onlySignedIn } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, label, moment } from './output'
import { Problem } from './problem'

const importView = z.object({
  id: z.uuid(),
  provinceCode: z.string(),
  agencyId: z.uuid().nullable(),
  agency: z.string().nullable(),
  actor: z.string().nullable(),
  fileName: z.string(),
  state: z.enum(ImportState),
  headings: z.array(z.string()),
  columns: z.array(z.string()),
  total: z.int(),
  created: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  wrong: z.int(),
  warned: z.int().describe('Rows that go in, and should be looked at'),
  done: z.int(),
  left: z.int(),
  createdAt: moment,
  appliedAt: moment.nullable(),
  undoneAt: moment.nullable(),
}).meta({ id: 'Import' })

const saidView = z.object({ column: z.int().nullable(), heading: z.string().nullable(), words: z.string() })

const rowView = z.object({
  line: z.int(),
  cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])),
  outcome: z.enum(ImportOutcome).nullable(),
  problems: z.array(saidView),
  warnings: z.array(saidView),
  fields: z.array(z.string()),
  code: z.string().nullable(),
  applied: z.boolean(),
}).meta({ id: 'ImportRow' })

const placesView = z.object({ items: z.array(z.object({ provinceCode: z.string(), province: label, whole: z.boolean(), agencies: z.array(label.extend({ id: z.uuid() })) })) })
const proposalView = z.object({ headingRow: z.int(), headings: z.array(z.string()), columns: z.array(z.string()) })
const listView = z.object({ items: z.array(importView) })
const rowsView = z.object({ items: z.array(rowView), next: z.int().nullable() })
const one = z.object({ id: z.uuid() })
const oneRow = z.object({ id: z.uuid(), line: z.coerce.number().int().min(1).max(2_000_000) })
const tag = 'Import'

/** Of a piece of a file, at most 8 MB. */
const limit = bodyLimit({ maxSize: 8_000_000, onError: () => { throw new Problem('tooLarge') } })

/** A piece of a file is larger than other bodies. */
export const importPieceRoutes = new Hono<ApiEnv>()
  .put('/imports/:id/rows', onlySignedIn(), limit, described(tag, 'Takes a piece of the file, at most 1,000 rows; the same piece again changes nothing'), input('param', one), input('json', importPiece), async (c) => {
    await act(c, act => stageRows(act, c.req.valid('param').id, c.req.valid('json')))
    return c.body(null, 204)
  })

/** `/api/imports`: cameras from spreadsheets, looked at before anything is done, applied in pieces, taken back whole. */
export const importRoutes = new Hono<ApiEnv>()
  .get('/imports/places', described(tag, 'Where the person may bring in cameras', placesView), async c =>
    answer(c, placesView, { items: await act(c, importPlaces) }))
  .post('/imports/proposal', described(tag, 'What the first rows of a file most likely are: the row of the headings, and what each column means', proposalView), input('json', importHead), async c =>
    answer(c, proposalView, await act(c, act => proposeImport(act, c.req.valid('json')))))
  .get('/imports', described(tag, 'The newest 50 imports that the person may see', listView), async c =>
    answer(c, listView, { items: await act(c, listImports) }))
  .post('/imports', described(tag, 'Begins an import; the same id again is the same import', importView), input('json', newImport), async c =>
    answer(c, importView, await act(c, async (act) => {
      await beginImport(act, c.req.valid('json'))
      return importById(act, c.req.valid('json').id)
    })))
  .get('/imports/:id', described(tag, 'An import, and how far it has come', importView), input('param', one), async c =>
    answer(c, importView, await act(c, act => importById(act, c.req.valid('param').id))))
  .get('/imports/:id/rows', described(tag, 'Rows of an import: what would happen, what is wrong, and what should be looked at', rowsView), input('param', one), input('query', listRows), async c =>
    answer(c, rowsView, await act(c, act => rowsOfImport(act, c.req.valid('param').id, c.req.valid('query')))))
  .patch('/imports/:id/rows/:line', described(tag, 'Puts the cells of a row right'), input('param', oneRow), input('json', correctedRow), async (c) => {
    const { id, line } = c.req.valid('param')
    await act(c, act => correctRow(act, id, line, c.req.valid('json')))
    return c.body(null, 204)
  })
  .delete('/imports/:id/rows/:line', described(tag, 'Takes a row out of the import'), input('param', oneRow), async (c) => {
    const { id, line } = c.req.valid('param')
    await act(c, act => dropRow(act, id, line))
    return c.body(null, 204)
  })
  .post('/imports/:id/whole', described(tag, 'All pieces were sent; the rows are looked at with the next steps', importView), input('param', one), input('json', importWhole), async c =>
    answer(c, importView, await act(c, async (act) => {
      await endStaging(act, c.req.valid('param').id, c.req.valid('json'))
      return importById(act, c.req.valid('param').id)
    })))
  .post('/imports/:id/step', described(tag, 'Does the next piece of what the import is about (checking, applying, undoing); the clock goes on when nobody asks', importView), input('param', one), async c =>
    answer(c, importView, await act(c, async (act) => {
      await stepImport(act, c.req.valid('param').id)
      return importById(act, c.req.valid('param').id)
    })))
  .post('/imports/:id/apply', described(tag, 'Begins to write what is new and changed into the register'), input('param', one), async (c) => {
    await act(c, act => applyImport(act, c.req.valid('param').id))
    return c.body(null, 204)
  })
  .post('/imports/:id/undo', described(tag, 'Begins to take back what the import did, where nobody has changed it since'), input('param', one), async (c) => {
    await act(c, act => undoImport(act, c.req.valid('param').id))
    return c.body(null, 204)
  })
  .delete('/imports/:id', described(tag, 'Gives up an import of which nothing was applied'), input('param', one), async (c) => {
    await act(c, act => cancelImport(act, c.req.valid('param').id))
    return c.body(null, 204)
  })
