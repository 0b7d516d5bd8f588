import type { Context } from 'hono'
import type { ZodType } from 'zod'
import type { Scope } from '../../../domain/keys/schema'
import type { ApiEnv } from './env'
import { describeRoute, resolver } from 'hono-openapi'
import * as z from 'zod'

/**
 * A moment: a Date in the domain, `2026-11-23T02:00:00.000Z` in JSON.
 * @public
 */
export const moment = z.date().transform(date => date.toISOString()).pipe(z.iso.datetime())

/**
 * An amount of money: satang as a bigint in the domain, as a whole number in JSON.
 * @public
 */
export const satang = z.bigint().transform(Number).pipe(z.int())

/** A name in both languages. */
export const label = z.object({ th: z.string(), en: z.string() })

/** Answers 200 with what a schema lets through of a value: what it does not name stays here. */
export function answer<Schema extends ZodType>(c: Context<ApiEnv>, schema: Schema, value: z.input<Schema>) {
  return c.json(schema.parse(value) as z.output<Schema>, 200)
}

const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } as const

const tagged = { headers: { ETag: { description: 'Changes with the answer; for If-None-Match', schema: { type: 'string' as const } } } }
const unchanged = { description: 'It is still as you have it: its ETag is one of those in If-None-Match' }

/** `open`: nobody has to be signed in. `scope`: a key for this will do, too (`mayRead`). `file`: the answer is one of this type. `revalidates`: it has an `ETag`. */
interface More { open?: boolean, scope?: Scope, file?: string, revalidates?: boolean }

/**
 * Describes a route for `/api/openapi.json`: what it does, in one English sentence, and the schema of its answer (none: 204).
 * `tag` is the heading it stands under.
 */
export function described(tag: string, summary: string, schema?: ZodType, { open = false, scope, file, revalidates = false }: More = {}) {
  return describeRoute({
    ...open && { security: [] },
    ...scope && { security: [{ session: [] }, { key: [scope] }] },
    tags: [tag],
    summary,
    responses: {
      ...file
        ? { 200: { description: 'Done', content: { [file]: { schema: { type: 'string' as const, format: 'binary' } } } } }
        : schema
          ? { 200: { description: 'Done', ...revalidates && tagged, content: { 'application/json': { schema: resolver(schema, { options: { io: 'output' } }) } } } }
          : { 204: { description: 'Done' } },
      ...revalidates && { 304: unchanged },
      default: { description: 'What went wrong: RFC 9457, with a stable `code` and a sentence in the caller’s language', content: problem },
    },
  })
}
