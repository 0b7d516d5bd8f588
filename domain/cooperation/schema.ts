import * as z from 'zod'

const direction = z.int().min(0).max(359)
const point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

/** Degrees clockwise from north where the camera is to look, or a point that another one is to see (at most 500 m from it). */
const what = z.discriminatedUnion('kind', [z.object({ kind: z.literal('TURN'), direction }), z.object({ kind: z.literal('ADD'), point })])

/** Words to whoever keeps the camera, 1–500 characters, and the message that said them; null: none. */
const note = z.object({ text: z.string().trim().min(1).max(500), messageId: z.string().optional() }).nullable()

/** A favour that an officer asks of whoever keeps a camera. */
export const cooperationAsked = z.intersection(z.object({ cameraId: z.uuid(), note }), what)

/** What would be gained by it. */
export const gainAsked = z.object({
  camera: z.uuid(),
  direction: z.coerce.number().int().min(0).max(359).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
}).refine(({ direction, latitude, longitude }) => direction !== undefined || (latitude !== undefined && longitude !== undefined))

/** What somebody does with a request. */
export const cooperationMove = z.object({ move: z.enum(['agree', 'decline', 'think', 'done', 'withdraw']) })
