import type { ClockAct } from '../../../domain/act'
import type { FreshDb } from '../../helpers/database'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCameraCode } from '../../../domain/cameras/code'
import { accountId, chosenStickers } from '../../../server/stickers/chosen'
import { brokenLines, fitted } from '../../../server/stickers/lines'
import { chatLink } from '../../../server/stickers/link'
import { qrSvg } from '../../../server/stickers/qr'
import { stickerSheet } from '../../../server/stickers/sheet'
import { stickerTexts, toolTexts } from '../../../server/stickers/texts'
import { freshDb } from '../../helpers/database'
import { readQr } from './readQr'

const camera = (n: number) => ({ code: `15-${String(n).padStart(5, '0')}`, siteName: 'หน้าตลาดสดเทศบาลเมืองอ่างทอง', label: 'หันไปทางตลาด', agencyName: 'เทศบาลเมืองอ่างทอง' })
const pagesOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1').match(/\/Type \/Page\b/g)?.length

describe('the QR code', () => {
  it('opens the chat with the camera\'s code typed in, so that sending it finds the camera', () => {
    const link = readQr(modulesOf(qrSvg(chatLink('@123abcde', stickerTexts.typed('15-00012')))))
    expect(link).toBe('https://line.me/R/oaMessage/%40123abcde/?%E0%B8%81%E0%B8%A5%E0%B9%89%E0%B8%AD%E0%B8%87%2015-00012')
    expect(readCameraCode(decodeURIComponent(link.split('?')[1]!))).toBe('15-00012')
  })

  it('keeps its quiet zone of four modules on each side', () => {
    const svg = qrSvg('https://line.me/R/oaMessage/%40songklong/?15-00012')
    const side = Number(/viewBox="0 0 (\d+)/.exec(svg)![1])
    for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Math.min(Number(x), Number(y))).toBeGreaterThanOrEqual(4)
      expect(Math.max(Number(x) + Number(width), Number(y) + 1)).toBeLessThanOrEqual(side - 4)
    }
  })
})

describe('names on a sticker', () => {
  it('are broken between Thai words', () => {
    expect(brokenLines('หน้าตลาดสดเทศบาลเมืองอ่างทอง', 10.5, 2)).toEqual(['หน้าตลาดสดเทศบาล', 'เมืองอ่างทอง'])
  })

  it('never begin a line with a closing mark or a space', () => {
    for (let width = 3; width < 12; width++) {
      for (const line of brokenLines('บ้านน้ำพุ (หมู่ 3) ฯ ที่ทำการ ต่างๆ', width, 99)) expect(line).not.toMatch(/^[\s)ๆฯ]/)
    }
  })

  it('are cut with … only when the smallest letters do not help', () => {
    const ways = [{ fontSize: 12, most: 1 }, { fontSize: 8, most: 2 }] as const
    expect(fitted('หน้าวัด', 100, ...ways)).toEqual({ fontSize: 12, lines: ['หน้าวัด'] })
    expect(fitted('หน้าตลาดสดเทศบาล', 100, ...ways)).toEqual({ fontSize: 8, lines: ['หน้าตลาดสดเทศบาล'] })
    const long = fitted('สี่แยกไฟแดงหน้าวัดอ่างทองวรวิหารถนนเทศบาลฝั่งแม่น้ำเจ้าพระยา', 100, ...ways)
    expect(long.lines).toHaveLength(2)
    expect(long.lines[1]).toMatch(/…$/)
  })

  it('of one endless word still fit', () => {
    const lines = brokenLines('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 5, 99)
    expect(lines.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
    expect(lines.length).toBeGreaterThan(2)
  })
})

describe('the sheet', () => {
  it.each([[1, 1], [8, 1], [9, 2], [40, 5]])('of %i cameras has %i A4 pages', async (cameras, pages) => {
    const pdf = await stickerSheet(Array.from({ length: cameras }, (_, i) => camera(i + 1)), { basicId: '@123abcde' })
    expect(pagesOf(pdf)).toBe(pages)
    expect(Buffer.from(pdf).toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
  })

  it('is not made of nothing', async () => {
    await expect(stickerSheet([], { basicId: '@123abcde' })).rejects.toThrow(RangeError)
  })
})

describe('which stickers', () => {
  const t = toolTexts.en
  let fresh: FreshDb
  let act: ClockAct

  beforeAll(async () => {
    fresh = await freshDb()
    const { db } = fresh.database
    act = { db, actor: null, now: new Date() }
    await db.province.createMany({ data: [{ code: '15', nameTh: 'อ่างทอง', nameEn: 'Ang Thong' }, { code: '17', nameTh: 'สิงห์บุรี', nameEn: 'Sing Buri' }] })
    for (const [code, provinceCode, name] of [['15-00001', '15', 'อบต.โพสะ'], ['15-00002', '15', 'อบต.โพสะ'], ['15-00003', '15', 'เทศบาลเมืองอ่างทอง'], ['17-00001', '17', 'อบต.โพสะ']] as const) {
      await db.camera.create({
        data: {
          code,
          site: { create: { name: `หน้าตลาด ${code}`, latitude: 14.58, longitude: 100.45, province: { connect: { code: provinceCode } } } },
          agency: { connectOrCreate: { where: { provinceCode_name: { provinceCode, name } }, create: { provinceCode, name, kind: 'SUBDISTRICT_ORGANISATION' } } },
        },
      })
    }
  })
  afterAll(() => fresh.drop())

  const codes = async (wish: Parameters<typeof chosenStickers>[1]) => (await chosenStickers(act, wish, t)).cameras.map(({ code }) => code)

  it('all of an agency, some of its codes however they are written, or all of a province', async () => {
    expect(await codes({ agency: 'เทศบาลเมืองอ่างทอง' })).toEqual(['15-00003'])
    expect(await codes({ agency: 'อบต.โพสะ', province: '15' })).toEqual(['15-00001', '15-00002'])
    expect(await codes({ agency: 'อบต.โพสะ', province: '15', codes: '๑๕-๐๐๐๐๒' })).toEqual(['15-00002'])
    expect(await codes({ province: '15' })).toEqual(['15-00001', '15-00002', '15-00003'])
  })

  it('those that are not the agency\'s are named', async () => {
    expect((await chosenStickers(act, { agency: 'เทศบาลเมืองอ่างทอง', codes: '15-00003,15-00001' }, t)).missing).toEqual(['15-00001'])
    await expect(codes({ agency: 'เทศบาลเมืองอ่างทอง', codes: '15-00001' })).rejects.toThrow('15-00001')
  })

  it.each([
    [{}, /Usage/],
    [{ agency: 'อบต.โพสะ' }, /several provinces: add --province 15 or 17/],
    [{ agency: 'โพสะ', province: '15' }, /no agency “โพสะ”\. Similar: อบต\.โพสะ/],
    [{ province: '15', codes: 'abc' }, /“abc” is not a camera code/],
    [{ province: '99' }, /no camera/],
  ])('%o is answered with what to do', async (wish, sentence) => {
    await expect(codes(wish)).rejects.toThrow(sentence)
  })

  it('the account is the one given, else the one LINE has told', async () => {
    await expect(accountId(act, undefined, t)).rejects.toThrow('--basic-id')
    await expect(accountId(act, 'songklong', t)).rejects.toThrow('begins with @')
    expect(await accountId(act, '@given', t)).toBe('@given')
    await fresh.database.db.lineAccount.create({ data: { id: 1, basicId: '@123abcde' } })
    expect(await accountId(act, undefined, t)).toBe('@123abcde')
  })

  it('the command writes the file and says how to print it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stickers-'))
    const out = join(folder, 'some.pdf')
    const env = { ...process.env, DATABASE_URL: fresh.url, DATA_DIR: folder, SIMULATOR: 'on' }
    const args = ['--agency', 'เทศบาลเมืองอ่างทอง', '--basic-id', '@123abcde', '--lang', 'en', '--out', out]
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'server/stickers/cli.ts', ...args], { env })
    expect(stdout).toContain(`${out} is written: stickers 1, pages 1.`)
    expect((await readFile(out)).subarray(0, 5).toString()).toBe('%PDF-')
    await rm(folder, { recursive: true })
  })
})

/** The dark modules of a drawn code, without its quiet zone. */
function modulesOf(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)![1]) - 8
  const dark = Array.from({ length: size }, () => Array.from<boolean>({ length: size }).fill(false))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) { dark[Number(y) - 4]!.fill(true, Number(x) - 4, Number(x) - 4 + Number(width)) }
  return dark
}
