import type { Json } from '../../../domain/chain/canonical'
import type { FreshDb } from '../../helpers/database'
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../domain/chain/canonical'
import { hashOf } from '../../../domain/chain/entry'
import { freshDb } from '../../helpers/database'

let fresh: FreshDb
beforeAll(async () => { fresh = await freshDb() })
afterAll(() => fresh.drop())

/** Any text that a database takes. */
const words = fc.string({ unit: 'binary' }).filter(text => !/[\p{Surrogate}\0]/u.test(text))
const plain = (number: number) => !/e/.test(String(number)) && !Object.is(number, -0)
/** What the audit log takes. */
const { value: recorded } = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    words,
    fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).filter(plain)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }) as fc.Arbitrary<Json>,
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5 }) as fc.Arbitrary<Json>,
  ),
}))

describe('canonical JSON', () => {
  it('is that of the examples of RFC 8785', () => {
    // eslint-disable-next-line no-loss-of-precision -- as it stands there
    expect(canonicalJson({ numbers: [333333333.33333329, 1e30, 4.50, 2e-3, 0.000000000000000000000000001], string: '\u20AC$\u000F\nA\'\u0042\u0022\u005C\\"\/', literals: [null, true, false] }))
      .toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}')
    expect(Object.keys(JSON.parse(canonicalJson({ '\u20AC': 'Euro', '\r': 'CR', '\uFB33': 'Dalet', '1': 'One', '\uD83D\uDE00': 'Smiley', '\u0080': 'Control', '\u00F6': 'o' })) as object).slice(1))
      .toEqual(['\r', '\u0080', '\u00F6', '\u20AC', '\uD83D\uDE00', '\uFB33'])
  })

  it('says the same whatever the order of members, and something else for something else', () => {
    fc.assert(fc.property(recorded, recorded, (one, other) => {
      expect(canonicalJson(backwards(one))).toBe(canonicalJson(one))
      expect(canonicalJson(one) === canonicalJson(other)).toBe(isDeepStrictEqual(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))))
    }))
  })

  it('is the same in the database', async () => {
    const values = fc.sample(recorded, 1_000)
    const { rows } = await fresh.database.pool.query<{ text: string }>('SELECT "canonicalJson"(value) AS text FROM jsonb_array_elements($1::jsonb) WITH ORDINALITY AS e(value, place) ORDER BY place', [JSON.stringify(values)])
    expect(rows.map(({ text }) => text)).toEqual(values.map(canonicalJson))
  })

  it.each([1e21, 1e-7])('the database does not take a number that it would write otherwise: %d', async (number) => {
    await expect(fresh.database.pool.query('SELECT "canonicalJson"($1::jsonb)', [JSON.stringify({ number })])).rejects.toThrow('does not take the number')
  })

  it('the hash of an entry is that of its canonical JSON', () => {
    const content = { at: '2026-11-23T02:00:00.123Z', actorId: null, provinceCode: '15', action: 'a', subject: 'ข', data: { b: 1, a: null }, seq: 7, previousHash: 'ab' }
    expect(hashOf(content)).toBe(createHash('sha256').update(canonicalJson(content)).digest('hex'))
  })
})

/** The same with the members of every object in the other order. */
function backwards(value: Json): Json {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, backwards(member)]))
}
