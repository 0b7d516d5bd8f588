import type { Cause, Priority, WaitingFor, WorkOrderEventKind, WorkOrderState } from '../../prisma/client'
import type { Move } from '../workOrders/rules'
import type { Label } from './label'

/** Where a repair stands. */
export const workOrderStateLabels: Record<WorkOrderState, Label> = {
  NEW: { th: 'แจ้งแล้ว', en: 'Reported' },
  ACKNOWLEDGED: { th: 'รับเรื่องแล้ว', en: 'Acknowledged' },
  ASSIGNED: { th: 'มอบหมายแล้ว', en: 'Assigned' },
  IN_PROGRESS: { th: 'กำลังซ่อม', en: 'In progress' },
  WAITING: { th: 'รอ', en: 'Waiting' },
  REPAIRED: { th: 'ซ่อมเสร็จ รอผู้แจ้งยืนยัน', en: 'Repaired, to be confirmed' },
  CLOSED: { th: 'ปิดเรื่องแล้ว', en: 'Closed' },
  REJECTED: { th: 'ไม่ใช่ปัญหา', en: 'Not a fault' },
  DUPLICATE: { th: 'ซ้ำกับเรื่องอื่น', en: 'Duplicate' },
}

/** How a state is coloured: nothing was done yet, in hand, works again, or came to nothing. */
export const workOrderTones = {
  NEW: 'damaged',
  ACKNOWLEDGED: 'repair',
  ASSIGNED: 'repair',
  IN_PROGRESS: 'repair',
  WAITING: 'repair',
  REPAIRED: 'normal',
  CLOSED: 'normal',
  REJECTED: 'unusable',
  DUPLICATE: 'unusable',
} as const satisfies Record<WorkOrderState, 'normal' | 'repair' | 'damaged' | 'unusable'>

/** How urgent a repair is. */
export const priorityLabels: Record<Priority, Label> = {
  URGENT: { th: 'ด่วนที่สุด', en: 'Urgent' },
  HIGH: { th: 'ด่วน', en: 'High' },
  NORMAL: { th: 'ปกติ', en: 'Normal' },
}

/** What a repair waits for. */
export const waitingForLabels: Record<WaitingFor, Label> = {
  PART: { th: 'รออะไหล่', en: 'Waiting for a part' },
  POWER: { th: 'รอไฟฟ้า', en: 'Waiting for power' },
  NETWORK: { th: 'รอเครือข่าย', en: 'Waiting for the network' },
  BUDGET: { th: 'รองบประมาณ', en: 'Waiting for budget' },
  WARRANTY: { th: 'รอการรับประกัน', en: 'Waiting for warranty service' },
}

/** Why the camera was broken. */
export const causeLabels: Record<Cause, Label> = {
  POWER: { th: 'ไฟฟ้า', en: 'Power' },
  NETWORK: { th: 'เครือข่าย', en: 'Network' },
  CAMERA: { th: 'ตัวกล้อง', en: 'Camera' },
  RECORDER: { th: 'เครื่องบันทึก', en: 'Recorder' },
  CABLE: { th: 'สายสัญญาณ', en: 'Cable' },
  WEATHER: { th: 'ฝน ลม ฟ้าผ่า', en: 'Weather' },
  VANDALISM: { th: 'ถูกทำลาย', en: 'Vandalism' },
  ACCIDENT: { th: 'อุบัติเหตุ', en: 'Accident' },
  SETTINGS: { th: 'การตั้งค่า', en: 'Settings' },
  OBSTRUCTION: { th: 'มีสิ่งบัง', en: 'Obstruction' },
  OTHER: { th: 'อื่น ๆ', en: 'Other' },
}

/** What happened to a repair, as lines of its time line. */
export const eventLabels: Record<WorkOrderEventKind, Label> = {
  CREATED: { th: 'แจ้งหน่วยงานแล้ว', en: 'The agency was told' },
  JOINED: { th: 'มีผู้แจ้งเพิ่ม', en: 'Reported by one more person' },
  WITHDRAWN: { th: 'ผู้แจ้งยกเลิก', en: 'Withdrawn by the reporter' },
  ACKNOWLEDGED: { th: 'รับเรื่อง', en: 'Acknowledged' },
  ASSIGNED: { th: 'มอบหมายผู้ซ่อม', en: 'Assigned' },
  STARTED: { th: 'เริ่มซ่อม', en: 'Repair started' },
  WAITING: { th: 'พักงานเพื่อรอ', en: 'Waiting' },
  RESUMED: { th: 'ซ่อมต่อ', en: 'Resumed' },
  FORWARDED: { th: 'ส่งต่อหน่วยงานอื่น', en: 'Forwarded to another agency' },
  REJECTED: { th: 'ไม่ใช่ปัญหา', en: 'Not a fault' },
  DUPLICATE: { th: 'รวมกับเรื่องอื่น', en: 'Merged with another' },
  REPAIRED: { th: 'ซ่อมเสร็จ', en: 'Repaired' },
  CONFIRMED: { th: 'ผู้แจ้งยืนยันว่าใช้ได้แล้ว', en: 'The reporter confirmed that it works' },
  REOPENED: { th: 'ยังเสียอยู่ เปิดเรื่องใหม่', en: 'Still broken, opened again' },
  NOT_CONFIRMED: { th: 'ปิดเรื่องโดยไม่มีคำยืนยัน', en: 'Closed as not confirmed' },
  PRIORITY: { th: 'เปลี่ยนความเร่งด่วน', en: 'Priority changed' },
  NOTE: { th: 'บันทึก', en: 'Note' },
}

/** What a person can do with a repair, as words on its buttons. */
export const moveLabels: Record<Move, Label> = {
  acknowledge: { th: 'รับเรื่อง', en: 'Acknowledge' },
  assign: { th: 'มอบหมาย', en: 'Assign' },
  start: { th: 'เริ่มซ่อม', en: 'Start' },
  wait: { th: 'รอ…', en: 'Wait…' },
  resume: { th: 'ซ่อมต่อ', en: 'Resume' },
  forward: { th: 'ส่งต่อหน่วยงานอื่น', en: 'Forward' },
  reject: { th: 'ไม่ใช่ปัญหา', en: 'Not a fault' },
  markDuplicate: { th: 'ซ้ำกับเรื่องอื่น', en: 'Duplicate' },
  repair: { th: 'ซ่อมเสร็จ', en: 'Repaired' },
  setPriority: { th: 'เปลี่ยนความเร่งด่วน', en: 'Change priority' },
  addNote: { th: 'บันทึกเพิ่ม', en: 'Add a note' },
  confirm: { th: 'ใช้ได้แล้ว', en: 'It works now' },
  reopen: { th: 'ยังเสียอยู่', en: 'Still broken' },
  expire: { th: 'ปิดเรื่อง', en: 'Close' },
}
