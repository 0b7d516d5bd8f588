import type { menu } from '../locales/menu'

/** A fixed word of `locales/menu`. */
export type Word = keyof typeof menu.th

/** What one rich menu offers: the big tile, the tiles beside and below it, and the slim strip at the foot. */
export interface Menu {
  primary: Word
  main: readonly Word[]
  foot: readonly Word[]
}

/**
 * The rich menu of each role. An entry is a fixed word, and tapping it says that word; only words that lead somewhere belong here.
 * After a change: `npm run menus:draw`.
 */
export const menus = {
  everyone: { primary: 'report', main: ['track'], foot: ['help', 'register', 'language'] },
  official: { primary: 'report', main: ['myWork', 'track', 'propose', 'problem'], foot: ['overview', 'help', 'language'] },
  technician: { primary: 'myWork', main: ['report', 'track'], foot: ['help', 'language'] },
  police: { primary: 'footage', main: ['nearMe', 'myRequests', 'logFootage', 'riskPoints', 'report', 'track', 'propose'], foot: ['help', 'register', 'language'] },
  owner: { primary: 'requestsToMe', main: ['myCameras', 'registerCamera', 'report', 'track'], foot: ['privacy', 'help', 'language'] },
  secretary: { primary: 'overview', main: ['accessRequests', 'proposals', 'problems', 'invite', 'report', 'track'], foot: ['help', 'register', 'language'] },
  committee: { primary: 'overview', main: ['proposals', 'problems', 'report', 'track'], foot: ['help', 'register', 'language'] },
} as const satisfies Record<string, Menu>

/** Name of a role's menu without its language: what `User.menuWanted` holds. */
export type RoleMenu = keyof typeof menus

/** Name of one drawn menu, for example `official.th`. */
export type MenuName = `${RoleMenu}.${'th' | 'en'}`

/** Every menu that is drawn and created at LINE. */
export const menuNames = (Object.keys(menus) as RoleMenu[]).flatMap(role => [`${role}.th`, `${role}.en`] as const)

/** LINE shows this one to everybody who has none of their own linked. */
export const defaultMenu: MenuName = 'everyone.th'

/** The menu to link to a person: their `menuWanted` in their language. An unknown `menuWanted` means everyone's. */
export function menuName(wanted: string, language: 'TH' | 'EN'): MenuName {
  const role = Object.hasOwn(menus, wanted) ? wanted as RoleMenu : 'everyone'
  return `${role}.${language === 'EN' ? 'en' : 'th'}`
}

/** What the menu of this name offers, and the language it speaks. */
export function menuOf(name: MenuName): { menu: Menu, language: 'th' | 'en' } {
  const [role, language] = name.split('.') as [RoleMenu, 'th' | 'en']
  return { menu: menus[role], language }
}
