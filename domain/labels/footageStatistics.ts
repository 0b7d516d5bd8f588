import type { Missed } from '../footage/statistics'
import type { Label } from './label'
import { footageCauseLabels, itemStateLabels } from './footage'

/** Why a recording was not had. That somebody would not is not said: only that it cannot be had. */
export const missedLabels: Record<Missed, Label> = { ...footageCauseLabels, REFUSED: itemStateLabels.REFUSED }

/** Headings of statistics, and of what is exported of them. */
export const footageColumnLabels = {
  what: { th: 'ประเภท', en: 'What' },
  place: { th: 'สถานที่', en: 'Place' },
  code: { th: 'รหัสกล้อง', en: 'Camera' },
  district: { th: 'อำเภอ', en: 'District' },
  latitude: { th: 'ละติจูด', en: 'Latitude' },
  longitude: { th: 'ลองจิจูด', en: 'Longitude' },
  requests: { th: 'ขอดูภาพ (ครั้ง)', en: 'Requests' },
  got: { th: 'ได้ภาพครบ', en: 'Received' },
  partly: { th: 'ได้บางส่วน', en: 'Partly received' },
  pending: { th: 'รอผล', en: 'Waiting' },
  hours: { th: 'ตอบครั้งแรก (ชม. มัธยฐาน)', en: 'First answer (hours, median)' },
} as const satisfies Record<string, Label>

/** What a row of them is about. */
export const askedLabels = {
  public: { th: 'กล้องของราชการ', en: 'Public camera' },
  private: { th: 'กล้องเอกชน', en: 'Private camera' },
  uncovered: { th: 'ไม่มีกล้องครอบคลุม', en: 'No camera covers it' },
  privateDistrict: { th: 'กล้องเอกชนทั้งอำเภอ', en: 'Private cameras of a district' },
} as const satisfies Record<string, Label>
