/** Refusals (see `index.ts`). Cameras and their installation points. */
export const cameras = {
  cameraUnknown: {
    status: 404,
    th: 'ไม่พบกล้องนี้ในทะเบียน ตรวจรหัสอีกครั้ง หรือแตะ “ไม่พบในรายการ” เพื่อบอกสถานที่',
    en: 'This camera is not in the register. Check its code, or tap “Not listed” and describe the place.',
  },
  cameraRemoved: {
    status: 409,
    th: 'กล้อง {code} ถูกถอดถอนแล้ว หากยังเห็นกล้องอยู่ แตะ “ไม่พบในรายการ” เพื่อบอกสถานที่',
    en: 'Camera {code} has been removed. If you still see one there, tap “Not listed” and describe the place.',
  },
  siteUnknown: {
    status: 404,
    th: 'ไม่พบจุดติดตั้งนี้ กลับไปที่รายการแล้วเลือกอีกครั้ง',
    en: 'This installation point was not found. Go back to the list and choose again.',
  },
  siteRemoved: {
    status: 409,
    th: 'จุดติดตั้งนี้ถูกนำออกจากทะเบียนแล้ว นำกลับมาก่อน หรือเลือกจุดอื่น',
    en: 'This installation point was taken out of the register. Put it back first, or choose another one.',
  },
  siteNotEmpty: {
    status: 409,
    th: 'ยังมีกล้อง {cameras} ตัวที่จุดนี้ ย้ายหรือถอดถอนกล้องก่อน',
    en: 'There are still cameras here ({cameras}). Move or remove them first.',
  },
  siteElsewhere: {
    status: 409,
    th: 'จุดติดตั้งนี้เป็นของหน่วยงานอื่น เลือกจุดของหน่วยงานเดียวกัน',
    en: 'This installation point belongs to another agency. Choose one of the same agency.',
  },
  subdistrictUnknown: {
    status: 422,
    th: 'ไม่พบตำบลนี้ในจังหวัด เลือกจากรายการ',
    en: 'There is no such subdistrict in the province. Choose one from the list.',
  },
  cameraIsRemoved: {
    status: 409,
    th: 'กล้อง {code} ถูกถอดถอนแล้ว นำกลับมาก่อนจึงแก้ไขได้',
    en: 'Camera {code} has been removed. Put it back before you change it.',
  },
  statusByRepair: {
    status: 409,
    th: 'กล้อง {code} มีงานซ่อม {number} อยู่ สถานะเปลี่ยนตามงานซ่อม แก้ที่งานซ่อมนั้น',
    en: 'Camera {code} has the open repair {number}, and its status follows from that. Change it there.',
  },
  removedByRepair: {
    status: 409,
    th: 'กล้อง {code} มีงานซ่อม {number} อยู่ ปิดงานซ่อมนั้นก่อนจึงถอดถอนได้',
    en: 'Camera {code} has the open repair {number}. Finish that before you remove the camera.',
  },
  codesUsedUp: {
    status: 409,
    th: 'จังหวัดนี้ใช้รหัสกล้องครบ 99,999 ตัวแล้ว แจ้งผู้ดูแลระบบ',
    en: 'All 99,999 camera codes of this province are used. Tell whoever runs the system.',
  },
  provinceUnknown: {
    status: 404,
    th: 'ไม่พบจังหวัดนี้ เลือกจังหวัดจากรายการ',
    en: 'There is no such province. Choose one from the list.',
  },
} as const
