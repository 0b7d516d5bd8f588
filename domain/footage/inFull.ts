import type { ExportBy } from '../../prisma/client'
import type { OwnerAct } from '../owners/contact'
import type { ItemView, RequestView } from './view'
import { Prisma } from '../../prisma/client'
import { agencyIn } from '../labels/agency'
import { brokenSince } from './cameras'
import { requestView } from './queries'

/** What an officer should know of the camera while its recording is waited for, and what the record of a hand-over says of it. */
interface ItemFacts {
  exportBy: ExportBy | null
  custodianName: string | null
  custodianHours: string | null
  /** Since when it has not worked, as far as that matters for this recording; null: nothing is known against it. */
  brokenSince: Date | null
  /** Who keeps it, in the reader's language; null: private, or nobody is responsible. */
  agencyName: string | null
  /** When the officer received it. */
  receivedAt: Date | null
}

/** A request with what its page and the record of the hand-over need besides. */
export interface RequestInFull extends RequestView {
  items: (ItemView & ItemFacts)[]
}

type Row = Omit<ItemFacts, 'agencyName'> & { id: string, agency: { name: string, nameEn: string | null } | null }

const nothing: ItemFacts = { exportBy: null, custodianName: null, custodianHours: null, brokenSince: null, agencyName: null, receivedAt: null }

/** A request by its number. Refused and kept as `requestView` does. */
export async function requestInFull(act: OwnerAct, number: string): Promise<RequestInFull> {
  const view = await requestView(act, { number })
  const { language } = act.actor
  const rows = await act.db.$queryRaw<Row[]>`
    SELECT i."id"::text, c."exportBy"::text, c."custodianName", c."custodianHours", ${brokenSince(Prisma.sql`i."from"`, Prisma.sql`i."to"`)} AS "brokenSince",
      CASE WHEN a."id" IS NOT NULL THEN json_build_object('name', a."name", 'nameEn', a."nameEn") END AS "agency",
      (SELECT max(e."at") FROM "FootageEvent" e WHERE e."itemId" = i."id" AND e."kind" IN ('RECEIVED', 'LOGGED')) AS "receivedAt"
    FROM "FootageItem" i LEFT JOIN "Camera" c ON c."id" = i."cameraId" LEFT JOIN "Agency" a ON a."id" = c."agencyId" AND c."ownership" = 'PUBLIC'
    WHERE i."requestId" = ${view.id}::uuid`
  const facts = new Map(rows.map(({ id, agency: keeper, ...row }) => [id, { ...row, agencyName: agencyIn(keeper, language) }]))
  return { ...view, items: view.items.map(item => ({ ...item, ...facts.get(item.id) ?? nothing })) }
}
