import type { Symptom } from '../../domain/enums'

/** How people say what is wrong (lower case), the more particular first. */
export const symptomWords: [string, Symptom][] = [
  ['ไม่มีภาพ', 'NO_PICTURE'],
  ['ภาพไม่มา', 'NO_PICTURE'],
  ['ภาพไม่ขึ้น', 'NO_PICTURE'],
  ['จอดำ', 'NO_PICTURE'],
  ['จอมืด', 'NO_PICTURE'],
  ['ดับ', 'NO_PICTURE'],
  ['no picture', 'NO_PICTURE'],
  ['no image', 'NO_PICTURE'],
  ['black', 'NO_PICTURE'],
  ['dark', 'NO_PICTURE'],
  ['offline', 'NO_PICTURE'],
  ['ภาพไม่ชัด', 'BLURRED'],
  ['ไม่ชัด', 'BLURRED'],
  ['เบลอ', 'BLURRED'],
  ['ภาพมัว', 'BLURRED'],
  ['blurred', 'BLURRED'],
  ['blurry', 'BLURRED'],
  ['หันผิด', 'WRONG_DIRECTION'],
  ['ผิดทิศ', 'WRONG_DIRECTION'],
  ['ผิดทาง', 'WRONG_DIRECTION'],
  ['wrong direction', 'WRONG_DIRECTION'],
  ['wrong way', 'WRONG_DIRECTION'],
  ['ไม่บันทึก', 'NOT_RECORDING'],
  ['not recording', 'NOT_RECORDING'],
  ['เวลาไม่ตรง', 'CLOCK_WRONG'],
  ['เวลาผิด', 'CLOCK_WRONG'],
  ['wrong time', 'CLOCK_WRONG'],
  ['ถูกทำลาย', 'VANDALISED'],
  ['ถูกทุบ', 'VANDALISED'],
  ['แตก', 'VANDALISED'],
  ['vandalised', 'VANDALISED'],
  ['smashed', 'VANDALISED'],
  ['กล้องหาย', 'MISSING'],
  ['ถูกขโมย', 'MISSING'],
  ['missing', 'MISSING'],
  ['stolen', 'MISSING'],
  ['มีสิ่งบัง', 'OBSTRUCTED'],
  ['ต้นไม้บัง', 'OBSTRUCTED'],
  ['กิ่งไม้บัง', 'OBSTRUCTED'],
  ['ป้ายบัง', 'OBSTRUCTED'],
  ['blocked', 'OBSTRUCTED'],
  ['obstructed', 'OBSTRUCTED'],
]

/** Says that something is wrong without saying what. */
export const brokenWords = ['ใช้งานไม่ได้', 'ใช้ไม่ได้', 'ไม่ทำงาน', 'เสีย', 'ชำรุด', 'พัง', 'ขัดข้อง', 'broken', 'not working', 'does not work', 'doesn\'t work', 'out of order']

/** Says that it is about a camera. */
export const aboutCamera = ['กล้องวงจรปิด', 'กล้อง', 'ซีซีทีวี', 'cctv', 'camera']

/** Says nothing of the matter. */
export const politeWords = ['นะครับ', 'นะคะ', 'ครับ', 'ค่ะ', 'คะ', 'ตรง', 'บริเวณ', 'แถว', 'ที่', 'อยู่', 'ตัว', 'แจ้ง', 'ว่า', 'หน่อย', 'please', ' the ', ' is ', ' at ', ' near ', ' has ']

/** What is put behind a word to be polite. */
export const politeEnding = /\s*(?:นะ)?(?:ครับ|คับ|ค่ะ|คะ|จ้า|please)$/
