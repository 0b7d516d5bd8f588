import type { ChildProcess } from 'node:child_process'
import type { Chat } from '../helpers/chat'
import type { FreshDb } from '../helpers/database'
import type { FakeLine } from '../helpers/fakeLine'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chat } from '../helpers/chat'
import { freshDb } from '../helpers/database'
import { eventually } from '../helpers/eventually'
import { fakeLine, lineId } from '../helpers/fakeLine'
import { git, lastRelease } from '../helpers/release'
import { leftovers } from './conversations'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The release whose server must go on; while there is none, what was committed last stands for it, and a migration made up here for the newer schema. */
const previous = lastRelease() ?? git('rev-parse', 'HEAD')
const newer = 'ALTER TABLE "User" ADD COLUMN "addedLater" TEXT NOT NULL DEFAULT \'\'; CREATE TABLE "AddedLater" ("id" UUID NOT NULL PRIMARY KEY)'

describe.runIf(previous)(`the server of ${lastRelease() ?? 'the last commit (nothing was released yet)'} on the schema of now`, () => {
  let fresh: FreshDb
  let fake: FakeLine
  let folder: string
  let server: ChildProcess
  let person: Chat
  let said = ''
  beforeAll(async () => {
    fresh = await freshDb({ template: 'demo' })
    if (!lastRelease()) await fresh.database.pool.query(newer)
    fake = await fakeLine()
    // Not in the system's temporary folder: its packages are those of this project.
    await mkdir(join(root, 'dist'), { recursive: true })
    folder = await mkdtemp(join(root, 'dist', 'previous-'))
    execFileSync('tar', ['-x', '-C', folder], { input: execFileSync('git', ['archive', previous!], { cwd: root, maxBuffer: 1e9 }) })
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    const run = (...args: string[]) => execFileSync(process.execPath, args, { cwd: folder, env: { ...process.env, NODE_ENV: 'production' }, stdio: 'pipe' })
    run('scripts/generate.mjs')
    run('node_modules/vite/bin/vite.js', 'build', '--config', 'vite.config.ts', '--logLevel', 'warn')

    server = spawn(process.execPath, ['dist/server/node.js'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, PORT: '0', DATABASE_URL: fresh.url, DATA_DIR: join(folder, 'data'), SIMULATOR: 'off', PUBLIC_URL: 'https://songklong.test', SESSION_SECRET: 'a session secret that is only for tests', LINE_CHANNEL_SECRET: fake.channelSecret, LINE_CHANNEL_ACCESS_TOKEN: fake.channelAccessToken, LINE_API_BASE_URL: fake.url, LINE_DATA_API_BASE_URL: fake.url },
    })
    const port = await new Promise<string>((done, fail) => {
      server.stdout!.on('data', (chunk) => {
        said += String(chunk)
        const found = /\(port (\d+)\)/.exec(said)
        if (found) done(found[1]!)
      })
      server.once('exit', () => fail(new Error(`The server ended by itself: ${said}`)))
    })
    fake.line.setWebhookUrl(`http://localhost:${port}/webhook`)
    person = chat({ line: fake.line, idle: () => eventually(async () => expect(await leftovers(fresh.database.db)).toEqual([])) }, lineId(8))
  }, 600_000)
  afterAll(async () => {
    if (server?.exitCode === null) {
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
    await fake?.close()
    await fresh?.drop()
    if (folder) await rm(folder, { recursive: true, force: true })
  })

  it('goes on taking reports', async () => {
    expect(await person.says('กล้อง 15-00012 ไม่มีภาพ')).toMatch(/F-\d{4}-\w{5}/)
    expect(await person.taps('เสร็จ')).not.toBe('')
    expect(await person.says('ติดตามเรื่อง')).toContain('15-00012')
  }, 120_000)

  it('would be seen to fail if a column that it reads were gone', async () => {
    await fresh.database.pool.query('ALTER TABLE "User" DROP COLUMN "menuWanted"')
    await fake.line.act({ do: 'text', as: lineId(8), chat: lineId(8), text: 'ติดตามเรื่อง' })
    await eventually(() => expect(said).toContain('could not be handled'))
    expect(await leftovers(fresh.database.db)).toEqual(['1 events not handled'])
  })
})
