/** Refusals (see `index.ts`). Agencies and districts. */
export const agencies = {
  agencyUnknown: {
    status: 404,
    th: 'ไม่พบหน่วยงานนี้ในจังหวัด เลือกจากรายการ หรือพิมพ์ชื่ออีกครั้ง',
    en: 'There is no such agency in the province. Choose from the list or type the name again.',
  },
  agencyExists: {
    status: 409,
    th: 'จังหวัดมีหน่วยงานชื่อ “{name}” อยู่แล้ว ใช้หน่วยงานนั้น หรือเพิ่มคำให้ต่างกัน เช่น ชื่ออำเภอ',
    en: 'The province has an agency called “{name}” already. Use that one, or add a word that tells them apart, such as the district.',
  },
  agencyInUse: {
    status: 409,
    th: 'ลบ “{name}” ไม่ได้ เพราะมีคน กล้อง งาน หรือข้อมูลที่ส่งแล้วอยู่กับหน่วยงานนี้ ย้ายออกก่อน หรือแก้ไขชื่อแทน',
    en: '“{name}” cannot be removed: people, cameras, work or returns belong to it. Move them first, or change its name instead.',
  },
  districtUnknown: {
    status: 422,
    th: 'ไม่พบอำเภอนี้ในจังหวัด เลือกจากรายการ',
    en: 'There is no such district in the province. Choose one from the list.',
  },
} as const
