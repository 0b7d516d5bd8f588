import type { Browser } from 'playwright-core'
import type { Scene } from './scene'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { nobody, official, startScene } from './scene'

let browser: Browser
let scene: Scene

beforeAll(async () => {
  browser = await launchBrowser()
  scene = await startScene(browser)
  await scene.say(nobody, 'รายการ')
  await scene.say(official, 'การ์ด')
})
afterAll(async () => {
  await scene?.close()
  await browser?.close()
})

it('draws a carousel of kilo bubbles, all as high, scrolling sideways', async () => {
  const page = await scene.open(nobody)
  const bubbles = page.getByRole('group', { name: 'กล้องใกล้คุณ 3 ตัว' }).locator('article')
  await bubbles.nth(2).waitFor()
  const boxes = await bubbles.evaluateAll(all => all.map(each => each.getBoundingClientRect()).map(({ width, height }) => [width, height]))
  expect(boxes.map(([width]) => width)).toEqual([260, 260, 260])
  expect(new Set(boxes.map(([, height]) => height)).size).toBe(1)
  await page.getByRole('button', { name: 'การ์ดถัดไป' }).click()
  await expect.poll(() => page.locator('.strip .row').evaluate(row => row.scrollLeft)).toBeGreaterThan(200)
  await page.context().close()
})

it('sends the tapped button\'s data and shows its words', async () => {
  const page = await scene.open(nobody)
  await page.getByRole('button', { name: 'ไม่มีภาพ' }).first().click()
  await page.getByRole('log').locator('.row.mine').getByText('15-00012 ไม่มีภาพ').waitFor()
  await expect.poll(() => scene.bot.heard.at(-1)!.postback?.data).toBe('symptom=15-00012&is=NO_PICTURE')
  await page.context().close()
})

it('shares rows of label and value three to seven, cuts one-line texts and limits lines', async () => {
  const page = await scene.open(nobody)
  const card = page.locator('article').first()
  await card.waitFor()
  const [label, value] = await Promise.all(['รหัส', '15-00012'].map(async text => (await card.getByText(text, { exact: true }).boundingBox())!.width))
  expect(value! / label!).toBeCloseTo(7 / 3, 1)
  const name = card.getByText('หน้าตลาดสด')
  expect(await name.evaluate(element => Math.round(element.clientHeight / Number.parseFloat(element.ownerDocument.defaultView.getComputedStyle(element).lineHeight)))).toBe(2)
  await page.context().close()
})

it('draws every component: gradient, spans, round picture, rules, progress, icon', async () => {
  const page = await scene.open(official)
  const card = page.getByRole('group', { name: 'การ์ดที่มีทุกอย่าง' }).locator('article')
  await card.waitFor()
  expect((await card.boundingBox())!.width).toBe(300)
  expect(await card.locator('.header > .box').evaluate(box => String(box.computedStyleMap().get('background-image')))).toBe('linear-gradient(90deg, rgb(11, 107, 93), rgb(8, 79, 69))')
  expect(await card.getByText('24 พ.ย. 2569 14:05 น.').evaluate(span => ['color', 'font-weight'].map(name => String(span.computedStyleMap().get(name))))).toEqual(['rgb(180, 35, 24)', '600'])
  const [bar, full] = await card.locator('.box').evaluateAll(all => all.filter(box => box.style.height === '12px').map(box => box.getBoundingClientRect().width).toSorted((a, b) => a - b))
  expect(bar! / full!).toBeCloseTo(0.62, 2)
  const buttons = await card.getByRole('button').evaluateAll(all => all.map(each => Math.round(each.getBoundingClientRect().width)))
  expect(buttons[0]).toBe(buttons[1])
  const cut = card.getByText('ข้อความยาวที่ต้องตัด')
  expect(await cut.evaluate(element => element.scrollWidth > element.clientWidth)).toBe(true)
  await page.context().close()
})

it('copies by a clipboard button and opens a link in its own page', async () => {
  const page = await scene.open(official)
  await page.context().route('https://example.com/**', route => route.fulfill({ body: 'แผนที่', contentType: 'text/plain' }))
  await page.getByRole('button', { name: 'คัดลอกเลข' }).click()
  await page.getByText('คัดลอก “F-6911-7K3MX” แล้ว').first().waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('F-6911-7K3MX')
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('button', { name: 'แผนที่' }).click()])
  expect(opened.url()).toBe('https://example.com/map')
  expect(await opened.evaluate('window.opener')).toBeNull()
  await page.context().close()
})

it('draws the four template messages and answers their taps', async () => {
  await scene.say(official, 'แม่แบบ')
  const page = await scene.open(official)
  for (const name of ['ปุ่ม', 'ยืนยัน', 'แถว', 'แถวรูป']) await page.getByRole('group', { name, exact: true }).waitFor()
  await page.getByRole('group', { name: 'แถวรูป', exact: true }).getByText('ก่อนซ่อม').click()
  await page.getByText('ได้ยินว่า ก่อนซ่อม').waitFor()
  await page.context().close()
})

it('reaches a card\'s buttons by keyboard', async () => {
  const page = await scene.open(nobody)
  const button = page.getByRole('button', { name: 'อาการอื่น' }).first()
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('log').locator('.row.mine').getByText('15-00012 อาการอื่น').waitFor()
  await page.context().close()
})
