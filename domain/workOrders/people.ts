import type { Role, Tx } from '../../prisma/client'

/** Somebody who can be given a repair. */
export interface Assignable { userId: string, displayName: string | null, role: Role }

/** Technicians and officials of the work order's agency (technicians also of the whole province), technicians first. Nobody without an agency. */
export async function assignableTo(db: Tx, { agencyId, provinceCode }: { agencyId: string | null, provinceCode: string }): Promise<Assignable[]> {
  if (agencyId === null) return []
  const found = await db.membership.findMany({
    where: {
      suspendedAt: null,
      OR: [{ agencyId, role: { in: ['TECHNICIAN', 'OFFICIAL'] } }, { agencyId: null, role: 'TECHNICIAN', provinceCode }],
    },
    select: { role: true, user: { select: { id: true, displayName: true } } },
    orderBy: { createdAt: 'asc' },
  })
  const people = found.map(({ role, user }) => ({ userId: user.id, displayName: user.displayName, role }))
  const technicians = people.filter(({ role }) => role === 'TECHNICIAN')
  const others = people.filter(({ role, userId }) => role !== 'TECHNICIAN' && !technicians.some(technician => technician.userId === userId))
  return [...technicians, ...others]
}
