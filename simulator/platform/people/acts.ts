import type { Act } from '../../contract'
import type { Deliveries } from '../webhook/delivery'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../refusal'
import { blocks, follows, unblocks } from './follows'
import { foundsGroup, invitesBot, joins, leaves, removesBot } from './groupMoves'
import { groupOf, personOf, writerIn } from './places'
import { says, textOf } from './says'
import { taps } from './taps'
import { unsends } from './unsends'

/** What came of an act: its events and the id of a new person or group. */
export interface Outcome { webhookEventIds: string[], id?: string }

/** Does what a person does; resolves when the webhook has answered (or not). Throws a `Refusal` when LINE would not let them. */
export async function perform(world: World, deliveries: Deliveries, act: Act): Promise<Outcome> {
  if (act.do === 'redeliver') {
    const event = world.events.get(act.webhookEventId)
    if (!event) throw new Refusal(404, `There is no event ${act.webhookEventId}`)
    await deliveries.again(event)
    return { webhookEventIds: [event.webhookEventId] }
  }
  const { events, chat, id } = happen(world, act)
  await Promise.all(events.map(event => deliveries.send(chat, event)))
  return { webhookEventIds: events.map(({ webhookEventId }) => webhookEventId), ...(id && { id }) }
}

interface Happened { events: WebhookEvent[], chat: string, id?: string }

function happen(world: World, act: Exclude<Act, { do: 'redeliver' }>): Happened {
  const quiet: Happened = { events: [], chat: '' }
  switch (act.do) {
    case 'follow': return { events: [follows(world, personOf(world, act.as))], chat: act.as }
    case 'block': return { events: [blocks(world, personOf(world, act.as))], chat: act.as }
    case 'unblock': return { events: [unblocks(world, personOf(world, act.as))], chat: act.as }
    case 'newPerson': return { ...quiet, id: newPerson(world, act.name, act.language) }
    case 'setLanguage':
      world.changePerson(personOf(world, act.as), { language: act.language })
      return quiet
    case 'newGroup': return { ...quiet, id: foundsGroup(world, personOf(world, act.as), act.name).id }
    case 'joinGroup': return { events: joins(world, personOf(world, act.as), groupOf(world, act.chat)), chat: act.chat }
    case 'leaveGroup': return { events: leaves(world, personOf(world, act.as), groupOf(world, act.chat)), chat: act.chat }
    case 'inviteBot': return { events: invitesBot(world, personOf(world, act.as), groupOf(world, act.chat)), chat: act.chat }
    case 'removeBot': return { events: removesBot(world, personOf(world, act.as), groupOf(world, act.chat)), chat: act.chat }
    case 'text':
    case 'location':
    case 'sticker':
    case 'tap':
    case 'unsend': return { events: inChat(world, act), chat: act.chat }
    case 'setFaults':
      world.faults = act.faults.map(fault => ({ ...fault }))
      world.emit({ type: 'faults', faults: world.faults })
      return quiet
    case 'setQuota':
      Object.assign(world.quota, { limit: act.limit, used: act.used })
      world.emit({ type: 'quota', quota: { limit: act.limit, used: act.used } })
      return quiet
    case 'clear':
      world.lines.clear(act.chat)
      world.emit({ type: 'cleared', chatId: act.chat })
      return quiet
  }
}

function inChat(world: World, act: Extract<Act, { do: 'text' | 'location' | 'sticker' | 'tap' | 'unsend' }>): WebhookEvent[] {
  const { person, chat } = writerIn(world, act.as, act.chat)
  switch (act.do) {
    case 'text': return says(world, person, chat, textOf(world, act.text, chat.kind === 'group' && act.mentionBot === true), act.quotedMessageId).events
    case 'location': {
      const { title, address, latitude, longitude } = act
      return says(world, person, chat, { type: 'location', ...(title && { title }), ...(address && { address }), latitude, longitude }).events
    }
    case 'sticker': return says(world, person, chat, { type: 'sticker', packageId: act.packageId, stickerId: act.stickerId, stickerResourceType: 'STATIC' }).events
    case 'tap': return taps(world, person, chat, act)
    case 'unsend': return unsends(world, person, chat, act.messageId)
  }
}

function newPerson(world: World, name: string, language: string): string {
  const id = `U${randomBytes(16).toString('hex')}`
  world.addPerson({ id, name, role: { th: '', en: '' }, language, following: false, blocked: false, richMenuId: null })
  world.emit({ type: 'person', person: world.people.get(id)! })
  world.emit({ type: 'chat', chat: world.chats.get(id)! })
  return id
}
