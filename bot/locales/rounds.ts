import { both } from './both'

/** Survey rounds and agencies' returns. */
export const rounds = both({
  th: {
    opened: 'เปิดรอบสำรวจกล้อง',
    reminder: 'ยังไม่ได้ส่งข้อมูลกล้อง',
    returned: 'ส่งกลับให้แก้ไข',
    accepted: 'ตรวจรับข้อมูลแล้ว',
    round: 'รอบสำรวจ',
    until: 'ส่งภายใน',
    remarks: 'สิ่งที่ต้องแก้ไข',
    askOpened: 'กรอกข้อมูลกล้องของหน่วยงานให้ครบแล้วส่ง หากไม่มีกล้อง แจ้งว่าไม่มีพร้อมเหตุผล',
    askReminder: 'ตรวจว่าข้อมูลครบแล้วส่ง หากไม่มีกล้อง แจ้งว่าไม่มีพร้อมเหตุผล',
    askReturned: 'แก้ไขแล้วส่งอีกครั้ง พร้อมตอบสำนักงานจังหวัดได้',
    thanks: 'ขอบคุณที่ส่งข้อมูล หากกล้องเปลี่ยนไป แก้ไขในทะเบียนได้เสมอ',
    open: 'เปิดหน้าส่งข้อมูล',
  },
  en: {
    opened: 'Survey of cameras begins',
    reminder: 'Cameras not handed in yet',
    returned: 'Sent back to be corrected',
    accepted: 'Return accepted',
    round: 'Round',
    until: 'Hand in by',
    remarks: 'To put right',
    askOpened: 'Fill in your agency’s cameras, then hand in. If there are none, say so with the reason.',
    askReminder: 'Check that everything is there, then hand in. If there are none, say so with the reason.',
    askReturned: 'Put it right and hand in again. You can answer the provincial office.',
    thanks: 'Thank you. When a camera changes, you can always correct it in the register.',
    open: 'Open your return',
  },
})
