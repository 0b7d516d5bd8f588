import { both } from '../../bot/locales/both'

/** What `npm run line:setup` says. */
export const setupTexts = both({
  th: {
    refused: (reason: string) => `LINE ไม่รับคำขอ (${reason}) สั่ง npm run line:doctor เพื่อดูว่าต้องแก้อะไร แล้วสั่งใหม่ได้ งานที่ทำไปแล้วไม่ต้องทำซ้ำ`,
    notReached: (reason: string) => `ติดต่อ LINE ไม่ได้ (${reason}) ตรวจเครือข่าย หรือหากใช้เครื่องจำลองให้เปิดด้วย npm start ก่อน แล้วสั่งใหม่ได้ งานที่ทำไปแล้วไม่ต้องทำซ้ำ`,
    menuCreated: (name: string) => `สร้างเมนู ${name}`,
    menuCompleted: (name: string) => `ทำเมนู ${name} ที่ค้างไว้ให้เสร็จ`,
    menusUnchanged: (count: number) => `เมนูทั้ง ${count} แบบมีครบแล้ว ไม่ต้องเปลี่ยน`,
    defaultSet: (name: string) => `ให้ทุกคนเห็นเมนู ${name} เป็นค่าเริ่มต้น`,
    menuRemoved: (name: string) => `ลบเมนูรุ่นเก่า ${name}`,
    menusKept: (count: number) => `เก็บเมนูรุ่นเก่าไว้ ${count} แบบ เพราะยังมีคนใช้อยู่`,
    menusKeptUnasked: (reason: string) => `ไม่ได้ลบเมนูรุ่นเก่า เพราะถามฐานข้อมูลไม่ได้ว่ายังมีใครใช้อยู่ (${reason})`,
    webhookSet: (url: string) => `ตั้ง webhook เป็น ${url}`,
    webhookUnchanged: (url: string) => `webhook เป็น ${url} อยู่แล้ว`,
    webhookInactive: 'webhook ยังปิดอยู่: เปิด “Use webhook” ใน LINE Developers Console แท็บ Messaging API',
    webhookReached: 'LINE ทดสอบ webhook แล้ว เซิร์ฟเวอร์ตอบถูกต้อง',
    webhookFailed: (reason: string) => `LINE ทดสอบ webhook แล้วไม่ผ่าน (${reason}): เปิดเซิร์ฟเวอร์ด้วย npm start ก่อน แล้วสั่งใหม่ หรือสั่ง npm run line:doctor เพื่อดูว่าต้องแก้อะไร`,
  },
  en: {
    refused: (reason: string) => `LINE did not do what was asked (${reason}). npm run line:doctor says what to fix; then run this again, what is done stays done.`,
    notReached: (reason: string) => `LINE was not reached (${reason}). Check the network, or with the simulator start it first (npm start); then run this again, what is done stays done.`,
    menuCreated: (name: string) => `Created the menu ${name}`,
    menuCompleted: (name: string) => `Completed the half-made menu ${name}`,
    menusUnchanged: (count: number) => `All ${count} menus are there already, nothing to change`,
    defaultSet: (name: string) => `Everybody now sees the menu ${name} unless another is linked`,
    menuRemoved: (name: string) => `Removed the earlier menu ${name}`,
    menusKept: (count: number) => `Kept ${count} earlier menus that people still have`,
    menusKeptUnasked: (reason: string) => `Earlier menus were not removed: the database could not say who still has them (${reason})`,
    webhookSet: (url: string) => `Set the webhook to ${url}`,
    webhookUnchanged: (url: string) => `The webhook is ${url} already`,
    webhookInactive: 'The webhook is switched off: turn on “Use webhook” in the LINE Developers Console, tab Messaging API',
    webhookReached: 'LINE tested the webhook and got the right answer',
    webhookFailed: (reason: string) => `LINE tested the webhook without success (${reason}): start the server (npm start) and run this again, or see npm run line:doctor`,
  },
})

export type SetupTexts = typeof setupTexts.th

/** The language for a command-line tool: `--lang th|en`, else Thai where `LANG` says so, else English. */
export function toolLanguage(argument: string | undefined, env: Record<string, string | undefined>): 'th' | 'en' {
  return (argument ?? env.LC_ALL ?? env.LANG ?? '').startsWith('th') ? 'th' : 'en'
}
