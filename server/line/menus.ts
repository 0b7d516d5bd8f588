import type pg from 'pg'
import type { Logger } from 'pino'
import type { MenuName } from '../../bot/menus/menus'
import type { MenuAtLine } from '../setup/atLine'
import type { LineClient } from './client'
import { defaultMenu, menuName, menuNames, menus } from '../../bot/menus/menus'

export interface MenuDeps {
  pool: pg.Pool
  client: Pick<LineClient, 'linkRichMenu' | 'unlinkRichMenu'>
  /** The menus that LINE has now; may throw when LINE is not reached. */
  menusAtLine: () => Promise<Map<MenuName, MenuAtLine>>
  log: Logger
  now: () => Date
  /** Whose links LINE refused, and until when they are left alone, epoch ms. */
  refused?: Map<string, number>
}

const atOnce = 50
const knownFor = 300_000
const unknownFor = 30_000
const refusedFor = 3600_000

// Nobody needs the default menu linked: LINE shows it by itself. (An alias of null here means that.)
const find = `
  SELECT u.id, u."lineUserId", w.alias, w."richMenuId"
  FROM "User" u JOIN json_to_recordset($1::json) AS w(wanted text, language "Language", alias text, "richMenuId" text)
    ON w.wanted = CASE WHEN u."menuWanted" = ANY ($2::text[]) THEN u."menuWanted" ELSE 'everyone' END AND w.language = u.language
  WHERE u.reachable AND u."menuLinked" IS DISTINCT FROM w.alias AND NOT u.id = ANY ($3::uuid[])
  LIMIT ${atOnce}`

/** Links the rich menus that people ought to have. Returns a function for the clock; it does nothing while LINE has no menus. */
export function menuJob({ pool, client, menusAtLine, log, now, refused = new Map() }: MenuDeps): () => Promise<void> {
  let known: { rows: object[], until: number } | undefined

  async function wanted(at: number): Promise<object[]> {
    if (known && known.until > at) return known.rows
    const atLine = await menusAtLine().catch(() => new Map<MenuName, MenuAtLine>())
    const rows = Object.keys(menus).flatMap(role => (['TH', 'EN'] as const).flatMap((language) => {
      const name = menuName(role, language)
      const menu = atLine.get(name)
      return menu ? [{ wanted: role, language, alias: name === defaultMenu ? null : menu.alias, richMenuId: menu.richMenuId }] : []
    }))
    known = { rows, until: at + (atLine.size === menuNames.length ? knownFor : unknownFor) }
    return rows
  }

  return async () => {
    const at = now().getTime()
    const rows = await wanted(at)
    if (!rows.length) return
    for (const [id, until] of refused) {
      if (until < at) refused.delete(id)
    }
    const { rows: people } = await pool.query<{ id: string, lineUserId: string, alias: string | null, richMenuId: string }>(find, [JSON.stringify(rows), Object.keys(menus), [...refused.keys()]])
    await Promise.all(people.map(async ({ id, lineUserId, alias, richMenuId }) => {
      const answer = await (alias ? client.linkRichMenu(lineUserId, richMenuId) : client.unlinkRichMenu(lineUserId))
      if (answer.kind === 'ok') return void await pool.query('UPDATE "User" SET "menuLinked" = $2 WHERE id = $1', [id, alias])
      log.warn({ user: id, reason: answer.kind === 'refused' ? `${answer.status} ${answer.message}` : answer.reason }, 'A rich menu could not be linked')
      if (answer.kind === 'refused') {
        refused.set(id, at + refusedFor)
        // The menu may have been replaced.
        known = undefined
      }
    }))
  }
}
