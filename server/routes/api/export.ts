import type { Context } from 'hono'
import type { ExportCell } from '../../../domain/register/export'
import type { Filter } from '../../../domain/register/filter'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import * as z from 'zod'
import { boardLabels } from '../../../domain/labels/board'
import { inLanguage } from '../../../domain/labels/label'
import { beginExport, beginProgramExport, exportColumns, exportHeadings, exportPage } from '../../../domain/register/export'
import { registerFilter } from '../../../domain/register/schema'
import { mayRead, read } from '../../auth/programs'
import { act } from '../../auth/signedIn'
import { input, languageOf } from './input'
import { described } from './output'

const formats = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
} as const

const wanted = z.object({ format: z.enum(['csv', 'xlsx', 'geojson']) })

/** `/api/register/export/…`: the cameras of a filter as a file, written while they are read, page by page, so that its length does not matter. */
export const exportRoutes = new Hono<ApiEnv>()
  .get('/register/export/:format', mayRead('cameras:export'), described('Register', 'The public cameras of a filter as a file (csv, xlsx, geojson), each with what you may see of it; for people with a role, and keys', undefined, { file: 'application/octet-stream', scope: 'cameras:export' }), input('param', wanted), input('query', registerFilter), async (c) => {
    const { format } = c.req.valid('param')
    const filter = c.req.valid('query')
    const { transact, now } = c.get('deps')
    const program = c.get('program')
    const english = languageOf(c) === 'EN'
    await (program
      ? transact(({ db }) => beginProgramExport({ db, actor: null, now: now() }, program, format, filter))
      : act(c, act => beginExport(act, format, filter)))
    return c.body(lasting(c, written[format](rowsOf(c, filter), exportHeadings(english), english)), 200, {
      'content-type': formats[format],
      'content-disposition': `attachment; filename="cameras.${format}"`,
    })
  })

type Rows = AsyncGenerator<ExportCell[]>

/** All cameras of the filter; each page is read in a transaction of its own, when the one before has gone out. */
async function* rowsOf(c: Context<ApiEnv>, filter: Filter): Rows {
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof exportPage>> = await read(c, reader => exportPage(reader, filter, after!))
    yield* page.rows
    after = page.next
  }
}

const written: Record<keyof typeof formats, (rows: Rows, headings: string[], english: boolean) => ReadableStream<Uint8Array>> = {
  // With a mark, or Excel takes Thai for something else; what Excel would take for a formula gets an apostrophe.
  csv: (rows, headings) => writeCsvStream(rows, { headers: headings, bom: true, escapeFormulae: true }),
  xlsx: (rows, headings, english) => writeXlsxStream(rows, { name: inLanguage(boardLabels.cameras, english ? 'EN' : 'TH'), columns: headings.map(header => ({ header, width: 18 })), freezePane: { rows: 1 } }),
  geojson: rows => streamOf(features(rows)),
}

/** A FeatureCollection (RFC 7946): a point for each camera, its columns by name. */
async function* features(rows: Rows): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let between = ''
  for await (const row of rows) {
    const { latitude, longitude, ...properties } = Object.fromEntries(exportColumns.map((column, index) => [column, row[index]]))
    yield between + JSON.stringify({ type: 'Feature', id: properties.code, geometry: { type: 'Point', coordinates: [longitude, latitude] }, properties })
    between = ',\n'
  }
  yield '\n]}\n'
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      // Some at once: a packet for each camera would be many.
      let text = ''
      while (text.length < 16_000) {
        const { value, done } = await texts.next()
        if (done) {
          if (text) controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += value
      }
      controller.enqueue(encoder.encode(text))
    },
    cancel: () => texts.return(undefined).then(() => {}),
  })
}

/** Tells the server how long the answer is written: until it is over, or nobody reads it any more. */
function lasting(c: Context<ApiEnv>, body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const done = body.pipeTo(writable).catch((error) => {
    // Who has hung up is no trouble.
    if (!c.req.raw.signal.aborted) c.get('deps').log.warn({ err: error, request: c.get('requestId') }, 'An export ended early')
  })
  c.get('deps').lasts(done)
  return readable
}
