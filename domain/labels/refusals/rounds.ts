/** Refusals (see `index.ts`). Survey rounds and returns. */
export const rounds = {
  roundOpen: {
    status: 409,
    th: 'จังหวัดนี้มีรอบสำรวจที่ยังไม่ปิด ({name}) ปิดรอบนั้นก่อน หรือแก้วันของรอบนั้น',
    en: 'A survey round of this province is not over yet ({name}). Close it first, or change its dates.',
  },
  roundDates: {
    status: 422,
    th: 'วันสุดท้ายต้องไม่อยู่ก่อนวันนี้และวันเปิดรอบ เลือกวันใหม่',
    en: 'The last day cannot lie before today or before the opening. Choose another day.',
  },
  roundClosed: {
    status: 409,
    th: 'รอบสำรวจนี้ปิดแล้ว จึงทำ “{move}” ไม่ได้ หากต้องแก้ไข ติดต่อสำนักงานจังหวัด',
    en: 'This survey round is closed, so “{move}” cannot be done. Ask the provincial office if something has to be changed.',
  },
  returnState: {
    status: 409,
    th: 'รายการนี้อยู่ในสถานะ “{state}” จึงทำ “{move}” ไม่ได้ โหลดหน้านี้ใหม่เพื่อดูสิ่งที่ทำได้',
    en: 'This return is “{state}”, so “{move}” cannot be done. Load the page again to see what can.',
  },
  returnErrors: {
    status: 409,
    th: 'ยังมีข้อมูลผิด {errors} แห่ง แก้ไขตามรายการก่อน แล้วส่งอีกครั้ง',
    en: 'There are {errors} errors left. Put them right as the list says, then hand in again.',
  },
  returnEmpty: {
    status: 409,
    th: 'ยังไม่มีกล้องในทะเบียนของหน่วยงาน เพิ่มกล้องก่อน หรือแตะ “แจ้งว่าไม่มีกล้อง”',
    en: 'The register has no camera of this agency yet. Add them first, or tap “We have none”.',
  },
  returnNotEmpty: {
    status: 409,
    th: 'ทะเบียนมีกล้องของหน่วยงาน {cameras} ตัว จึงแจ้งว่าไม่มีไม่ได้ หากไม่มีแล้ว ถอดถอนกล้องในทะเบียนก่อน',
    en: 'The register has {cameras} cameras of this agency, so it cannot have none. If they are gone, remove them there first.',
  },
} as const
