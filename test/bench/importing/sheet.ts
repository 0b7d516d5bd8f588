import { createWriteStream } from 'node:fs'
import { Writable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'

/** Headings of the sheet, as an agency writes them. */
export const headings = ['รหัส', 'จุดติดตั้ง', 'ละติจูด', 'ลองจิจูด', 'ชนิดกล้อง', 'ความละเอียด (ล้านพิกเซล)', 'เก็บภาพ (วัน)', 'ผู้ดูแล', 'เบอร์โทร', 'ราคา (บาท)', 'ติดตั้งเมื่อ', 'สถานะ']
/** What they mean. */
export const columns = ['fileId', 'name', 'latitude', 'longitude', 'kind', 'megapixels', 'retentionDays', 'custodianName', 'custodianPhone', 'costSatang', 'installed', 'status']

/** Writes an .xlsx of so many cameras, within the borders of Krabi; `days` of recording in each. */
export async function writeSheet(path: string, cameras: number, days: number): Promise<void> {
  function* rows() {
    yield headings
    for (let i = 0; i < cameras; i++) yield [`B-${i}`, `หน้าตลาดสดเทศบาล จุดที่ ${i}`, 8.1 + (i % 1_000) / 5_000, 98.9 + i / 1_000_000, i % 3 ? 'โดม' : 'มุมมองคงที่', 4, days, 'นายสมชาย ใจดี', '075 123 456', 25_000, '8/2559', i % 7 ? 'ใช้งานได้' : 'ชำรุด']
  }
  // As Excel writes it: words that come again stand once.
  await writeXlsxStream(rows(), { name: 'กล้อง', inlineStrings: false }).pipeTo(Writable.toWeb(createWriteStream(path)) as WritableStream<Uint8Array>)
}
