import type { Scope } from '../keys/schema'
import type { Label } from './label'

/** What a key is for, in words. */
export const scopeLabels: Record<Scope, Label> = {
  'cameras:read': { th: 'ดูทะเบียนกล้อง', en: 'Read the register of cameras' },
  'cameras:export': { th: 'ดาวน์โหลดทะเบียนกล้องเป็นไฟล์', en: 'Take the register out as a file' },
  'overview:read': { th: 'ดูตัวเลขภาพรวมจังหวัด', en: 'Read the figures of the province' },
}
