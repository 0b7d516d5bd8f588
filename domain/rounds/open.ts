import { Prisma } from '../../prisma/client'

/** Whether a round (alias `o`) takes returns now. */
export function takesReturns(now: Date): Prisma.Sql {
  return Prisma.sql`o."opensAt" <= ${now}::timestamptz AND o."closesAt" > ${now}::timestamptz AND o."closedAt" IS NULL`
}
