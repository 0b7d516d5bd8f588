import type { Symptom } from '../../prisma/client'
import type { Label } from './label'

/** What is wrong with a camera. */
export const symptomLabels: Record<Symptom, Label> = {
  NO_PICTURE: { th: 'ไม่มีภาพ', en: 'No picture' },
  BLURRED: { th: 'ภาพไม่ชัด', en: 'Blurred' },
  WRONG_DIRECTION: { th: 'หันผิดทิศ', en: 'Wrong direction' },
  NOT_RECORDING: { th: 'ไม่บันทึก', en: 'Not recording' },
  CLOCK_WRONG: { th: 'เวลาไม่ตรง', en: 'Clock is wrong' },
  VANDALISED: { th: 'ถูกทำลาย', en: 'Vandalised' },
  MISSING: { th: 'กล้องหาย', en: 'Camera missing' },
  OBSTRUCTED: { th: 'มีสิ่งบัง', en: 'View blocked' },
  OTHER: { th: 'อื่น ๆ', en: 'Other' },
}
