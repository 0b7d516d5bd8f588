import type { ClockAct } from './act'
import { audit } from './audit'

/**
 * How long words and names about people are kept after what they were for is over, in days (docs/privacy.md says why). Then they are erased, and only what is counted
 * is left: cameras, times, states, causes. The words of footage requests are kept as long as their province has set (`Province.footageKeptDays`).
 */
export const keptFor = {
  /** The note and the point of a co-operation request, after it ended. */
  cooperation: 365,
  /** That somebody consented, after they took it back: as long as somebody may bring a claim (Civil and Commercial Code, section 193/30). */
  consent: 3_653,
  /** A request for access that was refused. */
  accessRefused: 365,
} as const

const atOnce = 200

/** Erases what was kept long enough. Returns how many things it was done to; at most so many of each kind at once. */
export async function eraseOld(act: ClockAct): Promise<number> {
  return await eraseFootage(act) + await eraseCooperation(act) + await eraseConsents(act) + await eraseRefused(act)
}

const before = ({ now }: ClockAct, days: number) => new Date(now.getTime() - days * 86_400_000)

/** Case number, offence, purpose, place, messages, telephone numbers and reasons (also of a supervisor) of footage requests. */
async function eraseFootage(act: ClockAct): Promise<number> {
  const { db, now } = act
  const old = await db.$queryRaw<{ id: string, provinceCode: string }[]>`
    SELECT r."id"::text, r."provinceCode"::text FROM "FootageRequest" r JOIN "Province" p ON p."code" = r."provinceCode"
    WHERE r."closedAt" < ${now}::timestamptz - p."footageKeptDays" * interval '24 hours' AND r."erasedAt" IS NULL
    ORDER BY r."closedAt" LIMIT ${atOnce}::int FOR UPDATE OF r SKIP LOCKED`
  const ids = old.map(({ id }) => id)
  if (!ids.length) return 0
  await db.footageMessage.deleteMany({ where: { item: { requestId: { in: ids } } } })
  await db.footageItem.updateMany({ where: { requestId: { in: ids } }, data: { technicianPhone: null, phoneMessageId: null, refusal: null, refusalMessageId: null } })
  await db.footageRequest.updateMany({
    where: { id: { in: ids } },
    data: { caseNumber: null, caseMessageId: null, offence: null, offenceMessageId: null, purpose: null, purposeMessageId: null, placeText: null, latitude: null, longitude: null, placeMessageId: null, declined: null, declinedMessageId: null, erasedAt: now },
  })
  await audit(act, ...old.map(({ id, provinceCode }) => ({ action: 'footage.erased', subject: `footage:${id}`, provinceCode })))
  return ids.length
}

async function eraseCooperation(act: ClockAct): Promise<number> {
  const where = { closedAt: { lt: before(act, keptFor.cooperation) }, OR: [{ note: { not: null } }, { latitude: { not: null } }] }
  const { count } = await act.db.cooperationRequest.updateMany({ where, data: { note: null, noteMessageId: null, latitude: null, longitude: null }, limit: atOnce })
  return count
}

async function eraseConsents(act: ClockAct): Promise<number> {
  const { count } = await act.db.consent.deleteMany({ where: { withdrawnAt: { lt: before(act, keptFor.consent) }, cameras: { none: {} } }, limit: atOnce })
  return count
}

async function eraseRefused(act: ClockAct): Promise<number> {
  const { count } = await act.db.accessRequest.deleteMany({ where: { state: 'REFUSED', decidedAt: { lt: before(act, keptFor.accessRefused) } }, limit: atOnce })
  return count
}
