import type { CameraKind, ProblemTopic, RiskKind, TimeOfDay } from '../../prisma/client'
import type { Label } from './label'

/** Why a point needs watching. */
export const riskLabels: Record<RiskKind, Label> = {
  CRIME: { th: 'อาชญากรรม', en: 'Crime' },
  ESCAPE_ROUTE: { th: 'เส้นทางหลบหนี', en: 'Escape route' },
  ACCIDENT: { th: 'จุดเกิดอุบัติเหตุ', en: 'Accidents' },
  TRAFFIC: { th: 'จราจร', en: 'Traffic' },
  TOURIST: { th: 'แหล่งท่องเที่ยว', en: 'Tourist place' },
  SCHOOL: { th: 'โรงเรียน', en: 'School' },
  BORDER: { th: 'แนวเขตหรือชายแดน', en: 'Border' },
  FLOOD: { th: 'น้ำท่วม', en: 'Flooding' },
  OTHER: { th: 'อื่น ๆ', en: 'Other' },
}

/** Kinds of cameras. */
export const kindLabels: Record<CameraKind, Label> = {
  FIXED: { th: 'แบบติดตั้งคงที่', en: 'Fixed' },
  PTZ: { th: 'หมุนและซูมได้', en: 'Pan-tilt-zoom' },
  DOME: { th: 'โดม', en: 'Dome' },
  FISHEYE: { th: 'ฟิชอาย', en: 'Fisheye' },
  PLATE_READER: { th: 'อ่านป้ายทะเบียน', en: 'Plate reader' },
  THERMAL: { th: 'จับความร้อน', en: 'Thermal' },
  OTHER: { th: 'แบบอื่น', en: 'Other kind' },
}

/** What a problem is about. */
export const topicLabels: Record<ProblemTopic, Label> = {
  MAINTENANCE: { th: 'การซ่อมบำรุง', en: 'Maintenance' },
  BUDGET: { th: 'งบประมาณ', en: 'Budget' },
  NETWORK: { th: 'เครือข่ายและสัญญาณ', en: 'Network' },
  RECORDING: { th: 'การบันทึกและดูภาพ', en: 'Recording' },
  PEOPLE: { th: 'บุคลากร', en: 'People' },
  COOPERATION: { th: 'การประสานงาน', en: 'Co-operation' },
  REGULATION: { th: 'ระเบียบและกฎหมาย', en: 'Regulations' },
  OTHER: { th: 'อื่น ๆ', en: 'Other' },
}

/** When a point is risky. */
export const timeOfDayLabels: Record<TimeOfDay, Label> = {
  ANY: { th: 'ตลอดวัน', en: 'Any time' },
  MORNING: { th: 'ช่วงเช้า', en: 'Morning' },
  DAY: { th: 'กลางวัน', en: 'Daytime' },
  EVENING: { th: 'ช่วงเย็น', en: 'Evening' },
  NIGHT: { th: 'กลางคืน', en: 'Night' },
}

/** Headings of exported risk points. */
export const riskColumnLabels = {
  kind: { th: 'เสี่ยงเรื่อง', en: 'Risk' },
  place: { th: 'สถานที่', en: 'Place' },
  latitude: { th: 'ละติจูด', en: 'Latitude' },
  longitude: { th: 'ลองจิจูด', en: 'Longitude' },
  timeOfDay: { th: 'ช่วงเวลา', en: 'Time of day' },
  note: { th: 'รายละเอียด', en: 'Details' },
  nearest: { th: 'กล้องที่ใช้ได้ใกล้สุด', en: 'Nearest working camera' },
  nearestMetres: { th: 'ห่างจากกล้อง (ม.)', en: 'Distance to it (m)' },
  station: { th: 'สถานี', en: 'Station' },
  date: { th: 'วันที่บันทึก', en: 'Date' },
  route: { th: 'เส้นทาง (WKT)', en: 'Route (WKT)' },
} as const satisfies Record<string, Label>
