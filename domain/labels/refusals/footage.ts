/** Refusals (see `index.ts`). Requests for footage. */
export const footage = {
  footageNotFound: {
    status: 404,
    th: 'ไม่พบคำขอดูภาพนี้ หรือไม่ใช่คำขอถึงคุณ พิมพ์ “คำขอของฉัน” หรือ “คำขอที่ได้รับ” เพื่อดูรายการของคุณ',
    en: 'This request for footage was not found, or is not yours. Type “My requests” or “Requests to me” to see yours.',
  },
  footageCameraUnknown: {
    status: 404,
    th: 'ไม่พบกล้อง {code} ในจังหวัดของคุณ ตรวจรหัสอีกครั้ง หรือส่งตำแหน่งเพื่อดูกล้องที่อยู่ใกล้',
    en: 'There is no camera {code} in your province. Check its code, or send a location to see those nearby.',
  },
  footageOtherProvince: {
    status: 403,
    th: 'กล้อง {code} อยู่ต่างจังหวัด ขอได้เฉพาะกล้องในจังหวัดของสถานีคุณ ประสานสถานีในจังหวัดนั้น หรือเลือกกล้องอื่น',
    en: 'Camera {code} is in another province. You can ask only in that of your station: contact a station there, or choose another camera.',
  },
  footageCameraRemoved: {
    status: 409,
    th: 'กล้อง {code} ถูกถอดถอนแล้ว เลือกกล้องอื่น',
    en: 'Camera {code} has been removed. Choose another one.',
  },
  footageOwnCamera: {
    status: 409,
    th: 'กล้อง {code} อยู่ในความดูแลของคุณเอง เปิดดูภาพได้โดยไม่ต้องขอ แล้วพิมพ์ “บันทึกการขอดูภาพ” เพื่อบันทึกผล',
    en: 'You keep camera {code} yourself and need not ask. Look at it, then type “Log a request already made”.',
  },
  footagePaused: {
    status: 409,
    th: 'เจ้าของกล้อง {code} ขอพักการติดต่อไว้ก่อน เลือกกล้องอื่น',
    en: 'The owner of camera {code} does not want to be contacted for now. Choose another one.',
  },
  footageTooMany: {
    status: 422,
    th: 'ขอได้ไม่เกิน {most} กล้องต่อคำขอ เลือกที่สำคัญที่สุดก่อน ที่เหลือส่งเป็นอีกคำขอหนึ่ง',
    en: 'At most {most} cameras in one request. Choose the most important ones, and ask for the others in another request.',
  },
  footageFuture: {
    status: 422,
    th: 'เวลานี้ยังมาไม่ถึง เลือกช่วงเวลาที่ผ่านมาแล้ว',
    en: 'That time has not come yet. Choose a time that is over.',
  },
  footageEndFirst: {
    status: 422,
    th: 'เวลาสิ้นสุดต้องอยู่หลังเวลาเริ่ม ถ้าข้ามเที่ยงคืน พิมพ์วันที่ทั้งสองด้าน เช่น 20/11/2569 23:30 - 21/11/2569 00:30',
    en: 'The end must come after the beginning. Across midnight type both days, such as 20/11/2026 23:30 - 21/11/2026 00:30.',
  },
  footageTooLong: {
    status: 422,
    th: 'ขอได้ครั้งละไม่เกิน {hours} ชั่วโมง เลือกช่วงที่สั้นลง หรือส่งเป็นหลายคำขอ',
    en: 'At most {hours} hours at a time. Choose a shorter time, or send several requests.',
  },
  footageTooManyMinutes: {
    status: 422,
    th: 'ขอได้ครั้งละไม่เกิน {minutes} นาที เลือกช่วงที่สั้นลง หรือส่งเป็นหลายคำขอ',
    en: 'At most {minutes} minutes at a time. Choose a shorter time, or send several requests.',
  },
  footageAgain: {
    status: 409,
    th: 'คุณขอภาพช่วงเวลานี้จากกล้อง {code} ไว้แล้วในคำขอ {number} พิมพ์เลขนั้นเพื่อดู หรือเลือกกล้องหรือเวลาอื่น',
    en: 'You have asked camera {code} for that time already, in {number}. Type that number to see it, or choose another camera or time.',
  },
  footageAnswered: {
    status: 409,
    th: 'ตอบคำขอนี้แล้ว (“{state}”) จึงตอบ “{move}” ไม่ได้ หากมีอะไรเปลี่ยนไป ส่งข้อความถึงผู้ขอ',
    en: 'This was answered already (“{state}”), so “{move}” cannot be. If something has changed, send the officer a message.',
  },
  footageCancelled: {
    status: 409,
    th: 'ตำรวจยกเลิกคำขอ {number} แล้ว ไม่ต้องดำเนินการ',
    en: 'The police have cancelled {number}. Nothing need be done.',
  },
  footageExpired: {
    status: 409,
    th: 'คำขอ {number} เลยเวลาแล้ว หากยังมีภาพอยู่ โทรแจ้งสถานีตำรวจที่ขอ',
    en: 'The time for {number} is over. If you still have the recording, call the station that asked.',
  },
  footagePast: {
    status: 422,
    th: 'เวลานัดต้องเป็นเวลาที่ยังมาไม่ถึง เลือกใหม่',
    en: 'The appointment must lie ahead. Choose another time.',
  },
  footageOver: {
    status: 409,
    th: 'คำขอ {number} จบแล้ว ({state}) จึงเปลี่ยนไม่ได้',
    en: '{number} is over ({state}) and cannot be changed.',
  },
  footageWaits: {
    status: 409,
    th: 'คำขอ {number} ยังรออนุมัติ ยังไม่ได้ถามผู้ดูแลกล้อง รอผลอนุมัติ หรือยกเลิกคำขอ',
    en: '{number} waits for approval, and nobody has been asked yet. Wait for that, or cancel it.',
  },
  footageNoSupervisor: {
    status: 409,
    th: 'จังหวัดกำหนดให้มีผู้อนุมัติคำขอดูภาพก่อน แต่สถานีของคุณยังไม่มีผู้อนุมัติ แจ้งผู้ดูแลระดับจังหวัดให้กำหนดผู้อนุมัติ แล้วส่งคำขออีกครั้ง',
    en: 'In this province a supervisor approves requests for footage first, but your station has none. Ask the provincial secretary to name one, then send it again.',
  },
  footageDecided: {
    status: 409,
    th: 'คำขอ {number} ไม่รออนุมัติแล้ว ({state})',
    en: '{number} does not wait for approval any more ({state}).',
  },
  footageDecideOwn: {
    status: 409,
    th: 'อนุมัติคำขอของตัวเองไม่ได้ ให้ผู้อนุมัติคนอื่นของสถานีอนุมัติ หรือยกเลิกแล้วส่งใหม่',
    en: 'You cannot decide about your own request. Let another supervisor of the station do it, or cancel it and send it anew.',
  },
  footageOfficerGone: {
    status: 409,
    th: 'ผู้ขอของคำขอ {number} ถูกระงับสิทธิ์หรือย้ายสถานีแล้ว จึงอนุมัติไม่ได้ เลือก “ไม่อนุมัติ” แล้วให้ผู้ขอที่มีสิทธิ์ส่งคำขอใหม่',
    en: 'Who asked for {number} is suspended, or has left the station, so it cannot be approved. Choose “Do not approve”, and let somebody else ask anew.',
  },
  footageItemState: {
    status: 409,
    th: 'กล้องนี้เป็น “{state}” แล้ว จึงทำ “{move}” ไม่ได้',
    en: 'This camera is “{state}” already, so “{move}” cannot be done.',
  },
  footageTalkOver: {
    status: 409,
    th: 'เรื่องของกล้องนี้จบแล้ว จึงส่งข้อความไม่ได้ หากจำเป็น ติดต่อหน่วยงานหรือสถานีโดยตรง',
    en: 'The matter of this camera is over, so no message can be sent. Contact the agency or station directly if needed.',
  },
  footageUndoLate: {
    status: 409,
    th: 'เลย 2 นาทีแล้ว จึงเลิกทำ {number} ไม่ได้',
    en: 'Two minutes are over, so {number} cannot be undone.',
  },
} as const
