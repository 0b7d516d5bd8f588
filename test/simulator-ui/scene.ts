import type { Browser, Page } from 'playwright-core'
import type { Answer } from './bot'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { startSimulatorPage } from '../helpers/simulatorPage'
import { startBot } from './bot'
import { cameraList, everyComponent, everyQuickReply, templates } from './cards'

const person = (n: number) => `U${String(n).padStart(32, '0')}`
export const official = person(1)
export const nobody = person(8)
export const stranger = person(9)
export const blocker = person(7)
export const group = `C${'1'.padStart(32, '0')}`

/** How the test's bot answers each word. */
const answers: Answer = async ({ type, message, postback, source }, { url, call }) => {
  if (type === 'follow') return [{ type: 'text', text: 'สวัสดี' }]
  if (message?.type === 'location') return [{ type: 'text', text: 'ใกล้คุณมีกล้อง 3 ตัว เลือกกล้องที่เสีย' }, cameraList(url)]
  if (message?.type === 'image') return [{ type: 'text', text: 'ได้รูปแล้ว' }]
  if (postback) return [{ type: 'text', text: `postback ${postback.data} ${JSON.stringify(postback.params ?? {})}` }]
  switch (message?.text) {
    case 'รายการ': return [cameraList(url)]
    case 'การ์ด': return [everyComponent(url)]
    case 'แม่แบบ': return templates(url)
    case 'เลือก': return [{ type: 'text', text: 'ให้ช่วยเรื่องกล้องตัวไหน บอกได้หลายทาง', quickReply: everyQuickReply() }]
    case 'ส่งเอง':
      await call('/v2/bot/message/push', { to: source.userId, messages: [{ type: 'text', text: 'ซ่อมเสร็จแล้ว ดูผลที่ https://example.com/report?id=1' }] })
      return undefined
    case 'รอ':
      await call('/v2/bot/chat/loading/start', { chatId: source.userId, loadingSeconds: 5 })
      return undefined
    case 'เงียบ': return undefined
    case 'อ่าน':
      await call('/v2/bot/chat/markAsRead', { markAsReadToken: message.markAsReadToken })
      return undefined
    default: return message?.type === 'text' ? [{ type: 'text', text: `ได้ยินว่า ${message.text}` }] : undefined
  }
}

const menuWords = ['แจ้งกล้องเสีย', 'ติดตามเรื่อง', 'งานของฉัน', 'ลงทะเบียน', 'วิธีใช้', 'ภาษา']

/** Gives everybody a rich menu of six words, drawn in plain squares. Returns its id. */
async function makeMenu(url: string, token: string): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  const at = (index: number) => ({ x: index % 3 * 400, y: Math.floor(index / 3) * 270, width: 400, height: 270 })
  const areas = menuWords.map((text, index) => ({ bounds: at(index), action: { type: 'message', label: text, text } }))
  const menu = { size: { width: 1200, height: 540 }, selected: true, name: 'ทุกคน', chatBarText: 'เมนู', areas }
  const { richMenuId } = await (await fetch(`${url}/v2/bot/richmenu`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(menu) })).json() as { richMenuId: string }
  const squares = menuWords.map((word, index) => `<g transform="translate(${at(index).x} ${at(index).y})"><rect width="398" height="268" fill="${index ? '#E3F1EE' : '#0B6B5D'}"/><text x="200" y="150" font-size="44" font-family="Loma" text-anchor="middle" fill="${index ? '#0B6B5D' : '#fff'}">${word}</text></g>`)
  const image = await sharp(Buffer.from(`<svg width="1200" height="540">${squares.join('')}</svg>`)).png().toBuffer()
  await fetch(`${url}/v2/bot/richmenu/${richMenuId}/content`, { method: 'POST', headers: { ...headers, 'content-type': 'image/png' }, body: new Uint8Array(image) })
  await fetch(`${url}/v2/bot/user/all/richmenu/${richMenuId}`, { method: 'POST', headers })
  return richMenuId
}

/** A simulator with the demo's kind of people, a bot that answers, a rich menu, and pages of it in a browser. */
export async function startScene(browser: Browser) {
  const channelAccessToken = 'token of the test'
  const simulator = await startSimulatorPage({
    channelAccessToken,
    bot: { displayName: 'ส่องกล้อง', basicId: '@songklong' },
    liffBaseUrl: 'http://localhost:3000/liff',
    people: [
      { id: official, name: 'อรทัย ใจดี', role: { th: 'เจ้าหน้าที่ อบต.โพสะ', en: 'Official of Pho Sa' } },
      { id: blocker, name: 'ประเสริฐ มั่นคง', role: { th: 'กรรมการจังหวัด', en: 'Committee member' }, blocked: true },
      { id: nobody, name: 'สมชาย แซ่ตั้ง', role: { th: 'ประชาชน พบกล้องเสีย', en: 'Somebody who finds a broken camera' } },
      { id: stranger, name: 'มาลี สุขใจ', role: { th: 'ยังไม่เคยใช้', en: 'Has never used it' }, following: false },
    ],
    groups: [{ id: group, name: 'งานไฟฟ้า อบต.โพสะ', members: [official, nobody] }],
    places: [
      { title: 'ตลาดสดเทศบาลเมืองอ่างทอง', address: 'ตำบลตลาดหลวง อำเภอเมืองอ่างทอง จังหวัดอ่างทอง', latitude: 14.58961, longitude: 100.45512 },
      { title: 'วัดต้นสน', address: 'ตำบลตลาดหลวง อำเภอเมืองอ่างทอง', latitude: 14.58412, longitude: 100.45033 },
      { title: 'ศาลากลางจังหวัดอ่างทอง', address: 'ตำบลบางแก้ว', latitude: 14.59122, longitude: 100.46111 },
    ],
    qrCodes: ['15-00012 หน้าตลาดสด', '15-00013 แยกวัดต้นสน', '15-00127 สะพานข้ามแม่น้ำ'].map(label => ({ label, text: `กล้อง ${label.slice(0, 8)}` })),
  })
  const bot = await startBot(simulator.url, channelAccessToken, answers)
  simulator.platform.setWebhookUrl(`${bot.url}/webhook`)
  const richMenuId = await makeMenu(simulator.url, channelAccessToken)

  async function open(as: string | null, options: { wide?: boolean, language?: 'th' | 'en', chat?: string, dark?: boolean, touch?: boolean } = {}): Promise<Page> {
    const context = await browser.newContext({
      viewport: options.wide ? { width: 1440, height: 900 } : { width: 390, height: 844 },
      hasTouch: options.touch,
      colorScheme: options.dark ? 'dark' : 'light',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    const page = await context.newPage()
    if (options.language === 'en') await page.addInitScript(`localStorage.setItem('simulator.language', '"en"')`)
    const query = new URLSearchParams({ ...(as && { as }), ...(options.chat && { chat: options.chat }) })
    await page.goto(`${simulator.url}/?${query}`)
    return page
  }

  return {
    ...simulator,
    bot,
    richMenuId,
    open,
    say: (as: string, text: string, chat = as) => simulator.platform.act({ do: 'text', as, chat, text }),
    close: async () => {
      await simulator.close()
      await bot.close()
    },
  }
}

/** What `startScene` gives. */
export type Scene = Awaited<ReturnType<typeof startScene>>
