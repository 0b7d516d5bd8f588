import type { Page } from 'playwright-core'
import type { AppOnStage, Look } from './app'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lineId } from '../helpers/fakeLine'
import { axe, shot, startApp } from './app'

let app: AppOnStage
beforeAll(async () => { app = await startApp() }, 240_000)
afterAll(() => app?.stop())

const endSessions = () => app.db.session.deleteMany()
const sessions = () => app.db.session.count()
/** The addresses that a page goes to from now on. */
function visited(page: Page): string[] {
  const found: string[] = []
  page.on('framenavigated', frame => frame === page.mainFrame() && found.push(frame.url()))
  return found
}
const looks: Look[] = [{ size: 'phone', language: 'th' }, { size: 'desktop', language: 'en' }]
const words = {
  th: { help: 'วิธีใช้', open: 'เปิดแอป', home: 'หน้าแรก', settings: 'ตั้งค่า', signOut: 'ออกจากระบบ', again: 'เข้าสู่ระบบด้วย LINE' },
  en: { help: 'Help', open: 'Open the app', home: 'Home', settings: 'Settings', signOut: 'Sign out', again: 'Sign in with LINE' },
}

describe('opened from the chat', () => {
  it.each([
    ['a phone, in Thai', 1, false, words.th, 'สวัสดี วันเพ็ญ ทองสุข'],
    ['a desktop, in English', 7, true, words.en, 'Hello อนันต์ พิทักษ์ธรรม'],
  ])('it is inside the phone, as who is played there: %s', async (name, person, wide, t, hello) => {
    const chat = await app.open(person, { wide })
    await chat.says(t.help)
    await chat.sees(t.help)
    await chat.taps(t.open)
    const frame = chat.page.frameLocator('iframe')
    await frame.getByText(hello).waitFor()
    const sheet = chat.page.getByRole('dialog', { name: t.home })
    await sheet.waitFor()
    await frame.getByRole('link', { name: t.settings }).click()
    await frame.getByRole('button', { name: t.signOut }).waitFor()
    await chat.page.getByRole('dialog', { name: t.settings }).waitFor()
    await shot(chat.page, `in-chat-${wide ? 'desktop' : 'phone'}`)
    expect(chat.page.frames()[1]!.url()).toBe(app.at('/settings'))

    // The session ends while the page is open: a new token is fetched without a word.
    await endSessions()
    await frame.getByRole('link', { name: t.home }).click()
    await frame.getByText(hello).waitFor()
    await expect.poll(sessions).toBe(1)
    await chat.page.getByRole('button', { name: 'ปิดแอป', exact: true }).click()
    await sheet.waitFor({ state: 'detached' })
    await chat.says(t.help)
    await chat.close()
    expect(name).toBeTruthy()
  })
})

describe('opened in a browser of one\'s own', () => {
  it.each(looks)('it asks the simulator who one is, and comes back to where one wanted to go: $size $language', async (look) => {
    const t = words[look.language!]
    const page = await app.visit(look)
    await page.goto(app.at('/settings?from=mail'))
    await page.getByRole('heading', { name: 'เข้าสู่ระบบด้วย LINE จำลอง' }).waitFor()
    expect(page.url()).toBe(`${app.simulator.url}/liff/login?redirect_uri=${encodeURIComponent(app.at('/settings?from=mail'))}`)
    await shot(page, `login-${look.size}`)
    await axe(page)
    await page.getByRole('link', { name: look.language === 'th' ? 'ธนกฤต แก้วมณี' : 'อนันต์ พิทักษ์ธรรม' }).click()
    await page.getByRole('button', { name: t.signOut }).waitFor()
    expect(page.url()).toBe(app.at('/settings?from=mail'))
    await page.reload()
    await page.getByRole('button', { name: t.signOut }).waitFor()
    await page.context().close()
  })

  it('it goes nowhere but to the app with a token', async () => {
    const ask = (uri: string) => fetch(`${app.simulator.url}/liff/login/${lineId(1)}?redirect_uri=${encodeURIComponent(uri)}`, { redirect: 'manual' })
    for (const elsewhere of ['https://evil.example/', `${app.at('')}.evil.example/`, app.server.url, `${app.server.url}/liffs`, '']) expect([elsewhere, (await ask(elsewhere)).status]).toEqual([elsewhere, 400])
    expect((await ask(app.at('/'))).headers.get('location')).toMatch(new RegExp(`^${app.at('/')}#id_token=`))
  })

  it('it does not send somebody on for ever who comes back without signing in: it says so, with a button', async () => {
    const page = await app.visit()
    const addresses = visited(page)
    await page.goto(app.at('/'))
    await page.getByRole('heading', { name: 'เข้าสู่ระบบด้วย LINE จำลอง' }).waitFor()
    await page.goBack().catch(() => {})
    await page.goto(app.at('/'))
    await page.getByRole('heading', { name: 'ยังเข้าสู่ระบบไม่ได้' }).waitFor()
    await shot(page, 'not-signed-in')
    await axe(page)
    expect(addresses.filter(address => address.includes('/liff/login')).length).toBeLessThanOrEqual(2)
    await page.getByRole('button', { name: words.th.again }).click()
    await page.getByRole('heading', { name: 'เข้าสู่ระบบด้วย LINE จำลอง' }).waitFor()
    await page.context().close()
  })

  it.each([
    ['expired', () => app.simulator.platform.idToken(lineId(1), { expiresIn: -61 }), 'ตรวจว่าวันและเวลาของเครื่องถูกต้อง'],
    ['for another channel', () => app.simulator.platform.idToken(lineId(1), { audience: '7' }), 'เปิดจากแชตอีกครั้ง'],
    ['nonsense', async () => 'nonsense', 'เปิดจากแชตอีกครั้ง'],
  ])('it says what to do when the token is %s, also to who was signed in as somebody else', async (_, token, sentence) => {
    const page = await app.signIn(2)
    const addresses = visited(page)
    await page.goto('about:blank')
    await page.goto(`${app.at('/')}#id_token=${await token()}`)
    await page.getByText(sentence).waitFor()
    await page.getByRole('button', { name: words.th.again }).waitFor()
    expect([...new Set(addresses.map(address => address.split('#')[0]))]).toEqual(['about:blank', app.at('/')])
    expect(page.url()).toBe(app.at('/'))
    await page.context().close()
  })

  it('it signs in again when the session ends while the page is open, and goes on with the same page', async () => {
    const page = await app.signIn(2, { path: '/settings' })
    await endSessions()
    await page.getByLabel('English').click()
    await page.getByRole('heading', { name: 'เข้าสู่ระบบด้วย LINE จำลอง' }).waitFor()
    await page.getByRole('link', { name: 'ธนกฤต แก้วมณี' }).click()
    await page.getByRole('button', { name: words.th.signOut }).waitFor()
    expect(page.url()).toBe(app.at('/settings'))
    await page.context().close()
  })

  it('it signs out when one wants to, and in again', async () => {
    const page = await app.signIn(2, { path: '/settings' })
    await page.getByRole('button', { name: words.th.signOut }).click()
    await page.getByRole('heading', { name: 'ออกจากระบบแล้ว' }).waitFor()
    await shot(page, 'signed-out')
    await axe(page)
    expect(await page.context().cookies()).toEqual([])
    await page.getByRole('button', { name: words.th.again }).click()
    await page.getByRole('link', { name: 'ธนกฤต แก้วมณี' }).click()
    await page.getByText('สวัสดี ธนกฤต แก้วมณี').waitFor()
    await page.context().close()
  })
})

it('when the server is not reached it says so, and opens once it is', async () => {
  const page = await app.signIn(2)
  await page.route('**/api/**', route => route.abort())
  await page.reload()
  await page.getByRole('alert').filter({ hasText: 'ตรวจสัญญาณอินเทอร์เน็ต' }).waitFor()
  await shot(page, 'offline')
  await axe(page)
  await page.unroute('**/api/**')
  await page.getByRole('button', { name: 'ลองอีกครั้ง' }).click()
  await page.getByText('สวัสดี ธนกฤต แก้วมณี').waitFor()
  await page.context().close()
})
