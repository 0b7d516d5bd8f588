import type { DraftState, Lane, LanePerson } from '../../bot/lane'
import type { Message } from '../../bot/message'
import type { Work } from '../transaction'
import { toJson } from './json'

/** A message that was written and is to be sent; `id` is its retry key. */
export interface Letter {
  id: string
  /** LINE id of the user, group or room. */
  recipient: string
  messages: Message[]
  /** What each message speaks of, or ``. */
  about: string[]
  replyToken: string | null
  /** Epoch ms. */
  replyTokenAt: number | null
}

/** What a lane was before its events, and is after them. */
export interface LaneChange { before: Lane, person: LanePerson | null, drafts: DraftState[] }

/** All that came of a batch of events. */
export interface Written {
  doneEvents: string[]
  lanes: LaneChange[]
  letters: Letter[]
  deliveredNotices: string[]
}

/** How long a letter belongs to the process that wrote it; then any server takes it for left behind. */
export const lease = 15_000

// One statement, planned once: what is stored does not depend on how many lanes there were.
// It tells which letters wait behind earlier ones to the same recipient (its snapshot does not see its own rows).
const write = {
  name: 'write-turns',
  text: `
    WITH done AS (
      UPDATE "InboundEvent" SET state = 'DONE', "doneAt" = $1, error = NULL WHERE id = ANY ($2::text[])
    ), letters AS (
      SELECT * FROM json_to_recordset($3::json) AS m(id uuid, recipient text, messages json, about jsonb, "replyToken" text, "replyTokenAt" float8)
    ), said AS (
      INSERT INTO "OutboundMessage" (id, recipient, messages, about, "replyToken", "replyTokenAt", attempts, "notBefore", "createdAt")
      SELECT id, recipient, messages, ARRAY(SELECT jsonb_array_elements_text(about)), "replyToken", to_timestamp("replyTokenAt" / 1000), 1, $4, $1
      FROM letters
    ), kept AS (
      INSERT INTO "Draft" (id, lane, dialogue, token, answers, misses, aside, state, "updatedAt")
      SELECT gen_random_uuid(), lane, dialogue, token, answers, misses, aside, state, "updatedAt"
      FROM json_to_recordset($5::json) AS d(lane text, dialogue text, token text, answers jsonb, misses int, aside jsonb, state "DraftState", "updatedAt" timestamptz)
      ON CONFLICT (lane, dialogue) DO UPDATE SET token = excluded.token, answers = excluded.answers, misses = excluded.misses,
        aside = excluded.aside, state = excluded.state, "updatedAt" = excluded."updatedAt"
    ), dropped AS (
      DELETE FROM "Draft" d USING json_to_recordset($6::json) AS gone(lane text, dialogue text)
      WHERE d.lane = gone.lane AND d.dialogue = gone.dialogue
    ), people AS (
      UPDATE "User" u SET language = coalesce(p.language, u.language), reachable = coalesce(p.reachable, u.reachable),
        "menuWanted" = coalesce(p."menuWanted", u."menuWanted"), "displayName" = coalesce(p."displayName", u."displayName")
      FROM json_to_recordset($7::json) AS p("userId" uuid, language "Language", reachable bool, "menuWanted" text, "displayName" text)
      WHERE u.id = p."userId"
    ), told AS (
      UPDATE "Notice" SET state = 'DELIVERED', "deliveredAt" = $1 WHERE id = ANY ($8::uuid[])
    )
    SELECT * FROM (
      SELECT id, ARRAY(
        SELECT o.id FROM "OutboundMessage" o
        WHERE o.recipient = letters.recipient AND o.state = 'WAITING' AND o."sentAs" IS DISTINCT FROM 'quota') AS behind
      FROM letters) AS those WHERE behind <> '{}'`,
}

/**
 * Stores everything that a batch changed and commits its transaction.
 * @returns for each letter that must wait for earlier ones to the same recipient, the ids of those
 */
export async function writeTurns({ last }: Work, written: Written, now: Date): Promise<Map<string, string[]>> {
  const kept = written.lanes.flatMap(({ before, drafts }) => drafts.filter(draft => !before.drafts.includes(draft)).map(draft => ({ ...draft, lane: before.key })))
  const dropped = written.lanes.flatMap(({ before, drafts }) => before.drafts
    .filter(draft => !drafts.some(other => other.dialogue === draft.dialogue))
    .map(({ dialogue }) => ({ lane: before.key, dialogue })))
  const people = written.lanes.flatMap(({ before, person }) => person && person !== before.person ? changes(before.person, person) : [])
  const rows = await last<{ id: string, behind: string[] }>(write, [
    now,
    written.doneEvents,
    toJson(written.letters),
    new Date(now.getTime() + lease),
    toJson(kept),
    toJson(dropped),
    toJson(people),
    written.deliveredNotices,
  ])
  return new Map(rows.map(row => [row.id, row.behind]))
}

/** Only what changed, so that nothing is undone that another transaction set in the meantime. */
function changes(before: LanePerson | null, after: LanePerson): Partial<LanePerson> {
  const changed = (['language', 'reachable', 'menuWanted', 'displayName'] as const).filter(name => after[name] !== before?.[name])
  return Object.fromEntries([['userId', after.userId], ...changed.map(name => [name, after[name]])])
}
