import * as z from 'zod'
import { ImportOutcome } from '../enums'

/** Most rows of one file, of one piece that is sent at once, and most columns. */
export const mostRows = 200_000
export const mostAtOnce = 1_000
export const mostColumns = 200

const cell = z.union([z.string().max(2_000), z.number(), z.boolean(), z.null()])
const cells = z.array(cell).max(mostColumns)
const headings = z.array(z.string().max(500)).min(1).max(mostColumns)

/** Where cameras are brought in: a province, and one agency of it or, for its secretary, none in particular. */
const where = { provinceCode: z.string().regex(/^\d{2}$/), agencyId: z.uuid().nullable() }

/** The first rows of a file, of which it is asked what they mean. */
export const importHead = z.strictObject({ ...where, rows: z.array(cells).min(1).max(60), headingRow: z.int().min(0).max(59).optional() })

/** A file that is to be brought in; the browser chooses the id, so that asking twice begins one. `columns`: what each column means, empty for those left out. */
export const newImport = z.strictObject({
  id: z.uuid(),
  ...where,
  fileName: z.string().min(1).max(300),
  sha256: z.string().regex(/^[\da-f]{64}$/),
  headings,
  columns: z.array(z.string().max(40)).min(1).max(mostColumns),
})

/** A piece of the file: rows with their line in it. The same piece sent again changes nothing. */
export const importPiece = z.strictObject({ rows: z.array(z.strictObject({ line: z.int().min(1).max(2_000_000), cells })).min(1).max(mostAtOnce) })

/** All pieces were sent: so many rows. */
export const importWhole = z.strictObject({ rows: z.int().min(1) })

/** A row with its cells put right. */
export const correctedRow = z.strictObject({ cells })

/** Which rows: with an outcome, or (`WARNED`) those that go in and should be looked at; after a line. */
export const listRows = z.strictObject({ outcome: z.enum({ ...ImportOutcome, WARNED: 'WARNED' }).optional(), after: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().int().min(1).max(1_000).default(50) })
