import type { RichMenu } from '../../contract'
import type { Variables } from '../http'
import type { World } from '../world/world'
import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { answer, readJson } from '../http'
import { Refusal } from '../refusal'
import { checkRichMenu } from './validate'

const PER_HOUR = 100
const PER_CHANNEL = 1_000

/** The rich menu of this id. Throws LINE's 404. */
export function menuOf(world: World, id: string): RichMenu {
  const menu = world.richMenus.get(id)
  if (!menu) throw new Refusal(404, 'Not found')
  return menu
}

/** Making, reading and deleting rich menus. */
export function menuRoutes(world: World) {
  const allowHttpLocalhost = world.options.allowHttpLocalhost !== false

  function countChange(kind: 'create' | 'delete'): void {
    const now = world.now()
    const recent = world.richMenuChanges[kind] = world.richMenuChanges[kind].filter(at => now - at < 3_600_000)
    if (recent.length >= PER_HOUR) throw new Refusal(429, 'The API rate limit has been exceeded. Try again later.')
    recent.push(now)
  }
  const shown = ({ hasImage, ...menu }: RichMenu) => menu

  return new Hono<{ Variables: Variables }>()
    .post('/', async (c) => {
      const body = await readJson(c)
      checkRichMenu(body, allowHttpLocalhost)
      countChange('create')
      if (world.richMenus.size >= PER_CHANNEL) throw new Refusal(400, 'The number of rich menus has reached its limit')
      const { name, chatBarText, selected, size, areas } = body as unknown as RichMenu
      const richMenuId = `richmenu-${randomBytes(16).toString('hex')}`
      world.richMenus.set(richMenuId, { richMenuId, name, chatBarText, selected, size, areas, hasImage: false })
      world.menusChanged()
      return answer(c, { richMenuId })
    })
    .post('/validate', async (c) => {
      checkRichMenu(await readJson(c), allowHttpLocalhost)
      return answer(c)
    })
    .get('/list', c => answer(c, { richmenus: Array.from(world.richMenus.values(), shown) }))
    .get('/:richMenuId', c => answer(c, shown(menuOf(world, c.req.param('richMenuId')))))
    .delete('/:richMenuId', (c) => {
      const { richMenuId } = menuOf(world, c.req.param('richMenuId'))
      countChange('delete')
      world.richMenus.delete(richMenuId)
      world.blobs.delete(richMenuId)
      if (world.defaultRichMenuId === richMenuId) world.defaultRichMenuId = null
      for (const person of world.people.values()) {
        if (person.richMenuId === richMenuId) world.changePerson(person, { richMenuId: null })
      }
      world.menusChanged()
      return answer(c)
    })
}
