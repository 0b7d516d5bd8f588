import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import { bangkokDay } from '../time/bangkok'

/** A round as pages show it. Days are those in Bangkok; `closesOn` is the last on which agencies hand in. */
export interface RoundView {
  id: string
  provinceCode: string
  name: string
  opensOn: string
  closesOn: string
  closedAt: Date | null
  version: number
  /** Agencies fill in and hand in now. */
  open: boolean
  milestones: { name: string, date: string }[]
}

/** What is read for it. */
export const withMilestones = { milestones: { orderBy: [{ date: 'asc' }, { id: 'asc' }] } } as const satisfies Prisma.SurveyRoundInclude

/** A row, with its milestones. */
export type RoundRow = Prisma.SurveyRoundGetPayload<{ include: typeof withMilestones }>

/** Whether agencies fill in and hand in at this time. */
export const isOpen = ({ opensAt, closesAt, closedAt }: Pick<RoundRow, 'opensAt' | 'closesAt' | 'closedAt'>, now: Date): boolean => closedAt === null && opensAt <= now && now < closesAt

/** The view of a row. */
export function roundView(row: RoundRow, { now }: Pick<Act, 'now'>): RoundView {
  const { id, provinceCode, name, opensAt, closesAt, closedAt, version, milestones } = row
  return {
    id,
    provinceCode,
    name,
    opensOn: bangkokDay(opensAt),
    closesOn: bangkokDay(new Date(closesAt.getTime() - 1)),
    closedAt: closedAt ?? (closesAt <= now ? closesAt : null),
    version,
    open: isOpen(row, now),
    milestones: milestones.map(({ name, date }) => ({ name, date: date.toISOString().slice(0, 10) })),
  }
}
