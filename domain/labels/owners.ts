import type { ExportBy, OwnerCheck } from '../../prisma/client'
import type { Label } from './label'

/** How far the check of a private camera has come. */
export const ownerCheckLabels: Record<OwnerCheck, Label> = {
  PENDING: { th: 'รอตรวจ', en: 'To be checked' },
  CONFIRMED: { th: 'ยืนยันแล้ว', en: 'Confirmed' },
  CHANGE_WANTED: { th: 'ขอให้แก้ไข', en: 'Change wanted' },
  DECLINED: { th: 'ไม่รับ', en: 'Declined' },
}

/** Who can open the recorder of a shop or home. */
export const openedByLabels: Record<ExportBy, Label> = {
  STAFF: { th: 'คนในร้านหรือบ้านเปิดได้', en: 'We can ourselves' },
  TECHNICIAN: { th: 'ต้องรอช่าง', en: 'Needs a technician' },
  NOBODY: { th: 'ไม่มีใครเปิดได้', en: 'Nobody can' },
}

/** Inside or outside. */
export const whereLabels = { outside: { th: 'นอกอาคาร', en: 'Outside' }, inside: { th: 'ในอาคาร', en: 'Inside' } } as const satisfies Record<string, Label>

/** Whether police see the telephone number. */
export const sharesLabels = { yes: { th: 'ให้ตำรวจเห็นเบอร์', en: 'Police may see it' }, no: { th: 'ไม่ให้เห็น', en: 'Not shown' } } as const satisfies Record<string, Label>

/** Before the number of an extension. */
export const extensionLabel: Label = { th: 'ต่อ', en: 'ext.' }

/** In place of what was taken back. */
export const takenBackLabel: Label = { th: 'ข้อความถูกยกเลิก', en: 'Message taken back' }
