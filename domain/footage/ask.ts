import type { FootageItemState, Priority } from '../../prisma/client'
import type { Act } from '../act'
import type { NewNotice } from '../notices/kinds'
import type { Period } from '../time/moments'
import type { FootageCamera } from './cameras'
import { Prisma } from '../../prisma/client'
import { Refusal } from '../refusal'
import { firstCustodians } from './custodians'
import { answerTime, levelOf, nudgeTime, openStates, overwrittenAt } from './rules'

/** Who asks, and how urgently. */
export interface Asking { officerId: string, urgency: Priority }

/** A recording that is wanted, with the id that it gets. */
export interface Wanted extends Period { id: string, camera: FootageCamera }

/** A recording that is asked for, or waits for a supervisor, with whose request that is. */
interface Open extends Period, Asked {
  id: string
  requestId: string
  cameraId: string
  officerId: string
  number: string
  waits: boolean
  /** Recordings that share its question, itself among them. */
  sharing: number
}

/** How far a question has come. */
interface Asked {
  askId: string
  state: FootageItemState
  answerBy: Date
  nudgeAt: Date | null
  nudges: number
  firstAskedId: string | null
  answeredAt: Date | null
  answeredById: string | null
  appointmentAt: Date | null
  technicianPhone: string | null
}

/** A recording as it is to be stored. */
export type NewItem = Period & { id: string, cameraId: string, overwriteAt: Date | null } & Pick<Asked, 'askId' | 'answerBy'> & Partial<Asked>

/** SQL that stores recordings of a request, the one row of `request` with its "id". */
export function insertItems(request: Prisma.Sql, items: NewItem[]): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "FootageItem" ("id", "requestId", "cameraId", "askId", "from", "to", "state", "overwriteAt", "answerBy", "nudgeAt", "nudges", "firstAskedId", "answeredAt", "answeredById", "appointmentAt", "technicianPhone")
    SELECT i."id", request."id", "cameraId", "askId", "from", "to", coalesce("state", 'ASKED'), "overwriteAt", "answerBy", "nudgeAt", coalesce("nudges", 0), "firstAskedId", "answeredAt", "answeredById", "appointmentAt", "technicianPhone"
    FROM ${request} CROSS JOIN json_populate_recordset(NULL::"FootageItem", ${JSON.stringify(items)}::json) i`
}

/** What is asked for recordings of locked cameras, each of which may join what a colleague asks, and who is told. Refused as `footageAgain`. */
export async function asked(act: Act, asking: Asking, wanted: Wanted[]): Promise<{ items: NewItem[], notices: NewNotice[] }> {
  const { db, now } = act
  const [open, keepers] = await Promise.all([openOf(act, wanted), firstCustodians(db, wanted.map(({ camera }) => camera))])
  refuseAgain(asking, open, wanted)
  const items: NewItem[] = []
  const notices: NewNotice[] = []
  for (const [i, one] of wanted.entries()) {
    const { id, camera, from, to } = one
    const overwriteAt = overwrittenAt(from, camera.retentionDays)
    const common = { id, cameraId: camera.id, from, to, overwriteAt }
    const host = hostOf(open, one)
    if (host) {
      items.push({ ...common, ...joining(host, answerTime(overwriteAt, now)) })
      // Who shares it already knows that.
      if (host.sharing === 1) notices.push({ to: { userId: host.officerId }, level: 'SOON', kind: 'footage.joined', data: { requestId: host.requestId, itemId: host.id } })
      continue
    }
    const first = keepers[i]!
    const answerBy = answerTime(overwriteAt, now)
    items.push({ ...common, askId: id, answerBy, nudgeAt: nudgeTime(0, answerBy, now), firstAskedId: first })
    if (first) notices.push({ to: { userId: first }, level: levelOf(asking.urgency, overwriteAt, now), kind: 'footage.asked', data: { askId: id }, isFirst: true })
  }
  return { items, notices }
}

/** What is open of these cameras, which are locked, and of the same time, oldest first; also what waits for a supervisor. */
export function openOf({ db }: Act, wanted: Wanted[]): Promise<Open[]> {
  return db.$queryRaw<Open[]>`
    SELECT i."id"::text, i."requestId"::text, i."cameraId"::text, i."askId"::text, i."from", i."to", i."state"::text, i."answerBy", i."nudgeAt", i."nudges", i."firstAskedId"::text, i."answeredAt",
      i."answeredById"::text, i."appointmentAt", i."technicianPhone", r."officerId"::text, r."number", r."state" = 'AWAITING_APPROVAL' AS "waits",
      (SELECT count(*)::int FROM "FootageItem" o WHERE o."askId" = i."askId" AND o."state" = ANY(${openStates}::text[]::"FootageItemState"[])) AS "sharing"
    FROM "FootageItem" i JOIN "FootageRequest" r ON r."id" = i."requestId" AND r."state" IN ('SUBMITTED', 'AWAITING_APPROVAL')
    WHERE i."cameraId" = ANY(${wanted.map(({ camera }) => camera.id)}::uuid[]) AND i."state" = ANY(${openStates}::text[]::"FootageItemState"[])
      AND EXISTS (SELECT FROM json_to_recordset(${JSON.stringify(wanted.map(({ camera, from, to }) => ({ camera: camera.id, from, to })))}::json) AS w("camera" uuid, "from" timestamptz, "to" timestamptz)
        WHERE w."camera" = i."cameraId" AND i."from" < w."to" AND i."to" > w."from")
    ORDER BY i."id"`
}

const overlapping = (open: Open[], { camera, from, to }: Wanted): Open[] => open.filter(item => item.cameraId === camera.id && item.from < to && item.to > from)

/** Refused as `footageAgain` for what the officer has asked for already. */
export function refuseAgain({ officerId }: Asking, open: Open[], wanted: Wanted[]): void {
  for (const one of wanted) {
    const own = overlapping(open, one).find(item => item.officerId === officerId)
    if (own) throw new Refusal('footageAgain', { code: one.camera.code, number: own.number })
  }
}

/** The colleague's question that this one joins; null when it is a question of its own. What is saved already is only what was asked for. */
function hostOf(open: Open[], wanted: Wanted): Open | null {
  return overlapping(open, wanted).find(({ waits, state, from, to }) => !waits && (state === 'ASKED' || (from <= wanted.from && to >= wanted.to))) ?? null
}

/** What a recording has in common with the one that it joins. */
function joining({ askId, state, answerBy, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone }: Open, ownTime: Date): Asked {
  return { askId, state, answerBy: answerBy < ownTime ? answerBy : ownTime, nudgeAt, nudges, firstAskedId, answeredAt, answeredById, appointmentAt, technicianPhone }
}
