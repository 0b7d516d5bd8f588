import * as z from 'zod'
import { Cause, Priority, WaitingFor, WorkOrderState } from '../enums'
import { money } from '../money/schema'

/** A reason or a note as people write it: 1–1,000 characters. */
export const words = z.string().trim().min(1).max(1000)

/** The same where nothing need be said: empty is none. */
export const optionalWords = z.string().trim().max(1000).transform(text => text || undefined).optional()

const target = { workOrderId: z.uuid() }
/** The LINE message it was written in, so that it goes when the message is taken back. */
const written = { lineMessageId: z.string().optional() }

/** A move that needs nothing more. */
export const plainMove = z.object(target)

/** To whom the work is given. */
export const assignment = z.object({ ...target, assigneeId: z.uuid() })

/** What is waited for. */
export const waiting = z.object({ ...target, waitingFor: z.enum(WaitingFor), note: words.optional(), ...written })

/** To which agency, and why. */
export const forwarding = z.object({ ...target, agencyId: z.uuid(), reason: words, ...written })

/** Why it is no fault. */
export const rejection = z.object({ ...target, reason: words, ...written })

/** Of which other work order it is a duplicate: by its number or id. */
export const duplication = z.object({ ...target, of: z.string().trim().min(1).max(100) })

/** Satang, 0 up to a thousand million baht. */
const cost = z.union([z.bigint(), z.int()]).transform(BigInt).pipe(z.bigint().min(0n).max(100_000_000_000n))

/** What was wrong and what the repair cost, in satang; 0 when it cost nothing. */
export const repairing = z.object({ ...target, cause: z.enum(Cause), costSatang: cost, note: words.optional(), ...written })

/** How urgent it is. */
export const prioritising = z.object({ ...target, priority: z.enum(Priority) })

/** Something to remember about it. */
export const noting = z.object({ ...target, text: words, ...written })

const inChat = { workOrderId: true, lineMessageId: true } as const

/** What is filled in for each move in the app; the work order is known from its page. */
export const moveForms = {
  acknowledge: z.object({}),
  assign: assignment.omit({ workOrderId: true }),
  start: z.object({}),
  wait: waiting.omit(inChat).extend({ note: optionalWords }),
  resume: z.object({}),
  forward: forwarding.omit(inChat),
  reject: rejection.omit(inChat),
  markDuplicate: duplication.omit({ workOrderId: true }),
  repair: z.object({ cause: z.enum(Cause), costSatang: money(), note: optionalWords }),
  setPriority: prioritising.omit({ workOrderId: true }),
  addNote: noting.omit(inChat),
}

function asked<Name extends string, Shape extends z.ZodRawShape>(move: Name, form: z.ZodObject<Shape>) {
  return form.extend({ move: z.literal(move), expects: z.enum(WorkOrderState) })
}

/** A move as the app asks for it; see `asExpected`. */
export const moveRequest = z.discriminatedUnion('move', [
  asked('acknowledge', moveForms.acknowledge),
  asked('assign', moveForms.assign),
  asked('start', moveForms.start),
  asked('wait', moveForms.wait),
  asked('resume', moveForms.resume),
  asked('forward', moveForms.forward),
  asked('reject', moveForms.reject),
  asked('markDuplicate', moveForms.markDuplicate),
  asked('repair', moveForms.repair),
  asked('setPriority', moveForms.setPriority),
  asked('addNote', moveForms.addNote),
])

/** Whose work to list, `MINE` (assigned to me), `AGENCY`, `PROVINCE` (all of it; for its secretaries), and in which state. Without: what is still to be done, as `myWork` says. `page` from 1. */
export const listWork = z.object({
  whose: z.enum(['MINE', 'AGENCY', 'PROVINCE']).optional(),
  state: z.enum(WorkOrderState).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
})
