import type { Db } from '../../client'
import { minutes } from './minutes'

/** A camera whose sticker can be scanned in the simulator: what is shown, and the text that the code puts into the chat. */
export interface DemoQr { label: string, text: string }

/** The first camera of some installation points, with that of the market first; empty where the demo was not seeded. */
export async function demoQr(db: Db): Promise<DemoQr[]> {
  const cameras = await db.camera.findMany({
    where: { site: { provinceCode: minutes.provinceCode, name: { in: [
      'หน้าตลาดสุวพันธุ์',
      'ตลาดเทศบาล 1 (ตลาดหลวง)',
      'หน้าที่ทำการ อบต.โพสะ',
      'สามแยกบ้านโพสะ',
      'หน้าศาลากลางจังหวัดอ่างทอง',
      'หน้าตลาดสดเทศบาลตำบลป่าโมก',
      'ตลาดร้อยปีวิเศษชัยชาญ',
      'หน้า สภ.เมืองอ่างทอง',
    ] } } },
    distinct: ['siteId'],
    orderBy: { code: 'asc' },
    select: { code: true, site: { select: { name: true } } },
  })
  const broken = await db.camera.findFirst({
    where: { site: { provinceCode: minutes.provinceCode }, workOrders: { some: { state: 'IN_PROGRESS' } } },
    orderBy: { code: 'asc' },
    select: { code: true, site: { select: { name: true } } },
  })
  const market = cameras.findIndex(({ code }) => code === '15-00012')
  const first = market > 0 ? cameras.splice(market, 1) : []
  return [...first, ...cameras, ...broken ? [broken] : []].map(({ code, site }) => ({ label: `${code} ${site.name}`, text: `กล้อง ${code}` }))
}
