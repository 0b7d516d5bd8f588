import type { Chat } from '../helpers/chat'
import type { Product } from '../helpers/product'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { demoCameras, demoRequest } from '../helpers/footage'
import { actionsOf } from '../helpers/messages'
import { startProduct } from '../helpers/product'

let product: Product
beforeAll(async () => {
  product = await startProduct({ template: 'demo', liffId: '1234567890-AbcdEfgh', line: { people: [1, 3, 4, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) } })
})
afterAll(() => product.stop())

/** Where the buttons “ดูในแอป” of the last answer lead. */
function pages(who: Chat): string[] {
  const lines = who.lines()
  const answer = lines.slice(lines.findLastIndex(line => line.from === who.id) + 1)
  return answer.flatMap(line => actionsOf(line.message)).flatMap(({ label, uri }) => label === 'ดูในแอป' ? decodeURI(String(uri)) : [])
}

it('cards of repairs and reports lead to their pages, where they have room', async () => {
  const official = chat(product, lineId(1))
  await official.says('งานของฉัน')
  expect(pages(official)[0]).toMatch(/^https:\/\/liff\.line\.me\/1234567890-AbcdEfgh\/work\/W-\d{4}-[2-9A-Z]{5}$/)
  const { number } = await product.db.workOrder.findFirstOrThrow({ where: { state: 'CLOSED', agency: { memberships: { some: { user: { lineUserId: lineId(1) } } } } } })
  await official.says(number)
  expect(pages(official)).toEqual([`https://liff.line.me/1234567890-AbcdEfgh/work/${number}`])
  const reporter = chat(product, lineId(8))
  await reporter.says('กล้อง 15-00012 ไม่มีภาพ')
  const report = await product.db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: lineId(8) } } })
  expect(pages(reporter)).toEqual([`https://liff.line.me/1234567890-AbcdEfgh/reports/${report.number}`])
  await reporter.says('ติดตามเรื่อง')
  expect(pages(reporter)).toEqual([`https://liff.line.me/1234567890-AbcdEfgh/reports/${report.number}`])
})

it('those of requests for footage, too: for the officer, and for who is asked', async () => {
  const { requestId, number } = await demoRequest(product.db, (await demoCameras(product.db, 1)).map(({ id }) => id))
  const { askId } = await product.db.footageItem.findFirstOrThrow({ where: { requestId } })
  const officer = chat(product, lineId(3))
  await officer.says('คำขอของฉัน')
  expect(pages(officer)).toEqual([`https://liff.line.me/1234567890-AbcdEfgh/requests/${number}`])
  await officer.says(number)
  expect(pages(officer)).toEqual([`https://liff.line.me/1234567890-AbcdEfgh/requests/${number}`])
  const official = chat(product, lineId(1))
  await official.says(number)
  const choices = (official.lines().at(-1)!.message.quickReply as { items: { action: { uri?: string } }[] }).items
  expect(choices.map(({ action }) => action.uri)).toContain(`https://liff.line.me/1234567890-AbcdEfgh/asks/${askId}`)
})
