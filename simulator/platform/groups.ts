import type { Chat } from '../contract'
import type { Variables } from './http'
import type { Deliveries } from './webhook/delivery'
import type { World } from './world/world'
import { Hono } from 'hono'
import { answer } from './http'
import { paged } from './profile'
import { Refusal } from './refusal'
import { newEvent } from './webhook/events'

/** The groups that the account is in. */
export function groupRoutes(world: World, deliveries: Deliveries) {
  function group(id: string): Chat {
    const chat = world.chats.get(id)
    if (chat?.kind !== 'group' || !chat.botJoined) throw new Refusal(404, 'Not found')
    return chat
  }
  return new Hono<{ Variables: Variables }>()
    .get('/:groupId/summary', (c) => {
      const { id, name } = group(c.req.param('groupId'))
      return answer(c, { groupId: id, groupName: name })
    })
    .get('/:groupId/members/count', c => answer(c, { count: group(c.req.param('groupId')).members.length }))
    .get('/:groupId/members/ids', (c) => {
      const { page, next } = paged(group(c.req.param('groupId')).members, c.req.query('start'), 100)
      return answer(c, { memberIds: page, ...(next && { next }) })
    })
    .get('/:groupId/member/:userId', (c) => {
      const { userId } = c.req.param()
      const person = world.people.get(userId)
      if (!person || !group(c.req.param('groupId')).members.includes(userId)) throw new Refusal(404, 'Not found')
      return answer(c, { userId, displayName: person.name })
    })
    .post('/:groupId/leave', (c) => {
      const chat = group(c.req.param('groupId'))
      world.changeChat(chat, { botJoined: false })
      void deliveries.send(chat.id, newEvent(world, chat, 'leave', {}, { silent: true }))
      return answer(c)
    })
}
