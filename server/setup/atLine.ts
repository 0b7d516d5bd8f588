import type { MenuName } from '../../bot/menus/menus'
import type { SetupClient } from './client'
import { menuVersions } from './versions'

/** A menu at LINE: the alias to remember in `User.menuLinked`, the id to link. */
export interface MenuAtLine { alias: string, richMenuId: string }

/** The menus that LINE has now, by name; one that is missing is not in the map (`npm run line:setup` creates it). Throws LineError. */
export async function menuIds(client: Pick<SetupClient, 'aliases'>): Promise<Map<MenuName, MenuAtLine>> {
  const aliases = await client.aliases()
  const found = menuVersions().flatMap(({ name, alias }) => {
    const richMenuId = aliases.find(a => a.richMenuAliasId === alias)?.richMenuId
    return richMenuId ? [[name, { alias, richMenuId }] as const] : []
  })
  return new Map(found)
}
