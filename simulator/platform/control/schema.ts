import type { Act } from '../../contract'
import * as z from 'zod'

const id = z.string().min(1).max(40)
const words = z.string().min(1).max(10_000)
const name = z.string().trim().min(1).max(100)
const action = z.looseObject({ type: z.string().max(40) })
const fault = z.object({
  path: z.string().max(200),
  status: z.literal([0, 400, 401, 409, 429, 500]),
  times: z.int().min(1).nullable(),
  after: z.boolean().optional(),
})

/** What the chat page may ask for; the type is the contract's `Act`. */
export const actSchema: z.ZodType<Act> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('follow'), as: id }),
  z.object({ do: z.literal('block'), as: id }),
  z.object({ do: z.literal('unblock'), as: id }),
  z.object({ do: z.literal('newPerson'), name, language: z.string().min(2).max(20) }),
  z.object({ do: z.literal('setLanguage'), as: id, language: z.string().min(2).max(20) }),
  z.object({ do: z.literal('newGroup'), as: id, name }),
  z.object({ do: z.literal('joinGroup'), as: id, chat: id }),
  z.object({ do: z.literal('leaveGroup'), as: id, chat: id }),
  z.object({ do: z.literal('inviteBot'), as: id, chat: id }),
  z.object({ do: z.literal('removeBot'), as: id, chat: id }),
  z.object({ do: z.literal('text'), as: id, chat: id, text: words, quotedMessageId: id.optional(), mentionBot: z.boolean().optional() }),
  z.object({
    do: z.literal('location'),
    as: id,
    chat: id,
    title: z.string().max(100).optional(),
    address: z.string().max(1_000).optional(),
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
  }),
  z.object({ do: z.literal('sticker'), as: id, chat: id, packageId: z.string().max(20), stickerId: z.string().max(20) }),
  z.object({ do: z.literal('tap'), as: id, chat: id, action, params: z.record(z.string(), z.string().max(40)).optional() }),
  z.object({ do: z.literal('unsend'), as: id, chat: id, messageId: id }),
  z.object({ do: z.literal('redeliver'), webhookEventId: id }),
  z.object({ do: z.literal('setFaults'), faults: z.array(fault).max(50) }),
  z.object({ do: z.literal('setQuota'), limit: z.int().min(0).nullable(), used: z.int().min(0) }),
  z.object({ do: z.literal('clear'), chat: id }),
])
