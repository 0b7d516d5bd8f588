import type { Context } from 'hono'

/** What a program shows (`Authorization: Bearer …`), good or not; undefined when it shows nothing. */
export function shownKey(c: Context): string | undefined {
  const [, token] = /^bearer\b(.*)$/is.exec(c.req.header('authorization') ?? '') ?? []
  return token?.trim()
}
