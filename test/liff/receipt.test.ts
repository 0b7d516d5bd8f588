import type { RequestInFull } from '../../liff/pages/requests/requests'
import { describe, expect, it } from 'vitest'
import { receiptDocument } from '../../liff/receipt/document'
import { breaking } from '../../liff/receipt/words'

const item: RequestInFull['items'][number] = {
  id: 'a',
  camera: { id: 'c', code: '15-00012', siteName: 'หน้าตลาดสุวพันธุ์', label: 'ตัวที่ 1', isPrivate: false, isWithdrawn: false, latitude: 14.5, longitude: 100.4 },
  state: 'RECEIVED',
  complete: true,
  overwriteAt: null,
  answerBy: '2026-11-29T11:30:00.000Z',
  from: '2026-11-22T11:30:00.000Z',
  to: '2026-11-22T12:00:00.000Z',
  cause: null,
  appointmentAt: null,
  technicianPhone: null,
  callPhone: null,
  callOwner: false,
  sha256: 'ab'.repeat(32),
  bytes: 734_003_200,
  fault: null,
  messages: [],
  moves: [],
  mayWrite: false,
  exportBy: null,
  custodianName: null,
  custodianHours: null,
  brokenSince: null,
  agencyName: 'อบต.โพสะ',
  receivedAt: '2026-11-24T03:00:00.000Z',
}
const request: RequestInFull = {
  id: 'r',
  number: 'R-6911-7K3MX',
  state: 'PARTIAL',
  createdAt: '2026-11-23T02:00:00.000Z',
  logged: false,
  noCamera: false,
  caseNumber: 'คดีอาญาที่ 123/2569',
  offence: 'วิ่งราวทรัพย์',
  placeText: 'หน้าตลาด',
  officer: 'ร.ต.อ.ปิยะ มั่นคง',
  station: 'สภ.เมืองอ่างทอง',
  purpose: 'ติดตามผู้ต้องสงสัย',
  legalBasis: 'CPC_131',
  urgency: 'NORMAL',
  items: [
    item,
    { ...item, id: 'b', camera: { ...item.camera!, code: '15-00861', isPrivate: true }, agencyName: null, complete: false, sha256: null, bytes: null },
    { ...item, id: 'c', camera: { ...item.camera!, code: '15-00013' }, state: 'UNAVAILABLE', cause: 'CAMERA_DOWN', sha256: null, bytes: null, receivedAt: null },
  ],
  timeline: [],
  declined: null,
  isOwn: true,
  may: { cancel: false, decide: false },
}
const now = new Date('2026-11-27T02:00:00Z')

/** All that is written in a part of the document, in its order; what only lets a line end is left out. */
function written(part: unknown): string {
  if (typeof part === 'string') return part.replaceAll('\u00A0', ' ')
  if (Array.isArray(part)) return part.map(written).join(part.every(one => typeof one === 'string' || (one as { fontSize?: number }).fontSize === 0.01) ? '' : '\n')
  if (typeof part !== 'object' || part === null || (part as { fontSize?: number }).fontSize === 0.01) return ''
  const { text, stack, columns, table } = part as Record<string, unknown>
  return [text, stack, columns, (table as { body: unknown } | undefined)?.body].filter(Boolean).map(written).join('\n')
}

describe('the record of a hand-over', () => {
  it('says in Thai what was asked for, what came of each camera, and the hash, with both calendars', () => {
    const { content, pageSize } = receiptDocument(request, 'TH', now)
    const words = written(content)
    expect(pageSize).toBe('A4')
    for (const one of ['บันทึกการรับ–ส่งมอบภาพจากกล้องโทรทัศน์วงจรปิด', 'R-6911-7K3MX', '27 พฤศจิกายน 2569', 'สภ.เมืองอ่างทอง', 'คดีอาญาที่ 123/2569', 'ขอรับภาพจากกล้องโทรทัศน์วงจรปิด เหตุวิ่งราวทรัพย์', 'ประมวลกฎหมายวิธีพิจารณาความอาญา มาตรา 131', 'ติดตามผู้ต้องสงสัย', '22 พ.ย. 2569 18:30–19:00 น. (ค.ศ. 2026)', 'ได้ภาพแล้ว', 'ได้ไม่ครบ', 'ไม่ได้ภาพ (กล้องเสีย)', '24 พ.ย. 2569 10:00 น.', 'ab'.repeat(32), '734,003,200', 'ร.ต.อ.ปิยะ มั่นคง', 'พยาน']) expect(words).toContain(one)
    expect(words.replace('ab'.repeat(32), '').replaceAll('SHA-256', '').match(/[a-z]{2,}/gi)).toEqual(['MX'])
  })

  it('names who keeps a public camera, never who owns a private one', () => {
    const words = written(receiptDocument(request, 'TH', now).content)
    expect(words).toContain('อบต.โพสะ')
    expect(words).toContain('เจ้าของกล้อง')
  })

  it('is English for who reads English, and leaves out what was taken back', () => {
    const words = written(receiptDocument({ ...request, caseNumber: null, purpose: null, offence: 'Snatching' }, 'EN', now).content)
    for (const one of ['Record of the hand-over of CCTV footage', '27 November 2026', 'CCTV footage: Snatching', 'Criminal Procedure Code, section 131', '22 Nov 2026 18:30–19:00 (B.E. 2569)', 'Not received (Camera down)', 'Owner of the camera']) expect(words).toContain(one)
    expect(words).not.toContain('Purpose')
    expect(words).not.toContain('คดีอาญา')
  })

  it('numbers its pages', () => {
    const { footer } = receiptDocument(request, 'TH', now)
    expect(written((footer as (page: number, pages: number) => unknown)(2, 3))).toContain('หน้า 2/3')
  })
})

it('lines end between Thai words only, and never before what belongs to the word before', () => {
  const pieces = (breaking('ผู้ส่งมอบ (อบต.) และอื่น ๆ') as (string | object)[]).filter(piece => typeof piece === 'string')
  expect(pieces.join('')).toBe('ผู้ส่งมอบ (อบต.) และอื่น ๆ')
  expect(pieces.every(piece => !/^[\s)ๆ]/.test(piece))).toBe(true)
  expect(breaking('plain')).toBe('plain')
})
