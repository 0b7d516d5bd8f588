import type { MenuName } from '../../bot/menus/menus'
import type { MenuAtLine } from './atLine'
import type { MenuDeps } from './menus'
import { ensureMenus } from './menus'
import { setupTexts } from './texts'
import { ensureWebhook } from './webhook'

/** What came of a set-up: the menus at LINE, and whether events will arrive. */
export interface LineSetup { menus: Map<MenuName, MenuAtLine>, webhook: boolean }

/** Sets up rich menus and the webhook. Safe to run again. Throws LineError. */
export async function setupLine({ webhookUrl, ...deps }: MenuDeps & { webhookUrl: string }): Promise<LineSetup> {
  const menus = await ensureMenus(deps)
  const webhook = await ensureWebhook(deps.client, webhookUrl, deps.say ?? (() => {}), deps.texts ?? setupTexts.en)
  return { menus, webhook }
}
