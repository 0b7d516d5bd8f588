import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { fieldErrors } from '../../../domain/labels/invalid'

/** What is said of a value that a schema refuses. */
function said(schema: z.ZodType, value: unknown, language: 'TH' | 'EN' = 'EN'): string[] {
  const { error } = schema.safeParse(value)
  return fieldErrors(error?.issues ?? [], value, language).map(({ path, detail }) => `${path}: ${detail}`)
}

describe('what is wrong with a field', () => {
  it.each([
    ['missing', z.string(), undefined, 'Fill this in.'],
    ['null', z.number(), null, 'Fill this in.'],
    ['empty', z.string().min(2), '', 'Fill this in.'],
    ['too short', z.string().min(2), 'x', 'At least 2 characters.'],
    ['too long', z.string().max(1_000), 'x'.repeat(1_001), 'Too long: at most 1,000 characters.'],
    ['no number', z.number(), 'twelve', 'Enter a number.'],
    ['no whole number', z.int(), 1.5, 'Enter a whole number.'],
    ['too small', z.number().min(0), -1, 'At least 0.'],
    ['not above', z.number().positive(), 0, 'More than 0.'],
    ['too large', z.number().max(365), 366, 'At most 365.'],
    ['too much money', z.bigint().max(100n), 101n, 'At most 100.'],
    ['not of the list', z.enum(['A', 'B']), 'C', 'Choose one from the list.'],
    ['too few', z.array(z.string()).min(1), [], 'Choose or add at least 1.'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], 'At most 1.'],
    ['no address', z.url(), 'x', 'Enter an address that begins with https://'],
    ['no date', z.iso.date(), '2026-13-01', 'Enter a valid date.'],
    ['of no form', z.string().regex(/^\d{2}$/), 'x', 'Check and correct this.'],
    ['by a rule that names its words', z.string().refine(() => false, { params: { says: 'most', n: 5 } }), 'x', 'At most 5.'],
  ])('%s', (_, schema, value, sentence) => {
    expect(said(z.object({ field: schema }), { field: value })).toEqual([`field: ${sentence}`])
  })

  it('is said in Thai', () => {
    expect(said(z.object({ name: z.string().max(2) }), { name: 'กขค' }, 'TH')).toEqual(['name: ยาวเกินไป ต้องไม่เกิน 2 ตัวอักษร'])
  })

  it('is said once for each field, by its path, and of fields nobody knows', () => {
    const schema = z.strictObject({ cameras: z.array(z.object({ cost: z.int().min(0).max(9).multipleOf(2) })) })
    expect(said(schema, { cameras: [{ cost: 4 }, { cost: 99 }, {}], more: 1 })).toEqual(['cameras.1.cost: At most 9.', 'cameras.2.cost: Fill this in.', 'more: There is no such field.'])
    expect(said(z.object({}), 'x')).toEqual([': Check and correct this.'])
  })
})
