import type { z } from 'zod'
import type { Act } from '../act'
import type { Target } from '../photos/room'
import type { OwnReport } from './own'
import { inLanguage } from '../labels/label'
import { workOrderStateLabels } from '../labels/workOrders'
import { needsRoom } from '../photos/room'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { take } from '../workOrders/move'
import { lockedReport, touch } from './own'
import * as schema from './schema'

/** Adds a detail to one's own report; the same LINE message, or the same `id`, only once. Refused as `reportOver` when the matter is closed. */
export async function addNote(act: Act, input: z.input<typeof schema.reportNote>): Promise<{ noteId: string }> {
  const { reportId, id: given, text, lineMessageId } = schema.reportNote.parse(input)
  const [report, known] = await Promise.all([
    touched(act, reportId),
    act.db.$queryRaw<{ id: string }[]>`SELECT "id" FROM "ReportNote" WHERE "faultReportId" = ${reportId}::uuid AND ("lineMessageId" = ${lineMessageId ?? null} OR "id" = ${given ?? null}::uuid)`,
  ])
  if (known[0]) return { noteId: known[0].id }
  const noteId = given ?? uuid7(act.now.getTime())
  const written = await act.db.$executeRaw`
    INSERT INTO "ReportNote" ("id", "faultReportId", "text", "lineMessageId", "createdAt")
    VALUES (${noteId}::uuid, ${report.id}::uuid, ${text}, ${lineMessageId ?? null}, ${act.now}::timestamptz)
    ON CONFLICT ("id") DO NOTHING`
  // The id is somebody else's.
  if (!written) throw new Refusal('notFound')
  return { noteId }
}

/**
 * Attaches a photo to one's own report, or as an after-photo to a repair that one works on; its bytes are fetched later.
 * The same LINE message only once. Refused as `tooManyPhotos`, or `reportOver` when the matter is closed.
 */
export async function attachPhoto(act: Act, input: z.input<typeof schema.photo>): Promise<{ attachmentId: string }> {
  const { lineMessageId, sourceUrl, ...to } = schema.photo.parse(input)
  const target = await targetOf(act, to)
  const known = await act.db.attachment.findFirst({ where: { lineMessageId, ...target }, select: { id: true } })
  if (known) return { attachmentId: known.id }
  await needsRoom(act, target)
  const [attached] = await act.db.attachment.createManyAndReturn({
    data: [{ ...target, lineMessageId, sourceUrl, uploadedById: act.actor.userId, createdAt: act.now, notBefore: act.now }],
    skipDuplicates: true,
    select: { id: true },
  })
  // The message belongs to something else already.
  if (!attached) throw new Refusal('notFound')
  return { attachmentId: attached.id }
}

/** What a photo of a report or of a repair is of, locked. Refused as `attachPhoto` is. */
export async function targetOf(act: Act, to: { reportId: string } | { workOrderId: string }): Promise<Target> {
  return 'reportId' in to ? { faultReportId: (await touched(act, to.reportId)).id } : { workOrderId: await repaired(act, to.workOrderId) }
}

/** One's own report whose matter is still open, touched and locked against being taken away. */
async function touched(act: Act, reportId: string): Promise<OwnReport> {
  const report = await lockedReport(act, reportId)
  const state = report.workOrderState
  if (state === 'CLOSED' || state === 'REJECTED' || state === 'DUPLICATE') { throw new Refusal('reportOver', { state: inLanguage(workOrderStateLabels[state], act.actor.language) }) }
  if (!report.releasedAt) await touch(act.db, report, act.now)
  return report
}

/** The id of a repair that the actor may finish now. */
async function repaired(act: Act, workOrderId: string): Promise<string> {
  const { id } = await take(act, workOrderId, 'repair')
  return id
}
