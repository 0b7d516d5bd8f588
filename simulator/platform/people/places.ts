import type { Chat, Person } from '../../contract'
import type { World } from '../world/world'
import { Refusal } from '../refusal'

/** The person of this id. Throws 404. */
export function personOf(world: World, id: string): Person {
  const person = world.people.get(id)
  if (!person) throw new Refusal(404, `There is no person ${id}`)
  return person
}

/** The group of this id. Throws 404. */
export function groupOf(world: World, id: string): Chat {
  const chat = world.chats.get(id)
  if (chat?.kind !== 'group') throw new Refusal(404, `There is no group ${id}`)
  return chat
}

/** A person in a chat where they may write. Throws 404 or 400: not a member, does not follow, has blocked. */
export function writerIn(world: World, as: string, chatId: string): { person: Person, chat: Chat } {
  const person = personOf(world, as)
  const chat = world.chats.get(chatId)
  if (!chat) throw new Refusal(404, `There is no chat ${chatId}`)
  if (!chat.members.includes(as)) throw new Refusal(400, `${person.name} is not in this chat`)
  if (chat.kind === 'user' && person.blocked) throw new Refusal(400, `${person.name} has blocked the account`)
  if (chat.kind === 'user' && !person.following) throw new Refusal(400, `${person.name} has not added the account`)
  return { person, chat }
}
