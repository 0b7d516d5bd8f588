import { expect, it } from 'vitest'
import * as z from 'zod'
import { moment, satang } from '../../../server/routes/api/output'

it('what JSON cannot say goes out as text and numbers, and is described so', () => {
  const schema = z.object({ at: moment, cost: satang.nullable() })
  expect(schema.parse({ at: new Date('2026-11-23T02:00:00Z'), cost: 12_345n })).toEqual({ at: '2026-11-23T02:00:00.000Z', cost: 12345 })
  expect(schema.parse({ at: new Date(0), cost: null })).toEqual({ at: '1970-01-01T00:00:00.000Z', cost: null })
  // More satang than a number can hold exactly is no amount of money here.
  expect(schema.safeParse({ at: new Date(0), cost: 2n ** 60n }).success).toBe(false)
  expect(z.toJSONSchema(schema, { io: 'output' })).toMatchObject({ properties: { at: { type: 'string', format: 'date-time' }, cost: { anyOf: [{ type: 'integer' }, { type: 'null' }] } } })
})
