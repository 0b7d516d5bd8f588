import type { messagingApi } from '@line/bot-sdk'
import type { MenuName } from './menus'
import { menu as words } from '../locales/menu'
import { clipped } from '../text'
import { size, tiles } from './layout'
import { menuOf } from './menus'

/** A phone reads an area's label aloud; LINE takes this many characters. */
const labelLength = 20

/** The rich menu of this name as LINE takes it, without the `name` (that one carries the version). Each area says its fixed word. */
export function richMenu(name: MenuName) {
  const { menu, language } = menuOf(name)
  const t = words[language]
  return {
    size,
    selected: true,
    chatBarText: t.menu,
    areas: tiles(menu).map(({ word, x, y, width, height }) => ({
      bounds: { x, y, width, height },
      action: { type: 'message' as const, label: clipped(t[word], labelLength), text: t[word] },
    })),
  } satisfies Omit<messagingApi.RichMenuRequest, 'name'>
}
