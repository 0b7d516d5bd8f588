import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { menu as words } from '../../../bot/locales/menu'
import { tiles } from '../../../bot/menus/layout'
import { defaultMenu, menuName, menuNames, menuOf, menus } from '../../../bot/menus/menus'
import { picture } from '../../../bot/menus/picture'
import { richMenu } from '../../../bot/menus/richMenu'
import { dialogueOf } from '../../../bot/words'
import { menuFor } from '../../../domain/people/rules'
import { Role } from '../../../prisma/client'

const assets = new URL('../../../assets/menus/', import.meta.url)
const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' })
const lengthOf = (text: string) => [...graphemes.segment(text)].length

describe.each(menuNames)('the menu %s', (name) => {
  const { size, areas, chatBarText } = richMenu(name)
  const { menu, language } = menuOf(name)

  it('keeps within what LINE takes', () => {
    expect(size.width / size.height).toBeGreaterThanOrEqual(1.45)
    expect(areas.length).toBeLessThanOrEqual(20)
    expect(lengthOf(chatBarText)).toBeLessThanOrEqual(14)
    for (const { action } of areas) expect(lengthOf(action.label!)).toBeLessThanOrEqual(20)
  })

  it('says its fixed words when tapped, each once', () => {
    const said = areas.map(({ action }) => action.text)
    expect(said).toEqual([menu.primary, ...menu.main, ...menu.foot].map(word => words[language][word]))
    expect(new Set(said).size).toBe(said.length)
  })

  it('has no entry that leads nowhere', () => {
    for (const { action } of areas) expect(dialogueOf(action.text), action.text).not.toBeNull()
  })

  it('fills its image with areas that do not overlap', () => {
    const boxes = areas.map(({ bounds }) => ({ left: bounds.x, top: bounds.y, right: bounds.x + bounds.width, bottom: bounds.y + bounds.height }))
    for (const [i, a] of boxes.entries()) {
      expect(a.left >= 0 && a.top >= 0 && a.right <= size.width! && a.bottom <= size.height!).toBe(true)
      for (const b of boxes.slice(i + 1)) expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)
    }
    const covered = boxes.reduce((sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top), 0)
    expect(covered).toBe(size.width! * size.height!)
  })

  it('has an image of its size, of at most 1 MB, drawn from the table as it stands', async () => {
    const png = await readFile(new URL(`${name}.png`, assets))
    const { format, width, height } = await sharp(png).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', ...size })
    expect(png.length).toBeLessThanOrEqual(1024 * 1024)
    const drawn = JSON.parse(await readFile(new URL('drawn.json', assets), 'utf8'))
    const table = createHash('sha256').update(picture(name)).digest('hex')
    const image = createHash('sha256').update(png).digest('hex')
    expect(drawn[name], 'the table of menus was changed: npm run menus:draw').toEqual({ table, image })
  })
})

it('There is no image of a menu that does not exist', async () => {
  const images = (await readdir(assets)).filter(file => file.endsWith('.png'))
  expect(images.toSorted()).toEqual(menuNames.map(name => `${name}.png`).toSorted())
})

it('A person gets the menu of their role in their language, and everyone\'s when the name is unknown', () => {
  expect(menuName('official', 'TH')).toBe('official.th')
  expect(menuName('secretary', 'EN')).toBe('secretary.en')
  expect(menuName('astronaut', 'EN')).toBe('everyone.en')
  expect(menuName('toString', 'TH')).toBe(defaultMenu)
})

it('Every role that the province gives out has a menu', () => {
  for (const role of Object.values(Role)) expect(Object.keys(menus)).toContain(menuFor([{ role }]))
})

it('Every role can report a broken camera and ask for help from the menu', () => {
  for (const { primary, main, foot } of Object.values(menus)) expect([primary, ...main, ...foot]).toEqual(expect.arrayContaining(['report', 'help']))
})

it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('A menu with %i words beside the primary one still fills the image', (count) => {
  const spare = ['myWork', 'track', 'overview', 'accessRequests', 'invite', 'language', 'help', 'register', 'back', 'skip'] as const
  const placed = tiles({ primary: 'report', main: spare.slice(0, count), foot: [] })
  expect(placed).toHaveLength(count + 1)
  expect(placed.reduce((sum, { width, height }) => sum + width * height, 0)).toBe(2500 * 1686)
})
