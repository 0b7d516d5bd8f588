import { agencies } from './agencies'
import { camera } from './camera'
import { drafts } from './drafts'
import { imports } from './imports'
import { keys } from './keys'
import { map } from './map'
import { outbox } from './outbox'
import { owners } from './owners'
import { people } from './people'
import { problems } from './problems'
import { proposals } from './proposals'
import { register } from './register'
import { reports } from './reports'
import { returns } from './returns'
import { rounds } from './rounds'
import { survey } from './survey'
import { work } from './work'

/** Every text of the app, Thai (the source). Names of states, roles and the like are in `domain/labels`, sentences about errors come from the server. */
export const th = {
  product: 'ส่องกล้อง',
  skip: 'ข้ามไปเนื้อหา',
  back: 'ย้อนกลับ',
  places: 'เมนูหลัก',
  close: 'ปิด',
  cancel: 'ยกเลิก',
  save: 'บันทึก',
  saved: 'บันทึกแล้ว',
  undo: 'เลิกทำ',
  again: 'ลองอีกครั้ง',
  loading: 'กำลังโหลด',
  choose: 'เลือก',
  more: 'แสดงเพิ่ม',
  all: 'ทั้งหมด',
  filters: 'ตัวกรอง',
  clearFilters: 'ล้างตัวกรอง',
  copied: 'คัดลอกแล้ว',
  notCopied: 'คัดลอกไม่ได้ แตะค้างที่ข้อความแล้วเลือกคัดลอก',
  optional: 'ไม่บังคับ',
  baht: 'บาท',
  month: 'เดือน',
  year: 'ปี',
  yearHelp: (be: number, ce: number) => `พ.ศ. ${be} (ค.ศ. ${ce})`,
  monthMissing: 'เลือกเดือนด้วย ไม่ทราบเดือนให้เว้นว่างทั้งเดือนและปี',
  yearMissing: 'กรอกปี พ.ศ. หรือ ค.ศ. 4 หลักให้ถูกต้อง เช่น 2567',
  yearHint: 'พ.ศ. หรือ ค.ศ. ก็ได้',
  offline: 'ติดต่อระบบไม่ได้ ตรวจสัญญาณอินเทอร์เน็ต แล้วลองอีกครั้ง',
  notKept: 'หน้านี้ยังไม่ได้เก็บไว้ในเครื่อง เปิดได้เมื่อมีสัญญาณอินเทอร์เน็ต',
  unknownAnswer: 'ระบบตอบกลับไม่ถูกต้อง รอสักครู่แล้วลองอีกครั้ง',
  riskPointsTitle: 'จุดเสี่ยง',
  statisticsTitle: 'สถิติการขอดูภาพ',
  home: {
    title: 'หน้าแรก',
    hello: (name: string | null) => name ? `สวัสดี ${name}` : 'สวัสดี',
    waits: 'สิ่งที่รอคุณ',
    nothing: 'ไม่มีอะไรรอคุณ',
    reportInChat: 'แจ้งกล้องเสียในแชต',
    nothingHint: 'เมื่อมีงานซ่อมหรือเรื่องที่แจ้งไว้ จะแสดงจำนวนที่นี่',
    work: 'งานซ่อมที่ต้องทำ',
    overdue: (n: number) => `เกินกำหนด ${n}`,
    onTime: 'ไม่มีงานเกินกำหนด',
    reports: 'เรื่องที่คุณแจ้ง',
    toConfirm: (n: number) => `รอคุณยืนยัน ${n}`,
    inProgress: 'กำลังดำเนินการ',
    accessRequests: 'คำขอลงทะเบียน',
    toDecide: 'รอคุณอนุมัติ',
    near: 'กล้องใกล้ฉัน',
    province: 'ตั้งค่าจังหวัด',
    requests: 'คำขอของฉัน',
    openRequests: 'คำขอดูภาพที่รอผล',
    asks: 'คำขอที่ได้รับ',
    openAsks: 'คำขอดูภาพที่รอคุณตอบ',
    toAnswer: 'รอคุณตอบ',
    further: 'หน้าอื่น ๆ',
    roles: 'หน้าที่ของคุณ',
    noRole: 'ประชาชน',
    noRoleDoes: 'แจ้งกล้องเสียและติดตามเรื่องได้ในแชต หากเป็นเจ้าหน้าที่หรือช่าง พิมพ์ “ลงทะเบียน” ในแชต',
    does: {
      OFFICIAL: 'รับเรื่อง มอบหมาย และติดตามงานซ่อมกล้องของหน่วยงาน',
      TECHNICIAN: 'ซ่อมกล้องที่ได้รับมอบหมาย และรายงานผล',
      POLICE: 'ขอดูภาพจากกล้องในคดี ดูสถานะกล้องของจังหวัด และแจ้งกล้องเสีย',
      OWNER: 'ดูแลกล้องของตนเอง และตอบตำรวจที่ขอดูภาพ',
      SECRETARY: 'ดูแลงานซ่อมที่เกินกำหนดหรือยังไม่มีหน่วยงาน อนุมัติผู้ใช้ และดูภาพรวมจังหวัด',
      COMMITTEE: 'ดูภาพรวมของจังหวัด',
      NATIONAL: 'ดูภาพรวมของทุกจังหวัด',
      ADMIN: 'ดูแลระบบ',
    },
  },
  photos: {
    title: 'รูปถ่าย',
    nth: (n: number) => `รูปที่ ${n}`,
    before: 'ก่อนซ่อม',
    after: 'หลังซ่อม',
    afterRepair: 'รูปหลังซ่อม',
    take: 'ถ่ายรูป',
    choose: 'เลือกรูป',
    remove: (n: number) => `เอารูปที่ ${n} ออก`,
    needed: 'ถ่ายรูปหลังซ่อมอย่างน้อย 1 รูป',
    sending: (n: number, of: number) => `กำลังส่งรูป ${n}/${of}`,
  },
  work: work.th,
  reports: reports.th,
  people: people.th,
  agencies: agencies.th,
  keys: keys.th,
  survey: survey.th,
  outbox: outbox.th,
  owners: owners.th,
  drafts: drafts.th,
  returns: returns.th,
  rounds: rounds.th,
  settings: {
    title: 'ตั้งค่า',
    language: 'ภาษา',
    languageHelp: 'ใช้ในแอปนี้และในแชต',
    who: 'คุณคือ',
    nameless: 'ยังไม่มีชื่อ',
    nameHelp: 'ชื่อจาก LINE ของคุณ',
    roles: 'หน้าที่',
    noRoles: 'ยังไม่มีหน้าที่ในหน่วยงาน พิมพ์ “ลงทะเบียน” ในแชตเพื่อขอ',
    signOut: 'ออกจากระบบ',
    signOutHelp: 'เฉพาะบนอุปกรณ์นี้ เรื่องและงานของคุณยังอยู่ครบ',
    languageSaved: 'เปลี่ยนเป็นภาษาไทยแล้ว',
  },
  register: register.th,
  camera: camera.th,
  map: map.th,
  imports: imports.th,
  proposals: proposals.th,
  problems: problems.th,
  notFound: {
    title: 'ไม่พบหน้านี้',
    words: 'ลิงก์อาจเก่าหรือพิมพ์ไม่ครบ',
    home: 'ไปหน้าแรก',
  },
  signIn: {
    title: 'เข้าสู่ระบบ',
    problem: 'ยังเข้าสู่ระบบไม่ได้',
    out: 'ออกจากระบบแล้ว',
    outWords: 'เรื่องและงานของคุณยังอยู่ครบ เข้าสู่ระบบเมื่อใดก็ได้',
    again: 'เข้าสู่ระบบด้วย LINE',
    close: 'ปิดหน้านี้',
    notSetUp: 'แอปนี้ยังไม่พร้อมใช้',
    notSetUpWords: 'ผู้ดูแลระบบต้องสร้าง LIFF app ในช่อง LINE Login แล้วตั้งค่า LINE_LOGIN_CHANNEL_ID และ LIFF_ID ระหว่างนี้ใช้งานในแชตได้ตามปกติ',
    failed: 'ยืนยันตัวตนกับ LINE ไม่สำเร็จ ตรวจสัญญาณอินเทอร์เน็ต และวันเวลาของเครื่อง แล้วลองอีกครั้ง',
  },
}

/** The texts of the app in one language. */
export type Locale = typeof th
