import type { FootageCause, FootageEventKind, FootageItemState, FootageState, LegalBasis, Priority, Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { HeldItem } from './held'
import type { Move } from './rules'
import { agencyIn } from '../labels/agency'
import { isLive, itemWanted } from './held'
import { answers, answerTime, heldStates, moves, openStates, supervises, undoLogMs } from './rules'

/** A camera as it stands in views of requests. */
export interface CameraGist { id: string, code: string, siteName: string, label: string, isPrivate: boolean, isWithdrawn: boolean, latitude: number, longitude: number }

/** A message of one of the two; `text` null: it was taken back. */
export interface MessageView { byOfficer: boolean, text: string | null, at: Date }

/** The recording of one camera as its officer sees it: never why it was refused. */
export interface ItemView {
  id: string
  /** Null: outside the register, or withdrawn by its owner. */
  camera: CameraGist | null
  from: Date
  to: Date
  state: FootageItemState
  cause: FootageCause | null
  complete: boolean | null
  overwriteAt: Date | null
  answerBy: Date
  appointmentAt: Date | null
  technicianPhone: string | null
  /** Whom to call when they cannot be reached, or have not answered. */
  callPhone: string | null
  /** That is the owner of a private camera, who shares their number (`ownersPhone.ts`). */
  callOwner: boolean
  sha256: string | null
  bytes: bigint | null
  /** Number of the report that the camera is broken. */
  fault: string | null
  messages: MessageView[]
  /** What the officer can do now. */
  moves: Move[]
  mayWrite: boolean
}

/** A request as its officer sees it, or a supervisor of the station. Words that were taken back, or never asked for, are null. */
export interface RequestView {
  id: string
  number: string
  state: FootageState
  createdAt: Date
  logged: boolean
  noCamera: boolean
  caseNumber: string | null
  offence: string | null
  purpose: string | null
  legalBasis: LegalBasis | null
  urgency: Priority
  placeText: string | null
  /** Who asks, and of which station, in the reader's language. */
  officer: string | null
  station: string
  /** Why a supervisor declined it, if they said. */
  declined: string | null
  /** Open ones first, the nearest deadline first. */
  items: ItemView[]
  /** Oldest first; `code`: of the camera that it is about. */
  timeline: { kind: FootageEventKind, at: Date, code: string | null }[]
  /** The reader's own; else they read it as a supervisor. */
  isOwn: boolean
  may: { cancel: boolean, undo: boolean, decide: boolean }
}

/** What somebody is asked who keeps a camera, by one officer or several. */
export interface AskView {
  askId: string
  camera: CameraGist
  /** All that is asked for together. */
  from: Date
  to: Date
  state: FootageItemState
  cause: FootageCause | null
  /** Nobody wants it any more. */
  cancelled: boolean
  overwriteAt: Date | null
  answerBy: Date
  appointmentAt: Date | null
  technicianPhone: string | null
  /** What the custodian wrote, who may read it. */
  refusal: string | null
  requests: { number: string, officer: string | null, station: string, caseNumber: string | null, offence: string | null, purpose: string | null, legalBasis: LegalBasis | null, urgency: Priority }[]
  messages: MessageView[]
  moves: Move[]
  mayWrite: boolean
}

const messagesWanted = { orderBy: { createdAt: 'asc' } } as const satisfies Prisma.FootageItem$messagesArgs

/** What an item's view is read with. */
export const itemViewWanted = { ...itemWanted, messages: messagesWanted, faultReport: { select: { number: true } } } as const satisfies Prisma.FootageItemInclude

/** What a request's view is read with. */
export const requestViewWanted = {
  items: { include: itemViewWanted },
  events: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
  agency: { select: { name: true, nameEn: true } },
  officer: { select: { displayName: true } },
} as const satisfies Prisma.FootageRequestInclude

type ItemRow = Prisma.FootageItemGetPayload<{ include: typeof itemViewWanted }>
type RequestRow = Prisma.FootageRequestGetPayload<{ include: typeof requestViewWanted }>

/** A camera's row as views show it. */
export function cameraGist(camera: HeldItem['camera']): CameraGist | null {
  return camera && {
    id: camera.id,
    code: camera.code,
    siteName: camera.site.name,
    label: camera.label,
    isPrivate: camera.ownership === 'PRIVATE',
    isWithdrawn: camera.ownership === 'PRIVATE' && camera.private === null,
    latitude: camera.site.latitude,
    longitude: camera.site.longitude,
  }
}

const messageViews = (messages: ItemRow['messages']): MessageView[] => messages.map(({ byOfficer, text, erasedAt, createdAt }) => ({ byOfficer, text: erasedAt ? null : text, at: createdAt }))

/** A request's row as its officer sees it, or a supervisor: without messages and telephone numbers; `silent`: users among those asked first whom LINE does not reach. */
export function toRequestView({ actor, now }: Act, row: RequestRow, silent: Set<string>): RequestView {
  const { id, number, state, createdAt, logged, noCamera, caseNumber, offence, purpose, legalBasis, urgency, placeText, declined, items, events } = row
  const isOwn = row.officerId === actor.userId
  const codes = new Map(items.map(item => [item.id, item.camera?.code ?? null]))
  return {
    id,
    number,
    state,
    createdAt,
    logged,
    noCamera,
    caseNumber,
    offence,
    purpose,
    legalBasis,
    urgency,
    placeText,
    officer: row.officer.displayName,
    station: agencyIn(row.agency, actor.language)!,
    declined,
    items: items.map(item => isOwn ? itemView(item, silent, now) : { ...itemView(item, silent, now), ...unseen }).sort((a, b) => rank(a) - rank(b) || a.answerBy.getTime() - b.answerBy.getTime() || (a.id < b.id ? -1 : 1)),
    timeline: events.map(({ kind, at, itemId }) => ({ kind, at, code: itemId && (codes.get(itemId) ?? null) })),
    isOwn,
    may: {
      cancel: isOwn && (state === 'SUBMITTED' || state === 'AWAITING_APPROVAL'),
      undo: isOwn && logged && state !== 'CANCELLED' && now.getTime() - createdAt.getTime() <= undoLogMs,
      decide: !isOwn && state === 'AWAITING_APPROVAL' && supervises(actor, row.agencyId),
    },
  }
}

/** What is between the officer and whoever keeps the camera. */
const unseen = { technicianPhone: null, callPhone: null, callOwner: false, messages: [], moves: [], mayWrite: false } satisfies Partial<ItemView>

const rank = ({ state }: ItemView): number => openStates.includes(state) ? 0 : 1

function itemView(row: ItemRow, silent: Set<string>, now: Date): ItemView {
  const { id, camera, from, to, state, cause, complete, overwriteAt, answerBy, appointmentAt, technicianPhone, sha256, bytes, messages, faultReport, request } = row
  const isHeld = heldStates.includes(request.state)
  const call = isLive(row) && toBeCalled(row, silent)
  return {
    id,
    camera: cameraGist(camera),
    from,
    to,
    state,
    cause,
    complete,
    overwriteAt,
    answerBy: request.state === 'AWAITING_APPROVAL' ? answerTime(overwriteAt, now) : answerBy,
    appointmentAt,
    technicianPhone,
    callPhone: call && camera?.ownership === 'PUBLIC' ? camera.custodianPhone ?? camera.agency?.phone ?? null : null,
    callOwner: call && camera?.private?.sharesPhone === true,
    sha256,
    bytes,
    fault: faultReport?.number ?? null,
    messages: messageViews(messages),
    moves: isHeld ? [] : (Object.keys(moves) as Move[]).filter(move => moves[move].by === 'officer' && moves[move].from.includes(state)),
    mayWrite: camera !== null && (isLive(row) || (state === 'RECEIVED' && !isHeld && !request.logged)),
  }
}

/** Nobody there could be told, nobody has answered in time, or the recorder cannot be opened by them. */
function toBeCalled({ camera, state, nudges, answeredAt, firstAskedId }: ItemRow, silent: Set<string>): boolean {
  if (!camera || state !== 'ASKED') return false
  return nudges > 0 || answeredAt !== null || firstAskedId === null || silent.has(firstAskedId)
}

/** What a custodian is asked, from its rows, oldest first; at least one of a camera that is there. */
export function toAskView({ actor }: Act, rows: ItemRow[]): AskView {
  const live = rows.filter(isLive)
  const shown = live.length ? live : rows
  const last = shown.at(-1)!
  const times = (of: (row: ItemRow) => Date | null) => shown.flatMap(row => of(row)?.getTime() ?? [])
  const overwritten = times(row => row.overwriteAt)
  return {
    askId: last.askId,
    camera: cameraGist(last.camera)!,
    from: new Date(Math.min(...times(row => row.from))),
    to: new Date(Math.max(...times(row => row.to))),
    state: last.state,
    cause: last.cause,
    cancelled: rows.every(({ request }) => request.state === 'CANCELLED'),
    overwriteAt: overwritten.length ? new Date(Math.min(...overwritten)) : null,
    answerBy: new Date(Math.min(...times(row => row.answerBy))),
    appointmentAt: last.appointmentAt,
    technicianPhone: last.technicianPhone,
    refusal: last.refusal,
    requests: shown.map(({ request: { number, officer, agency, caseNumber, offence, purpose, legalBasis, urgency } }) => ({
      number,
      officer: officer.displayName,
      station: agencyIn(agency, actor.language)!,
      caseNumber,
      offence,
      purpose,
      legalBasis,
      urgency,
    })),
    messages: messageViews(shown.flatMap(({ messages }) => messages)).sort((a, b) => a.at.getTime() - b.at.getTime()),
    moves: answers.filter(move => live.some(({ state }) => moves[move].from.includes(state))),
    mayWrite: shown.some(row => isLive(row) || (row.state === 'RECEIVED' && row.request.state !== 'CANCELLED')),
  }
}
