import { z } from 'zod'
import { CameraKind, Priority, ProblemTopic, RiskKind } from '../enums'

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

/** A point that needs cameras. Budget in satang; null: not known yet. */
export const newProposal = z.object({
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
  agencyId: z.uuid(),
  topic: z.enum(ProblemTopic),
  text: said(mostWords),
  suggestion: said(mostWords).nullable(),
})

/** One that exists. */
export const known = z.object({ id: z.uuid() })
