import type { Album } from './album'
import type { Phone } from './phone'
import type { Stage } from './stage'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/audit/verify'
import { lineId } from '../helpers/fakeLine'

/** What a story needs, when its tests run. */
interface On { stage: Stage, album: Album }

const HOUR = 3_600_000

/** A stretch of yesterday as people type it: `26/11/2569 18:30-19:15`. */
function yesterday(now: Date): string {
  const day = new Date(now.getTime() + 7 * HOUR - 24 * HOUR)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear() + 543} 18:30-19:15`
}

/**
 * An officer asks for three cameras at the market, of which one is down, one is the municipality's and one a gold shop's. All answer; one is received with its
 * hash, and the shop's owner sees who looked, and withdraws.
 */
export function footageStory(on: () => On): void {
  let officer: Phone
  let shop: Phone
  let town: Phone
  const codes = { town: '15-00012', down: '15-00013', shop: '15-00861' }
  let number: string

  describe('what the police ask for', { timeout: 240_000 }, () => {
    it('takes a place and proposes the cameras around it, private ones, too', async () => {
      const { stage, album } = on()
      officer = await stage.open(3)
      await officer.menu('ขอดูภาพ')
      await officer.sees('เลขคดี')
      await officer.says('คดีอาญาที่ 123/2569')
      await officer.sees('กล้องตัวไหน')
      await officer.chooses('ส่งตำแหน่ง')
      await officer.sendsPlace('หน้าตลาดสุวพันธุ์')
      await officer.sees('รัศมีเท่าไร')
      await officer.chooses(/^100 ม/)
      await officer.sees('ร้านทองมาลี หน้าตลาดสุวพันธุ์')
      await album.take(officer, 'police-cameras', { menu: false })
    })

    it('shows before it is sent what is overwritten when, who opens it, and which camera was down', async () => {
      const { stage, album } = on()
      await stage.db.camera.update({ where: { code: codes.town }, data: { retentionDays: 3, exportBy: 'STAFF' } })
      await stage.db.camera.update({ where: { code: codes.down }, data: { status: 'DAMAGED', statusSince: new Date(Date.now() - 72 * HOUR) } })
      await officer.says(Object.values(codes).join(' '))
      await officer.sees('3/6')
      await officer.chooses('ต่อไป')
      await officer.sees('ภาพตั้งแต่เวลาไหน')
      await officer.says(yesterday(new Date()))
      await officer.sees('เหตุอะไร')
      await officer.chooses('วิ่งราวทรัพย์')
      await officer.chooses('ป.วิ.อาญา ม.131')
      await officer.chooses('ติดตามผู้ต้องสงสัย')
      await officer.chooses('ด่วนที่สุด')
      await officer.sees('กล้องนี้เสียตั้งแต่')
      await album.take(officer, 'police-request', { menu: false })
      await officer.chooses('ยืนยัน')
      await officer.sees(/ส่งคำขอ R-\d{4}-\w{5} แล้ว/)
      number = /R-\d{4}-\w{5}/.exec(await officer.reads())![0]
    })

    it('asks the shop and the municipality at once; each answers by a tap', async () => {
      const { stage, album } = on()
      shop = await stage.open(4)
      await expect.poll(() => shop.reads(), { timeout: 20_000 }).toContain(number)
      await album.take(shop, 'owner-asked', { menu: false })
      await shop.taps('เก็บภาพไว้แล้ว', codes.shop)
      await shop.sees('ขอบคุณ ตำรวจทราบแล้วว่าเก็บภาพไว้ให้')
      await album.take(shop, 'owner-saved', { menu: false })
      town = await stage.open(2)
      await expect.poll(() => town.reads(), { timeout: 20_000 }).toContain(codes.down)
      await town.taps('เก็บภาพไว้แล้ว', codes.town)
      await town.sees('ขอบคุณ ตำรวจทราบแล้วว่าเก็บภาพไว้ให้')
      await town.taps('คำตอบอื่น', codes.down)
      await town.chooses('กล้องเสีย')
      await town.sees(/F-\d{4}-\w{5}/)
    })

    it('lets the officer close each camera, with the hash of what was received', async () => {
      const { stage, album } = on()
      await officer.says(number)
      await officer.sees('เก็บภาพไว้แล้ว')
      await album.take(officer, 'police-answers', { menu: false })
      await officer.taps('ได้ภาพแล้ว', codes.town)
      await officer.sees(`ได้ภาพจาก ${codes.town}`)
      await officer.taps('แนบค่าแฮช')
      await officer.sees('SHA-256')
      await officer.says(createHash('sha256').update('recording').digest('hex'))
      await officer.chooses('ข้าม')
      await officer.sees(`บันทึกค่าแฮชของภาพจาก ${codes.town} แล้ว`)
      await officer.says(number)
      await officer.taps('ไม่ได้ภาพ', codes.shop)
      await officer.sees('เพราะอะไร')
      await officer.chooses('ภาพไม่ชัดพอ')
      await officer.sees(`ไม่ได้ภาพจาก ${codes.shop}`)
      const { state } = await stage.db.footageRequest.findUniqueOrThrow({ where: { number } })
      expect(state).toBe('PARTIAL')
      expect(await stage.db.workOrder.count({ where: { camera: { code: codes.down }, closedAt: null } })).toBe(1)
    })

    it('prints the record of the hand-over, and counts what was asked for', async () => {
      const { stage } = on()
      const inApp = async (n: number, path: string) => {
        const page = await officer.page.context().browser()!.newPage({ viewport: { width: 1440, height: 900 }, locale: 'th-TH' })
        await page.goto(`${stage.server.url}/liff${path}#id_token=${await stage.simulator.platform.idToken(lineId(n))}`)
        return page
      }
      const request = await inApp(3, `/requests/${number}`)
      const printing = request.waitForEvent('download')
      await request.getByRole('button', { name: 'ใบรับ–ส่งมอบภาพ (PDF)' }).click()
      const pdf = await readFile(await (await printing).path())
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
      await request.close()
      const statistics = await inApp(5, '/footage-statistics')
      await statistics.getByText('หน้าตลาดสุวพันธุ์').first().waitFor()
      await statistics.close()
      expect((await verifyAudit(stage.pool)).found).toBeNull()
    })

    it('shows the owner who asked, and forgets them when they withdraw', async () => {
      const { stage, album } = on()
      await shop.menu('กล้องของฉัน')
      await shop.sees(codes.shop)
      await album.take(shop, 'owner-cameras', { menu: false })
      await shop.menu('ความเป็นส่วนตัว')
      await shop.sees('ถอนความยินยอม')
      await album.take(shop, 'owner-privacy', { menu: false })
      await shop.taps('ถอนความยินยอม')
      await shop.chooses('ยืนยัน')
      await expect.poll(() => stage.db.camera.count({ where: { code: codes.shop, ownership: 'PRIVATE', status: { not: 'REMOVED' } } })).toBe(0)
      await officer.says(number)
      await officer.sees('กล้องที่เจ้าของถอนแล้ว')
      expect((await verifyAudit(stage.pool)).found).toBeNull()
    })
  })
}
