import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** Somebody who uses the chat page of the simulator, found by roles and labels as a person finds things. */
export interface Phone {
  page: Page
  log: Locator
  /** Taps a word of the rich menu. */
  menu: (word: string) => Promise<void>
  /** Waits until the rich menu offers this word. */
  hasMenu: (word: string) => Promise<void>
  /** Taps the newest button of a message with this label. `card`: only within the card that has this text. */
  taps: (label: string, card?: string) => Promise<void>
  /** Taps a quick reply. */
  chooses: (label: string | RegExp) => Promise<void>
  /** The labels of the quick replies. */
  choices: () => Promise<string[]>
  says: (text: string) => Promise<void>
  /** Chooses a place of the sheet that a button has opened. */
  sendsPlace: (title: string) => Promise<void>
  /** Chooses sample photos of the sheet that a button has opened. */
  sendsPhotos: (...names: string[]) => Promise<void>
  /** Waits until the account has said this since the person's last message. */
  sees: (text: string | RegExp) => Promise<void>
  /** Everything in the chat, as text. */
  reads: () => Promise<string>
  close: () => Promise<void>
}

/** Opens the simulator as this person, on a phone or (`wide`) on a desktop. */
export async function phone(browser: Browser, url: string, as: string, options: { wide?: boolean } = {}): Promise<Phone> {
  const context = await browser.newContext({
    ...options.wide ? { viewport: { width: 1440, height: 900 } } : { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    locale: 'th-TH',
    timezoneId: 'Asia/Bangkok',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  const page = await context.newPage()
  await page.goto(`${url}/?as=${as}`)
  const log = page.getByRole('log')
  const rows = log.locator('.inside > .row')
  const fromBot = log.locator('.inside > .row:not(.mine)')
  const replies = page.getByRole('list', { name: 'คำตอบให้เลือก' })
  const exact = (name: string) => ({ name, exact: true })

  const nav = page.getByRole('navigation', { name: 'เมนู' })

  /** The menu instead of the keyboard, and open. */
  async function unfold(): Promise<void> {
    const back = page.getByRole('button', { name: 'แสดงเมนู' })
    if (await back.isVisible()) await back.click()
    const bar = nav.locator('[aria-expanded]')
    if (await bar.getAttribute('aria-expanded') === 'false') await bar.click()
  }

  /** What the account has said since the person's last words. */
  async function news(): Promise<string> {
    const all = await rows.evaluateAll(found => found.map(row => ({ mine: row.classList.contains('mine'), text: row.textContent ?? '' })))
    return all.slice(all.findLastIndex(row => row.mine) + 1).map(row => row.text).join('\n')
  }

  return {
    page,
    log,
    async menu(word) {
      await unfold()
      await nav.getByRole('button', exact(word)).click()
    },
    async hasMenu(word) {
      await unfold()
      await nav.getByRole('button', exact(word)).waitFor()
    },
    async taps(label, card) {
      const within = card ? log.getByRole('article').filter({ hasText: card }) : fromBot
      await within.getByRole('button', exact(label)).last().click()
    },
    chooses: label => replies.getByRole('button', typeof label === 'string' ? exact(label) : { name: label }).click(),
    choices: () => replies.getByRole('button').allInnerTexts(),
    async says(text) {
      const field = page.getByRole('textbox', { name: 'พิมพ์ข้อความ' })
      if (!await field.isVisible()) await page.getByRole('button', { name: 'พิมพ์ข้อความ' }).click()
      await field.fill(text)
      await field.press('Enter')
    },
    async sendsPlace(title) {
      await page.getByRole('dialog', { name: 'ส่งตำแหน่ง' }).getByRole('button', { name: title }).click()
    },
    async sendsPhotos(...names) {
      const sheet = page.getByRole('dialog', { name: 'ส่งรูป' })
      for (const name of names) await sheet.getByRole('button', { name }).click()
      await sheet.getByRole('button', { name: 'ส่งรูป' }).click()
      await sheet.waitFor({ state: 'detached' })
    },
    async sees(text) {
      if (typeof text === 'string') await expect.poll(news, { timeout: 15_000 }).toContain(text)
      else await expect.poll(news, { timeout: 15_000 }).toMatch(text)
    },
    reads: async () => (await rows.allTextContents()).join('\n'),
    close: () => context.close(),
  }
}
