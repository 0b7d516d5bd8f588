import * as z from 'zod'

/** What a key can be for. All of it is reading: with a key nothing can be changed. */
export const scopes = ['cameras:read', 'cameras:export', 'overview:read'] as const

/** One of these. */
export type Scope = typeof scopes[number]

const provinceCode = z.string().regex(/^\d{2}$/)

/** The longest life of a key that ends by itself, days: five years. */
const mostDays = 1_826

/** A key to be made: its name (1–80 characters on one line) tells whose program has it; `days` until it ends (1–1,826), null: not by itself. */
export const newKey = z.object({
  provinceCode,
  name: z.string().transform(name => name.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ').trim()).pipe(z.string().min(1).max(80)),
  scopes: z.array(z.enum(scopes)).min(1).max(50).transform(chosen => scopes.filter(scope => chosen.includes(scope))),
  days: z.int().min(1).max(mostDays).nullable().default(365),
})

/** Which keys of a province to list. `limit` 1–100. */
export const listKeys = z.object({ provinceCode, cursor: z.uuid().optional(), limit: z.number().int().min(1).max(100).default(50) })
