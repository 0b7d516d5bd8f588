import type { Variables } from './http'
import type { World } from './world/world'
import { Hono } from 'hono'
import { answer } from './http'
import { Refusal } from './refusal'
import { canReceive } from './world/world'

/** The account, its followers and their profiles. */
export function profileRoutes(world: World) {
  return new Hono<{ Variables: Variables }>()
    .get('/info', c => answer(c, { ...world.bot, chatMode: 'chat', markAsReadMode: 'manual' }))
    .get('/profile/:userId', (c) => {
      const person = world.people.get(c.req.param('userId'))
      if (!person || !canReceive(person)) throw new Refusal(404, 'Not found')
      return answer(c, { userId: person.id, displayName: person.name, language: person.language })
    })
    .get('/followers/ids', (c) => {
      const followers = [...world.people.values()].filter(canReceive).map(({ id }) => id)
      const { page, next } = paged(followers, c.req.query('start'), Number(c.req.query('limit') ?? 300))
      return answer(c, { userIds: page, ...(next && { next }) })
    })
}

/** One page of a list and the token of the next; `start` is such a token. */
export function paged(list: string[], start: string | undefined, limit: number): { page: string[], next?: string } {
  const from = start ? Number(start) : 0
  if (!Number.isInteger(from) || !Number.isInteger(limit) || limit < 1 || limit > 1_000) throw new Refusal(400, 'The request has an invalid query parameter')
  const page = list.slice(from, from + limit)
  return from + limit < list.length ? { page, next: String(from + limit) } : { page }
}
