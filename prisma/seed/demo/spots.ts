/** A place where a person of the demo can be: sent as LINE's location. */
export interface DemoPlace { title: string, address: string, latitude: number, longitude: number }

/** Places near the demo's cameras, and one far outside the province. */
export const demoPlaces: DemoPlace[] = [
  { title: 'หน้าตลาดสุวพันธุ์', address: 'ตำบลตลาดหลวง อำเภอเมืองอ่างทอง จังหวัดอ่างทอง', latitude: 14.58765, longitude: 100.45225 },
  { title: 'อบต.โพสะ', address: 'ตำบลโพสะ อำเภอเมืองอ่างทอง จังหวัดอ่างทอง', latitude: 14.55910, longitude: 100.44825 },
  { title: 'ศาลหลักเมืองอ่างทอง', address: 'ตำบลตลาดหลวง อำเภอเมืองอ่างทอง จังหวัดอ่างทอง', latitude: 14.58990, longitude: 100.45320 },
  { title: 'ศาลากลางจังหวัดอ่างทอง', address: 'ตำบลบางแก้ว อำเภอเมืองอ่างทอง จังหวัดอ่างทอง', latitude: 14.59080, longitude: 100.45620 },
  { title: 'ตลาดสดป่าโมก', address: 'ตำบลป่าโมก อำเภอป่าโมก จังหวัดอ่างทอง', latitude: 14.49455, longitude: 100.44580 },
  { title: 'วัดไชโยวรวิหาร', address: 'ตำบลไชโย อำเภอไชโย จังหวัดอ่างทอง', latitude: 14.66115, longitude: 100.47000 },
  { title: 'ตลาดศาลเจ้าโรงทอง', address: 'ตำบลศาลเจ้าโรงทอง อำเภอวิเศษชัยชาญ จังหวัดอ่างทอง', latitude: 14.59380, longitude: 100.34065 },
  { title: 'ที่ว่าการอำเภอโพธิ์ทอง', address: 'ตำบลอ่างแก้ว อำเภอโพธิ์ทอง จังหวัดอ่างทอง', latitude: 14.67000, longitude: 100.40100 },
  { title: 'ที่ว่าการอำเภอแสวงหา', address: 'ตำบลแสวงหา อำเภอแสวงหา จังหวัดอ่างทอง', latitude: 14.75600, longitude: 100.31200 },
  { title: 'ที่ว่าการอำเภอสามโก้', address: 'ตำบลสามโก้ อำเภอสามโก้ จังหวัดอ่างทอง', latitude: 14.60400, longitude: 100.25900 },
  { title: 'ประตูท่าแพ เชียงใหม่ (ไกลจากอ่างทอง)', address: 'ตำบลช้างคลาน อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่', latitude: 18.78770, longitude: 98.99310 },
]
