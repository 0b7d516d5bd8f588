import type { Product } from '../../helpers/product'
import { mkdtemp, open, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBucket } from '../../helpers/bucket'
import { chat } from '../../helpers/chat'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { photo } from '../../helpers/photo'
import { startProduct } from '../../helpers/product'

let product: Product
let later: number
let logged: string[]
const options = () => ({ template: 'demo' as const, now: () => new Date(Date.now() + later), onLog: (line: string) => logged.push(line) })
beforeEach(() => {
  later = 0
  logged = []
})
afterEach(async () => {
  vi.restoreAllMocks()
  await product.stop()
})

/** Reports a camera and sends a photo along; the report stands. */
async function reported(bytes: Uint8Array) {
  const somchai = chat(product, lineId(8))
  await somchai.says('กล้อง 15-00012 ไม่มีภาพ')
  expect(await somchai.sendsPhotos(bytes)).toContain('ได้รับรูปแล้ว')
  const report = await product.db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: lineId(8) } } })
  return { somchai, report }
}
const attachment = () => product.db.attachment.findFirstOrThrow({ where: { uploadedBy: { lineUserId: lineId(8) } } })
async function storedAtLast() {
  await eventually(async () => {
    later += 60_000
    product.server.poke('photos')
    expect((await attachment()).state).toBe('STORED')
  })
}

describe('photos that cannot be stored now', () => {
  it('wait while the disk is full: the report is kept, the log says what to do, and nothing is left half-written', async () => {
    product = await startProduct(options())
    const folder = await mkdtemp(join(tmpdir(), 'songklong-handle-'))
    const handle = await open(join(folder, 'x'), 'w')
    const full = vi.spyOn(Object.getPrototypeOf(handle), 'writeFile').mockRejectedValue(Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }))
    await handle.close()
    await rm(folder, { recursive: true })

    const { somchai, report } = await reported(await photo())
    const sentence = `The disk of ${join(product.config.dataDir, 'photos')} is full: make room on it.`
    await eventually(async () => expect(await attachment()).toMatchObject({ state: 'PENDING', faultReportId: report.id, error: sentence }))
    await eventually(() => expect(logged.join('')).toContain(sentence))
    const files = await readdir(join(product.config.dataDir, 'photos'), { recursive: true })
    expect(files.filter(name => name.includes('.'))).toEqual([])
    expect(await somchai.says('ติดตามเรื่อง')).toContain(report.number)

    full.mockRestore()
    await storedAtLast()
  })

  it('wait while the bucket is full or not reached', async () => {
    const bucket = await fakeBucket()
    product = await startProduct({ ...options(), photos: { photoStore: { kind: 's3', ...bucket.access }, dataDir: join(tmpdir(), 'songklong-no-data') } })
    bucket.faults.push(...Array.from({ length: 3 }, () => ({ status: 507, code: 'XMinioStorageFull' })))
    await reported(await photo())
    await eventually(async () => expect((await attachment()).error).toMatch(/refuses PUT: 507 XMinioStorageFull\. It is full: make room in it\.$/))
    await eventually(() => expect(logged.join('')).toContain('make room in it'))
    await storedAtLast()
    expect(bucket.objects.size).toBe(2)
    await bucket.close()
  })
})

describe('a photo that can never be kept', () => {
  it('is told to who sent it, with the reason, beside their next answer; the report stands', async () => {
    product = await startProduct(options())
    const { somchai, report } = await reported(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))
    await eventually(async () => expect(await attachment()).toMatchObject({ state: 'FAILED', error: 'not a photo' }))
    const said = await somchai.says('วิธีใช้')
    expect(said).toContain(`รูปที่ส่งให้เรื่อง ${report.number} เก็บไม่ได้ เพราะไฟล์นี้ไม่ใช่รูปถ่าย`)
    expect(await somchai.says('วิธีใช้')).not.toContain('เก็บไม่ได้')
    expect(await somchai.says('ติดตามเรื่อง')).toContain(report.number)
  })
})
