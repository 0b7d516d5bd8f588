import { z } from 'zod'
import { Cause, Priority, WaitingFor } from '../enums'

/** A reason or a note as people write it: 1–1,000 characters. */
export const words = z.string().trim().min(1).max(1000)

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
