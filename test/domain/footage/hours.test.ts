import { expect, it } from 'vitest'
import { openNow } from '../../../domain/footage/hours'

/** Bangkok time. 23 November 2026 is a Monday. */
const at = (day: number, clock: string) => new Date(`2026-11-${day}T${clock}:00+07:00`)
const [monday, friday, saturday, sunday] = [23, 27, 28, 29]

it.each([
  ['วันราชการ 08.30–16.30 น.', at(monday, '08:30'), true],
  ['วันราชการ 08.30–16.30 น.', at(monday, '16:30'), false],
  ['วันราชการ 08.30–16.30 น.', at(saturday, '10:00'), false],
  ['เวลาราชการ', at(friday, '16:29'), true],
  ['ทุกวัน 24 ชั่วโมง', at(sunday, '03:00'), true],
  ['ตลอด 24 ชม.', at(sunday, '03:00'), true],
  ['ทุกวัน 08:00–18:00', at(sunday, '18:00'), false],
  ['จันทร์-ศุกร์ ๐๘.๐๐-๑๗.๐๐ น.', at(friday, '12:00'), true],
  ['จ.-ศ. 8:00-17:00', at(saturday, '12:00'), false],
  ['จ-ส เวลา 9:00 ถึง 20:00', at(saturday, '12:00'), true],
  ['ศุกร์-จันทร์ 10:00-12:00', at(sunday, '11:00'), true],
  ['Mon-Fri 8:30-16:30', at(monday, '08:29'), false],
  ['daily 18:00–02:00', at(monday, '01:59'), true],
  ['เสาร์ 22:00-04:00', at(sunday, '03:59'), true],
  ['เสาร์ 22:00-04:00', at(saturday, '03:59'), false],
  ['08:30-16:30', at(sunday, '09:00'), true],
])('%s at %s: %s', (hours, now, open) => expect(openNow(hours, now)).toBe(open))

it.each([null, '', 'โทรก่อน', 'ทุกวัน', 'ทุกวัน 08:00–18:00 ยกเว้นวันพระ', 'เมื่อเจ้าของอยู่', 'จันทร์-ศุกร์', '24'])('says nothing of “%s”', hours => expect(openNow(hours, at(monday, '10:00'))).toBeNull())
