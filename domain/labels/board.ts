import type { Label } from './label'

/** Headings of the board of a round, on the screen and in its file. */
export const boardLabels = {
  agency: { th: 'หน่วยงาน', en: 'Agency' },
  state: { th: 'สถานะ', en: 'State' },
  cameras: { th: 'กล้อง', en: 'Cameras' },
  working: { th: 'ใช้งานได้', en: 'Working' },
  notWorking: { th: 'ใช้งานไม่ได้', en: 'Not working' },
  completeness: { th: 'ความครบถ้วน (%)', en: 'Completeness (%)' },
  errors: { th: 'ข้อมูลผิด', en: 'Errors' },
  warnings: { th: 'ควรตรวจ', en: 'To check' },
  submittedAt: { th: 'ส่งเมื่อ', en: 'Handed in' },
  changedAt: { th: 'แก้ไขล่าสุด', en: 'Last change' },
  remindedAt: { th: 'เตือนล่าสุด', en: 'Last reminder' },
  sum: { th: 'รวม', en: 'Total' },
} as const satisfies Record<string, Label>
