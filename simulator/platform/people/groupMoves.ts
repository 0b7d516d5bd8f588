import type { Chat, Person } from '../../contract'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../refusal'
import { newEvent } from '../webhook/events'

/** A new group with its founder, without the account. */
export function foundsGroup(world: World, person: Person, name: string): Chat {
  const chat: Chat = { id: `C${randomBytes(16).toString('hex')}`, kind: 'group', name, members: [person.id], botJoined: false }
  world.chats.set(chat.id, chat)
  world.emit({ type: 'chat', chat })
  return chat
}

export function joins(world: World, person: Person, chat: Chat): WebhookEvent[] {
  if (chat.members.includes(person.id)) throw new Refusal(400, `${person.name} is in this group already`)
  world.changeChat(chat, { members: [...chat.members, person.id] })
  return chat.botJoined ? [newEvent(world, chat, 'memberJoined', { joined: { members: [{ type: 'user', userId: person.id }] } })] : []
}

export function leaves(world: World, person: Person, chat: Chat): WebhookEvent[] {
  requireMember(person, chat)
  world.changeChat(chat, { members: chat.members.filter(id => id !== person.id) })
  return chat.botJoined ? [newEvent(world, chat, 'memberLeft', { left: { members: [{ type: 'user', userId: person.id }] } }, { silent: true })] : []
}

export function invitesBot(world: World, person: Person, chat: Chat): WebhookEvent[] {
  requireMember(person, chat)
  if (chat.botJoined) throw new Refusal(400, 'The account is in this group already')
  world.changeChat(chat, { botJoined: true })
  return [newEvent(world, chat, 'join', {})]
}

export function removesBot(world: World, person: Person, chat: Chat): WebhookEvent[] {
  requireMember(person, chat)
  if (!chat.botJoined) throw new Refusal(400, 'The account is not in this group')
  world.changeChat(chat, { botJoined: false })
  return [newEvent(world, chat, 'leave', {}, { silent: true })]
}

function requireMember(person: Person, chat: Chat): void {
  if (!chat.members.includes(person.id)) throw new Refusal(400, `${person.name} is not in this group`)
}
