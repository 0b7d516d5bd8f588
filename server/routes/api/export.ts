import type { Context } from 'hono'
import type { ExportCell } from '../../../domain/register/export'
import type { Filter } from '../../../domain/register/filter'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import { boardLabels } from '../../../domain/labels/board'
import { inLanguage } from '../../../domain/labels/label'
import { beginExport, beginProgramExport, exportHeadings, exportNames, exportPage } from '../../../domain/register/export'
import { registerFilter } from '../../../domain/register/schema'
import { mayRead, read } from '../../auth/programs'
import { act } from '../../auth/signedIn'
import { input, languageOf } from './input'
import { described } from './output'
import { sendTable, wantedFormat } from './table'

/** `/api/register/export/…`: the cameras of a filter as a file, page by page. */
export const exportRoutes = new Hono<ApiEnv>()
  .get('/register/export/:format', mayRead('cameras:export'), described('Register', 'The public cameras of a filter as a file (csv, xlsx, geojson), each with what you may see of it; for people with a role, and keys', undefined, { file: 'application/octet-stream', scope: 'cameras:export' }), input('param', wantedFormat), input('query', registerFilter), async (c) => {
    const { format } = c.req.valid('param')
    const filter = c.req.valid('query')
    const { transact, now } = c.get('deps')
    const program = c.get('program')
    const language = languageOf(c)
    await (program
      ? transact(({ db }) => beginProgramExport({ db, actor: null, now: now() }, program, format, filter))
      : act(c, act => beginExport(act, format, filter)))
    return sendTable(c, format, { name: 'cameras', sheet: inLanguage(boardLabels.cameras, language), columns: exportNames, headings: exportHeadings(language === 'EN'), id: 'code' }, rowsOf(c, filter))
  })

/** All cameras of the filter; each page is read in a transaction of its own, when the one before has gone out. */
async function* rowsOf(c: Context<ApiEnv>, filter: Filter): AsyncGenerator<ExportCell[]> {
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof exportPage>> = await read(c, reader => exportPage(reader, filter, after!))
    yield* page.rows
    after = page.next
  }
}
