import type { Product } from '../../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '../../../domain/keys/schema'
import { problems } from '../../../domain/labels/problems'
import { refusals } from '../../../domain/labels/refusals'
import { apiRoutes } from '../../../server/routes/api'
import { startProduct } from '../../helpers/product'
import { client } from './client'

interface Operation { security?: object[], summary?: string, tags?: string[], responses?: Record<string, unknown> }
interface Document { openapi: string, paths: Record<string, Record<string, Operation>>, components: { schemas: Record<string, unknown>, securitySchemes: object } }

let product: Product
let text: string
let document: Document
beforeAll(async () => {
  product = await startProduct()
  text = await (await client(product).ask('/openapi.json')).text()
  document = JSON.parse(text)
})
afterAll(() => product.stop())

describe('/api/openapi.json', () => {
  it('is OpenAPI 3.1 and describes every route that there is', () => {
    expect(document.openapi).toBe('3.1.0')
    const own = ['/openapi.json', '/docs']
    const routes = apiRoutes({ publicUrl: 'https://songklong.test' } as never).routes.filter(({ method, path }) => method !== 'ALL' && !own.includes(path)).map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}`)
    const described = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map(method => `${method} ${path}`))
    expect([...new Set(routes)].sort()).toEqual(described.sort())
  })

  it('says of each route what it does and what it gives, and points at nothing that is not there', () => {
    for (const methods of Object.values(document.paths)) {
      for (const { summary, tags, responses } of Object.values(methods)) {
        expect([summary?.length, tags?.length, Object.keys(responses!).filter(status => status !== '304').length]).toEqual([expect.any(Number), 1, 2])
      }
    }
    const refs = Array.from(text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g), ([, name]) => name!)
    expect(refs).toContain('Problem')
    expect(refs.filter(name => !(name in document.components.schemas))).toEqual([])
  })

  it('asks for a session everywhere but where one begins and ends', () => {
    const open = Object.entries(document.paths).filter(([, methods]) => Object.values(methods).some(({ security }) => security?.length === 0)).map(([path]) => path)
    expect(open).toEqual(['/session'])
  })

  it('says where a key will do, what it has to be for, and which answers need not be sent again', () => {
    expect(document.components.securitySchemes).toMatchObject({ session: { in: 'cookie' }, key: { type: 'http', scheme: 'bearer', description: expect.stringContaining('`cameras:export`') } })
    const scoped = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).flatMap(([method, { security }]) => security?.some(one => 'key' in one) ? [[method, path, security]] : []))
    const withKey = (scope: string) => [{ session: [] }, { key: [scope] }]
    expect(scoped.sort(([, a], [, b]) => String(a).localeCompare(String(b)))).toEqual([
      ['get', '/overview', withKey('overview:read')],
      ['get', '/register', withKey('cameras:read')],
      ['get', '/register/{code}', withKey('cameras:read')],
      ['get', '/register/counts', withKey('cameras:read')],
      ['get', '/register/export/{format}', withKey('cameras:export')],
      ['get', '/register/points', withKey('cameras:read')],
    ])
    const tagged = Object.entries(document.paths).filter(([, { get }]) => get?.responses?.['304']).map(([path]) => path)
    expect(tagged.sort()).toEqual(['/overview', '/register', '/register/counts', '/register/points', '/register/{code}', '/rounds/{id}/board'])
    for (const path of tagged) expect(document.paths[path]!.get!.responses!['200']).toMatchObject({ headers: { ETag: {} } })
  })

  it('has the fields of what is sent and given', () => {
    expect(document.paths['/me']!.patch).toMatchObject({ requestBody: { content: { 'application/json': { schema: { properties: { language: { enum: ['TH', 'EN'] } } } } } } })
    expect(text).toContain('accessRequests')
  })
})

describe('/api/docs', () => {
  it('shows the same to people, with every code and its sentences, and runs no script', async () => {
    const answer = await client(product).ask('/docs')
    const page = await answer.text()
    expect(answer.headers.get('content-security-policy')).not.toMatch(/unsafe|script-src/)
    expect(page).not.toContain('<script')
    for (const path of Object.keys(document.paths)) expect(page).toContain(`/api${path}`)
    expect(page).toContain('curl -H \'Authorization: Bearer sgk_…\'')
    for (const scope of scopes) expect(page).toContain(`<th scope="row"><code>${scope}</code></th>`)
    for (const [code, { en }] of Object.entries({ ...problems, ...refusals })) {
      expect(page).toContain(`id="${code}"`)
      expect(page).toContain(en.slice(0, 20))
    }
  })
})
