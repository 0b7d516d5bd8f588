import type { NoticeLevel, Prisma } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import type { NewNotice } from './kinds'
import type { Recipient } from './recipients'
import { uuid7 } from '../uuid'
import { aboutOf } from './kinds'
import { noticeRecipients } from './recipients'

const loudness: Record<NoticeLevel, number> = { QUIET: 0, SOON: 1, NOW: 2 }
const louder = (one: NoticeLevel, other: NoticeLevel) => loudness[one] >= loudness[other] ? one : other
const readerOf = ({ userId, agencyId }: Recipient) => userId ?? agencyId!

type Notice = Prisma.NoticeGetPayload<object>
type Row = Recipient & { notice: NewNotice, about: string }
type NewRow = Recipient & Pick<Notice, 'level' | 'kind' | 'about' | 'notBefore'> & { data: Prisma.InputJsonObject }

/**
 * Writes notices for their readers. A newer one about the same thing replaces what the reader has not heard yet, and is as loud as
 * the loudest it replaces; but "one more reporter" only brings an unheard, louder one up to date. The one who acts is not told of it,
 * except what asks for an answer. Nobody is told anything while they have blocked the account: such a notice is kept as SUPPRESSED.
 */
export async function notify(act: Act | ClockAct, ...notices: NewNotice[]): Promise<void> {
  if (notices.length === 0) return
  const [all, unheard] = await Promise.all([addressed(act, notices), unheardAbout(act, notices.filter(({ isFirst }) => !isFirst).map(aboutOf))])
  const rows = all.filter(({ userId, notice }) => userId !== act.actor?.userId || notice.kind === 'report.repaired')
  const created: NewRow[] = []
  for (const { notice, about, userId, agencyId } of rows) {
    const before = unheard.filter(one => one.about === about && readerOf(one) === readerOf({ userId, agencyId }))
    const data = notice.data as unknown as Prisma.InputJsonObject
    const kept = notice.kind === 'workOrder.joined' && before.find(one => loudness[one.level] >= loudness[notice.level] && one.kind !== notice.kind)
    if (kept) {
      await act.db.$executeRaw`UPDATE "Notice" SET "data" = "data" || ${JSON.stringify(data)}::jsonb WHERE "id" = ${kept.id}::uuid`
      continue
    }
    created.push({
      userId,
      agencyId,
      about,
      kind: notice.kind,
      data,
      level: before.reduce((level, one) => louder(level, one.level), notice.level),
      notBefore: notice.notBefore ?? act.now,
    })
    await suppress(act, before.map(one => one.id), 'replaced')
  }
  if (created.length) await write(act, created)
}

/** Takes back what readers (or this one) have not heard yet about a thing, or several, because it does not matter any more. `kinds`: only those. */
export async function dismiss(act: Act | ClockAct, about: string | string[], kinds: NewNotice['kind'][], userId?: string): Promise<void> {
  await act.db.notice.updateMany({
    where: { about: Array.isArray(about) ? { in: about } : about, userId, kind: { in: kinds }, state: { in: ['WAITING', 'HELD'] } },
    data: { state: 'SUPPRESSED', reason: 'over' },
  })
}

/** Each notice with each of its readers, once. */
async function addressed(act: Act | ClockAct, notices: NewNotice[]): Promise<Row[]> {
  const agencies = new Map<string, Recipient[]>()
  const rows = new Map<string, Row>()
  for (const notice of notices) {
    const { to } = notice
    if ('agencyId' in to && !agencies.has(to.agencyId)) agencies.set(to.agencyId, await noticeRecipients(act.db, to.agencyId))
    const readers = 'agencyId' in to ? agencies.get(to.agencyId)! : [{ userId: to.userId, agencyId: null }]
    for (const reader of readers) {
      const key = `${readerOf(reader)} ${aboutOf(notice)}`
      if (!rows.has(key)) rows.set(key, { ...reader, notice, about: aboutOf(notice) })
    }
  }
  return [...rows.values()]
}

type Unheard = Pick<Notice, 'id' | 'userId' | 'agencyId' | 'about' | 'kind' | 'level'>

async function unheardAbout({ db }: Act | ClockAct, about: string[]): Promise<Unheard[]> {
  if (!about.length) return []
  return db.$queryRaw<Unheard[]>`
    SELECT "id", "userId", "agencyId", "about", "kind", "level"::text FROM "Notice" WHERE "about" = ANY(${about}::text[]) AND "state" IN ('WAITING', 'HELD')`
}

async function write({ db, now }: Act | ClockAct, notices: NewRow[]): Promise<void> {
  const rows = notices.map(notice => ({ ...notice, id: uuid7(now.getTime()) }))
  await db.$executeRaw`
    INSERT INTO "Notice" ("id", "userId", "agencyId", "level", "kind", "about", "data", "state", "reason", "notBefore", "createdAt")
    SELECT n."id", n."userId", n."agencyId", n."level", n."kind", n."about", n."data",
      CASE WHEN NOT u."reachable" THEN 'SUPPRESSED' ELSE 'WAITING' END::"NoticeState", CASE WHEN NOT u."reachable" THEN 'unreachable' END, n."notBefore", ${now}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS n("id" uuid, "userId" uuid, "agencyId" uuid, "level" "NoticeLevel", "kind" text, "about" text,
      "data" jsonb, "notBefore" timestamptz)
    LEFT JOIN "User" u ON u."id" = n."userId"`
}

async function suppress({ db }: Act | ClockAct, ids: string[], reason: string): Promise<void> {
  if (ids.length) await db.$executeRaw`UPDATE "Notice" SET "state" = 'SUPPRESSED', "reason" = ${reason} WHERE "id" = ANY(${ids}::uuid[])`
}
