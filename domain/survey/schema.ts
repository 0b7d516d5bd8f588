import type { Invalid } from '../labels/invalid'
import * as z from 'zod'
import { CameraKind, Priority, ProblemTopic, RiskKind } from '../enums'
import { money } from '../money/schema'

/** Most characters of a reason, a problem, a suggestion. */
export const mostWords = 1_000
/** Most cameras of one proposal: more are several points. */
export const mostCameras = 50
/** 1,000 million baht, in satang. */
export const mostBudget = 100_000_000_000

/** What somebody wrote, and the LINE message that said it: when that is taken back, so are the words. */
const said = (most: number) => z.object({ text: z.string().trim().min(1).max(most), messageId: z.string().optional() })

/** A point in words, on the map (degrees, WGS 84), or both. */
const point = z.object({
  text: z.string().trim().min(1).max(500).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
  messageId: z.string().optional(),
}).refine(({ text, latitude, longitude }) => (latitude === undefined) === (longitude === undefined) && (text !== undefined || latitude !== undefined))

/** Of something new: the browser chooses it, so that sending it twice makes one; else it gets one. */
const ownId = z.uuid().optional()

/** A point that needs cameras. Budget in satang; null: not known yet. */
export const newProposal = z.object({
  id: ownId,
  agencyId: z.uuid(),
  place: point,
  risk: z.enum(RiskKind),
  urgency: z.enum(Priority),
  reason: said(mostWords),
  cameras: z.int().min(1).max(mostCameras),
  cameraKind: z.enum(CameraKind),
  budgetSatang: z.int().min(0).max(mostBudget).nullable(),
  budgetSource: said(200).nullable(),
})

/** A problem or a suggestion. */
export const newProblem = z.object({
  id: ownId,
  agencyId: z.uuid(),
  topic: z.enum(ProblemTopic),
  text: said(mostWords),
  suggestion: said(mostWords).nullable(),
})

/** One that exists. */
export const known = z.object({ id: z.uuid() })

/** Words in a form: 1 up to so many characters. */
const words = (most: number) => z.string().trim().min(1).max(most)

/** The same, and what is left empty is null. */
const optionalWords = (most: number) => z.string().trim().max(most).transform(text => text || null).nullable()

const proposed = z.strictObject({
  agencyId: z.uuid(),
  placeText: optionalWords(500),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  risk: z.enum(RiskKind),
  urgency: z.enum(Priority),
  reason: words(mostWords),
  cameras: z.int().min(1).max(mostCameras),
  cameraKind: z.enum(CameraKind),
  budgetSatang: money().nullable(),
  budgetSource: optionalWords(200),
})

/** A proposed point as the app's form has it: its place in words, on the map (both of latitude and longitude), or both. Budget in satang. */
export const proposalForm = proposed
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), { path: ['longitude'], params: { says: 'required' satisfies Invalid } })
  .refine(({ placeText, latitude }) => placeText !== null || latitude !== null, { path: ['placeText'], params: { says: 'required' satisfies Invalid } })

/** A new one. */
export const newProposalForm = proposalForm.safeExtend({ id: ownId })

/** A problem or suggestion as the app's form has it. */
export const problemForm = z.strictObject({ agencyId: z.uuid(), topic: z.enum(ProblemTopic), text: words(mostWords), suggestion: optionalWords(mostWords) })

/** A new one. */
export const newProblemForm = problemForm.extend({ id: ownId })

/** Which page of a list, from 1; `withdrawn`: those that were taken back instead. */
export const surveyPage = z.strictObject({ page: z.coerce.number().int().min(1).max(100_000).default(1), withdrawn: z.stringbool().default(false) })
