import type { NoticeLevel, Priority } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { NewNotice, NoticeBody, NoticeReader, ReportGist, WorkOrderGist } from '../notices/kinds'
import type { InHand } from './inHand'
import { notify } from '../notices/notify'
import { secretariesOf } from '../notices/recipients'
import { gistOf } from './inHand'

/** Work that cannot wait is pushed at once; the rest rides on the next reply or the day's digest. */
export const levelFor = (priority: Priority): NoticeLevel => priority === 'URGENT' ? 'NOW' : 'SOON'

/** Tells those who must repair: the agency (and `alsoTo`), or the province's secretaries while nobody is responsible. */
export async function tellAgency(act: Act | ClockAct, workOrder: InHand, level: NoticeLevel, body: (gist: WorkOrderGist) => NoticeBody, alsoTo: string | null = null): Promise<void> {
  const { agencyId, provinceCode } = workOrder
  const office: NoticeReader[] = agencyId
    ? [{ agencyId }]
    : (await secretariesOf(act.db, provinceCode)).map(({ userId }) => ({ userId: userId! }))
  const readers = alsoTo ? [{ userId: alsoTo }, ...office] : office
  await notify(act, ...readers.map((to): NewNotice => ({ to, level, ...body(gistOf(workOrder)) })))
}

/** Tells everybody who reported it, each with their newest report, and everybody who follows it. */
export async function tellReporters(act: Act | ClockAct, workOrder: InHand, level: NoticeLevel, body: (gist: ReportGist) => NoticeBody): Promise<void> {
  const reports = new Map(workOrder.reports.toReversed().map(({ reporterId, id, number }) => [reporterId, { id, number }]))
  const readers = new Set([...reports.keys(), ...workOrder.followers])
  const gist = gistOf(workOrder)
  await notify(act, ...Array.from(readers, (userId): NewNotice => ({ to: { userId }, level, ...body({ ...gist, report: reports.get(userId) ?? null }) })))
}
