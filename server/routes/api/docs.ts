import type { SecureHeadersVariables } from 'hono/secure-headers'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import * as z from 'zod'
import { scopes } from '../../../domain/keys/schema'
import { scopeLabels } from '../../../domain/labels/keys'
import { docsPage } from './docsPage'
import { everyProblem } from './problem'

const problemBody = z.toJSONSchema(z.object({
  type: z.url(),
  title: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(everyProblem)),
  detail: z.string().describe('What to do, in the caller’s language'),
  instance: z.string(),
  errors: z.array(z.object({ path: z.string(), detail: z.string() })).optional().describe('Each field that is wrong'),
  liffId: z.string().nullish().describe('With 401: the LIFF app to sign in with'),
  loginUrl: z.url().nullish().describe('With 401: the simulator’s page to sign in on'),
}), { target: 'openapi-3.0' })

const keyWords = `A key that a province’s secretary made. It reads what everybody may know of public cameras, of that province alone, and is good for one or more of these scopes: ${scopes.map(scope => `\`${scope}\` (${scopeLabels[scope].en})`).join(', ')}.`

/** The whole document. */
export type Specification = Awaited<ReturnType<typeof specification>>

/** The description of these routes, made of the schemas they check with (OpenAPI 3.1). */
async function specification(apps: Hono<ApiEnv>[]) {
  const all = apps.reduce<Hono<ApiEnv>>((whole, app) => whole.route('/', app), new Hono())
  return generateSpecs(all, {
    defaultValidationErrorResponse: false,
    documentation: {
      info: { title: 'SongKlong API', version: '1', description: 'What the app uses. Times are ISO 8601 in UTC, money is in satang, names come in Thai and English.' },
      servers: [{ url: '/api' }],
      components: {
        schemas: { Problem: problemBody as object },
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'songklong_session' },
          key: { type: 'http', scheme: 'bearer', description: keyWords },
        },
      },
      security: [{ session: [] }],
    },
  })
}

/** `/api/openapi.json`: the description for programs. `/api/docs`: the same for people. */
export function docsRoutes(...apps: Hono<any, any, any>[]) {
  let made: Promise<Specification> | undefined
  const ready = () => made ??= specification(apps as Hono<ApiEnv>[])
  return new Hono<{ Variables: ApiEnv['Variables'] & SecureHeadersVariables }>()
    .get('/openapi.json', async c => c.json(await ready() as object))
    .get('/docs', async c => c.html(docsPage(await ready(), c.get('secureHeadersNonce') ?? '')))
}
