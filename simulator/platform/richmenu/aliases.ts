import type { Variables } from '../http'
import type { World } from '../world/world'
import { Hono } from 'hono'
import { answer, readJson, stringIn } from '../http'
import { Refusal, wrongBody } from '../refusal'

const MENU_ID = /^richmenu-[0-9a-f]{32}$/
const ALIAS = /^[a-z0-9_-]{1,32}$/

/** Names of rich menus that a "switch" action leads to. Source: "Create rich menu alias". */
export function aliasRoutes(world: World) {
  function menuWithImage(id: string): string {
    if (!MENU_ID.test(id)) throw wrongBody([{ message: 'invalid richMenuId', property: 'richMenuId' }])
    if (!world.richMenus.get(id)?.hasImage) throw new Refusal(400, 'richmenu not found', [])
    return id
  }
  function known(alias: string): { richMenuAliasId: string, richMenuId: string } {
    const richMenuId = world.aliases.get(alias)
    if (!richMenuId) throw new Refusal(404, 'richmenu alias not found', [])
    return { richMenuAliasId: alias, richMenuId }
  }
  return new Hono<{ Variables: Variables }>()
    .post('/', async (c) => {
      const body = await readJson(c)
      const alias = stringIn(body, 'richMenuAliasId')
      if (!ALIAS.test(alias)) throw wrongBody([{ message: 'invalid richMenuAliasId', property: 'richMenuAliasId' }])
      const richMenuId = menuWithImage(stringIn(body, 'richMenuId'))
      if (world.aliases.has(alias)) throw new Refusal(400, 'conflict richmenu alias id', [])
      world.aliases.set(alias, richMenuId)
      world.menusChanged()
      return answer(c)
    })
    .get('/list', c => answer(c, { aliases: Array.from(world.aliases.keys(), known) }))
    .get('/:alias', c => answer(c, known(c.req.param('alias'))))
    .post('/:alias', async (c) => {
      const { richMenuAliasId } = known(c.req.param('alias'))
      world.aliases.set(richMenuAliasId, menuWithImage(stringIn(await readJson(c), 'richMenuId')))
      world.menusChanged()
      return answer(c)
    })
    .delete('/:alias', (c) => {
      world.aliases.delete(known(c.req.param('alias')).richMenuAliasId)
      world.menusChanged()
      return answer(c)
    })
}
