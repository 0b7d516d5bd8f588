/** Refusals (see `index.ts`). Imports of spreadsheets. */
export const imports = {
  importState: {
    status: 409,
    th: 'การนำเข้านี้อยู่ในสถานะ “{state}” จึงทำขั้นตอนนี้ไม่ได้ เปิดรายการนำเข้าเพื่อดูสิ่งที่ทำได้ตอนนี้',
    en: 'This import is “{state}”, so that cannot be done. Open the list of imports to see what can be done now.',
  },
  importNothing: {
    status: 409,
    th: 'ไม่มีกล้องใหม่หรือกล้องที่เปลี่ยนแปลงให้นำเข้า แก้ไขบรรทัดที่ผิดก่อน หรือเลือกไฟล์อื่น',
    en: 'There is nothing new or changed to import. Correct the rows that are wrong, or choose another file.',
  },
  importTooLong: {
    status: 413,
    th: 'ไฟล์มีเกิน {most} บรรทัด แบ่งเป็นหลายไฟล์แล้วนำเข้าทีละไฟล์',
    en: 'The file has more than {most} rows. Divide it into several files and import them one by one.',
  },
  importIncomplete: {
    status: 409,
    th: 'ส่งไฟล์มาไม่ครบ ({have} จาก {total} บรรทัด) เลือกไฟล์เดิมอีกครั้งเพื่อส่งส่วนที่เหลือ',
    en: 'The file has not come whole ({have} of {total} rows). Choose it again to send the rest.',
  },
  importCodesUsedUp: {
    status: 409,
    th: 'รหัสกล้องของจังหวัดเหลือ {left} รหัส ไม่พอสำหรับกล้องใหม่ {wanted} ตัว แบ่งไฟล์ให้เล็กลง หรือติดต่อผู้ดูแลระบบ',
    en: 'The province has {left} camera codes left, not enough for {wanted} new cameras. Make the file smaller, or ask whoever runs the system.',
  },
} as const
