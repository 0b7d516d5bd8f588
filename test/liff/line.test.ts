import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Product } from '../helpers/product'
import { Buffer } from 'node:buffer'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchBrowser } from '../helpers/browser'
import { app, buildPages } from '../helpers/builtPages'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { shot } from './app'

const liffId = '1500000012-songklong'
const anywhere = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }

let browser: Browser
let product: Product
let context: BrowserContext
let page: Page
/** What LIFF's own SDK asked of LINE, in order. */
let asked: string[]
/** Who LINE says it is, and for how long the token is good. */
let person: { n: number, expiresIn?: number }

beforeAll(async () => {
  await buildPages(app)
  browser = await launchBrowser()
  product = await startProduct({ liffId })
}, 240_000)
beforeEach(async () => {
  context = await browser.newContext({ locale: 'th-TH', viewport: { width: 390, height: 844 } })
  page = await context.newPage()
  asked = []
  person = { n: 1 }
  await playLine()
})
afterEach(() => context.close())
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** LINE, as far as the SDK asks it: its answers are those of LIFF 2.31, the tokens those of the fake LINE. */
async function playLine(): Promise<void> {
  await context.route(/^https:\/\/(?:api|access|liff)\.line\.me\/|line-scdn\.net/, async (route) => {
    const url = new URL(route.request().url())
    asked.push(`${route.request().method()} ${url.host}${url.pathname}`)
    if (url.pathname === '/liff/v1/authorize') {
      const back = new URL(url.searchParams.get('redirect_uri')!)
      for (const [name, value] of Object.entries({ code: 'code-of-line', state: url.searchParams.get('state')!, liffClientId: product.fake.channelId, liffRedirectUri: url.searchParams.get('redirect_uri')! })) back.searchParams.set(name, value)
      return route.fulfill({ status: 302, headers: { location: back.href } })
    }
    const json = async () => {
      if (url.pathname.endsWith('/contextToken')) return { contextToken: `x.${Buffer.from(JSON.stringify({ type: 'external', liffId, endpointUrl: `${product.url}/liff/`, permanentLinkPattern: 'concat', accessTokenHash: 'x' })).toString('base64url')}.x` }
      if (url.pathname === '/oauth2/v2.1/token') return { access_token: 'access', token_type: 'Bearer', expires_in: 43_200, scope: 'openid profile', id_token: await product.line.idToken(lineId(person.n), { expiresIn: person.expiresIn }) }
      if (url.pathname === '/oauth2/v2.1/certs') return (await fetch(`${product.fake.url}/oauth2/v2.1/certs`)).json()
      return {}
    }
    return route.fulfill({ json: await json(), headers: anywhere })
  })
}
const authorized = () => asked.filter(one => one.includes('/liff/v1/authorize')).length

describe('with LIFF\'s own SDK, in a browser', () => {
  it('signs in at LINE, comes back to where one wanted to go, and the SDK is content with our policy', async () => {
    const refused: string[] = []
    page.on('console', message => /content security policy/i.test(message.text()) && refused.push(message.text()))
    await page.goto(`${product.url}/liff/settings?from=mail`)
    await page.getByRole('button', { name: 'ออกจากระบบ' }).waitFor()
    await page.locator('main').getByText('Person 1').waitFor()
    expect(authorized()).toBe(1)
    expect(asked).toContain('POST api.line.me/oauth2/v2.1/token')
    expect(page.url()).toBe(`${product.url}/liff/settings?from=mail`)
    expect(refused).toEqual([])
  })

  it('does not load the SDK for who is signed in already', async () => {
    await page.goto(`${product.url}/liff/`)
    await page.getByText('สวัสดี Person 1').waitFor()
    asked = []
    await page.goto(`${product.url}/liff/`)
    await page.getByText('สวัสดี Person 1').waitFor()
    expect(asked).toEqual([])
  })

  it('fetches a new token when the one that the SDK kept is over its hour', async () => {
    await page.goto(`${product.url}/liff/`)
    await page.getByText('สวัสดี Person 1').waitFor()
    await product.db.session.deleteMany()
    await context.clearCookies()
    // What the SDK keeps, two hours later.
    const over = await product.line.idToken(lineId(1), { expiresIn: -3600 })
    await page.evaluate(`for (const key of Object.keys(localStorage)) {
      if (key.endsWith(':IDToken')) localStorage.setItem(key, JSON.stringify('${over}'))
      if (key.endsWith(':decodedIDToken')) localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), exp: Math.floor(Date.now() / 1000) - 3600 }))
    }`)
    await page.goto(`${product.url}/liff/`)
    await page.getByText('สวัสดี Person 1').waitFor()
    expect(authorized()).toBe(2)
  })

  it('opens what LINE hands over in liff.state', async () => {
    await page.goto(`${product.url}/liff/?liff.state=${encodeURIComponent('/settings')}`)
    await page.getByRole('button', { name: 'ออกจากระบบ' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/liff/settings')
  })

  it('does not sign anybody in by a link with a token in it', async () => {
    await page.goto(`${product.url}/liff/#id_token=${await product.line.idToken(lineId(2))}`)
    await page.getByText('สวัสดี Person 1').waitFor()
    expect(authorized()).toBe(1)
  })

  it('says so, once, when what LINE gives is over: a clock that is wrong', async () => {
    person = { n: 1, expiresIn: -3600 }
    await page.goto(`${product.url}/liff/`)
    await page.getByRole('heading', { name: 'ยังเข้าสู่ระบบไม่ได้' }).waitFor()
    await page.getByText('วันเวลาของเครื่อง').waitFor()
    expect(authorized()).toBe(1)
    await shot(page, 'liff-clock')
    person = { n: 1 }
    await page.getByRole('button', { name: 'เข้าสู่ระบบด้วย LINE' }).click()
    await page.getByText('สวัสดี Person 1').waitFor()
  })

  it('says so when LINE is not reached', async () => {
    await context.route(/^https:\/\/api\.line\.me\//, route => route.abort())
    await page.goto(`${product.url}/liff/`)
    await page.getByRole('heading', { name: 'ยังเข้าสู่ระบบไม่ได้' }).waitFor()
    await page.getByRole('button', { name: 'เข้าสู่ระบบด้วย LINE' }).waitFor()
  })
})

it('a channel without a LIFF app says what is to be set', async () => {
  const bare = await startProduct()
  await page.goto(`${bare.url}/liff/settings`)
  await page.getByRole('heading', { name: 'แอปนี้ยังไม่พร้อมใช้' }).waitFor()
  await page.getByText('LIFF_ID').waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
  await shot(page, 'not-set-up')
  await bare.stop()
})
