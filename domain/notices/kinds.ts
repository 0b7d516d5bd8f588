import type { NoticeLevel, Priority, Symptom, WaitingFor, WorkOrderState } from '../../prisma/client'

/** A repair in a notice, as it was when the notice was written. Nothing a reporter wrote is in it: that can be taken back. */
export interface WorkOrderGist {
  workOrderId: string
  number: string
  /** Null: the camera is not in the register. */
  camera: { id: string, code: string, siteName: string, label: string } | null
  agency: { name: string, nameEn: string | null } | null
  symptom: Symptom
  state: WorkOrderState
  priority: Priority
  /** ISO 8601. */
  dueAt: string
  /** People who reported it. */
  reporters: number
}

/** The same for somebody who reported it (`report` set) or follows it (`report` null). */
export interface ReportGist extends WorkOrderGist {
  report: { id: string, number: string } | null
}

/** An agency's return in a notice, as it was when the notice was written. */
export interface ReturnGist {
  returnId: string
  agency: { name: string, nameEn: string | null }
  round: string
  /** Until then it is to be handed in; ISO 8601. */
  closesAt: string
}

/** What somebody is asked who keeps a camera. */
export interface FootageAskGist { askId: string }

/** One camera of an officer's request. */
export interface FootageItemGist { requestId: string, itemId: string }

/** A request of an officer as a whole. */
export interface FootageRequestGist { requestId: string }

/** Why a photo could not be kept. */
export type PhotoRefusal = 'tooLarge' | 'notAPhoto' | 'tooManyPixels' | 'damaged' | 'gone' | 'notFetched'

/** What each kind of notice says. */
export interface NoticeData {
  'workOrder.new': WorkOrderGist
  /** One more person reported it; `raised` when that made it urgent. */
  'workOrder.joined': WorkOrderGist & { raised: boolean }
  'workOrder.assigned': WorkOrderGist
  'workOrder.forwarded': WorkOrderGist & { reason: string, from: { name: string, nameEn: string | null } | null }
  'workOrder.reopened': WorkOrderGist & { times: number }
  'workOrder.overdue': WorkOrderGist
  'report.acknowledged': ReportGist
  'report.inProgress': ReportGist
  'report.waiting': ReportGist & { waitingFor: WaitingFor }
  /** Asks the reporter whether it works; a follower (`report` null) is only told. */
  'report.repaired': ReportGist
  'report.rejected': ReportGist & { reason: string }
  'report.duplicate': ReportGist & { of: string }
  'report.reopened': ReportGist
  /** `confirmed` false: nobody answered in time. */
  'report.closed': ReportGist & { confirmed: boolean }
  /** A photo of theirs could not be kept; `number` of the report or the repair that it was sent for. */
  'photo.refused': { attachmentId: string, of: string, number: string, why: PhotoRefusal }
  'round.opened': ReturnGist
  'return.reminder': ReturnGist
  'return.returned': ReturnGist & { remarks: string }
  'return.accepted': ReturnGist
  /** Somebody who keeps a camera is asked for a recording, reminded, or told that nobody wants it any more. */
  'footage.asked': FootageAskGist
  'footage.reminder': FootageAskGist
  'footage.calledOff': FootageAskGist
  /** The officer hears that something came of it, that a colleague asks for the same recording, or that nobody answers. */
  'footage.answered': FootageItemGist
  'footage.joined': FootageItemGist
  'footage.unanswered': FootageItemGist
  /** A supervisor of the station is asked to approve a request; the officer hears what was decided. */
  'footage.toApprove': FootageRequestGist
  'footage.approved': FootageRequestGist
  'footage.declined': FootageRequestGist
  /** A message between the two; its text is read when it is delivered. */
  'footage.message': { footageMessageId: string }
  'access.requested': { accessRequestId: string }
  'access.decided': { accessRequestId: string }
  /** They approve the requests for footage of their station from now on, or no longer. */
  'membership.supervises': { membershipId: string, supervises: boolean }
  /** A private camera waits for somebody nearby to say that it is there. */
  'owner.toCheck': { privateCameraId: string }
  /** Its owner hears what was said. */
  'owner.checked': { privateCameraId: string }
  /** Its owner is asked whether it is still in use. */
  'owner.stillUsed': { privateCameraId: string }
  /** Nobody answered: it is not shown any more. */
  'owner.hidden': { privateCameraId: string }
  /** Somebody else found that it does not work. */
  'owner.damaged': { privateCameraId: string }
  /** Whoever keeps a camera is asked for a favour by the police, or once more; the officer hears what came of it. */
  'cooperation.asked': { cooperationId: string }
  'cooperation.answered': { cooperationId: string }
  /** How far a province's audit log goes: its entries, how many of them are new, and the last hashes, to be kept. */
  'audit.head': { provinceCode: string, province: { name: string, nameEn: string }, entries: number, fresh: number, heads: string[] }
}

/** Kinds of notices; `bot/` puts each into words. */
export type NoticeKind = keyof NoticeData

/** Kind and data that belong together. */
export type NoticeBody = { [K in NoticeKind]: { kind: K, data: NoticeData[K] } }[NoticeKind]

/** A person; or an agency: its LINE group when it has one, else its officials, else the secretaries of its province. */
export type NoticeReader = { userId: string } | { agencyId: string }

/** Something to be told. `notBefore`: not delivered earlier. `isFirst`: what it is about is new, so that nothing older about it can wait. */
export type NewNotice = NoticeBody & { to: NoticeReader, level: NoticeLevel, notBefore?: Date, isFirst?: true }

/** What a notice speaks of, in the words of `Notice.about`. */
export function aboutOf(body: NoticeBody): string {
  if (body.kind === 'photo.refused') return `photos:${body.data.of}`
  if ('askId' in body.data) return `footageAsk:${body.data.askId}`
  if ('requestId' in body.data) return `footage:${body.data.requestId}`
  if ('footageMessageId' in body.data) return `footageMessage:${body.data.footageMessageId}`
  if ('privateCameraId' in body.data) return `privateCamera:${body.data.privateCameraId}`
  if ('cooperationId' in body.data) return `cooperation:${body.data.cooperationId}`
  if ('membershipId' in body.data) return `membership:${body.data.membershipId}`
  if ('returnId' in body.data) return `return:${body.data.returnId}`
  if (body.kind === 'audit.head') return `audit:${body.data.provinceCode}`
  return 'workOrderId' in body.data ? `workOrder:${body.data.workOrderId}` : `accessRequest:${body.data.accessRequestId}`
}
