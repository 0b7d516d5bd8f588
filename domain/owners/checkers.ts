import type { Tx } from '../../prisma/client'
import type { Act } from '../act'
import { notify } from '../notices/notify'
import { secretariesOf } from '../notices/recipients'

/** A private camera to be checked: where it is and whose. */
interface ToCheck { id: string, provinceCode: string, subdistrictCode: string | null, ownerId: string }

/** Who is to check a private camera: the police officers of the stations of its district, else the secretaries of its province; never its owner. */
async function checkersOf(db: Tx, { provinceCode, subdistrictCode, ownerId }: ToCheck): Promise<string[]> {
  const officers = subdistrictCode === null
    ? []
    : await db.membership.findMany({
        where: { role: 'POLICE', suspendedAt: null, userId: { not: ownerId }, user: { reachable: true }, provinceCode, agency: { kind: 'POLICE', districtCode: subdistrictCode.slice(0, 4) } },
        select: { userId: true },
        distinct: ['userId'],
      })
  if (officers.length) return officers.map(({ userId }) => userId)
  return (await secretariesOf(db, provinceCode)).flatMap(({ userId }) => userId && userId !== ownerId ? userId : [])
}

/** Asks somebody nearby to check a private camera. */
export async function askForCheck(act: Act, camera: ToCheck): Promise<void> {
  const checkers = await checkersOf(act.db, camera)
  await notify(act, ...checkers.map(userId => ({ to: { userId }, level: 'SOON' as const, kind: 'owner.toCheck' as const, data: { privateCameraId: camera.id } })))
}
