import type { MenuName } from '../../bot/menus/menus'
import type { MenuAtLine } from './atLine'
import type { SetupClient } from './client'
import type { SetupTexts } from './texts'
import type { MenuVersion } from './versions'
import { defaultMenu } from '../../bot/menus/menus'
import { richMenu } from '../../bot/menus/richMenu'
import { menuPicture } from './picture'
import { setupTexts } from './texts'
import { isOurs, menuVersions } from './versions'

/** What is needed to set up rich menus. */
export interface MenuDeps {
  client: SetupClient
  /** Told in a sentence each change made. */
  say?: (sentence: string) => void
  texts?: SetupTexts
  /**
   * The aliases that people have linked (`User.menuLinked`). Menus of earlier versions that nobody has are removed;
   * without this, or when it throws, none is.
   */
  linked?: () => Promise<Iterable<string | null>>
}

/**
 * Makes LINE have every menu of `bot/menus` with its picture and alias, and `everyone.th` as everybody's default.
 * Completes what an earlier run left half-made; changes nothing when all is there. May run in several processes at once. Throws LineError.
 */
export async function ensureMenus(deps: MenuDeps): Promise<Map<MenuName, MenuAtLine>> {
  const { client, say = () => {}, texts = setupTexts.en } = deps
  const versions = menuVersions()
  const [atLine, aliases] = await Promise.all([client.menus(), client.aliases()])
  const menus = new Map<MenuName, MenuAtLine>()
  let changed = false
  for (const version of versions) {
    const { name, alias } = version
    const pointsTo = aliases.find(a => a.richMenuAliasId === alias)?.richMenuId
    if (pointsTo && atLine.some(m => m.richMenuId === pointsTo)) {
      menus.set(name, { alias, richMenuId: pointsTo })
      continue
    }
    const started = atLine.find(m => m.name === alias)?.richMenuId
    menus.set(name, { alias, richMenuId: await make(client, version, started, pointsTo !== undefined) })
    say(started ? texts.menuCompleted(name) : texts.menuCreated(name))
    changed = true
  }
  const everyone = menus.get(defaultMenu)!.richMenuId
  if (await client.defaultMenu() !== everyone) {
    await client.setDefaultMenu(everyone)
    say(texts.defaultSet(defaultMenu))
    changed = true
  }
  if (!changed) say(texts.menusUnchanged(menus.size))
  await removeEarlier(deps, versions)
  return menus
}

/** Creates one menu, or completes the one that was started: menu, picture, alias, in this order, so that an alias means a whole menu. */
async function make(client: SetupClient, { name, alias }: MenuVersion, started: string | undefined, aliasDangles: boolean): Promise<string> {
  const richMenuId = started ?? await client.createMenu({ name: alias, ...richMenu(name) })
  if (!started || !await client.hasImage(richMenuId)) {
    await client.setImage(richMenuId, await menuPicture(name)).catch(async (error) => {
      // Another process may have completed the same menu in the same moment.
      if (!await client.hasImage(richMenuId)) throw error
    })
  }
  if (aliasDangles) {
    await client.updateAlias(alias, richMenuId)
    return richMenuId
  }
  try {
    await client.createAlias(alias, richMenuId)
    return richMenuId
  }
  catch (error) {
    const other = await client.alias(alias).catch(() => null)
    if (!other) throw error
    if (other !== richMenuId) await client.deleteMenu(richMenuId)
    return other
  }
}

/** Removes this product's menus of earlier versions, except those that people still have; menus made by others are not touched. */
async function removeEarlier({ client, linked, say = () => {}, texts = setupTexts.en }: MenuDeps, versions: MenuVersion[]): Promise<void> {
  if (!linked) return
  const isEarlier = (alias: string) => isOurs(alias) && !versions.some(version => version.alias === alias)
  const [menus, aliases] = await Promise.all([client.menus(), client.aliases()])
  const earlier = menus.filter(({ name }) => isEarlier(name))
  const pointers = aliases.map(a => a.richMenuAliasId).filter(isEarlier)
  if (!earlier.length && !pointers.length) return
  let needed: Set<string | null>
  try {
    needed = new Set(await linked())
  }
  catch (error) {
    say(texts.menusKeptUnasked((error as Error).message))
    return
  }
  for (const alias of pointers) {
    if (!needed.has(alias)) await client.deleteAlias(alias)
  }
  for (const { name, richMenuId } of earlier) {
    if (needed.has(name)) continue
    await client.deleteMenu(richMenuId)
    say(texts.menuRemoved(name))
  }
  const kept = earlier.filter(({ name }) => needed.has(name)).length
  if (kept) say(texts.menusKept(kept))
}
