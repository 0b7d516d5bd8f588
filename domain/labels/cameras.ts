import type { CameraStatus } from '../../prisma/client'
import type { Label } from './label'

/** How a camera's status is shown: word, sign and colours (never colour alone). `ink` on `ground` is readable in sunlight. */
export interface StatusLook extends Label { sign: '●' | '◐' | '▲' | '■', ink: string, ground: string }

const grey = { sign: '■', ink: '#475467', ground: '#EEF1F4' } as const

/** Whether a camera works. */
export const statusLabels: Record<CameraStatus, StatusLook> = {
  NORMAL: { th: 'ใช้งานได้ปกติ', en: 'Working', sign: '●', ink: '#18794E', ground: '#E6F4EC' },
  UNUSABLE: { th: 'ใช้งานไม่ได้', en: 'Not usable', ...grey },
  DAMAGED: { th: 'ชำรุด', en: 'Damaged', sign: '▲', ink: '#B42318', ground: '#FDECEA' },
  UNDER_REPAIR: { th: 'อยู่ระหว่างการซ่อมแซม', en: 'Under repair', sign: '◐', ink: '#A15C00', ground: '#FDF1DC' },
  REMOVED: { th: 'ถอดถอนแล้ว', en: 'Removed', ...grey },
}
