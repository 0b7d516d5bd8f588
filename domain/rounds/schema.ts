import * as z from 'zod'

const name = z.string().transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim()).pipe(z.string().min(1).max(100))

/** A day, `2026-12-30`. */
const day = z.iso.date()

const milestone = z.strictObject({ name, date: day })

/** Most milestones of a round. */
export const mostMilestones = 20

const dated = z.object({ name, closesOn: day, milestones: z.array(milestone).max(mostMilestones) })

/** A new round of a province; it opens today when no day is given. Until the end of `closesOn` (in Bangkok) agencies hand in. */
export const newRound = dated.extend({ provinceCode: z.string().regex(/^\d{2}$/), opensOn: day.optional() })

/** Changed name, end and milestones of a round, and the version that the editor saw. */
export const changedRound = dated.extend({ id: z.uuid(), version: z.int().min(1) })

/** A round. */
export const knownRound = z.object({ id: z.uuid() })

const text = z.string().trim().min(1).max(1_000)

/** A return that is moved on, and the version that whoever does it saw. */
export const movedReturn = z.object({ id: z.uuid(), version: z.int().min(1) })

/** Handing in; `answer` to the remarks of the secretary, or another word to them: 1–1,000 characters. */
export const submission = movedReturn.extend({ answer: text.optional() })

/** “We have none”, and why: 1–1,000 characters. */
export const nilReturn = movedReturn.extend({ reason: text, answer: text.optional() })

/** What is to be put right: 1–1,000 characters. */
export const sentBack = movedReturn.extend({ remarks: text })
