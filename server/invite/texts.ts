import { both } from '../../bot/locales/both'

/** The words that the link types into the chat: the menu word and the code. */
export const typedWords = (code: string): string => `ลงทะเบียน ${code}`

/** What `npm run invite` says. */
export const inviteTexts = both({
  th: {
    usage: (roles: string) => `วิธีใช้: npm run invite -- --province 15 --agency "ชื่อหน่วยงาน" --role OFFICIAL [--uses 1] [--days 14]\nบทบาท: ${roles} (SECRETARY และ COMMITTEE ไม่ต้องใส่ --agency)`,
    noProvince: (code: string) => `ไม่รู้จักจังหวัด “${code}” ใส่รหัส 2 หลัก เช่น 15 (อ่างทอง)`,
    noRole: (role: string, roles: string) => `ไม่มีบทบาท “${role}” ที่เชิญได้ เลือกจาก ${roles}`,
    notWhole: (name: string, most: number) => `${name} ต้องเป็นจำนวนเต็ม 1–${most}`,
    needsAgency: (role: string) => `บทบาท ${role} ต้องสังกัดหน่วยงาน เพิ่ม --agency "ชื่อหน่วยงาน"`,
    noAgency: (name: string, similar: string[]) => `ไม่พบหน่วยงาน “${name}” ในจังหวัดนี้${similar.length ? ` ใกล้เคียง:\n${similar.map(one => `  ${one}`).join('\n')}` : ''}`,
    invited: (role: string, where: string, uses: number) => `เชิญ${role} ${where} ใช้ได้ ${uses} คน`,
    code: (code: string) => `รหัสเชิญ: ${code}`,
    expires: (when: string) => `หมดอายุ: ${when}`,
    howTo: (words: string) => `พิมพ์ในแชตกับบัญชี LINE: ${words}`,
    notPrepared: 'ฐานข้อมูลยังว่างอยู่ เปิดเซิร์ฟเวอร์หนึ่งครั้งด้วย npm start หรือสั่ง npm run db:migrate ก่อน',
    notReached: (reason: string) => `ติดต่อฐานข้อมูลไม่ได้ (${reason}) ตรวจ DATABASE_URL`,
    link: (url: string) => `หรือเปิดลิงก์หรือสแกน QR: ${url}`,
  },
  en: {
    usage: (roles: string) => `Usage: npm run invite -- --province 15 --agency "<name>" --role OFFICIAL [--uses 1] [--days 14]\nRoles: ${roles} (SECRETARY and COMMITTEE need no --agency)`,
    noProvince: (code: string) => `There is no province “${code}”: give its 2 digits, such as 15 (Ang Thong)`,
    noRole: (role: string, roles: string) => `“${role}” is not a role to invite to; choose one of ${roles}`,
    notWhole: (name: string, most: number) => `${name} must be a whole number from 1 to ${most}`,
    needsAgency: (role: string) => `The role ${role} belongs to an agency: add --agency "<name>"`,
    noAgency: (name: string, similar: string[]) => `There is no agency “${name}” in this province.${similar.length ? ` Similar:\n${similar.map(one => `  ${one}`).join('\n')}` : ''}`,
    invited: (role: string, where: string, uses: number) => `Invitation: ${role}, ${where}, for ${uses} ${uses === 1 ? 'person' : 'people'}`,
    code: (code: string) => `Code: ${code}`,
    expires: (when: string) => `Expires: ${when}`,
    howTo: (words: string) => `To be typed in the chat with the LINE account: ${words}`,
    notPrepared: 'The database is still empty: start the server once (npm start), or run npm run db:migrate, then try again.',
    notReached: (reason: string) => `The database was not reached (${reason}). Check DATABASE_URL.`,
    link: (url: string) => `Or open the link, or scan the QR code: ${url}`,
  },
})
