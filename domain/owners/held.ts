import type { Act } from '../act'
import type { Contacts } from './contact'
import type { PrivateCameraView } from './queries'
import { openContact } from './contact'
import { ownCameras } from './queries'

/** Everything that is held about somebody, for themselves. Who may have it is for the caller to say. */
export async function heldAbout({ db, contacts }: Pick<Act, 'db'> & { contacts: Contacts }, userId: string) {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      lineUserId: true,
      displayName: true,
      language: true,
      createdAt: true,
      memberships: { select: { role: true, provinceCode: true, agency: { select: { name: true } }, createdAt: true, suspendedAt: true } },
      accessRequests: { select: { role: true, provinceCode: true, fullName: true, state: true, createdAt: true } },
      consents: { select: { version: true, language: true, givenAt: true, withdrawnAt: true }, orderBy: { givenAt: 'asc' } },
      privateCameras: { include: { camera: { include: { site: true, attachments: { where: { state: 'STORED' }, select: { id: true } } } } }, orderBy: [{ createdAt: 'asc' }, { camera: { code: 'asc' } }] },
      faultReports: { select: { number: true, createdAt: true, placeText: true, notes: { where: { erasedAt: null }, select: { text: true, createdAt: true } } }, orderBy: { createdAt: 'asc' } },
      proposals: { select: { number: true, createdAt: true } },
      problems: { select: { number: true, createdAt: true } },
      cooperation: { select: { kind: true, state: true, note: true, createdAt: true }, orderBy: { createdAt: 'asc' } },
    },
  })
  const { privateCameras, ...person } = user
  const looks = await db.auditEntry.findMany({ where: { action: 'contact.seen', subject: { in: privateCameras.map(({ cameraId }) => `camera:${cameraId}`) } }, orderBy: { id: 'asc' }, select: { at: true, subject: true, data: true } })
  return {
    ...person,
    cameras: privateCameras.map(({ cameraId, ownerId, contact, camera: { code, direction, retentionDays, exportBy, custodianHours, fieldOfView, range, status, site: { name, address, latitude, longitude, provinceCode, subdistrictCode }, attachments }, sharesPhone, indoors, check, remark, pausedUntil, affirmedAt, hiddenAt, createdAt }) => ({
      code,
      name,
      address,
      latitude,
      longitude,
      provinceCode,
      subdistrictCode,
      direction,
      fieldOfView,
      range,
      damaged: status === 'DAMAGED',
      indoors,
      retentionDays,
      exportBy,
      hours: custodianHours,
      contact: openContact({ contacts }, contact, ownerId),
      sharesPhone,
      check,
      remark,
      pausedUntil,
      affirmedAt,
      hiddenAt,
      registeredAt: createdAt,
      photos: attachments.length,
      contactSeen: looks.filter(({ subject }) => subject === `camera:${cameraId}`).map(({ at, data }) => ({ at, data })),
    })),
  }
}

/** The same in short, as it is told in the chat. */
export async function heldSummary(act: Act): Promise<{ cameras: PrivateCameraView[], consents: { givenAt: Date }[], reports: number }> {
  const { db, actor: { userId } } = act
  const [cameras, consents, reports] = await Promise.all([
    ownCameras(act),
    db.consent.findMany({ where: { userId, withdrawnAt: null }, orderBy: { givenAt: 'asc' }, select: { givenAt: true } }),
    db.faultReport.count({ where: { reporterId: userId } }),
  ])
  return { cameras, consents, reports }
}
