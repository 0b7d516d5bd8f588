import type { Tile } from './layout'
import type { MenuName } from './menus'
import { colours } from '../cards/colours'
import { menu as words } from '../locales/menu'
import { icons } from './icons'
import { size, tiles } from './layout'
import { menuOf } from './menus'

const style = `
* { box-sizing: border-box; margin: 0 }
body { width: ${size.width}px; height: ${size.height}px; background: ${colours.line}; font-family: 'IBM Plex Sans Thai'; color: ${colours.ink}; line-height: 1.35 }
div { position: absolute; display: flex; align-items: center; justify-content: center; gap: 52px; padding: 40px }
svg { flex: none; fill: none; stroke: currentColor; stroke-linecap: round; stroke-linejoin: round }
span { text-wrap: balance }
.primary { flex-direction: column; background: ${colours.brand}; color: #fff; font-size: 156px; font-weight: 700; text-align: center }
.primary svg { width: 440px; stroke-width: 2.2 }
.primary.low { flex-direction: row; font-size: 132px; text-align: start }
.primary.low svg { width: 300px }
.main { justify-content: flex-start; background: #fff; font-size: 116px; font-weight: 600; padding-left: 96px }
.main.tall { flex-direction: column; justify-content: center; padding-left: 40px; text-align: center }
.main svg { width: 200px; stroke-width: 2.4; color: ${colours.brand} }
.main.tall svg { width: 280px }
.main.narrow { font-size: 96px; padding-left: 48px; gap: 36px }
.main.narrow svg { width: 150px }
.main.cell { flex-direction: column; justify-content: center; gap: 36px; padding-left: 40px; text-align: center; font-size: 104px }
.main.cell svg { width: 210px }
.foot { gap: 36px; background: ${colours.paper}; color: ${colours.ink}; font-size: 100px; font-weight: 500 }
.foot svg { width: 124px; stroke-width: 2.6; color: ${colours.softInk} }
`

/** The menu of this name as a page to be photographed at the menu's size. The font is the drawing program's business. */
export function picture(name: MenuName): string {
  const { menu, language } = menuOf(name)
  const drawn = tiles(menu).map(tile => draw(tile, words[language][tile.word]))
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><style>${style}</style><body>${drawn.join('\n')}</body></html>`
}

function draw({ word, rank, x, y, width, height }: Tile, label: string): string {
  const icon = icons[word]
  if (!icon) throw new Error(`No icon is drawn for the menu word "${word}": add one to bot/menus/icons.ts`)
  // A hair of the ground between two tiles, none at the image's edge.
  const gap = 6
  const left = x ? gap / 2 : 0
  const top = y ? gap / 2 : 0
  const right = x + width < size.width ? gap / 2 : 0
  const bottom = y + height < size.height ? gap / 2 : 0
  const box = `left:${x + left}px;top:${y + top}px;width:${width - left - right}px;height:${height - top - bottom}px`
  return `<div class="${rank} ${shapeOf(width, height)}" style="${box}"><svg viewBox="0 0 48 48">${icon}</svg><span>${label}</span></div>`
}

function shapeOf(width: number, height: number): 'tall' | 'cell' | 'low' | 'narrow' | '' {
  if (height > width) return 'tall'
  if (width < 1000 && height > 500) return 'cell'
  if (height < width / 2) return 'low'
  return width < 1000 ? 'narrow' : ''
}
