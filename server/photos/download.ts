import type { Buffer } from 'node:buffer'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { PhotoRefusal } from '../../domain/notices/kinds'
import type { Answer } from '../line/call'
import type { Content } from '../line/client'
import type { Transact } from '../transaction'
import type { CleanPhoto, WhyNot } from './photo'
import type { PhotoStore } from './store'
import { photoRefused } from '../../domain/faults/commands'
import { isAllowed, NOT_PUBLIC } from './outside'
import { mostBytes, NotAPhoto } from './photo'
import { sizeKey } from './store'

export interface DownloadDeps {
  pool: pg.Pool
  transact: Transact
  store: PhotoStore
  /** Makes of a file what is kept of it; throws NotAPhoto. `smaller` fetches LINE's own preview of it, or null when there is none. */
  clean: (bytes: Buffer, smaller: () => Promise<Buffer | null>) => Promise<CleanPhoto>
  /** LINE's preview of the content of a message. */
  previewFromLine: DownloadDeps['fromLine']
  /** Content of a LINE message. */
  fromLine: (messageId: string, most: number) => Promise<Answer<Content>>
  /** Content at an address outside LINE. */
  fromElsewhere: (url: string, most: number) => Promise<Answer<Content>>
  /** Hosts that content outside LINE may come from. */
  hosts: string[]
  log: Logger
  now: () => Date
}

interface Pending { id: string, lineMessageId: string | null, sourceUrl: string | null, storageKey: string, attempts: number }

// Two at once: an opened photo takes much memory.
const atOnce = 2
const lease = 60_000
/** Pauses while LINE has the content not ready, or is not reached: short at first, then for a day. */
const pauses = [1, 2, 4, 8, 15, 30, 60, 300, 1800].map(seconds => seconds * 1000)
const mostAttempts = 50

const reasons: Record<WhyNot, PhotoRefusal> = { 'too large': 'tooLarge', 'not a photo': 'notAPhoto', 'too many pixels': 'tooManyPixels', 'damaged': 'damaged' }

// The key is fixed before the first byte is written, so that an interrupted attempt leaves nothing that nobody knows of.
const claim = `
  UPDATE "Attachment" SET attempts = attempts + 1, "notBefore" = $2, "storageKey" = coalesce("storageKey", replace(gen_random_uuid()::text, '-', ''))
  WHERE id IN (
    SELECT id FROM "Attachment" WHERE state = 'PENDING' AND "notBefore" <= $1 ORDER BY "notBefore" LIMIT ${atOnce} FOR UPDATE SKIP LOCKED)
  RETURNING id, "lineMessageId", "sourceUrl", "storageKey", attempts`

/** Fetches photos that people sent, cleans and stores them. Resolves when none is due. Several servers may run it at once. */
export async function downloadPhotos(deps: DownloadDeps): Promise<void> {
  const { pool, now } = deps
  for (;;) {
    const at = now()
    const { rows } = await pool.query<Pending>(claim, [at, new Date(at.getTime() + lease)])
    await Promise.all(rows.map(row => download(deps, row)))
    if (rows.length < atOnce) return
  }
}

async function download(deps: DownloadDeps, { id, lineMessageId, sourceUrl, storageKey, attempts }: Pending): Promise<void> {
  const { pool, transact, store, log, now } = deps
  const fail = (error: string, why: PhotoRefusal = 'notFetched') => transact(({ db }) => photoRefused({ db, actor: null, now: now() }, { id, why, error }))
  const later = async (error: string) => {
    if (attempts >= mostAttempts) return fail(error)
    const pause = pauses[Math.min(attempts - 1, pauses.length - 1)]!
    return pool.query('UPDATE "Attachment" SET error = $2, "notBefore" = $3 WHERE id = $1', [id, error, new Date(now().getTime() + pause)])
  }
  if (sourceUrl && !isAllowed(sourceUrl, deps.hosts)) return void await fail('not an allowed address')
  if (!sourceUrl && !lineMessageId) return void await fail('nowhere to get it from')
  const answer = sourceUrl ? await deps.fromElsewhere(sourceUrl, mostBytes) : await deps.fromLine(lineMessageId!, mostBytes)
  if (answer.kind === 'unreached') return void await (answer.reason === NOT_PUBLIC ? fail('not a public address') : later(answer.reason))
  if (answer.kind === 'refused') {
    if (answer.status === 404 || answer.status === 410) return void await fail('gone', 'gone')
    if (answer.status === 413) return void await fail('too large', 'tooLarge')
    if (answer.status >= 500 || answer.status === 429 || answer.status === 401) return void await later(`${answer.status} ${answer.message}`)
    return void await fail(`${answer.status} ${answer.message}`)
  }
  if (!answer.body.ready) return void await later('not ready')
  try {
    const { full, preview, width, height, type } = await deps.clean(answer.body.bytes, async () => {
      const preview = lineMessageId ? await deps.previewFromLine(lineMessageId, mostBytes) : null
      return preview?.kind === 'ok' && preview.body.ready ? preview.body.bytes : null
    })
    await store.put(sizeKey(storageKey, 'full'), full)
    await store.put(sizeKey(storageKey, 'preview'), preview)
    const { rowCount } = await pool.query(`
      UPDATE "Attachment" SET state = 'STORED', "contentType" = $5, bytes = $2, width = $3, height = $4, error = NULL
      WHERE id = $1 AND state = 'PENDING'`, [id, full.length, width, height, type])
    if (!rowCount) await removeErased(deps, id, storageKey)
  }
  catch (error) {
    if (error instanceof NotAPhoto) return void await fail(error.reason, reasons[error.reason])
    const { message } = error as Error
    log.error({ err: error, attachment: id }, `A photo could not be stored and is tried again. ${message}`)
    await later(message.slice(0, 500))
  }
}

/** Removes the bytes of photos whose senders took them back. Resolves when none is left. */
export async function erasePhotos({ pool, store }: Pick<DownloadDeps, 'pool' | 'store'>): Promise<void> {
  const { rows } = await pool.query<{ id: string, storageKey: string }>(`SELECT id, "storageKey" FROM "Attachment" WHERE state = 'ERASED' AND "storageKey" IS NOT NULL LIMIT 500`)
  for (const { id, storageKey } of rows) {
    await remove(store, storageKey)
    await pool.query('UPDATE "Attachment" SET "storageKey" = NULL, bytes = NULL WHERE id = $1', [id])
  }
}

/** It was taken back while it was fetched. (Or another server has stored it under the same key: then it stays.) */
async function removeErased({ pool, store }: Pick<DownloadDeps, 'pool' | 'store'>, id: string, storageKey: string): Promise<void> {
  const { rows } = await pool.query(`SELECT FROM "Attachment" WHERE id = $1 AND state = 'STORED'`, [id])
  if (!rows.length) await remove(store, storageKey)
}

async function remove(store: PhotoStore, storageKey: string): Promise<void> {
  await store.delete(sizeKey(storageKey, 'full'))
  await store.delete(sizeKey(storageKey, 'preview'))
}
