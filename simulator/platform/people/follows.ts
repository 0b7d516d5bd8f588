import type { Chat, Person } from '../../contract'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { Refusal } from '../refusal'
import { newEvent } from '../webhook/events'

function chatOf(world: World, person: Person): Chat {
  return world.chats.get(person.id)!
}

/** Adds the account as a friend. */
export function follows(world: World, person: Person): WebhookEvent {
  if (person.blocked) throw new Refusal(400, `${person.name} has blocked the account`)
  if (person.following) throw new Refusal(400, `${person.name} has added the account already`)
  world.changePerson(person, { following: true })
  return newEvent(world, chatOf(world, person), 'follow', { follow: { isUnblocked: false } }, { by: person })
}

/** Blocks the account: `unfollow`, without a reply token. */
export function blocks(world: World, person: Person): WebhookEvent {
  if (person.blocked || !person.following) throw new Refusal(400, `${person.name} does not follow the account`)
  world.changePerson(person, { blocked: true })
  return newEvent(world, chatOf(world, person), 'unfollow', {}, { by: person, silent: true })
}

export function unblocks(world: World, person: Person): WebhookEvent {
  if (!person.blocked) throw new Refusal(400, `${person.name} has not blocked the account`)
  world.changePerson(person, { blocked: false })
  return newEvent(world, chatOf(world, person), 'follow', { follow: { isUnblocked: true } }, { by: person })
}
