import type { Chat, Person } from '../../contract'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { Refusal } from '../refusal'
import { newEvent } from '../webhook/events'

/** Takes a message back: nobody sees it any more, its content is gone. */
export function unsends(world: World, person: Person, chat: Chat, messageId: string): WebhookEvent[] {
  const line = world.lines.find(messageId)
  if (line?.chatId !== chat.id || line.from !== person.id) throw new Refusal(404, `${person.name} has no message ${messageId} in this chat`)
  if (line.unsent) throw new Refusal(400, 'The message was taken back already')
  line.unsent = true
  line.message = { type: line.message.type, id: messageId }
  const content = world.contents.get(messageId)
  if (content) content.gone = true
  world.blobs.delete(messageId)
  world.emit({ type: 'line', line })
  return chat.botJoined ? [newEvent(world, chat, 'unsend', { unsend: { messageId } }, { by: person, silent: true })] : []
}
