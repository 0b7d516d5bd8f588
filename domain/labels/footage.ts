import type { FootageCause, FootageEventKind, FootageItemState, FootageState, LegalBasis } from '../../prisma/client'
import type { Move } from '../footage/rules'
import type { Label } from './label'

/** How a request for recordings stands. That somebody would not is never said to the police: only that it cannot be had. */
export const footageStateLabels: Record<FootageState, Label> = {
  AWAITING_APPROVAL: { th: 'รออนุมัติ', en: 'Waits for approval' },
  DECLINED: { th: 'ไม่อนุมัติ', en: 'Not approved' },
  SUBMITTED: { th: 'รอผู้ดูแลกล้อง', en: 'Waiting' },
  COMPLETED: { th: 'ได้ภาพครบ', en: 'Received' },
  PARTIAL: { th: 'ได้ภาพบางส่วน', en: 'Partly received' },
  UNAVAILABLE: { th: 'ไม่ได้ภาพ', en: 'Not received' },
  REFUSED: { th: 'ไม่สามารถให้ได้', en: 'Not available' },
  CANCELLED: { th: 'ยกเลิกแล้ว', en: 'Cancelled' },
  EXPIRED: { th: 'เลยเวลาแล้ว', en: 'Expired' },
}

/** How a request is coloured. */
export const footageTones = {
  AWAITING_APPROVAL: 'repair',
  DECLINED: 'unusable',
  SUBMITTED: 'info',
  COMPLETED: 'normal',
  PARTIAL: 'repair',
  UNAVAILABLE: 'unusable',
  REFUSED: 'unusable',
  CANCELLED: 'unusable',
  EXPIRED: 'damaged',
} as const satisfies Record<FootageState, string>

/** How the recording of one camera stands. */
export const itemStateLabels: Record<FootageItemState, Label> = {
  ASKED: { th: 'รอคำตอบ', en: 'Not answered yet' },
  PRESERVED: { th: 'เก็บภาพไว้แล้ว', en: 'Saved' },
  READY: { th: 'นัดเวลาแล้ว', en: 'Appointment made' },
  RECEIVED: { th: 'ได้ภาพแล้ว', en: 'Received' },
  REFUSED: { th: 'ไม่สามารถให้ได้', en: 'Not available' },
  UNAVAILABLE: { th: 'ไม่ได้ภาพ', en: 'Not received' },
}

/** How it is coloured. */
export const itemTones = {
  ASKED: 'repair',
  PRESERVED: 'info',
  READY: 'info',
  RECEIVED: 'normal',
  REFUSED: 'unusable',
  UNAVAILABLE: 'unusable',
} as const satisfies Record<FootageItemState, string>

/** Why there is no recording. */
export const footageCauseLabels: Record<FootageCause, Label> = {
  CAMERA_DOWN: { th: 'กล้องเสีย', en: 'Camera down' },
  NOT_RECORDED: { th: 'ไม่ได้บันทึก', en: 'Not recorded' },
  OVERWRITTEN: { th: 'ถูกบันทึกทับแล้ว', en: 'Overwritten' },
  WRONG_VIEW: { th: 'กล้องไม่เห็นจุดนั้น', en: 'Wrong view' },
  BAD_QUALITY: { th: 'ภาพไม่ชัดพอ', en: 'Bad quality' },
  CLOCK_WRONG: { th: 'เวลาในกล้องไม่ตรง', en: 'Clock is wrong' },
  CANNOT_EXPORT: { th: 'ไม่มีใครเปิดเครื่องได้', en: 'Cannot be exported' },
  NO_ANSWER: { th: 'ไม่มีคำตอบ', en: 'No answer' },
}

/** What allows the police to ask: Criminal Procedure Code, Personal Data Protection Act B.E. 2562. */
export const legalBasisLabels: Record<LegalBasis, Label> = {
  CPC_131: { th: 'ป.วิ.อาญา ม.131', en: 'CPC s.131' },
  CPC_132: { th: 'ป.วิ.อาญา ม.132', en: 'CPC s.132' },
  CPC_17: { th: 'ป.วิ.อาญา ม.17', en: 'CPC s.17' },
  PDPA_24_2: { th: 'PDPA ม.24(2)', en: 'PDPA s.24(2)' },
}

/** When each of them is the right one. */
export const legalBasisNotes: Record<LegalBasis, Label> = {
  CPC_131: { th: 'พนักงานสอบสวนรวบรวมพยานหลักฐานในคดี', en: 'an inquiry officer gathers evidence of a case' },
  CPC_132: { th: 'มีหมายเรียกพยานหลักฐานตามมาตรา 132(3)', en: 'a summons for evidence under s.132(3)' },
  CPC_17: { th: 'ตำรวจสืบสวนก่อนมีคดี', en: 'police investigate before there is a case' },
  PDPA_24_2: { th: 'ระงับอันตรายต่อชีวิตหรือร่างกาย เช่น ตามหาคนหาย', en: 'danger to life or health, such as a missing person' },
}

/** What happened to a request, as lines of its time line. */
export const footageEventLabels: Record<FootageEventKind, Label> = {
  SUBMITTED: { th: 'ส่งคำขอ', en: 'Request sent' },
  APPROVED: { th: 'อนุมัติ', en: 'Approved' },
  DECLINED: { th: 'ไม่อนุมัติ', en: 'Not approved' },
  LOGGED: { th: 'บันทึกการขอ', en: 'Logged' },
  UNDONE: { th: 'เลิกทำ', en: 'Undone' },
  CANCELLED: { th: 'ยกเลิกคำขอ', en: 'Cancelled' },
  ASKED_OTHERS: { th: 'ถามผู้ดูแลคนอื่นด้วย', en: 'Others were asked, too' },
  REMINDED: { th: 'เตือนผู้ดูแล', en: 'Reminded' },
  PRESERVED: { th: 'ผู้ดูแลเก็บภาพไว้แล้ว', en: 'Saved by its custodian' },
  APPOINTED: { th: 'นัดเวลา', en: 'Appointment made' },
  TECHNICIAN: { th: 'ต้องรอช่าง', en: 'A technician is needed' },
  CAMERA_DOWN: { th: 'กล้องเสีย', en: 'Camera down' },
  REFUSED: { th: 'ไม่สามารถให้ได้', en: 'Not available' },
  RECEIVED: { th: 'ได้ภาพ', en: 'Received' },
  UNAVAILABLE: { th: 'ไม่ได้ภาพ', en: 'Not received' },
  HANDED_OVER: { th: 'บันทึกค่าแฮช', en: 'Hash noted' },
  EXPIRED: { th: 'เลยเวลาโดยไม่มีคำตอบ', en: 'Time ran out without an answer' },
  WITHDRAWN: { th: 'ไม่สามารถให้ได้', en: 'Not available' },
}

/** What a supervisor can decide, as words on buttons. */
export const decisionLabels = {
  approve: { th: 'อนุมัติ', en: 'Approve' },
  decline: { th: 'ไม่อนุมัติ', en: 'Do not approve' },
} as const satisfies Record<string, Label>

/** What can be done with a recording, as words on buttons. */
export const moveLabels: Record<Move, Label> = {
  preserve: { th: 'เก็บภาพไว้แล้ว', en: 'Saved it' },
  appoint: { th: 'นัดเวลา', en: 'Set a time' },
  awaitTechnician: { th: 'ต้องรอช่าง', en: 'Technician needed' },
  reportDown: { th: 'กล้องเสีย', en: 'Camera is down' },
  refuse: { th: 'ไม่สะดวก', en: 'Not possible' },
  receive: { th: 'ได้ภาพแล้ว', en: 'Got it' },
  miss: { th: 'ไม่ได้ภาพ', en: 'Did not get it' },
  handOver: { th: 'แนบค่าแฮช', en: 'Add the hash' },
  expire: { th: 'หมดเวลา', en: 'Expire' },
}

/** The detail of a report that a request for recordings led to, in both languages, for whoever repairs it. */
export const mentioned = (number: string): string => `พบว่ากล้องเสียจากคำขอดูภาพ ${number} (found by a footage request)`
