import type { Role, Tx } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { MenuName } from './rules'
import { Refusal } from '../refusal'
import { agencyRoles, menuFor } from './rules'

/** What a membership is of. */
export interface Post { role: Role, provinceCode: string, agencyId: string | null }

/** Makes one person's changes wait for each other until the transaction ends. Taken before any other lock on what is theirs. */
export async function lockPerson(db: Tx, userId: string): Promise<void> {
  await db.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
}

/** How the person holds the post: not, now, or suspended. */
export async function holds(db: Tx, userId: string, post: Post): Promise<'no' | 'yes' | 'suspended'> {
  const held = await db.membership.findFirst({ where: { userId, ...post }, select: { suspendedAt: true } })
  return held ? held.suspendedAt ? 'suspended' : 'yes' : 'no'
}

/** Gives the person the post; nothing changes when they hold it, also while they are suspended. Returns the menu they get. */
export async function give(act: Act | ClockAct, userId: string, post: Post): Promise<MenuName> {
  await act.db.membership.createMany({ data: { userId, ...post, createdAt: act.now }, skipDuplicates: true })
  return wantMenu(act.db, userId)
}

/** Sets the rich menu that the person's memberships call for. */
export async function wantMenu(db: Tx, userId: string): Promise<MenuName> {
  const menu = menuFor(await db.membership.findMany({ where: { userId, suspendedAt: null }, select: { role: true } }))
  await db.user.update({ where: { id: userId }, data: { menuWanted: menu } })
  return menu
}

/** The post as it is stored: with an agency of the province for the roles held in one, without for the others. Throws `agencyNeeded`, `agencyUnknown`, `provinceUnknown`. */
export async function checkedPost(db: Tx, { role, provinceCode, agencyId }: { role: Role, provinceCode: string, agencyId?: string | null }): Promise<Post> {
  if (!agencyRoles.has(role)) {
    if (!await db.province.findUnique({ where: { code: provinceCode }, select: { code: true } })) throw new Refusal('provinceUnknown')
    return { role, provinceCode, agencyId: null }
  }
  if (!agencyId) throw new Refusal('agencyNeeded')
  const agency = await db.agency.findUnique({ where: { id: agencyId }, select: { provinceCode: true } })
  if (agency?.provinceCode !== provinceCode) throw new Refusal('agencyUnknown')
  return { role, provinceCode, agencyId }
}
