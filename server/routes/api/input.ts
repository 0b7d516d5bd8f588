import type { Context, ValidationTargets } from 'hono'
import type { ZodType } from 'zod'
import type { Language } from '../../../domain/enums'
import type { ApiEnv } from './env'
import { validator } from 'hono-openapi'
import { InvalidInput } from './problem'

/** Checks a part of the request with a schema; the handler finds it in `c.req.valid(target)`. Throws InvalidInput. */
export function input<Schema extends ZodType, Target extends keyof ValidationTargets>(target: Target, schema: Schema) {
  return validator(target, schema, (result) => {
    if (!result.success) throw new InvalidInput(result.error, result.data)
  })
}

/** The language of whoever asks: their own, else what their browser prefers; Thai when it says nothing of the two. */
export function languageOf(c: Context<ApiEnv>): Language {
  return c.get('session')?.actor.language ?? (/(?:^|,)\s*(th|en)\b/i.exec(c.req.header('accept-language') ?? '')?.[1]?.toUpperCase() as Language | undefined) ?? 'TH'
}
