import * as z from 'zod'

/** Most characters of a draft as JSON. */
export const mostCharacters = 50_000

/** Which form of which thing: `camera:new:<site>`, `site:<id>`. */
export const formName = z.string().regex(/^[a-z]+(?::[\w-]{1,40}){1,3}$/i)

/** What somebody has typed so far. */
export const formDraft = z.strictObject({
  data: z.record(z.string().max(100), z.unknown()).refine(data => JSON.stringify(data).length <= mostCharacters, { params: { says: 'longest', n: mostCharacters } }),
})
