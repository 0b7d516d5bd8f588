import type { z } from 'zod'
import type { Act } from '../act'
import type { Finding } from './checks'
import { Prisma } from '../../prisma/client'
import { Refusal } from '../refusal'
import { checkPlace } from './checkPlace'
import { draftPlace } from './schema'
import { twinOf } from './twin'

/** What the checks that need the register or the borders find in a place that is being typed; with a `direction` also a camera there that may be the same. For those who fill in something of the province; refused as `notAllowed`. */
export async function checkDraft({ db, actor }: Act, input: z.input<typeof draftPlace>): Promise<Finding[]> {
  const { province: provinceCode, latitude, longitude, subdistrict, direction, camera } = draftPlace.parse(input)
  if (!actor.memberships.some(({ role, provinceCode: of }) => of === provinceCode && (role === 'OFFICIAL' || role === 'POLICE' || role === 'SECRETARY'))) throw new Refusal('notAllowed')
  const found = checkPlace({ latitude, longitude, provinceCode, subdistrictCode: subdistrict ?? null })
  if (direction === undefined) return found
  const [twin] = await db.$queryRaw<{ code: string }[]>(twinOf({
    latitude: Prisma.sql`${latitude}::float8`,
    longitude: Prisma.sql`${longitude}::float8`,
    direction: Prisma.sql`${direction}::int`,
    not: Prisma.sql`${camera ?? null}::uuid`,
  }))
  return twin ? [...found, { code: 'tooClose', level: 'warning', field: 'direction', params: { code: twin.code } }] : found
}
