import type { Logger } from 'pino'
import type { LanePerson, WaitingNotice } from '../../bot/lane'
import type { Links, Message } from '../../bot/message'
import type { Contacts } from '../../domain/owners/contact'
import type { Language } from '../../prisma/client'
import type { Transact, Work } from '../transaction'
import type { Account, Room } from './account'
import type { Conversation, Reader } from './conversation'
import type { Outbox } from './outbox'
import type { Letter } from './written'
import { noticeRecipients } from '../../domain/notices/recipients'
import { uuid7 } from '../../domain/uuid'
import { writeTurns } from './written'

export interface NoticeDeps {
  transact: Transact
  conversation: Pick<Conversation, 'putIntoWords'>
  links: Links
  contacts: Contacts
  account: Pick<Account, 'room' | 'weight'>
  outbox: Pick<Outbox, 'send'>
  log: Logger
  now: () => Date
}

/** LINE takes this many messages in one push, and counts one recipient for them all. */
const mostMessages = 5
const readersAtOnce = 20
/** A notice that could not be put into words is tried again after this, ms, and given up after a day. */
const brokenPause = 600_000
const brokenFor = 24 * 3600_000

// Readers with something due, the longest waiting first, and all that waits for them: what is not urgent rides on what is.
const take = {
  text: `
    WITH readers AS (
      SELECT "userId", "agencyId" FROM "Notice"
      WHERE state IN ('WAITING', 'HELD') AND state = ANY ($1::"NoticeState"[]) AND level = $2::"NoticeLevel" AND "notBefore" <= $3
        AND NOT coalesce("userId", "agencyId") = ANY ($4::uuid[])
      GROUP BY 1, 2 ORDER BY min("createdAt") LIMIT ${readersAtOnce}
    )
    SELECT n.id, n.kind, n.data, n.level, n."createdAt", n."userId", n."agencyId", a."lineGroupId", u."lineUserId", u.language, u.reachable, u."displayName", u."menuWanted",
      (SELECT coalesce(json_agg(json_build_object('role', m.role, 'provinceCode', m."provinceCode", 'agencyId', m."agencyId", 'supervises', m.supervises) ORDER BY m."createdAt"), '[]')
        FROM "Membership" m WHERE m."userId" = u.id AND m."suspendedAt" IS NULL) AS memberships
    FROM "Notice" n
    JOIN readers r ON n."userId" = r."userId" OR n."agencyId" = r."agencyId"
    LEFT JOIN "User" u ON u.id = n."userId"
    LEFT JOIN "Agency" a ON a.id = n."agencyId"
    WHERE n.state IN ('WAITING', 'HELD') AND n.state = ANY ($1::"NoticeState"[]) AND n.level IN ('NOW', 'SOON') AND n."notBefore" <= $3
    ORDER BY n.level, n."createdAt", n.id
    FOR UPDATE OF n SKIP LOCKED`,
}

const settle = {
  text: `
    UPDATE "Notice" n SET state = s.state, reason = s.reason, "notBefore" = coalesce(to_timestamp(s."notBefore" / 1000), n."notBefore")
    FROM json_to_recordset($1::json) AS s(id uuid, state "NoticeState", reason text, "notBefore" float8) WHERE n.id = s.id`,
}

const readdress = {
  text: `
    INSERT INTO "Notice" (id, "userId", level, kind, about, data, "notBefore", "createdAt")
    SELECT gen_random_uuid(), reader::uuid, n.level, n.kind, n.about, n.data, n."notBefore", n."createdAt"
    FROM "Notice" n, unnest($2::text[]) AS reader WHERE n.id = $1`,
}

interface Row extends WaitingNotice {
  level: 'NOW' | 'SOON'
  createdAt: Date
  userId: string | null
  agencyId: string | null
  lineGroupId: string | null
  lineUserId: string | null
  language: Language | null
  reachable: boolean | null
  displayName: string | null
  menuWanted: string | null
  memberships: LanePerson['memberships']
}

interface Settled { id: string, state: 'WAITING' | 'HELD' | 'SUPPRESSED', reason: string, notBefore?: number }

/**
 * Pushes what cannot wait (`NOW`), or in the morning what has waited for a reply to ride on (`SOON`): for each reader one push of up to 5 messages.
 * What the month's quota does not allow is held back; it still rides on the reader's next reply.
 * Several servers may run it at once. Resolves to the number of pushes written.
 */
export async function pushNotices(deps: NoticeDeps, level: 'NOW' | 'SOON'): Promise<number> {
  const { account, outbox } = deps
  // Read behind the first notices that were taken: it is what holds since they were written, and is not asked for when there are none.
  let known: Promise<Room> | undefined
  const room = () => known ??= account.room()
  const seen: string[] = []
  let pushes = 0
  for (;;) {
    const { readers, letters, behind } = await deps.transact(work => round(deps, work, level, room, seen))
    outbox.send(letters, behind)
    pushes += letters.length
    seen.push(...readers)
    if (readers.length < readersAtOnce) return pushes
  }
}

async function round(deps: NoticeDeps, work: Work, level: 'NOW' | 'SOON', roomLeft: () => Promise<Room>, seen: string[]) {
  const now = deps.now()
  const rows = await work.sql<Row>(take, [level === 'SOON' ? ['WAITING', 'HELD'] : ['WAITING'], level, now, seen])
  const byReader = new Map<string, Row[]>()
  for (const row of rows) byReader.set(readerOf(row), [...byReader.get(readerOf(row)) ?? [], row])
  const letters: Letter[] = []
  const delivered: string[] = []
  const settled: Settled[] = []
  for (const notices of byReader.values()) {
    const to = notices[0]!.lineGroupId ?? notices[0]!.lineUserId
    if (!to) {
      for (const { id, agencyId } of notices) await bringElsewhere(work, id, agencyId)
      settled.push(...notices.map(({ id }) => ({ id, state: 'SUPPRESSED' as const, reason: 'the agency has no group any more' })))
    }
    else if (notices[0]!.reachable === false) {
      settled.push(...notices.map(({ id }) => ({ id, state: 'SUPPRESSED' as const, reason: 'unreachable' })))
    }
    else {
      const [weight, room] = await Promise.all([deps.account.weight(to), roomLeft()])
      if ((level === 'NOW' ? room.now : room.soon) < weight) {
        settled.push(...notices.filter(one => one.level === level).map(({ id }) => ({ id, state: 'HELD' as const, reason: 'quota' })))
        continue
      }
      const speech = await speak(deps, work, notices, settled)
      if (!speech.messages.length) continue
      room.now -= weight
      room.soon -= weight
      letters.push({ id: uuid7(now.getTime()), recipient: to, messages: speech.messages, about: speech.about, replyToken: null, replyTokenAt: null })
      delivered.push(...speech.delivered)
    }
  }
  if (settled.length) await work.sql(settle, [JSON.stringify(settled)])
  const behind = letters.length
    ? await writeTurns(work, { doneEvents: [], lanes: [], letters, deliveredNotices: delivered }, now)
    : new Map<string, string[]>()
  return { readers: [...byReader.keys()], letters, behind }
}

const readerOf = ({ userId, agencyId }: Row) => (userId ?? agencyId)!

/** As many of a reader's notices as fit into one push. */
async function speak(deps: NoticeDeps, work: Work, notices: Row[], settled: Settled[]) {
  const now = deps.now()
  const messages: Message[] = []
  const about: string[] = []
  const delivered: string[] = []
  for (const notice of notices) {
    await work.sql({ name: 'savepoint-words', text: 'SAVEPOINT words' }, [])
    try {
      const words = await deps.conversation.putIntoWords({ db: work.db, now, links: deps.links, contacts: deps.contacts }, notice, reader(notice))
      if (!words?.messages.length) {
        settled.push({ id: notice.id, state: 'SUPPRESSED', reason: 'over' })
        continue
      }
      if (messages.length + words.messages.length > mostMessages) break
      messages.push(...words.messages)
      about.push(...words.messages.map((_, i) => words.about[i] ?? ''))
      delivered.push(notice.id)
    }
    catch (error) {
      await work.sql({ name: 'rollback-words', text: 'ROLLBACK TO SAVEPOINT words' }, [])
      deps.log.error({ err: error, notice: notice.id, kind: notice.kind }, 'A notice could not be put into words')
      const lost = now.getTime() - notice.createdAt.getTime() > brokenFor
      settled.push({ id: notice.id, state: lost ? 'SUPPRESSED' : 'WAITING', reason: String(error).slice(0, 500), notBefore: now.getTime() + brokenPause })
    }
  }
  return { messages, about, delivered }
}

function reader({ userId, lineUserId, language, reachable, displayName, menuWanted, memberships }: Row): Reader {
  if (!userId) return { language: 'TH', person: null, group: true }
  return { language: language!, person: { userId, lineUserId: lineUserId!, language: language!, reachable: reachable!, displayName, menuWanted: menuWanted!, memberships } }
}

/** The agency's group was let go after the notice was written: its people hear it instead. */
async function bringElsewhere({ db, sql }: Work, id: string, agencyId: string | null): Promise<void> {
  const people = agencyId ? await noticeRecipients(db, agencyId) : []
  await sql(readdress, [id, people.flatMap(({ userId }) => userId ?? [])])
}

const letGo = {
  text: `UPDATE "Notice" SET state = 'WAITING', reason = NULL WHERE state = 'HELD' AND level = 'NOW'`,
}

/** What was urgent and held back is tried again when the month has room again. */
export async function letGoOfHeld({ transact, account }: Pick<NoticeDeps, 'transact' | 'account'>): Promise<void> {
  const { now } = await account.room()
  if (now > 0) await transact(({ sql }) => sql(letGo, []))
}
