import type { Zone } from '../../client'

/** What kind of place an installation point is, by a word of its name; the first that fits. */
export const zones: [word: RegExp, zone: Zone][] = [
  [/^ร้านทอง/, 'GOLD_SHOP'],
  [/^ร้านสะดวกซื้อ/, 'CONVENIENCE_STORE'],
  [/แยก|วงเวียน|จุดกลับรถ/, 'JUNCTION'],
  [/ตลาด(?!กรวด|หลวง$)/, 'MARKET'],
  [/โรงเรียน|วิทยาลัย|ศูนย์พัฒนาเด็กเล็ก/, 'SCHOOL'],
  [/ตุ๊กตา|ทำกลอง|นักท่องเที่ยว|อนุสาวรีย์/, 'TOURIST_PLACE'],
  [/วัด/, 'TEMPLE'],
  [/สะพาน|ทางลอด/, 'BRIDGE'],
  [/สวน|เขื่อน|สนามกีฬา|สระว่ายน้ำ|โรงยิม|อัฒจันทร์/, 'PARK'],
  [/ถนน|ทางหลวง|ซอย|ปากทาง|ทางโค้ง|ทางเข้า|จุดตรวจ/, 'ROAD'],
  [/ที่ทำการ|ที่ว่าการ|สำนักงาน|ศาลากลาง|โรงพยาบาล|สภ\.|ตำรวจ|อำเภอ|แขวง|ศูนย์/, 'OFFICE'],
]
