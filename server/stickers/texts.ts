import { both } from '../../bot/locales/both'

/** What stands on every sticker, in both languages, and the words its QR code types into the chat. */
export const stickerTexts = {
  call: 'สแกนเพื่อแจ้งกล้องเสีย',
  callEnglish: 'Scan to report a broken camera',
  camera: 'กล้อง · Camera',
  typed: (code: string) => `กล้อง ${code}`,
}

/** What `npm run stickers` says. */
export const toolTexts = both({
  th: {
    usage: 'วิธีใช้: npm run stickers -- --agency "ชื่อหน่วยงาน" [--province 15] [--codes 15-00012,15-00013] [--out ไฟล์.pdf] [--basic-id @ชื่อบัญชี]\nใส่ --province โดยไม่มี --agency เพื่อพิมพ์ทั้งจังหวัด',
    noAgency: (name: string, similar: string[]) => `ไม่พบหน่วยงาน “${name}”${similar.length ? ` ใกล้เคียง: ${similar.join(' · ')}` : ''}`,
    severalAgencies: (name: string, provinces: string[]) => `มี “${name}” ในหลายจังหวัด ใส่ --province ${provinces.join(' หรือ ')}`,
    noCode: (code: string) => `“${code}” ไม่ใช่รหัสกล้อง รหัสเป็นแบบ 15-00012`,
    missing: (codes: string[]) => `ไม่พบกล้อง ${codes.join(', ')} ในหน่วยงานนี้ จึงไม่ได้พิมพ์`,
    noCameras: 'ไม่มีกล้องให้พิมพ์',
    noBasicId: 'ยังไม่รู้รหัสบัญชี LINE: เปิดเซิร์ฟเวอร์ที่ต่อกับ LINE ไว้หนึ่งครั้ง หรือใส่ --basic-id @ชื่อบัญชี',
    wrongBasicId: (id: string) => `“${id}” ไม่ใช่รหัสบัญชี รหัสขึ้นต้นด้วย @ ดูได้ใน LINE Official Account Manager`,
    written: (cameras: number, pages: number, file: string) => `สติกเกอร์ ${cameras} ดวง ${pages} หน้า อยู่ใน ${file} พิมพ์ที่ขนาดจริง (100%) แล้วตัดตามเครื่องหมาย`,
  },
  en: {
    usage: 'Usage: npm run stickers -- --agency "<name>" [--province 15] [--codes 15-00012,15-00013] [--out file.pdf] [--basic-id @account]\nGive --province without --agency to print a whole province.',
    noAgency: (name: string, similar: string[]) => `There is no agency “${name}”.${similar.length ? ` Similar: ${similar.join(' · ')}` : ''}`,
    severalAgencies: (name: string, provinces: string[]) => `“${name}” is in several provinces: add --province ${provinces.join(' or ')}`,
    noCode: (code: string) => `“${code}” is not a camera code; a code looks like 15-00012`,
    missing: (codes: string[]) => `Not cameras of this agency, so not printed: ${codes.join(', ')}`,
    noCameras: 'There is no camera to print a sticker for',
    noBasicId: 'The LINE account\'s id is not known yet: start the server with LINE connected once, or add --basic-id @account',
    wrongBasicId: (id: string) => `“${id}” is not an account's id: it begins with @ and stands in the LINE Official Account Manager`,
    written: (cameras: number, pages: number, file: string) => `${file} is written: stickers ${cameras}, pages ${pages}. Print at actual size (100%) and cut along the marks.`,
  },
})
