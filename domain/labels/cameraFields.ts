import type { CameraTechnology, ExportBy, PlacedBy, StatusSource, Zone } from '../../prisma/client'
import type { CameraField, CameraSection, SiteField } from '../cameras/fields'
import type { Label } from './label'

/** Names of what is known of a camera: in forms, histories, headings of imported and exported sheets. Units are named where a number needs one. */
export const cameraFieldLabels: Record<CameraField, Label> = {
  label: { th: 'ชื่อเฉพาะของกล้อง', en: 'Name of the camera' },
  assetNumber: { th: 'เลขครุภัณฑ์', en: 'Asset number' },
  kind: { th: 'ประเภทกล้อง', en: 'Kind' },
  technology: { th: 'ระบบ', en: 'Technology' },
  megapixels: { th: 'ความละเอียด (ล้านพิกเซล)', en: 'Resolution (megapixels)' },
  nightVision: { th: 'มองเห็นกลางคืน', en: 'Night vision' },
  direction: { th: 'ทิศที่หัน (องศา)', en: 'Direction (degrees)' },
  fieldOfView: { th: 'มุมมองภาพ (องศา)', en: 'Field of view (degrees)' },
  range: { th: 'ระยะที่เห็นชัด (เมตร)', en: 'Range (metres)' },
  installed: { th: 'ติดตั้งเมื่อ', en: 'Installed' },
  costSatang: { th: 'ราคา (บาท)', en: 'Cost (baht)' },
  linked: { th: 'เชื่อมโยงเครือข่าย', en: 'Linked to a network' },
  networkName: { th: 'ชื่อเครือข่าย', en: 'Name of the network' },
  linkedAgency: { th: 'หน่วยงานที่เชื่อมโยง', en: 'Linked with' },
  upgradeNeeded: { th: 'สิ่งที่ต้องปรับปรุง', en: 'Upgrade needed' },
  upgradeSatang: { th: 'งบปรับปรุง (บาท)', en: 'Upgrade budget (baht)' },
  upgradeAgency: { th: 'หน่วยงานที่ปรับปรุง', en: 'Upgraded by' },
  recorderKind: { th: 'เครื่องบันทึก', en: 'Recorder' },
  retentionDays: { th: 'เก็บภาพได้ (วัน)', en: 'Recordings kept (days)' },
  remoteViewing: { th: 'ดูภาพจากระยะไกล', en: 'Remote viewing' },
  custodianName: { th: 'ผู้ดูแล', en: 'Custodian' },
  custodianPhone: { th: 'โทรศัพท์ผู้ดูแล', en: 'Custodian’s phone' },
  exportBy: { th: 'ผู้ที่นำภาพออกได้', en: 'Who can export footage' },
  custodianHours: { th: 'เวลาที่ติดต่อได้', en: 'Hours' },
  maintainingAgencyId: { th: 'หน่วยงานที่ซ่อมบำรุง', en: 'Maintained by' },
  maintenanceSatang: { th: 'งบซ่อมบำรุงต่อปี (บาท)', en: 'Maintenance budget per year (baht)' },
}

/** Names of what is known of an installation point. */
export const siteFieldLabels: Record<SiteField, Label> = {
  name: { th: 'ชื่อจุดติดตั้ง', en: 'Installation point' },
  zone: { th: 'ลักษณะพื้นที่', en: 'Zone' },
  latitude: { th: 'ละติจูด', en: 'Latitude' },
  longitude: { th: 'ลองจิจูด', en: 'Longitude' },
  subdistrictCode: { th: 'ตำบล', en: 'Subdistrict' },
  address: { th: 'ที่ตั้ง', en: 'Address' },
  placedBy: { th: 'วิธีระบุพิกัด', en: 'Placed by' },
  accuracy: { th: 'ความคลาดเคลื่อน (เมตร)', en: 'Accuracy (metres)' },
}

/** Parts of the form. */
export const cameraSectionLabels: Record<CameraSection, Label> = {
  properties: { th: 'คุณสมบัติกล้อง', en: 'Camera' },
  view: { th: 'ทิศและมุมมอง', en: 'View' },
  network: { th: 'การเชื่อมโยงเครือข่าย', en: 'Network' },
  recording: { th: 'การบันทึกภาพ', en: 'Recording' },
  care: { th: 'ผู้ดูแลและการซ่อมบำรุง', en: 'Custodian and maintenance' },
}

/** Kinds of places. */
export const zoneLabels: Record<Zone, Label> = {
  ROAD: { th: 'ถนน', en: 'Road' },
  JUNCTION: { th: 'ทางแยก', en: 'Junction' },
  MARKET: { th: 'ตลาด', en: 'Market' },
  SCHOOL: { th: 'สถานศึกษา', en: 'School' },
  OFFICE: { th: 'สถานที่ราชการ', en: 'Government office' },
  TOURIST_PLACE: { th: 'แหล่งท่องเที่ยว', en: 'Tourist place' },
  TEMPLE: { th: 'วัดหรือศาสนสถาน', en: 'Temple' },
  GOLD_SHOP: { th: 'ร้านทอง', en: 'Gold shop' },
  CONVENIENCE_STORE: { th: 'ร้านสะดวกซื้อ', en: 'Convenience store' },
  BRIDGE: { th: 'สะพาน', en: 'Bridge' },
  PARK: { th: 'สวนสาธารณะ', en: 'Park' },
  OTHER: { th: 'อื่น ๆ', en: 'Other' },
}

/** How the picture gets to the recorder. */
export const technologyLabels: Record<CameraTechnology, Label> = {
  IP: { th: 'ดิจิทัล (IP)', en: 'Digital (IP)' },
  ANALOG: { th: 'แอนะล็อก', en: 'Analog' },
}

/** Who can get a recording out. */
export const exportByLabels: Record<ExportBy, Label> = {
  STAFF: { th: 'เจ้าหน้าที่ทำได้เอง', en: 'Our own staff' },
  TECHNICIAN: { th: 'ต้องให้ช่างมาทำ', en: 'A technician must come' },
  NOBODY: { th: 'ไม่มีใครทำได้', en: 'Nobody can' },
}

/** How a point came onto the map. */
export const placedByLabels: Record<PlacedBy, Label> = {
  GPS: { th: 'ตำแหน่งของโทรศัพท์', en: 'GPS' },
  PIN: { th: 'ปักหมุดบนแผนที่', en: 'Pin on the map' },
  ADDRESS: { th: 'จากที่อยู่', en: 'Address' },
  IMPORT: { th: 'นำเข้าจากไฟล์', en: 'Imported' },
}

/** Where a status comes from. */
export const statusSourceLabels: Record<StatusSource, Label> = {
  REPORTED: { th: 'หน่วยงานรายงาน', en: 'Reported by the agency' },
  VERIFIED: { th: 'ตรวจสอบภาคสนามแล้ว', en: 'Verified on site' },
  INFERRED: { th: 'จากการแจ้งเสีย', en: 'From an open report' },
}
