/** `npm run dev:worker`: the product in workerd, as on Cloudflare Workers, with the embedded PostgreSQL (or DATABASE_URL) and the simulator as LINE. */
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../server/config'
import { createLog } from '../server/log'
import { endWithNpm } from '../server/npm'
import { prepare, sentence } from '../server/prepare'
import 'dotenv/config'

const root = fileURLToPath(new URL('..', import.meta.url))
/** Cloudflare's clock rings so often, ms. Here nobody rings but us. */
const ringEvery = 60_000
const ends: Array<() => Promise<unknown>> = []

async function end(): Promise<void> {
  for (const one of ends.splice(0).reverse()) await one().catch(() => {})
}

async function run(): Promise<number> {
  const given = readConfig(process.env)
  if (!given.simulator) throw new Error('npm run dev:worker works with the simulator only. Take LINE_CHANNEL_SECRET and the other LINE_ variables away, or set SIMULATOR=on.')
  const { url, simulator, ready } = await prepare(given, createLog('warn'), ends)
  const folder = resolve(given.dataDir, 'worker')
  const variables = join(folder, 'variables.env')
  mkdirSync(folder, { recursive: true })
  const { line } = ready
  writeFileSync(variables, Object.entries({
    SIMULATOR: 'on',
    PUBLIC_URL: ready.publicUrl,
    SESSION_SECRET: ready.sessionSecret,
    LINE_CHANNEL_SECRET: line.channelSecret,
    LINE_CHANNEL_ID: given.simulator.channelId,
    LINE_LOGIN_CHANNEL_ID: line.loginChannelId ?? '',
    LINE_CHANNEL_ACCESS_TOKEN: 'accessToken' in line.token ? line.token.accessToken : '',
    LINE_API_BASE_URL: line.apiBaseUrl,
    LINE_DATA_API_BASE_URL: line.dataApiBaseUrl,
  }).map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 })
  ends.push(async () => rmSync(variables, { force: true }))

  const worker = spawn(process.execPath, [
    join(root, 'node_modules/wrangler/bin/wrangler.js'),
    'dev',
    ...['--port', String(given.port)],
    ...['--env-file', variables],
    ...['--persist-to', folder],
    '--show-interactive-dev-session=false',
  ], {
    cwd: root,
    env: { ...process.env, WRANGLER_HIDE_BANNER: 'true', CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE: overTcp(url) },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const ended = new Promise<number>(done => worker.once('exit', code => done(code ?? 0)))
  ends.push(async () => {
    worker.kill('SIGTERM')
    await ended
  })
  const address = `http://localhost:${given.port}`
  const isUp = await Promise.race([ended.then(() => false), answering(address)])
  if (!isUp) return ended
  simulator!.platform.setWebhookUrl(`${address}/webhook`)
  console.log(`SongKlong runs in workerd at ${address}\nLINE on your desk: open ${simulator!.url} in a browser`)
  const bell = setInterval(() => void fetch(`${address}/cdn-cgi/handler/scheduled`).catch(() => {}), ringEvery)
  return ended.finally(() => clearInterval(bell))
}

/** The same database without its socket. */
function overTcp(url: string): string {
  const tcp = new URL(url)
  tcp.searchParams.delete('host')
  return tcp.href
}

/** Resolves when the worker answers. */
async function answering(address: string): Promise<true> {
  while (!await fetch(`${address}/health/live`).then(({ ok }) => ok, () => false)) await sleep(200, undefined, { ref: false })
  return true
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end())
endWithNpm()
run()
  .then(code => process.exitCode = code)
  .catch((error) => {
    console.error(sentence(error))
    process.exitCode = 1
  })
  .finally(end)
