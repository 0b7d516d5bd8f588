import type { MenuName } from '../../bot/menus/menus'
import { createHash } from 'node:crypto'
import drawn from '../../assets/menus/drawn.json'
import { menuNames } from '../../bot/menus/menus'
import { richMenu } from '../../bot/menus/richMenu'

/** One menu as it is now, and the id that changes with its areas or its picture. */
export interface MenuVersion {
  name: MenuName
  /** At LINE both the menu's name and its alias: `sk-official-th-` and eight hex digits; at most 32 of a–z, 0–9, `-`. */
  alias: string
}

const pictures: Record<string, { image: string }> = drawn

/** Every menu as it is now. What the pictures are is known by their hashes, so that this works where there are no files. */
export function menuVersions(): MenuVersion[] {
  return menuNames.map((name) => {
    const hash = createHash('sha256').update(JSON.stringify(richMenu(name))).update(pictures[name]!.image).digest('hex')
    return { name, alias: `sk-${name.replace('.', '-')}-${hash.slice(0, 8)}` }
  })
}

/** Whether a menu or alias at LINE was made by this product, now or by an earlier version. */
export const isOurs = (alias: string) => /^sk-[a-z]+-(?:th|en)-[0-9a-f]{8}$/.test(alias)
