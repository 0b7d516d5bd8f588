/** Refusals (see `index.ts`). Co-operation requests. */
export const cooperation = {
  cooperationUnknown: {
    status: 404,
    th: 'ไม่พบคำขอความร่วมมือนี้ อาจสิ้นสุดแล้ว พิมพ์ “ความร่วมมือ” เพื่อดูรายการของคุณ',
    en: 'There is no such request, or it has ended. Type “Co-operation” to see yours.',
  },
  cooperationState: {
    status: 409,
    th: 'ทำไม่ได้แล้ว คำขอนี้ {state} พิมพ์ “ความร่วมมือ” เพื่อดูรายการของคุณ',
    en: 'That cannot be done any more. The request stands at “{state}”. Type “Co-operation” to see yours.',
  },
  cooperationOwn: {
    status: 409,
    th: 'กล้องนี้อยู่ในความดูแลของคุณเอง หันกล้องแล้วแก้ทิศในทะเบียนได้เลย',
    en: 'You keep this camera yourself: turn it, and change its direction in the register.',
  },
  cooperationFar: {
    status: 422,
    th: 'จุดนี้ไกลจากกล้องเกินไป เลือกจุดที่ห่างไม่เกิน {metres} เมตร',
    en: 'That point is too far from the camera. Choose one at most {metres} metres away.',
  },
  cooperationSame: {
    status: 422,
    th: 'กล้อง {code} หันไปทางนั้นอยู่แล้ว เลือกทิศอื่น',
    en: 'Camera {code} looks there already. Choose another direction.',
  },
  cooperationOpen: {
    status: 409,
    th: 'มีคำขอแบบเดียวกันถึงกล้องนี้รออยู่แล้ว รอคำตอบก่อน',
    en: 'The same was asked of this camera, and is open. Wait for the answer.',
  },
  cooperationResting: {
    status: 409,
    th: 'เพิ่งมีการขอแบบเดียวกันกับกล้องนี้ เพื่อไม่รบกวน ขอใหม่ได้ตั้งแต่ {until}',
    en: 'The same was asked of this camera not long ago. So as not to trouble anybody, ask again from {until}.',
  },
  cooperationMany: {
    status: 409,
    th: 'คุณมีคำขอที่รออยู่ {most} รายการแล้ว ยกเลิกรายการที่ไม่ต้องการก่อนใน “ความร่วมมือ”',
    en: 'You have {most} open requests. First take back those that are not needed, under “Co-operation”.',
  },
} as const
