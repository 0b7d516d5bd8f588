/** Refusals (see `index.ts`). Whatever one is doing. */
export const everywhere = {
  notAllowed: {
    status: 403,
    th: 'เรื่องนี้เปิดให้เฉพาะผู้ที่เกี่ยวข้อง หากเป็นหน้าที่ของคุณ พิมพ์ “ลงทะเบียน” เพื่อขอสิทธิ์',
    en: 'Only the people in charge can do this. If it is your job, type “Register” to ask for access.',
  },
  notFound: {
    status: 404,
    th: 'ไม่พบรายการนี้ อาจถูกยกเลิกไปแล้ว พิมพ์ “ติดตามเรื่อง” เพื่อดูรายการของคุณ',
    en: 'This item was not found; it may have been cancelled. Type “My reports” to see yours.',
  },
  changedMeanwhile: {
    status: 409,
    th: 'มีผู้แก้ไขรายการนี้ระหว่างที่คุณกรอก ดูสิ่งที่เปลี่ยนไป แล้วเลือกว่าจะใช้ค่าใด',
    en: 'Somebody else changed this while you were editing. See what changed and choose which to keep.',
  },
  cursorUnknown: {
    status: 422,
    th: 'รายการนี้เปลี่ยนไปแล้ว เริ่มดูจากหน้าแรกอีกครั้ง',
    en: 'This list goes on no more. Begin again with its first page.',
  },
  apiKeyTooMany: {
    status: 409,
    th: 'จังหวัดมีกุญแจที่ใช้ได้ครบ {most} ดอกแล้ว ยกเลิกดอกที่ไม่ใช้ก่อน แล้วสร้างใหม่',
    en: 'The province has {most} keys in use, which is all it can have. Revoke one that is not needed, then make the new one.',
  },
  otherProvince: {
    status: 403,
    th: 'กุญแจนี้อ่านได้เฉพาะจังหวัดรหัส {province} ขอกุญแจของจังหวัดอื่นจากผู้ดูแลระดับจังหวัดนั้น',
    en: 'This key reads the province {province} alone. Ask the secretary of the other province for a key of theirs.',
  },
} as const
