import type { Cause, Symptom, WaitingFor } from '../../client'

/** What people of the demo wrote, by what it was about. */

/** Details that reporters added. */
export const details: Record<Symptom, string[]> = {
  NO_PICTURE: ['จอที่ป้อมดับมาตั้งแต่เช้า', 'ไฟที่ตัวกล้องไม่ติดเลยครับ', 'ดับตั้งแต่ฝนตกเมื่อคืน', 'ตู้ควบคุมใต้เสาเปิดอ้าอยู่ค่ะ'],
  BLURRED: ['กลางคืนมองทะเบียนไม่เห็น', 'มีใยแมงมุมเต็มหน้าเลนส์', 'ภาพเป็นฝ้าขาว'],
  WRONG_DIRECTION: ['โดนกิ่งไม้ดันจนหันเข้าหากำแพง', 'กล้องหันลงพื้น'],
  NOT_RECORDING: ['ดูสดได้แต่ย้อนหลังไม่มีภาพ', 'ย้อนดูได้แค่เมื่อวาน'],
  CLOCK_WRONG: ['เวลาในภาพช้าไปเกือบ 20 นาที', 'วันที่ในภาพเป็นปี 2560'],
  VANDALISED: ['โดนพ่นสีที่เลนส์', 'สายถูกตัดขาด'],
  MISSING: ['เหลือแต่ขายึด ตัวกล้องหาย'],
  OBSTRUCTED: ['ป้ายโฆษณาใหม่บังกล้อง', 'ต้นไม้โตบังหมดแล้ว'],
  OTHER: ['เสาเอียง น่ากลัวล้ม', 'มีเสียงดังจากตู้ควบคุม'],
}

/** What was found to be the cause of a symptom. */
export const causesOf: Record<Symptom, Cause[]> = {
  NO_PICTURE: ['POWER', 'POWER', 'CABLE', 'CAMERA', 'NETWORK', 'WEATHER'],
  BLURRED: ['CAMERA', 'WEATHER', 'OBSTRUCTION'],
  WRONG_DIRECTION: ['WEATHER', 'ACCIDENT', 'SETTINGS'],
  NOT_RECORDING: ['RECORDER', 'RECORDER', 'SETTINGS'],
  CLOCK_WRONG: ['SETTINGS'],
  VANDALISED: ['VANDALISM'],
  MISSING: ['VANDALISM'],
  OBSTRUCTED: ['OBSTRUCTION'],
  OTHER: ['OTHER', 'ACCIDENT'],
}

/** What a repair of a cause costs, in baht. */
export const costs: Record<Cause, number[]> = {
  POWER: [0, 350, 850, 1_200],
  NETWORK: [0, 590, 1_850],
  CAMERA: [2_900, 4_500, 6_800],
  RECORDER: [2_400, 5_200, 9_900],
  CABLE: [420, 780, 1_500],
  WEATHER: [0, 1_650, 3_900],
  VANDALISM: [2_200, 4_800, 7_500],
  ACCIDENT: [1_800, 12_500],
  SETTINGS: [0],
  OBSTRUCTION: [0, 500],
  OTHER: [0, 950],
}

/** Notes of a repair that waits. */
export const waits: Record<WaitingFor, string[]> = {
  PART: ['สั่งอะไหล่จากกรุงเทพฯ แล้ว', 'รอเพาเวอร์ซัพพลาย 12 โวลต์'],
  POWER: ['รอการไฟฟ้าเปลี่ยนหม้อแปลง'],
  NETWORK: ['รอผู้ให้บริการต่อสายใยแก้วใหม่'],
  BUDGET: ['เสนอของบซ่อมในการประชุมเดือนหน้า'],
  WARRANTY: ['ส่งเคลมบริษัท รอเครื่องกลับ'],
}

/** Why something was no fault. */
export const rejections = ['ตรวจแล้วกล้องใช้งานได้ปกติ', 'เป็นกล้องของเอกชน ไม่ใช่ของหน่วยงาน', 'ดับเพราะไฟฟ้าดับทั้งซอยตามประกาศ กลับมาใช้ได้แล้ว', 'เสาว่าง ยังไม่ได้ติดตั้งกล้อง']

/** Why something was forwarded. */
export const forwards = ['กล้องตัวนี้อยู่ในความดูแลของหน่วยงานท่าน', 'อยู่นอกเขต ขอส่งต่อผู้รับผิดชอบ']

/** Why something was reopened. */
export const complaints = ['ภาพขึ้นวันเดียวก็ดับอีก', 'กลางคืนยังมืดเหมือนเดิม', 'ยังไม่มีภาพย้อนหลัง']

/** Places of cameras that are not in the register. */
export const unregistered = [
  { placeText: 'เสาไฟหน้าร้านก๋วยเตี๋ยวเรือ ทางเข้าวัดขุนอินทประมูล ไม่มีป้ายรหัส', latitude: 14.62710, longitude: 100.41880 },
  { placeText: 'กล้องบนเสาเขียวตรงข้ามท่ารถตู้ ใกล้ตลาดโต้รุ่ง', latitude: 14.58701, longitude: 100.45188 },
]

/** How somebody describes a camera that is in the register after all. */
export const nearby = (siteName: string): string => `เสากล้องใกล้${siteName} หาป้ายรหัสไม่เจอ`

/** What the repair of a camera without a picture may wait for. */
export const reasons: WaitingFor[] = ['PART', 'BUDGET', 'POWER', 'NETWORK', 'WARRANTY']

/** What any repair may wait for. */
export const simpleReasons: WaitingFor[] = ['PART', 'BUDGET']
