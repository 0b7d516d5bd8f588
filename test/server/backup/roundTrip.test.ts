import type { Talker } from '../../crash/conversations'
import type { Product } from '../../helpers/product'
import type { StoreUnderTest } from '../../helpers/stores'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../../prisma/client'
import { backup } from '../../../server/backup/backup'
import { restore } from '../../../server/backup/restore'
import { insistentLine, leftovers, talkers } from '../../crash/conversations'
import { chat } from '../../helpers/chat'
import { blankDb } from '../../helpers/database'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { photo } from '../../helpers/photo'
import { startProduct } from '../../helpers/product'
import { stores } from '../../helpers/stores'
import { allPhotos, everything, shape } from './place'

const version = '0.0.1'

describe.each(stores)('a backup with photos %s', (_, open) => {
  let folder: string
  let place: StoreUnderTest
  let product: Product
  let people: Talker[]
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'songklong-backup-'))
    place = await open()
    product = await startProduct({ template: 'demo', line: insistentLine, photos: place.settings })
    people = await talkers(product.line, product.db)
    await Promise.all(people.map(person => person.talk(round => round < 2)))
    await eventually(async () => expect(await leftovers(product.db)).toEqual([]), 60_000)
  }, 300_000)
  afterAll(async () => {
    await product.stop()
    await place.close()
    await rm(folder, { recursive: true })
  })

  it('is taken while people talk, holds one moment, and stands in nobody\'s way', async () => {
    let done = false
    const talking = Promise.all(people.map(person => person.talk(round => !done || round < 3)))
    const file = join(folder, 'beside.tar.gz')
    const manifest = await backup({ url: product.fresh.url, store: place.store, file, version, now: new Date() }).finally(() => done = true)
    await talking
    const url = await blankDb()
    const other = await stores[0]![1]()
    await restore({ url, store: other.store, file })
    const rows = Object.fromEntries(manifest.tables.map(table => [table.name, table.rows]))
    const restored = await everything(url)
    expect(Object.fromEntries(Object.keys(rows).map(name => [name, restored[name]!.length]))).toEqual(rows)
    // Every report has its work order and every stored photo its bytes, as nothing of two moments would have.
    const stored = restored.Attachment!.filter(line => line.includes(',STORED,')).length
    expect(Object.keys(await allPhotos(other))).toHaveLength(2 * stored - manifest.photos.missing)
    expect(manifest.photos.missing).toBe(0)
    await other.close()
  }, 300_000)

  it('puts back every row and every photo into an empty place, where the conversation goes on', async () => {
    const somchai = chat(product, lineId(8))
    await somchai.says('แจ้งกล้องเสีย')
    await product.server.stop()
    const file = join(folder, 'whole.tar.gz')
    const [before, photosBefore, shapeBefore] = [await everything(product.fresh.database.pool), await allPhotos(place), await shape(product.fresh.url)]
    const manifest = await backup({ url: product.fresh.url, store: place.store, file, version, now: new Date() })
    expect(manifest.photos.files).toBe(Object.keys(photosBefore).length)
    expect(manifest.photos.files).toBeGreaterThan(0)
    expect(await readdir(folder)).not.toContainEqual(expect.stringContaining('unfinished'))

    const url = await blankDb()
    const elsewhere = await open()
    const said: string[] = []
    await restore({ url, store: elsewhere.store, file, onSay: sentence => said.push(sentence) })
    expect(said).toEqual([])
    expect(await everything(url)).toEqual(before)
    expect(await allPhotos(elsewhere)).toEqual(photosBefore)
    expect(await shape(url)).toEqual(shapeBefore)

    const database = openDatabase(url)
    const again = await startProduct({ fresh: { url, database, drop: database.close }, fake: product.fake, photos: elsewhere.settings })
    const more = chat(again, lineId(8))
    await more.says('15-00012')
    expect(await more.taps('ไม่มีภาพ')).toMatch(/F-\d{4}-[2-9A-Z]{5}/)
    expect(await more.sendsPhotos(await photo())).toContain('ได้รับรูปแล้ว')
    await expect.poll(() => leftovers(again.db), { timeout: 30_000 }).toEqual([])
    expect(Object.keys(await allPhotos(elsewhere))).toHaveLength(Object.keys(photosBefore).length + 2)
    await again.server.stop()
    await database.close()
    await elsewhere.close()
  }, 300_000)
})
