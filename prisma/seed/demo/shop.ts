import type { Contacts } from '../../../domain/owners/contact'
import { cameraCode } from '../../../domain/cameras/code'
import { consentVersion } from '../../../domain/owners/consentText'
import { sealContact } from '../../../domain/owners/contact'
import { idOf } from './ids'
import { minutes } from './minutes'
import { personId } from './people'

/** The gold shop at the market: demo person 4 registered its camera three months ago, and person 3 has confirmed it. `n`: number of the camera. */
export function buildShop(n: number, contacts: Contacts, now: Date) {
  const [owner, id, siteId, consentId] = [personId(4), idOf('camera', 'shop'), idOf('site', 'shop'), idOf('consent', 'shop')]
  const [registered, checked] = [90, 89].map(days => new Date(now.getTime() - days * 86_400_000))
  const code = cameraCode(minutes.provinceCode, n)
  const times = { createdAt: registered, updatedAt: registered }
  return {
    site: { id: siteId, ownership: 'PRIVATE', name: 'ร้านทองมาลี หน้าตลาดสุวพันธุ์', zone: 'GOLD_SHOP', latitude: 14.58771, longitude: 100.45219, provinceCode: minutes.provinceCode, subdistrictCode: '150101', placedBy: 'PIN', ...times },
    camera: { id, code, siteId, ownership: 'PRIVATE', direction: 135, retentionDays: 7, exportBy: 'TECHNICIAN', custodianHours: 'ทุกวัน 08:00–18:00', statusSince: registered, ...times },
    consent: { id: consentId, userId: owner, version: consentVersion, language: 'TH', givenAt: registered },
    privateCamera: {
      cameraId: id,
      ownerId: owner,
      consentId,
      contact: sealContact({ contacts }, { name: 'มาลี ตั้งเจริญกิจ', phone: { number: '0810000004', extension: null } }, owner),
      sharesPhone: true,
      indoors: false,
      check: 'CONFIRMED',
      checkedById: personId(3),
      checkedAt: checked,
      affirmedAt: registered,
      createdAt: registered,
    },
  } as const
}
