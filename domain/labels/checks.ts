import type { Language } from '../../prisma/client'
import type { CheckCode } from '../cameras/checks'
import type { Label } from './label'
import { inLanguage } from './label'

/** What each check says; `{name}` is filled from the finding's parameters. */
export const checkLabels: Record<CheckCode, Label> = {
  swappedCoordinates: { th: 'ละติจูดกับลองจิจูดน่าจะสลับกัน', en: 'Latitude and longitude seem to be swapped.' },
  outsideProvince: { th: 'พิกัดอยู่นอกจังหวัด ตรวจตำแหน่งบนแผนที่', en: 'The place lies outside the province. Check it on the map.' },
  farFromSubdistrict: { th: 'พิกัดอยู่ห่างจากพื้นที่ที่เลือก {km} กม. ตรวจตำบลหรือตำแหน่ง', en: 'The place is {km} km away from the chosen area. Check the subdistrict or the place.' },
  tooClose: { th: 'อยู่ห่างจากกล้อง {code} ไม่ถึง 3 เมตรและหันทางเดียวกัน อาจเป็นตัวเดียวกัน', en: 'Less than 3 m from camera {code} and looking the same way: perhaps the same one.' },
  retentionNone: { th: 'เก็บภาพได้ 0 วัน หมายถึงไม่ได้บันทึกภาพ ตรวจอีกครั้ง', en: 'Kept for 0 days means that nothing is recorded. Check it.' },
  retentionLong: { th: 'เก็บภาพได้เกิน 365 วัน ตรวจหน่วยเป็นวัน', en: 'Kept for more than 365 days. Check that it is in days.' },
  installedFuture: { th: 'เดือนที่ติดตั้งยังมาไม่ถึง ตรวจปี พ.ศ. หรือ ค.ศ.', en: 'The month of installation lies in the future. Check the year.' },
  costOdd: { th: 'ราคาต่างจากปกติ ({least}–{most} บาท) ตรวจอีกครั้ง', en: 'Not a usual price ({least}–{most} baht). Check it.' },
  maintenanceOdd: { th: 'งบซ่อมบำรุงต่อปีสูงกว่าราคากล้องทั่วไป ({most} บาท) ตรวจอีกครั้ง', en: 'More per year than such a camera costs ({most} baht). Check it.' },
  upgradeOdd: { th: 'งบปรับปรุงสูงกว่าราคากล้องทั่วไป ({most} บาท) ตรวจอีกครั้ง', en: 'More than such a camera costs ({most} baht). Check it.' },
  networkNameMissing: { th: 'เชื่อมโยงเครือข่ายแล้ว แต่ไม่ได้บอกชื่อเครือข่าย', en: 'Linked to a network, but the network has no name.' },
  custodianMissing: { th: 'ยังไม่มีผู้ดูแล เมื่อเกิดเหตุจะไม่รู้ว่าต้องติดต่อใคร', en: 'No custodian: nobody knows whom to call when something happens.' },
  maintenanceMissing: { th: 'ยังไม่มีงบซ่อมบำรุง หากไม่มี ใส่ 0', en: 'No maintenance budget. If there is none, enter 0.' },
  unusableWithoutOrder: { th: 'ใช้งานไม่ได้ แต่ยังไม่มีงานซ่อม', en: 'Not working, but no repair is open.' },
  budgetOdd: { th: 'งบประมาณต่างจากปกติ (กล้อง {cameras} ตัว {least}–{most} บาท) ตรวจอีกครั้ง', en: 'Not a usual budget ({least}–{most} baht for {cameras}). Check it.' },
}

/** The sentence of a finding, in the reader's language; numbers as Thai and English write them. */
export function checkWords({ code, params = {} }: { code: CheckCode, params?: Record<string, string | number> }, language: Language): string {
  return inLanguage(checkLabels[code], language).replace(/\{(\w+)\}/g, (whole, name: string) => typeof params[name] === 'number' ? params[name].toLocaleString('en-US') : params[name] ?? whole)
}
