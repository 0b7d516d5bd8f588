import type { Contacts } from '../../../domain/owners/contact'
import type { Db } from '../../client'
import { buildHistory } from './history'
import { insert } from './insert'
import { minutes } from './minutes'
import { buildCast } from './people'
import { buildRegister } from './register'
import { buildRound } from './round'
import { buildShop } from './shop'

const DAY = 86_400_000

/**
 * Fills the demo province as it is now, in one transaction. Throws when the official places are not in the database yet.
 * @returns false when somebody else has done it in this moment
 */
export async function fillDemo(db: Db, now: Date, contacts: Contacts): Promise<boolean> {
  const { provinceCode } = minutes
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
