import * as z from 'zod'
import { Language, Role } from '../enums'
import { lettersOf } from '../segments'
import { agencyRoles, givenRoles } from './rules'

export { agencyRoles, givenRoles }

const provinceCode = z.string().regex(/^\d{2}$/)

/** Which province. */
export const ofProvince = z.object({ provinceCode })

/** Role that can be given. */
export const givenRole = z.enum(givenRoles)

/** A person's name as they write it: 2–80 characters as people count them (Thai marks belong to their letter), on one line. */
export const fullName = z.string().transform(name => name.normalize('NFC').replace(/\s+/g, ' ').trim()).refine((name) => {
  const count = lettersOf(name).length
  return count >= 2 && count <= 80 && /\p{L}/u.test(name)
})

/** What an invitation is for. `days` until it expires (1–90), `maxUses` people it lets in (1–500). */
export const newInvitation = z.object({
  role: givenRole,
  provinceCode,
  agencyId: z.uuid().nullish(),
  days: z.number().int().min(1).max(90).default(14),
  maxUses: z.number().int().min(1).max(500).default(1),
})

/** The same as it is filled in: a role that is held in an agency names one. */
export const invitationForm = newInvitation.refine(({ role, agencyId }) => !agencyRoles.has(role) || agencyId, { path: ['agencyId'], params: { says: 'choose' } })

/** Somebody asking for a role. */
export const newAccessRequest = z.object({
  role: givenRole,
  provinceCode,
  agencyId: z.uuid().nullable(),
  fullName,
})

const reason = z.string().trim().min(1).max(500)

/** Why somebody does not get a role, 1–500 characters. */
export const refusalReason = z.object({ reason })

/** A secretary's answer; a refusal says why. */
export const accessDecision = z.object({
  accessRequestId: z.uuid(),
  approve: z.boolean(),
  reason: reason.optional(),
})

/** Which people of a province to list. `q`: part of a name or of an agency's name. `limit` 1–100. */
export const listPeople = z.object({
  provinceCode,
  agencyId: z.uuid().optional(),
  role: z.enum(Role).optional(),
  standing: z.enum(['ACTIVE', 'SUSPENDED', 'UNREACHABLE']).optional(),
  q: z.string().trim().max(100).optional(),
  cursor: z.uuid().optional(),
  limit: z.number().int().min(1).max(100).default(50),
})

/** Which invitations of a province to list. `limit` 1–100. */
export const listInvitations = z.object({ provinceCode, cursor: z.uuid().optional(), limit: z.number().int().min(1).max(100).default(50) })

/** Where somebody goes. */
export const movedMembership = z.object({ membershipId: z.uuid(), agencyId: z.uuid() })

/** Whether somebody approves requests for footage. */
export const supervising = z.object({ membershipId: z.uuid(), supervises: z.boolean() })

/** The language somebody is spoken to in. */
export const languageChoice = z.object({ language: z.enum(Language) })
