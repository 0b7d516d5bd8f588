import type { ReturnState } from '../../prisma/client'
import type { ReturnMove } from '../rounds/rules'
import type { Label } from './label'

/** Where an agency's return stands. */
export const returnStateLabels: Record<ReturnState, Label> = {
  NOT_STARTED: { th: 'ยังไม่เริ่ม', en: 'Not started' },
  IN_PROGRESS: { th: 'กำลังกรอก', en: 'In progress' },
  SUBMITTED: { th: 'ส่งแล้ว รอตรวจ', en: 'Handed in' },
  NIL: { th: 'แจ้งว่าไม่มีกล้อง', en: 'No cameras' },
  RETURNED: { th: 'ส่งกลับให้แก้ไข', en: 'Sent back' },
  ACCEPTED: { th: 'ตรวจรับแล้ว', en: 'Accepted' },
}

/** What can be done with a return. */
export const returnMoveLabels: Record<ReturnMove, Label> = {
  start: { th: 'เริ่มกรอก', en: 'Begin' },
  submit: { th: 'ส่งข้อมูล', en: 'Hand in' },
  nil: { th: 'แจ้งว่าไม่มีกล้อง', en: 'We have none' },
  takeBack: { th: 'ดึงกลับมาแก้ไข', en: 'Take back' },
  return: { th: 'ส่งกลับให้แก้ไข', en: 'Send back' },
  accept: { th: 'ตรวจรับ', en: 'Accept' },
  reopen: { th: 'ยกเลิกการตรวจรับ', en: 'Undo acceptance' },
}

/** Reminding all agencies that have not handed in. */
export const remindLabel: Label = { th: 'เตือน', en: 'Remind' }

/** What stands in the history of a return. */
export const returnActionLabels = {
  submitted: { th: 'ส่งข้อมูล', en: 'Handed in' },
  answered: { th: 'แก้ไขแล้วส่งอีกครั้ง', en: 'Corrected and handed in again' },
  nil: { th: 'แจ้งว่าไม่มีกล้อง', en: 'Said that there are none' },
  returned: { th: 'ส่งกลับให้แก้ไข', en: 'Sent back' },
  accepted: { th: 'ตรวจรับ', en: 'Accepted' },
  reopened: { th: 'เปิดให้แก้ไขอีกครั้ง', en: 'Opened again' },
} as const satisfies Record<string, Label>

/**
 * The steps of a round and the days from the end of entry to each: the road map of the founding minutes (Ang Thong, meeting 1/2559), as a proposal.
 */
export const roadMap: { days: number, label: Label }[] = [
  { days: 0, label: { th: 'สิ้นสุดการกรอกข้อมูล', en: 'Data entry ends' } },
  { days: 7, label: { th: 'ตรวจความครบถ้วนและถูกต้อง', en: 'Completeness and correctness checked' } },
  { days: 14, label: { th: 'ลงจุดบนแผนที่', en: 'Points placed on the map' } },
  { days: 28, label: { th: 'ร่างแผน CCTV ของจังหวัด', en: 'Provincial plan drafted' } },
  { days: 34, label: { th: 'ประชุมคณะกรรมการจังหวัด', en: 'Committee meets' } },
  { days: 49, label: { th: 'รับรองและส่งข้อมูลกับแผน', en: 'Data and plan certified and sent' } },
  { days: 60, label: { th: 'ส่วนกลางรวบรวมและวิเคราะห์', en: 'National office compiles and analyses' } },
  { days: 91, label: { th: 'คณะกรรมการระดับชาติรายงานคณะรัฐมนตรี', en: 'National committee reports to the cabinet' } },
]
