import type { Readable } from 'node:stream'
import type { Config } from '../../server/config'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Miniflare } from 'miniflare'

/** The worker, running in workerd. */
export interface RunningWorker {
  url: string
  /** What Cloudflare's clock does every minute. Resolves when it is done. */
  ring: () => Promise<void>
  /** Keys of the objects in its bucket. */
  photos: () => Promise<string[]>
  /** Ends workerd, whatever runs in it. */
  kill: () => Promise<void>
}

/** The app as it was built before the tests; who may serve what is as in `wrangler.toml`. */
const appFolder = fileURLToPath(new URL('../../dist/public', import.meta.url))

/** Which workerd the worker is written for, as `wrangler.toml` says. */
export async function compatibility() {
  const settings = await readFile(new URL('../../wrangler.toml', import.meta.url), 'utf8')
  return { compatibilityDate: /compatibility_date = "(.+)"/.exec(settings)![1]!, compatibilityFlags: ['nodejs_compat'] }
}

/** Starts the worker that was bundled into `folder` (`workerBundle.ts`) with a configuration as its variables, in workerd, on a free port. */
export async function startWorker(config: Config, folder: string): Promise<RunningWorker> {
  const names = await readdir(folder)
  const { line } = config
  // In workerd there are no sockets of the file system.
  const database = new URL(config.databaseUrl!)
  database.searchParams.delete('host')
  const mf = new Miniflare({
    ...await compatibility(),
    port: 0,
    unsafeTriggerHandlers: true,
    handleRuntimeStdio: (...streams: Readable[]) => streams.forEach(stream => process.env.WORKER_LOG ? stream.pipe(process.stderr) : stream.resume()),
    modulesRoot: folder,
    modules: [
      { type: 'ESModule', path: join(folder, 'worker.js') },
      ...names.filter(name => name.includes('.wasm')).map(name => ({ type: 'CompiledWasm' as const, path: join(folder, name) })),
    ],
    assets: { directory: appFolder, binding: 'ASSETS', routerConfig: { has_user_worker: true, static_routing: { user_worker: ['/*'], asset_worker: ['/liff/assets/*'] } }, assetConfig: { html_handling: 'none', not_found_handling: 'none' } },
    r2Buckets: ['PHOTOS'],
    r2Persist: join(config.dataDir, 'r2'),
    bindings: {
      // What Hyperdrive's binding looks like. Miniflare's own stands between in this process, and falls over when workerd is killed.
      HYPERDRIVE: { connectionString: database.href },
      PUBLIC_URL: config.publicUrl,
      SESSION_SECRET: config.sessionSecret,
      LINE_CHANNEL_SECRET: line.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: 'accessToken' in line.token ? line.token.accessToken : '',
      ...line.loginChannelId && { LINE_LOGIN_CHANNEL_ID: line.loginChannelId },
      LINE_API_BASE_URL: line.apiBaseUrl,
      LINE_DATA_API_BASE_URL: line.dataApiBaseUrl,
    },
  })
  const url = (await mf.ready).origin
  return {
    url,
    async ring() {
      // Asked of the worker itself: Miniflare's own address for it leads to what stands before a worker with static files.
      const worker = await mf.getWorker() as unknown as { scheduled: (event: { cron: string }) => Promise<{ outcome: string }> }
      const { outcome } = await worker.scheduled({ cron: '* * * * *' })
      if (outcome !== 'ok') throw new Error(`The clock rang, and: ${outcome}`)
    },
    async photos() {
      const bucket = await mf.getR2Bucket('PHOTOS') as unknown as { list: () => Promise<{ objects: Array<{ key: string }> }> }
      return (await bucket.list()).objects.map(({ key }) => key)
    },
    kill: () => mf.dispose(),
  }
}
