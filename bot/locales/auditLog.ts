import { both } from './both'

/** The audit log, as a province's secretary is told of it. */
export const auditLog = both({
  th: {
    title: (province: string) => `บันทึกการใช้งาน จังหวัด${province}`,
    entries: 'ทั้งหมด',
    fresh: 'เพิ่มใหม่',
    count: (n: number) => `${n.toLocaleString('en-US')} รายการ`,
    code: 'รหัสยืนยัน',
    note: 'เก็บข้อความนี้ไว้ หากมีใครแก้หรือลบรายการที่บันทึกแล้ว รหัสจะไม่ตรงกัน เมื่อต้องการตรวจ ส่งคำสั่งนี้ให้ผู้ดูแลระบบหรือผู้ตรวจสอบสั่งงาน',
    copy: 'คัดลอกคำสั่งตรวจ',
  },
  en: {
    title: (province: string) => `Audit log of ${province}`,
    entries: 'All',
    fresh: 'New',
    count: (n: number) => `${n.toLocaleString('en-US')} ${n === 1 ? 'entry' : 'entries'}`,
    code: 'Head hash',
    note: 'Keep this message. If anybody changes or removes what was written, the hash no longer fits. To check, have the operator or an auditor run this command.',
    copy: 'Copy the command',
  },
})
