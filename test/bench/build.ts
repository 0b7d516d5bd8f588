import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** What is measured and what it is measured with; each becomes a process of its own. */
const inputs = {
  server: 'server/node.ts',
  insert: 'test/bench/baselines/insert.ts',
  echo: 'test/bench/baselines/echo.ts',
  bare: 'test/bench/baselines/bare.ts',
  line: 'test/bench/line/process.ts',
}

/** Builds everything as `npm run build` builds the server, into a folder of its own. Returns it; the caller removes it. */
export async function buildAll(what: Record<string, string> = inputs): Promise<string> {
  const outDir = join(project, 'dist', `bench-${process.pid}-${randomBytes(3).toString('hex')}`)
  await build({
    root: project,
    configFile: join(project, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, rolldownOptions: { input: Object.fromEntries(Object.entries(what).map(([name, path]) => [name, join(project, path)])) } },
  })
  return outDir
}
