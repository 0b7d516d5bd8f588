import type { Context } from 'hono'
import type { ApiEnv } from './env'
import { writeCsvStream } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import * as z from 'zod'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
} as const

/** Which of them, in the address. */
export const wantedFormat = z.object({ format: z.enum(['csv', 'xlsx', 'geojson']) })

/** What a cell holds. */
type Cell = string | number | null

/** Rows as they are read. */
export type Rows = AsyncIterable<Cell[]> | Iterable<Cell[]>

/** A table: the file's name without its ending, what the sheet is called, names of columns (for programs) and their headings (for people). */
export interface Table<Column extends string = string> {
  name: string
  sheet: string
  columns: readonly Column[]
  headings: string[]
  /** Where a row lies, where that is not at its columns `latitude` and `longitude`; null: nowhere. */
  geometry?: (row: Record<Column, Cell>) => object | null
  /** Column that tells the rows apart. */
  id?: Column
}

/** Answers with a table as a file, written while its rows are read, so that its length does not matter. */
export function sendTable(c: Context<ApiEnv>, format: keyof typeof types, table: Table, rows: Rows): Response {
  return c.body(lasting(c, written[format](each(rows), table)), 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${table.name}.${format}"`,
  })
}

async function* each(rows: Rows): AsyncGenerator<Cell[]> {
  yield* rows
}

const written: Record<keyof typeof types, (rows: AsyncGenerator<Cell[]>, table: Table) => ReadableStream<Uint8Array>> = {
  // With a mark, or Excel takes Thai for something else; what Excel would take for a formula gets an apostrophe.
  csv: (rows, { headings }) => writeCsvStream(rows, { headers: headings, bom: true, escapeFormulae: true }),
  xlsx: (rows, { headings, sheet }) => writeXlsxStream(rows, { name: sheet, columns: headings.map(header => ({ header, width: 18 })), freezePane: { rows: 1 } }),
  geojson: (rows, table) => streamOf(features(rows, table)),
}

/** A FeatureCollection (RFC 7946): one for each row, its columns by name. */
async function* features(rows: AsyncGenerator<Cell[]>, { columns, geometry = pointOf, id }: Table): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let between = ''
  for await (const row of rows) {
    const named = Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null]))
    const { latitude: _, longitude: __, ...properties } = named
    yield between + JSON.stringify({ type: 'Feature', ...id && { id: named[id] }, geometry: geometry(named), properties })
    between = ',\n'
  }
  yield '\n]}\n'
}

/** A point; null without one. */
function pointOf({ latitude, longitude }: Record<string, Cell>): object | null {
  return typeof latitude === 'number' ? { type: 'Point', coordinates: [longitude, latitude] } : null
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
