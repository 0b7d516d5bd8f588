import type { Chat, Person } from '../../contract'
import type { WebhookEvent } from '../webhook/events'
import type { World } from '../world/world'
import { randomBytes } from 'node:crypto'
import { Refusal } from '../refusal'
import { says } from './says'

export interface PhotoFile { bytes: Uint8Array, type: string }

const MOST = 10

/** Photos sent together: one message and one event each, held together by `imageSet`. */
export function sendsPhotos(world: World, person: Person, chat: Chat, files: PhotoFile[], notReady = world.options.contentNotReadyTries ?? 0): { messageIds: string[], events: WebhookEvent[] } {
  if (files.length < 1 || files.length > MOST) throw new Refusal(400, `1 to ${MOST} photos can be sent at a time`)
  if (files.some(({ type }) => !type.startsWith('image/'))) throw new Refusal(400, 'Only photos can be sent')
  const set = { id: randomBytes(16).toString('hex').toUpperCase(), total: files.length }
  const messageIds: string[] = []
  const events = files.flatMap(({ bytes, type }, index) => {
    const imageSet = files.length > 1 && { imageSet: { id: set.id, index: index + 1, total: set.total } }
    const said = says(world, person, chat, { type: 'image', contentProvider: { type: 'line' }, ...imageSet })
    messageIds.push(said.line.id)
    world.blobs.put(said.line.id, bytes)
    world.contents.set(said.line.id, { type, notReady, gone: false })
    return said.events
  })
  return { messageIds, events }
}
