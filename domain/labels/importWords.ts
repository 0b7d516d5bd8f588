import type { CameraKind, CameraStatus, CameraTechnology, ExportBy, Zone } from '../../prisma/client'

/** Words in cells that say nothing. */
export const blankWords = ['', '-', '--', '–', '—', '.', 'n/a', 'na', 'null', 'ไม่ทราบ', 'ไม่ระบุ', 'ไม่มีข้อมูล', 'unknown']

/** Words for yes and for no. */
export const yesWords = ['ใช่', 'มี', 'ได้', 'ดูได้', 'เชื่อม', 'เชื่อมโยง', 'เชื่อมโยงแล้ว', 'yes', 'y', 'true', '1', '✓', '✔', '☑', '√', '/', 'ok', 'on', 'online']
export const noWords = ['ไม่', 'ไม่ใช่', 'ไม่มี', 'ไม่ได้', 'ดูไม่ได้', 'ไม่เชื่อม', 'ไม่เชื่อมโยง', 'ยังไม่เชื่อมโยง', 'no', 'n', 'false', '0', '✗', '✘', '×', '☒', 'off', 'offline']

/** What agencies write for a status. */
export const statusWords: Record<CameraStatus, string[]> = {
  NORMAL: ['ใช้งานได้', 'ปกติ', 'ใช้ได้', 'ใช้การได้', 'ดี', 'ใช้งานปกติ', 'ok', 'working', 'normal', 'active', 'online', 'good', 'usable'],
  UNUSABLE: ['ใช้งานไม่ได้', 'ใช้ไม่ได้', 'ใช้การไม่ได้', 'ไม่ทำงาน', 'ดับ', 'not working', 'offline', 'inactive', 'unusable'],
  DAMAGED: ['ชำรุด', 'เสีย', 'เสียหาย', 'พัง', 'damaged', 'broken', 'ชำรุด/เสียหาย'],
  UNDER_REPAIR: ['ซ่อม', 'กำลังซ่อม', 'ส่งซ่อม', 'รอซ่อม', 'อยู่ระหว่างซ่อม', 'อยู่ระหว่างซ่อมแซม', 'ระหว่างซ่อม', 'in repair', 'repair', 'under repair'],
  REMOVED: ['ถอดถอน', 'รื้อถอน', 'ยกเลิก', 'เลิกใช้', 'จำหน่ายแล้ว', 'removed'],
}

/** What agencies write for a kind of camera. */
export const kindWords: Record<CameraKind, string[]> = {
  FIXED: ['fixed', 'ฟิกซ์', 'คงที่', 'มุมมองคงที่', 'bullet', 'กระบอก', 'ทรงกระบอก', 'box', 'แบบติดตายตัว', 'ติดตายตัว', 'fix', 'กล้องมุมมองคงที่'],
  PTZ: ['ptz', 'speed dome', 'สปีดโดม', 'หมุนได้', 'ปรับมุมมอง', 'ปรับมุมได้', 'กล้องหมุน', 'แบบปรับมุมมอง'],
  DOME: ['dome', 'โดม', 'ทรงโดม'],
  FISHEYE: ['fisheye', 'fish eye', 'ฟิชอาย', '360', '360 องศา', 'รอบทิศ', 'พาโนรามา'],
  PLATE_READER: ['lpr', 'anpr', 'อ่านป้ายทะเบียน', 'ป้ายทะเบียน', 'license plate', 'plate reader'],
  THERMAL: ['thermal', 'ตรวจจับความร้อน', 'ความร้อน', 'เทอร์มอล'],
  OTHER: ['other', 'อื่นๆ', 'อื่น ๆ'],
}

/** What agencies write for the way the picture travels. */
export const technologyWords: Record<CameraTechnology, string[]> = {
  IP: ['ip', 'ip camera', 'ดิจิทัล', 'ดิจิตอล', 'digital', 'network', 'เครือข่าย'],
  ANALOG: ['analog', 'analogue', 'อนาล็อก', 'อะนาล็อก', 'แอนะล็อก', 'อนาลอก', 'hd-tvi', 'tvi', 'ahd', 'cvi'],
}

/** What agencies write for who can export footage. */
export const exportWords: Record<ExportBy, string[]> = {
  STAFF: ['เจ้าหน้าที่', 'ทำได้เอง', 'staff', 'officer'],
  TECHNICIAN: ['ช่าง', 'บริษัท', 'ผู้รับจ้าง', 'technician', 'contractor'],
  NOBODY: ['ไม่มี', 'ไม่มีใคร', 'nobody', 'none'],
}

/** What agencies write for a kind of place. */
export const zoneWords: Record<Zone, string[]> = {
  ROAD: ['ถนน', 'ริมถนน', 'ทางหลวง', 'road', 'street'],
  JUNCTION: ['แยก', 'สี่แยก', 'สามแยก', 'วงเวียน', 'junction', 'intersection'],
  MARKET: ['ตลาด', 'ตลาดสด', 'ตลาดนัด', 'market'],
  SCHOOL: ['โรงเรียน', 'ร.ร.', 'สถานศึกษา', 'วิทยาลัย', 'มหาวิทยาลัย', 'school'],
  OFFICE: ['ราชการ', 'ส่วนราชการ', 'สถานที่ราชการ', 'สำนักงาน', 'office', 'government office'],
  TOURIST_PLACE: ['ท่องเที่ยว', 'แหล่งท่องเที่ยว', 'สถานที่ท่องเที่ยว', 'tourist'],
  TEMPLE: ['วัด', 'มัสยิด', 'โบสถ์', 'ศาสนสถาน', 'temple'],
  GOLD_SHOP: ['ทอง', 'ร้านทอง', 'gold shop'],
  CONVENIENCE_STORE: ['สะดวกซื้อ', 'ร้านสะดวกซื้อ', 'เซเว่น', '7-11', 'convenience store'],
  BRIDGE: ['สะพาน', 'bridge'],
  PARK: ['สวน', 'สวนสาธารณะ', 'park'],
  OTHER: ['อื่นๆ', 'อื่น ๆ', 'other'],
}

/** Months as they are written, from January: each with short forms. */
export const monthWords = [
  ['มกราคม', 'ม.ค.', 'มค', 'january', 'jan'],
  ['กุมภาพันธ์', 'ก.พ.', 'กพ', 'february', 'feb'],
  ['มีนาคม', 'มี.ค.', 'มีค', 'march', 'mar'],
  ['เมษายน', 'เม.ย.', 'เมย', 'april', 'apr'],
  ['พฤษภาคม', 'พ.ค.', 'พค', 'may'],
  ['มิถุนายน', 'มิ.ย.', 'มิย', 'june', 'jun'],
  ['กรกฎาคม', 'ก.ค.', 'กค', 'july', 'jul'],
  ['สิงหาคม', 'ส.ค.', 'สค', 'august', 'aug'],
  ['กันยายน', 'ก.ย.', 'กย', 'september', 'sep', 'sept'],
  ['ตุลาคม', 'ต.ค.', 'ตค', 'october', 'oct'],
  ['พฤศจิกายน', 'พ.ย.', 'พย', 'november', 'nov'],
  ['ธันวาคม', 'ธ.ค.', 'ธค', 'december', 'dec'],
]

/** Units after a number, and what one of them is in the unit that is kept. */
export const unitWords = {
  days: { 'วัน': 1, 'day': 1, 'days': 1, 'สัปดาห์': 7, 'week': 7, 'weeks': 7, 'เดือน': 30, 'month': 30, 'months': 30, 'ปี': 365, 'year': 365, 'years': 365, 'ชั่วโมง': 1 / 24, 'ชม.': 1 / 24, 'hours': 1 / 24 },
  metres: { 'เมตร': 1, 'ม.': 1, 'ม': 1, 'm': 1, 'm.': 1, 'metres': 1, 'meters': 1, 'กิโลเมตร': 1_000, 'กม.': 1_000, 'กม': 1_000, 'km': 1_000 },
  degrees: { 'องศา': 1, '°': 1, 'º': 1, 'deg': 1, 'degrees': 1 },
  megapixels: { ล้านพิกเซล: 1, ล้าน: 1, mp: 1, mpx: 1, megapixel: 1, megapixels: 1, m: 1, พิกเซล: 1e-6, pixel: 1e-6, pixels: 1e-6, px: 1e-6 },
} as const
