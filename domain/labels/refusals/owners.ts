/** Refusals (see `index.ts`). Private cameras and their owners. */
export const owners = {
  placeOutside: {
    status: 422,
    th: 'ตำแหน่งนี้อยู่นอกจังหวัดที่ใช้ระบบ ตรวจตำแหน่งแล้วส่งใหม่',
    en: 'That place is outside the provinces that use this system. Check the place and send it again.',
  },
  consentOutdated: {
    status: 409,
    th: 'ข้อความยินยอมมีการแก้ไข พิมพ์ “ลงทะเบียนกล้อง” เพื่ออ่านฉบับใหม่',
    en: 'The text you agreed to has changed. Type “Register a camera” to read the new one.',
  },
  contactUnreadable: {
    status: 409,
    th: 'เปิดข้อมูลติดต่อนี้ไม่ได้ ให้เจ้าของกล้องแก้ชื่อและเบอร์โทรใหม่ใน “กล้องของฉัน”',
    en: 'This contact cannot be opened. The owner can enter name and number again under “My cameras”.',
  },
  ownCamerasMany: {
    status: 409,
    th: 'ลงทะเบียนกล้องได้คนละไม่เกิน {most} ตัว นำตัวที่เลิกใช้ออกก่อนใน “กล้องของฉัน”',
    en: 'One person can register at most {most} cameras. First take out one that is no longer used, under “My cameras”.',
  },
  ownCameraDeclined: {
    status: 409,
    th: 'กล้องตัวนี้ไม่ผ่านการตรวจแล้ว จึงแก้ไขไม่ได้ นำออกแล้วลงทะเบียนใหม่ได้',
    en: 'This camera was declined, so it cannot be changed. Take it out and register it again.',
  },
  privateRepair: {
    status: 409,
    th: 'กล้องนี้เป็นของเอกชน เจ้าของเป็นผู้ซ่อม จึงส่งต่อให้หน่วยงานไม่ได้',
    en: 'This camera is a private one and its owner repairs it: it cannot be forwarded to an agency.',
  },
  ownCheck: {
    status: 403,
    th: 'กล้องตัวนี้เป็นของคุณเอง ต้องให้ผู้อื่นเป็นผู้ตรวจ',
    en: 'This camera is your own: somebody else has to check it.',
  },
  checkDecided: {
    status: 409,
    th: 'กล้อง {code} มีผู้ตรวจไปแล้ว ไม่ต้องทำอะไรต่อ',
    en: 'Camera {code} has been checked by somebody already. Nothing more to do.',
  },
  pauseTooLong: {
    status: 422,
    th: 'เลือกวันที่ตั้งแต่พรุ่งนี้ ไม่เกิน 1 ปี',
    en: 'Choose a day from tomorrow on, at most a year ahead.',
  },
} as const
