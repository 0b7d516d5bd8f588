import type { AppOnStage, Look } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const looks: Array<Required<Omit<Look, 'keeps'>>> = [
  { size: 'phone', language: 'th', dark: false },
  { size: 'phone', language: 'en', dark: true },
  { size: 'desktop', language: 'th', dark: true },
  { size: 'desktop', language: 'en', dark: false },
]
const nameOf = ({ size, language, dark }: Look) => `${size}-${language}${dark ? '-dark' : ''}`

describe('home', () => {
  it.each(looks)('says what waits for an official and what they are here for: $size $language', async (look) => {
    const page = await app.signIn(1, look)
    const thai = look.language === 'th'
    await page.getByRole('heading', { name: thai ? 'หน้าแรก' : 'Home', level: 1 }).waitFor()
    const work = page.getByRole('listitem').filter({ hasText: thai ? 'งานซ่อมที่ต้องทำ' : 'Repairs to do' })
    await work.getByText(thai ? /เกินกำหนด \d/ : /\d overdue/).waitFor()
    await page.getByText(thai ? 'เจ้าหน้าที่หน่วยงาน' : 'Agency official').waitFor()
    expect(await page.getByRole('navigation').first().getByRole('link').allInnerTexts()).toEqual(expect.arrayContaining(thai ? ['หน้าแรก', 'งานของฉัน', 'สำรวจกล้อง', 'ตั้งค่า'] : ['Home', 'My work', 'Survey', 'Settings']))
    expect(await page.locator('main').getByRole('link', { name: thai ? 'ส่งข้อมูลกล้อง' : 'Hand in cameras' }).isVisible()).toBe(look.size === 'phone')
    expect(await page.getByRole('navigation').first().getByRole('link', { name: thai ? 'ส่งข้อมูลกล้อง' : 'Hand in cameras' }).isVisible()).toBe(look.size === 'desktop')
    expect(await page.title()).toBe(thai ? 'หน้าแรก · ส่องกล้อง' : 'Home · SongKlong')
    expect(await page.evaluate('document.documentElement.lang')).toBe(look.language)
    await shot(page, `home-${nameOf(look)}`)
    await axe(page)
    await page.context().close()
  })

  it.each([
    ['a police officer', 3, ['ตำรวจ', 'เรื่องที่คุณแจ้ง'], ['งานซ่อมที่ต้องทำ', 'คำขอลงทะเบียน']],
    ['a camera owner', 4, ['เจ้าของกล้อง'], ['งานซ่อมที่ต้องทำ', 'คำขอลงทะเบียน']],
    ['the secretary', 5, ['ผู้ดูแลระดับจังหวัด', 'งานซ่อมที่ต้องทำ', 'คำขอลงทะเบียน'], []],
    ['a technician of two agencies', 6, ['อบต.โพสะ', 'เทศบาลเมืองอ่างทอง', 'งานซ่อมที่ต้องทำ'], ['คำขอลงทะเบียน']],
    ['somebody who is nobody yet', 8, ['ประชาชน', 'ไม่มีอะไรรอคุณ'], ['งานซ่อมที่ต้องทำ', 'คำขอลงทะเบียน']],
  ])('is by role: %s', async (name, n, there, notThere) => {
    const page = await app.signIn(n)
    for (const words of there) await page.locator('main').getByText(words).first().waitFor()
    for (const words of notThere) expect(await page.locator('main').getByText(words).count()).toBe(0)
    await shot(page, `home-person-${n}`)
    await axe(page)
    await page.context().close()
    expect(name).toBeTruthy()
  })

  it('counts anew what waits when one comes back to it', async () => {
    const page = await app.signIn(5)
    const requests = page.getByRole('listitem').filter({ hasText: 'คำขอลงทะเบียน' })
    await requests.getByText('0', { exact: true }).waitFor()
    const { id: userId } = await app.db.user.findUniqueOrThrow({ where: { lineUserId: lineId(4) } })
    await app.db.accessRequest.create({ data: { userId, role: 'COMMITTEE', provinceCode: '15', fullName: 'มาลี ตั้งเจริญกิจ' } })
    await page.getByRole('link', { name: 'ตั้งค่า', exact: true }).click()
    await page.getByRole('link', { name: 'หน้าแรก' }).click()
    await requests.getByText('1', { exact: true }).waitFor()
    await requests.getByText('รอคุณอนุมัติ').waitFor()
    await page.context().close()
  })
})

describe('settings', () => {
  it.each(looks)('says who one is: $size $language', async (look) => {
    const page = await app.signIn(6, { ...look, path: '/settings' })
    await page.locator('main').getByText('สมศักดิ์ บุญมี').waitFor()
    expect(await page.locator('dd').filter({ hasText: look.language === 'th' ? 'ช่างซ่อม' : 'Technician' }).count()).toBe(2)
    await shot(page, `settings-${nameOf(look)}`)
    await axe(page)
    await page.context().close()
  })

  it('changes the language at once, keeps it with the account, and the chat speaks it, too', async () => {
    const page = await app.signIn(2, { path: '/settings' })
    await page.getByLabel('English').check()
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    await page.getByText('English it is').waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
    const chat = await app.open(2)
    await chat.says('My work')
    await chat.sees('overdue')
    await chat.hasMenu('My work')
    await chat.close()
    await page.getByLabel('ไทย').check()
    await page.getByRole('heading', { name: 'ตั้งค่า', level: 1 }).waitFor()
    await page.context().close()
  })

  it('changes nothing, and says so, when the server is not reached', async () => {
    const page = await app.signIn(2, { path: '/settings' })
    await page.route('**/api/me', route => route.abort())
    await page.getByLabel('English').click()
    await page.getByText('ตรวจสัญญาณอินเทอร์เน็ต').waitFor()
    await page.getByRole('heading', { name: 'ตั้งค่า', level: 1 }).waitFor()
    await expect.poll(() => page.getByLabel('ไทย').isChecked()).toBe(true)
    await page.context().close()
  })
})

describe('an address where nothing is', () => {
  it.each(looks)('says so, and leads on: $size $language', async (look) => {
    const page = await app.signIn(1, { ...look, path: '/nothing/here?x=1' })
    await page.getByRole('heading', { name: look.language === 'th' ? 'ไม่พบหน้านี้' : 'Page not found', level: 1 }).waitFor()
    await shot(page, `not-found-${nameOf(look)}`)
    await axe(page)
    await page.getByRole('link', { name: look.language === 'th' ? 'ไปหน้าแรก' : 'Go to the home page' }).click()
    await page.getByRole('heading', { name: look.language === 'th' ? 'หน้าแรก' : 'Home', level: 1 }).waitFor()
    await page.context().close()
  })
})

describe('getting about', () => {
  it('reaches every place at the side of a low screen, also of whoever has many', async () => {
    const page = await app.signIn(3, { size: 'desktop' })
    await page.setViewportSize({ width: 1440, height: 600 })
    const last = page.getByRole('navigation').first().getByRole('link', { name: 'ตั้งค่า', exact: true })
    await last.scrollIntoViewIfNeeded()
    const box = (await last.boundingBox())!
    expect(box.y + box.height).toBeLessThanOrEqual(600)
    expect(await page.evaluate('scrollY')).toBe(0)
    await page.context().close()
  })

  it('works with a keyboard alone, and a screen reader goes on at the heading of the next page', async () => {
    const page = await app.signIn(1, { size: 'desktop' })
    const focused = () => page.evaluate('document.activeElement.textContent.trim()')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('ข้ามไปเนื้อหา')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.localName')).toBe('main')
    await page.getByRole('link', { name: 'ตั้งค่า', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'ออกจากระบบ' }).waitFor()
    await expect.poll(focused).toBe('ตั้งค่า')
    await page.context().close()
  })

  it('goes back to where one came from, or by a link to the page above', async () => {
    const page = await app.signIn(1)
    await page.getByRole('link', { name: 'ตั้งค่า', exact: true }).click()
    await page.getByRole('button', { name: 'ย้อนกลับ' }).click()
    await page.getByRole('heading', { name: 'หน้าแรก', level: 1 }).waitFor()
    await page.goto(app.at('/settings'))
    await page.getByRole('button', { name: 'ย้อนกลับ' }).click()
    await page.getByRole('heading', { name: 'หน้าแรก', level: 1 }).waitFor()
    await page.context().close()
  })

  it('keeps the policy: nothing is loaded or run from elsewhere', async () => {
    const page = await app.signIn(1)
    const refused: string[] = []
    page.on('console', message => /content security policy/i.test(message.text()) && refused.push(message.text()))
    const hosts = new Set<string>()
    page.on('request', request => hosts.add(new URL(request.url()).host))
    await page.reload()
    await page.getByRole('link', { name: 'ตั้งค่า', exact: true }).click()
    await page.getByRole('button', { name: 'ออกจากระบบ' }).waitFor()
    expect(refused).toEqual([])
    expect([...hosts]).toEqual([new URL(app.server.url).host])
    await page.evaluate(`{ const script = document.createElement('script'); script.textContent = 'window.brokenIn = true'; document.body.append(script) }`)
    await expect.poll(() => refused.length).toBeGreaterThan(0)
    expect(await page.evaluate('window.brokenIn')).toBeUndefined()
    await page.context().close()
  })
})
