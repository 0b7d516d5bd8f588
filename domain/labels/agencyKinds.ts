import type { AgencyKind } from '../enums'
import type { Label } from './label'

/** What an agency is. */
export const agencyKindLabels: Record<AgencyKind, Label> = {
  MUNICIPALITY: { th: 'เทศบาล', en: 'Municipality' },
  SUBDISTRICT_ORGANISATION: { th: 'องค์การบริหารส่วนตำบล', en: 'Subdistrict administrative organisation' },
  PROVINCIAL_ORGANISATION: { th: 'องค์การบริหารส่วนจังหวัด', en: 'Provincial administrative organisation' },
  POLICE: { th: 'ตำรวจ', en: 'Police' },
  DISTRICT_OFFICE: { th: 'ที่ทำการปกครองอำเภอ', en: 'District office' },
  PROVINCIAL_OFFICE: { th: 'ส่วนราชการระดับจังหวัด', en: 'Provincial office' },
  SCHOOL: { th: 'สถานศึกษา', en: 'School' },
  HOSPITAL: { th: 'โรงพยาบาลและสาธารณสุข', en: 'Hospital or health centre' },
  HIGHWAYS: { th: 'ทางหลวง', en: 'Highways' },
  OTHER: { th: 'อื่น ๆ', en: 'Other' },
}
