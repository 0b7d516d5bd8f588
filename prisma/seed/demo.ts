import type { Contacts } from '../../domain/owners/contact'
import type { Database } from '../client'
import { buildHistory } from './demo/history'
import { insert } from './demo/insert'
import { minutes } from './demo/minutes'
import { buildCast } from './demo/people'
import { buildRegister } from './demo/register'
import { buildRound } from './demo/round'
import { buildShop } from './demo/shop'

export { demoPeople } from './demo/people'
export { demoQr } from './demo/qr'
export { demoPlaces } from './demo/spots'

const DAY = 86_400_000

/**
 * Fills the demo province (Ang Thong) as its founding minutes describe it, with half a year of reports and repairs before `now` and
 * a survey round that all agencies have answered; and a shop's own camera, whose contact `contacts` seals.
 * Does nothing to a province that has agencies. One transaction; several processes may call it at once.
 * Throws when the official places are not in the database yet.
 * @returns whether it was filled now
 */
export async function seedDemo({ db, pool }: Pick<Database, 'db' | 'pool'>, now: Date, contacts: Contacts): Promise<boolean> {
  const { provinceCode } = minutes
  // By plain SQL, because each start asks for it and Prisma takes a tenth of a second for its first question.
  const { rows: [filled] } = await pool.query<{ there: boolean }>('SELECT EXISTS (SELECT FROM "Agency" WHERE "provinceCode" = $1) AS there', [provinceCode])
  if (filled!.there) { return false }
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(1500013)`
    if (!await tx.province.findUnique({ where: { code: provinceCode } })) { throw new Error('The demo needs the official places: seed them first.') }
    if (await tx.agency.count({ where: { provinceCode } }) > 0) { return false }

    const register = buildRegister(now)
    const cast = buildCast(new Date(now.getTime() - 200 * DAY))
    const stories = buildHistory(register, cast, now)
    const shop = buildShop(register.cameras.length + 1, contacts, now)
    const round = buildRound(register, cast, now)
    await insert(tx, 'Agency', register.agencies)
    await insert(tx, 'Site', register.sites)
    await insert(tx, 'Camera', register.cameras)
    await tx.province.update({ where: { code: provinceCode }, data: { lastCamera: register.cameras.length + 1 } })
    await insert(tx, 'User', cast.users)
    await insert(tx, 'Membership', cast.memberships)
    await insert(tx, 'Site', [shop.site])
    await insert(tx, 'Camera', [shop.camera])
    await insert(tx, 'Consent', [shop.consent])
    await insert(tx, 'PrivateCamera', [shop.privateCamera])
    await insert(tx, 'WorkOrder', stories.map(({ order }) => order))
    await insert(tx, 'FaultReport', stories.flatMap(({ reports }) => reports))
    await insert(tx, 'ReportNote', stories.flatMap(({ notes }) => notes))
    await insert(tx, 'WorkOrderEvent', stories.flatMap(({ events }) => events))
    await insert(tx, 'SurveyRound', [round.round])
    await insert(tx, 'RoundMilestone', round.milestones)
    await insert(tx, 'AgencyReturn', round.returns)
    await insert(tx, 'Change', round.changes)
    // Plans for tables that were empty a moment ago would be poor ones.
    await tx.$executeRawUnsafe('ANALYZE')
    return true
  })
}
