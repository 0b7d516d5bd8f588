import type { Variables } from './http'
import type { World } from './world/world'
import { Hono } from 'hono'
import { answer, isJson, readJson, stringIn, userIdIn } from './http'
import { Refusal, wrongBody } from './refusal'

/** The loading animation and the marks "read". */
export function chatRoutes(world: World) {
  function read(chatId: string): void {
    world.reads.set(chatId, world.now())
    world.emit({ type: 'read', chatId })
  }
  return new Hono<{ Variables: Variables }>()
    .post('/chat/loading/start', async (c) => {
      const { chatId, loadingSeconds = 20 } = await readJson(c)
      const id = userIdIn(chatId, 'chatId')
      if (!Number.isInteger(loadingSeconds) || Number(loadingSeconds) < 5 || Number(loadingSeconds) > 60 || Number(loadingSeconds) % 5 !== 0) { throw wrongBody([{ message: 'Must be a multiple of 5 between 5 and 60', property: 'loadingSeconds' }]) }
      world.emit({ type: 'loading', chatId: id, until: world.now() + Number(loadingSeconds) * 1_000 })
      return answer(c, {}, 202)
    })
    .post('/chat/markAsRead', async (c) => {
      const chatId = world.readTokens.get(stringIn(await readJson(c), 'markAsReadToken'))
      if (!chatId) throw new Refusal(400, 'Invalid mark as read token')
      read(chatId)
      return answer(c)
    })
    .post('/message/markAsRead', async (c) => {
      const { chat } = await readJson(c)
      read(userIdIn(isJson(chat) ? chat.userId : undefined, 'chat.userId'))
      return answer(c)
    })
}
