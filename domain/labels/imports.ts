import type { ImportOutcome, ImportState } from '../../prisma/client'
import type { ImportColumn } from '../imports/columns'
import type { Label } from './label'
import { cameraFieldLabels, siteFieldLabels } from './cameraFields'

const { placedBy: _, accuracy: __, ...site } = siteFieldLabels

/** What a column of an imported or exported sheet is called. */
export const importColumnLabels: Record<ImportColumn, Label> = {
  code: { th: 'รหัสกล้อง', en: 'Camera code' },
  fileId: { th: 'รหัสในไฟล์ของหน่วยงาน', en: 'Id in the agency’s file' },
  agency: { th: 'หน่วยงานรับผิดชอบ', en: 'Responsible agency' },
  ...site,
  latLng: { th: 'พิกัด (ละติจูด, ลองจิจูด)', en: 'Coordinates (latitude, longitude)' },
  district: { th: 'อำเภอ', en: 'District' },
  ...cameraFieldLabels,
  status: { th: 'สถานะ', en: 'Status' },
  statusReason: { th: 'เหตุผลของสถานะ', en: 'Reason for the status' },
}

/** Other words for the headings, as agencies write them. */
export const headingWords: Partial<Record<ImportColumn, string[]>> = {
  code: ['รหัสส่องกล้อง', 'songklong code'],
  fileId: ['id', 'รหัส', 'camera id', 'รหัสกล้องของหน่วยงาน', 'หมายเลขกล้อง', 'กล้องหมายเลข', 'camera no', 'cctv id'],
  agency: ['หน่วยงาน', 'ชื่อหน่วยงาน', 'หน่วยงานเจ้าของ', 'เจ้าของ', 'อปท', 'สังกัด', 'agency', 'owner', 'organisation', 'organization'],
  name: ['ชื่อ', 'name', 'จุดติดตั้ง', 'ชื่อจุด', 'สถานที่', 'สถานที่ติดตั้ง', 'จุดที่ติดตั้ง', 'บริเวณที่ติดตั้ง', 'บริเวณ', 'ชื่อสถานที่', 'location', 'site', 'site name', 'place', 'camera name', 'ชื่อกล้อง'],
  zone: ['ประเภทพื้นที่', 'ประเภทสถานที่', 'zone type', 'area'],
  latitude: ['lat', 'ละติจูด', 'ละติจุด', 'แลต', 'y', 'พิกัด y', 'พิกัด lat', 'เส้นรุ้ง', 'gps lat'],
  longitude: ['lng', 'lon', 'long', 'ลองติจูด', 'ลองจิจุด', 'ลองติจุด', 'x', 'พิกัด x', 'พิกัด long', 'เส้นแวง', 'gps long'],
  latLng: ['พิกัด', 'พิกัด gps', 'ตำแหน่ง', 'gps', 'coordinates', 'lat,long', 'latlong', 'position'],
  subdistrictCode: ['แขวง', 'ต.', 'tambon', 'sub-district', 'ตำบล/แขวง'],
  district: ['เขต', 'อ.', 'amphoe', 'อำเภอ/เขต'],
  address: ['ที่อยู่', 'ถนน', 'road', 'รายละเอียดสถานที่', 'ที่ตั้งโดยละเอียด'],
  label: ['ชื่อเฉพาะ', 'ตัวที่', 'มุมกล้อง', 'หันไปทาง', 'camera label', 'label'],
  assetNumber: ['หมายเลขครุภัณฑ์', 'รหัสครุภัณฑ์', 'ครุภัณฑ์', 'asset no', 'asset', 'เลขทะเบียนครุภัณฑ์'],
  kind: ['ชนิดกล้อง', 'ชนิด', 'ประเภท', 'แบบกล้อง', 'รูปแบบกล้อง', 'type', 'camera type', 'kind of camera'],
  technology: ['ระบบกล้อง', 'เทคโนโลยี', 'analog/ip', 'ip/analog', 'system'],
  megapixels: ['ความละเอียด', 'ความคมชัด', 'ล้านพิกเซล', 'mp', 'megapixel', 'resolution', 'pixel', 'พิกเซล'],
  nightVision: ['กลางคืน', 'อินฟราเรด', 'ir', 'infrared', 'ดูกลางคืนได้', 'night'],
  direction: ['ทิศ', 'ทิศทาง', 'หันทิศ', 'azimuth', 'bearing', 'heading', 'ทิศทางกล้อง'],
  fieldOfView: ['มุมมอง', 'องศามุมมอง', 'fov', 'angle', 'มุมรับภาพ'],
  range: ['ระยะ', 'ระยะมองเห็น', 'ระยะภาพ', 'distance'],
  installed: ['วันที่ติดตั้ง', 'ปีที่ติดตั้ง', 'เดือนที่ติดตั้ง', 'ติดตั้งปี', 'ปีติดตั้ง', 'install date', 'installation date', 'year installed', 'ปีงบประมาณ', 'ปี พ.ศ. ที่ติดตั้ง'],
  costSatang: ['ราคา', 'ราคากล้อง', 'มูลค่า', 'งบประมาณ', 'งบประมาณติดตั้ง', 'วงเงิน', 'price', 'budget', 'cost'],
  linked: ['เชื่อมโยง', 'การเชื่อมโยง', 'เชื่อมโยงเครือข่ายหรือไม่', 'เชื่อมต่อเครือข่าย', 'linked', 'connected', 'online'],
  networkName: ['เครือข่าย', 'network', 'ระบบเครือข่าย', 'isp', 'ผู้ให้บริการเครือข่าย'],
  linkedAgency: ['เชื่อมโยงกับ', 'เชื่อมโยงกับหน่วยงาน', 'ศูนย์ที่เชื่อมโยง'],
  upgradeNeeded: ['ความต้องการปรับปรุง', 'ต้องปรับปรุง', 'การปรับปรุง', 'upgrade'],
  upgradeSatang: ['งบประมาณปรับปรุง', 'ค่าปรับปรุง', 'upgrade cost'],
  upgradeAgency: ['ผู้ปรับปรุง', 'หน่วยงานปรับปรุง'],
  recorderKind: ['ชนิดเครื่องบันทึก', 'เครื่องบันทึกภาพ', 'nvr', 'dvr', 'nvr/dvr', 'recorder type', 'อุปกรณ์บันทึก'],
  retentionDays: ['ระยะเวลาบันทึก', 'ระยะเวลาจัดเก็บ', 'จำนวนวันบันทึก', 'เก็บภาพ', 'เก็บภาพย้อนหลัง', 'ย้อนหลัง', 'ดูย้อนหลัง', 'บันทึกย้อนหลัง', 'ระยะเวลาการจัดเก็บภาพ', 'retention', 'days kept'],
  remoteViewing: ['ดูระยะไกล', 'ดูออนไลน์', 'ดูผ่านอินเทอร์เน็ต', 'ดูภาพทางไกล', 'remote', 'online viewing'],
  custodianName: ['ชื่อผู้ดูแล', 'ผู้รับผิดชอบ', 'ชื่อผู้รับผิดชอบ', 'ผู้ประสานงาน', 'contact', 'contact person'],
  custodianPhone: ['โทร', 'โทรศัพท์', 'เบอร์', 'เบอร์โทร', 'เบอร์โทรศัพท์', 'เบอร์ติดต่อ', 'หมายเลขโทรศัพท์', 'tel', 'phone', 'telephone', 'mobile'],
  exportBy: ['ผู้นำภาพออก', 'นำภาพออกโดย', 'export'],
  custodianHours: ['เวลาติดต่อ', 'เวลาทำการ', 'office hours'],
  maintainingAgencyId: ['ผู้ซ่อม', 'หน่วยงานซ่อม', 'ผู้ซ่อมบำรุง', 'หน่วยงานบำรุงรักษา', 'ผู้บำรุงรักษา', 'maintenance agency', 'maintainer'],
  maintenanceSatang: ['งบซ่อมบำรุง', 'งบซ่อม', 'ค่าบำรุงรักษา', 'งบประมาณบำรุงรักษา', 'ค่าซ่อมบำรุงต่อปี', 'maintenance cost', 'งบบำรุงรักษา'],
  status: ['สถานภาพ', 'สภาพ', 'สภาพกล้อง', 'สถานะกล้อง', 'การใช้งาน', 'สภาพการใช้งาน', 'สถานะการใช้งาน', 'condition', 'working status'],
  statusReason: ['สาเหตุ', 'อาการ', 'สาเหตุที่ชำรุด', 'reason', 'cause'],
}

/** Headings that say nothing about one camera. */
export const quantityWords = ['ลำดับ', 'ลำดับที่', 'ที่', 'no', 'no.', '#', 'จำนวน', 'จำนวนกล้อง', 'จำนวน (ตัว)', 'จำนวนตัว', 'quantity', 'amount', 'หมายเหตุ', 'remark', 'remarks', 'จังหวัด', 'province']

/** Yes and no in a cell. */
export const yesNoLabels = { yes: { th: 'ใช่', en: 'yes' }, no: { th: 'ไม่', en: 'no' } } as const

/** What is wrong with a cell or a row, and how to put it right. `{name}` is filled in. */
export const importProblems = {
  formulaNoValue: { th: 'เป็นสูตรที่ยังไม่มีค่า เปิดไฟล์ในโปรแกรมตารางแล้วบันทึกใหม่ หรือพิมพ์ค่าแทน', en: 'A formula without a value. Open the file in a spreadsheet program and save it again, or type the value.' },
  formulaError: { th: 'สูตรในช่องนี้ให้ค่าผิด ({cell}) พิมพ์ค่าที่ถูกต้องแทน', en: 'The formula of this cell fails ({cell}). Type the right value instead.' },
  notNumber: { th: 'ต้องเป็นตัวเลข เช่น {example}', en: 'Must be a number, such as {example}.' },
  notWhole: { th: 'ต้องเป็นจำนวนเต็ม เช่น {example}', en: 'Must be a whole number, such as {example}.' },
  notMoney: { th: 'ต้องเป็นจำนวนเงินบาท เช่น 25,000 หรือ 2.5 ล้าน', en: 'Must be an amount in baht, such as 25,000.' },
  notYesNo: { th: 'ต้องเป็น “ใช่” หรือ “ไม่”', en: 'Must be “yes” or “no”.' },
  notMonth: { th: 'อ่านเดือนไม่ออก พิมพ์แบบ 8/2559 หรือ ส.ค. 2559', en: 'Not a month. Write it like 8/2016 or Aug 2016.' },
  notDirection: { th: 'ต้องเป็นองศา 0–359 หรือชื่อทิศ เช่น ทิศเหนือ', en: 'Must be degrees from 0 to 359, or a direction such as north.' },
  notChoice: { th: 'ไม่มีในรายการ ใช้คำใดคำหนึ่งนี้: {choices}', en: 'Not in the list. Use one of: {choicesEn}.' },
  notCoordinate: { th: 'อ่านพิกัดไม่ออก พิมพ์เป็นองศาทศนิยม เช่น {example}', en: 'Not a coordinate. Write decimal degrees, such as {example}.' },
  utm: { th: 'น่าจะเป็นพิกัด UTM แปลงเป็นองศา (ละติจูด ลองจิจูด) ก่อน', en: 'These look like UTM coordinates. Convert them to degrees (latitude, longitude).' },
  notThailand: { th: 'พิกัดอยู่นอกประเทศไทย ตรวจตัวเลขและจุดทศนิยม', en: 'The place lies outside Thailand. Check the digits and the decimal point.' },
  halfPlace: { th: 'มีพิกัดเพียงตัวเดียว กรอกทั้งละติจูดและลองจิจูด', en: 'Only one of latitude and longitude. Give both.' },
  noCode: { th: 'ไม่ใช่รหัสกล้อง รหัสมีรูปแบบ 15-00012 หากเป็นรหัสของหน่วยงานเอง ให้เลือกหัวข้อคอลัมน์เป็น “รหัสในไฟล์ของหน่วยงาน”', en: 'Not a camera code; those look like 15-00012. If it is your own id, choose “Id in the agency’s file” for this column.' },
  codeUnknown: { th: 'ไม่มีกล้องรหัส {code} ในทะเบียน ตรวจรหัส หรือเว้นว่างไว้เพื่อเพิ่มเป็นกล้องใหม่', en: 'There is no camera {code} in the register. Check it, or leave it empty to add a new camera.' },
  cameraRemoved: { th: 'กล้อง {code} ถูกถอดถอนแล้ว นำบรรทัดนี้ออก หรือเว้นรหัสว่างไว้หากเป็นกล้องตัวใหม่', en: 'Camera {code} has been removed. Take out this row, or leave the code empty if it is a new camera.' },
  otherAgencys: { th: 'กล้อง {code} เป็นของหน่วยงานอื่น นำบรรทัดนี้ออก หรือให้ผู้ดูแลระดับจังหวัดนำเข้า', en: 'Camera {code} belongs to another agency. Take out this row, or ask the provincial secretary to import it.' },
  notYourAgency: { th: 'คุณนำเข้าได้เฉพาะกล้องของ{agency} แก้ชื่อหน่วยงาน หรือนำบรรทัดนี้ออก', en: 'You can only import cameras of {agency}. Correct the agency, or take out this row.' },
  agencyUnknown: { th: 'ไม่มีหน่วยงานชื่อนี้ในจังหวัด ตรวจตัวสะกด หรือแจ้งผู้ดูแลระดับจังหวัดให้เพิ่มหน่วยงาน', en: 'There is no such agency in the province. Check the spelling, or ask the provincial secretary to add it.' },
  agencyLike: { th: 'ไม่มีหน่วยงานชื่อนี้ในจังหวัด หมายถึง “{name}” ใช่หรือไม่', en: 'There is no such agency in the province. Do you mean “{name}”?' },
  subdistrictUnknown: { th: 'ไม่มีตำบลชื่อนี้ในจังหวัด ตรวจตัวสะกด หรือใช้รหัส 6 หลัก', en: 'There is no such subdistrict in the province. Check the spelling, or use the 6-digit code.' },
  subdistrictTwice: { th: 'มีตำบลชื่อนี้ในหลายอำเภอ ({districts}) เพิ่มคอลัมน์อำเภอ หรือใช้รหัส 6 หลัก', en: 'Several districts have a subdistrict of this name ({districts}). Add a column with the district, or use the 6-digit code.' },
  statusRemoved: { th: 'การถอดถอนกล้องทำที่หน้าของกล้องนั้น นำบรรทัดนี้ออก หรือแก้สถานะ', en: 'Cameras are taken out of the register on their own page. Take out this row, or correct the status.' },
  refused: { th: '{th}', en: '{en}' },
  nameNeeded: { th: 'กล้องใหม่ต้องมีชื่อจุดติดตั้ง', en: 'A new camera needs the name of its installation point.' },
  placeNeeded: { th: 'กล้องใหม่ต้องมีพิกัด (ละติจูดและลองจิจูด)', en: 'A new camera needs coordinates (latitude and longitude).' },
  agencyNeeded: { th: 'ยังไม่ระบุหน่วยงาน กรอกชื่อหน่วยงานในบรรทัดนี้', en: 'No agency. Write its name in this row.' },
  sameRow: { th: 'เหมือนบรรทัดที่ {line} ทุกช่อง นำออกบรรทัดหนึ่ง หรือใส่ “ชื่อเฉพาะของกล้อง” ให้ต่างกัน', en: 'The same as line {line} in every cell. Take one out, or give each camera a name of its own.' },
  sameCamera: { th: 'เป็นกล้องตัวเดียวกับบรรทัดที่ {line} นำออกบรรทัดหนึ่ง หรือแก้รหัสหรือเลขครุภัณฑ์', en: 'The same camera as line {line}. Take one out, or correct its code or asset number.' },
  sameSite: { th: 'บรรทัดที่ {line} บอกข้อมูลของจุดติดตั้งเดียวกันนี้ต่างออกไป ({fields}) แก้ให้ตรงกัน', en: 'Line {line} says something else of the same installation point ({fields}). Make them agree.' },
  sameViewRow: { th: 'อยู่ที่เดียวกับบรรทัดที่ {line} และหันทางเดียวกัน อาจเป็นกล้องตัวเดียวกัน ตรวจทิศ หรือนำออกบรรทัดหนึ่ง', en: 'At the same place as line {line} and looking the same way: perhaps the same camera. Check the direction, or take one out.' },
} as const satisfies Record<string, Label>

/** Code of one of these. */
export type ImportProblemCode = keyof typeof importProblems

/** What a row of a file would do. */
export const outcomeLabels: Record<ImportOutcome, Label> = {
  NEW: { th: 'ใหม่', en: 'New' },
  CHANGED: { th: 'เปลี่ยนแปลง', en: 'Changed' },
  UNCHANGED: { th: 'เหมือนเดิม', en: 'Unchanged' },
  WRONG: { th: 'ต้องแก้ไข', en: 'To be corrected' },
}

/** How far an import has come. */
export const importStateLabels: Record<ImportState, Label> = {
  STAGING: { th: 'กำลังส่งไฟล์', en: 'Being sent' },
  CHECKING: { th: 'กำลังตรวจ', en: 'Being checked' },
  CHECKED: { th: 'ตรวจแล้ว ยังไม่นำเข้า', en: 'Checked, not imported' },
  APPLYING: { th: 'กำลังนำเข้า', en: 'Being imported' },
  APPLIED: { th: 'นำเข้าแล้ว', en: 'Imported' },
  UNDOING: { th: 'กำลังเลิกทำ', en: 'Being undone' },
  UNDONE: { th: 'เลิกทำแล้ว', en: 'Undone' },
  CANCELLED: { th: 'ยกเลิก', en: 'Cancelled' },
}
