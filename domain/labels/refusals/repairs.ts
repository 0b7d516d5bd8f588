/** Refusals (see `index.ts`). Reports and repairs. */
export const repairs = {
  withdrawTooLate: {
    status: 409,
    th: 'แจ้งหน่วยงานแล้ว จึงยกเลิก {number} ไม่ได้ หากแจ้งผิดหรือกล้องใช้ได้แล้ว แตะ “เพิ่มรายละเอียด” แล้วบอกหน่วยงานได้เลย',
    en: 'The agency has been told, so {number} cannot be undone. If it was a mistake or the camera works again, tap “Add details” and tell them.',
  },
  changeTooLate: {
    status: 409,
    th: 'แจ้งหน่วยงานแล้ว จึงแก้ไข {number} ไม่ได้ แตะ “เพิ่มรายละเอียด” เพื่อบอกข้อมูลที่ถูกต้อง',
    en: 'The agency has been told, so {number} cannot be changed. Tap “Add details” and write what is right.',
  },
  reportOver: {
    status: 409,
    th: 'เรื่องนี้จบแล้ว ({state}) จึงเพิ่มข้อมูลไม่ได้ หากกล้องยังเสียอยู่ พิมพ์ “แจ้งกล้องเสีย”',
    en: 'This matter is over ({state}), so nothing can be added. If the camera is still broken, type “Report a broken camera”.',
  },
  tooManyPhotos: {
    status: 409,
    th: 'แนบภาพได้ไม่เกิน {limit} ภาพ ภาพที่ส่งมาก่อนเก็บไว้แล้ว',
    en: 'At most {limit} photos can be attached. Those sent before are kept.',
  },
  verdictNotYet: {
    status: 409,
    th: 'เรื่องนี้ยังไม่ต้องยืนยัน (สถานะ: {state}) เมื่อซ่อมเสร็จเราจะถามคุณอีกครั้ง พิมพ์ “ติดตามเรื่อง” เพื่อดูความคืบหน้า',
    en: 'There is nothing to confirm yet (it is: {state}). We will ask you once it is repaired. Type “My reports” to see how it goes.',
  },
  reportAgain: {
    status: 409,
    th: 'เรื่องนี้ปิดแล้ว จึงเปิดอีกครั้งไม่ได้ (เปิดได้ภายใน {days} วันหลังปิด และเมื่อยังไม่มีผู้แจ้งใหม่) พิมพ์ “แจ้งกล้องเสีย” เพื่อแจ้งอีกครั้ง',
    en: 'This matter is closed and cannot be opened again (only within {days} days of closing, and while nobody has reported it anew). Type “Report a broken camera” to report it again.',
  },
  starsNotYet: {
    status: 409,
    th: 'ให้ดาวได้เมื่อคุณยืนยันแล้วว่ากล้องใช้ได้ แตะ “ใช้ได้แล้ว” ก่อน',
    en: 'Stars can be given once you have said that the camera works. Tap “It works now” first.',
  },
  workOrderState: {
    status: 409,
    th: 'งานซ่อมนี้อยู่ในสถานะ “{state}” จึงทำ “{move}” ไม่ได้ พิมพ์ “งานของฉัน” เพื่อดูสิ่งที่ทำได้ตอนนี้',
    en: 'This work order is “{state}”, so “{move}” cannot be done. Type “My work” to see what can be done now.',
  },
  workOrderMoved: {
    status: 409,
    th: 'มีผู้อื่นทำไปก่อนแล้ว งานซ่อมนี้เป็น “{state}” ดูข้อมูลล่าสุด แล้วเลือกสิ่งที่ทำได้ตอนนี้',
    en: 'Somebody else was first: this work order is “{state}”. Look at it again and choose what can be done now.',
  },
  noAgencyYet: {
    status: 409,
    th: 'ยังไม่มีหน่วยงานรับผิดชอบเรื่องนี้ แตะ “ส่งต่อหน่วยงานอื่น” เพื่อเลือกหน่วยงานก่อน',
    en: 'No agency is responsible for this yet. Tap “Forward” and choose one first.',
  },
  assigneeUnknown: {
    status: 409,
    th: 'มอบหมายให้คนนี้ไม่ได้ เลือกช่างหรือเจ้าหน้าที่ของหน่วยงานจากรายการ',
    en: 'It cannot be given to this person. Choose a technician or an official of the agency from the list.',
  },
  agencySame: {
    status: 409,
    th: 'เรื่องนี้อยู่กับหน่วยงานนี้แล้ว เลือกหน่วยงานอื่น',
    en: 'It is with this agency already. Choose another one.',
  },
  duplicateUnknown: {
    status: 404,
    th: 'ไม่พบงานซ่อมหมายเลขนี้ในจังหวัด ตรวจเลขที่ขึ้นต้นด้วย W หรือ F อีกครั้ง',
    en: 'There is no such work order in the province. Check the number that begins with W or F.',
  },
  duplicateItself: {
    status: 409,
    th: 'หมายเลขนี้คืองานนี้เอง พิมพ์หมายเลขของอีกงานหนึ่ง',
    en: 'That is the number of this very work order. Type the number of the other one.',
  },
  photoNeeded: {
    status: 409,
    th: 'ต้องมีภาพหลังซ่อมอย่างน้อย 1 ภาพ ส่งภาพก่อน แล้วแตะ “ซ่อมเสร็จ” อีกครั้ง',
    en: 'At least one photo taken after the repair is needed. Send it first, then tap “Repaired” again.',
  },
  agencyNeeded: {
    status: 422,
    th: 'บทบาทนี้ต้องสังกัดหน่วยงาน เลือกหน่วยงานก่อน',
    en: 'This role belongs to an agency. Choose the agency first.',
  },
} as const
