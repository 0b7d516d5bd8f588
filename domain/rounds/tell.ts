import type { Act } from '../act'
import type { NewNotice, NoticeBody, NoticeReader, ReturnGist } from '../notices/kinds'
import { dismiss, notify } from '../notices/notify'

/** A return, with what a notice about it says and whom it reaches by LINE: its agency's group, else its officials and police officers. */
export interface ToldReturn { gist: ReturnGist, agencyId: string, remindedAt: Date | null, group: boolean, people: string[], reachable: boolean }

type ReturnNotice = Extract<NoticeBody, { data: ReturnGist }>

interface Row { id: string, agencyId: string, remindedAt: Date | null, name: string, nameEn: string | null, round: string, closesAt: Date, lineGroupId: string | null, people: string[], reachable: boolean }

/** Returns of a round (those in these states, or this one) with whom a notice about them reaches. */
export async function toldReturns({ db }: Pick<Act, 'db'>, roundId: string, only: { states?: readonly string[], id?: string } = {}): Promise<ToldReturn[]> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT r."id"::text, r."agencyId"::text, r."remindedAt", a."name", a."nameEn", o."name" AS "round", o."closesAt", a."lineGroupId", p."people", coalesce(p."reachable", false) AS "reachable"
    FROM "AgencyReturn" r JOIN "SurveyRound" o ON o."id" = r."roundId" JOIN "Agency" a ON a."id" = r."agencyId"
    CROSS JOIN LATERAL (
      SELECT coalesce(array_agg(DISTINCT m."userId"::text), '{}') AS "people", bool_or(u."reachable") AS "reachable"
      FROM "Membership" m JOIN "User" u ON u."id" = m."userId"
      WHERE m."agencyId" = a."id" AND m."role" IN ('OFFICIAL', 'POLICE') AND m."suspendedAt" IS NULL) p
    WHERE r."roundId" = ${roundId}::uuid AND r."state"::text = ANY(${only.states ?? ['NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED', 'NIL', 'RETURNED', 'ACCEPTED']}::text[])
      AND (${only.id ?? null}::uuid IS NULL OR r."id" = ${only.id ?? null}::uuid)
    ORDER BY a."name"`
  return rows.map(({ id, agencyId, remindedAt, name, nameEn, round, closesAt, lineGroupId, people, reachable }) => ({
    gist: { returnId: id, agency: { name, nameEn }, round, closesAt: closesAt.toISOString() },
    agencyId,
    remindedAt,
    group: lineGroupId !== null,
    people,
    reachable: lineGroupId !== null || reachable,
  }))
}

/** Tells agencies of their returns: they wait for the reader's next message or the morning's digest (`SOON`). */
export async function tellReturns(act: Act, returns: ToldReturn[], kind: ReturnNotice['kind'], more: Record<string, string> = {}, notBefore?: Date): Promise<void> {
  await notify(act, ...returns.flatMap(({ gist, agencyId, group, people }) => {
    const to: NoticeReader[] = group ? [{ agencyId }] : people.map(userId => ({ userId }))
    return to.map(to => ({ to, level: 'SOON', kind, data: { ...gist, ...more }, notBefore }) as NewNotice)
  }))
}

/** What asked agencies to do something about their returns does not matter any more. */
export async function dismissReturns(act: Act, ids: string[]): Promise<void> {
  await dismiss(act, ids.map(id => `return:${id}`), ['round.opened', 'return.reminder', 'return.returned'])
}
