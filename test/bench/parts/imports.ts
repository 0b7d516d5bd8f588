import type { Row } from '../table'
import type { World } from '../world'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { openDatabase } from '../../../prisma/client'
import { beginSession } from '../../../server/auth/sessions'
import { buildAll } from '../build'
import { forgetPeak, memoryOf, peakOf, run } from '../importing/measured'
import { writeSheet } from '../importing/sheet'
import { round } from '../table'

/** As many as a province has codes for. */
const cameras = 99_999
/** Of them, those that are in the register before and change. */
const known = 5_000
const province = '81'

/** A file of 99,999 cameras brought in, all of it: read, sent, looked at, applied. Then the register written out again. */
export async function imports(world: World): Promise<Row[]> {
  const { port, pid } = await world.product()
  const url = `http://localhost:${port}`
  const built = await buildAll({ copy: 'test/bench/importing/copy.ts', browser: 'test/bench/importing/browser.ts' })
  const sheet = join(tmpdir(), `songklong-bench-${process.pid}.xlsx`)
  const database = openDatabase(await world.database('product'))
  try {
    const { id } = await database.db.user.upsert({ where: { lineUserId: 'bench-secretary' }, create: { lineUserId: 'bench-secretary', memberships: { create: { role: 'SECRETARY', provinceCode: province } } }, update: {} })
    const { token } = await beginSession(database.pool, id, new Date())
    const cookie = `songklong_session=${token}`
    const bring = () => run(join(built, 'browser.js'), { URL: url, COOKIE: cookie, SHEET: sheet, PROVINCE: province })
    await writeSheet(sheet, known, 7)
    await bring()

    await writeSheet(sheet, cameras, 30)
    const copied = await run(join(built, 'copy.js'), { DATABASE_URL: await world.database('baseline'), SHEET: sheet })
    await forgetPeak(pid)
    const brought = await bring()
    const peak = await peakOf(pid)
    const [ours, theirs] = [brought, copied].map(({ rows, ms }) => rows / ms * 1_000) as [number, number]
    return [
      {
        what: `import ${cameras.toLocaleString('en')} cameras from .xlsx`,
        measured: `${round(ours)} rows/s (${Object.entries(brought.parts!).map(([part, ms]) => `${part} ${round(ms / 1_000)} s`).join(', ')})`,
        baseline: `read and COPY: ${round(theirs)} rows/s`,
        ratio: (ours / theirs).toFixed(2),
        toReach: '≥ 0.4',
        ok: ours / theirs >= 0.4,
      },
      { what: 'its memory at most', measured: `server ${Math.round(peak)} MB, browser's part ${Math.round(brought.memory)} MB`, baseline: `read and COPY: ${Math.round(copied.memory)} MB`, ratio: '', toReach: '< 400 MB', ok: peak < 400 && brought.memory < 400 },
      ...await written(url, cookie, pid),
    ]
  }
  finally {
    await database.close()
    await rm(sheet, { force: true })
    await rm(built, { recursive: true, force: true })
  }
}

/** The same cameras as files: how fast, and by how much the server grows. */
async function written(url: string, cookie: string, pid: number): Promise<Row[]> {
  const rows: Row[] = []
  for (const format of ['csv', 'xlsx', 'geojson']) {
    const before = await memoryOf(pid)
    await forgetPeak(pid)
    const begun = performance.now()
    const answer = await fetch(`${url}/api/register/export/${format}?province=${province}`, { headers: { cookie } })
    let bytes = 0
    for await (const part of answer.body!) bytes += part.length
    const seconds = (performance.now() - begun) / 1_000
    const grown = await peakOf(pid) - before
    rows.push({ what: `export ${cameras.toLocaleString('en')} cameras as .${format}`, measured: `${round(cameras / seconds)} rows/s, ${round(bytes / 1e6)} MB, ${Math.round(grown)} MB more memory`, baseline: '–', ratio: '', toReach: 'streamed, memory flat', ok: answer.ok && grown < 100 })
  }
  return rows
}
