import type { Role } from '../../prisma/client'
import type { Label } from './label'

/** What each role is called. */
export const roleLabels: Record<Role, Label> = {
  OFFICIAL: { th: 'เจ้าหน้าที่หน่วยงาน', en: 'Agency official' },
  TECHNICIAN: { th: 'ช่างซ่อม', en: 'Technician' },
  POLICE: { th: 'ตำรวจ', en: 'Police officer' },
  OWNER: { th: 'เจ้าของกล้อง', en: 'Camera owner' },
  SECRETARY: { th: 'ผู้ดูแลระดับจังหวัด', en: 'Provincial secretary' },
  COMMITTEE: { th: 'กรรมการ', en: 'Committee member' },
  NATIONAL: { th: 'ผู้ดูภาพรวมระดับประเทศ', en: 'National viewer' },
  ADMIN: { th: 'ผู้ดูแลระบบ', en: 'System operator' },
}
