import type { Variables } from '../http'
import type { World } from '../world/world'
import { Hono } from 'hono'
import { answer, readJson, stringIn, userIdIn, userIdsIn } from '../http'
import { Refusal } from '../refusal'
import { canReceive } from '../world/world'
import { menuOf } from './menus'

/** Which rich menu whom is shown: one's own before the default. Links to people who do not follow have no effect. */
export function linkRoutes(world: World) {
  function usable(richMenuId: string): string {
    if (!menuOf(world, richMenuId).hasImage) throw new Refusal(400, 'must upload richmenu image before applying it to user', [])
    return richMenuId
  }
  function link(userIds: string[], richMenuId: string | null): void {
    for (const id of userIds) {
      const person = world.people.get(id)
      if (person && canReceive(person)) world.changePerson(person, { richMenuId })
    }
  }
  function setDefault(richMenuId: string | null): void {
    world.defaultRichMenuId = richMenuId
    world.menusChanged()
  }
  return new Hono<{ Variables: Variables }>()
    .post('/user/all/richmenu/:richMenuId', (c) => {
      setDefault(usable(c.req.param('richMenuId')))
      return answer(c)
    })
    .get('/user/all/richmenu', (c) => {
      if (!world.defaultRichMenuId) throw new Refusal(404, 'no default richmenu', [])
      return answer(c, { richMenuId: world.defaultRichMenuId })
    })
    .delete('/user/all/richmenu', (c) => {
      setDefault(null)
      return answer(c)
    })
    .post('/user/:userId/richmenu/:richMenuId', (c) => {
      link([userIdIn(c.req.param('userId'), 'userId')], usable(c.req.param('richMenuId')))
      return answer(c)
    })
    .get('/user/:userId/richmenu', (c) => {
      const richMenuId = world.people.get(userIdIn(c.req.param('userId'), 'userId'))?.richMenuId
      if (!richMenuId) throw new Refusal(404, 'the user has no richmenu', [])
      return answer(c, { richMenuId })
    })
    .delete('/user/:userId/richmenu', (c) => {
      link([userIdIn(c.req.param('userId'), 'userId')], null)
      return answer(c)
    })
    .post('/richmenu/bulk/link', async (c) => {
      const body = await readJson(c)
      link(userIdsIn(body, 'userIds'), usable(stringIn(body, 'richMenuId')))
      return answer(c, {}, 202)
    })
    .post('/richmenu/bulk/unlink', async (c) => {
      link(userIdsIn(await readJson(c), 'userIds'), null)
      return answer(c, {}, 202)
    })
}
