import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTap, editTap, pickTap, readTap, resumeTap, startTap } from '../../bot/tap'

const word = fc.stringMatching(/^[a-z0-9]{1,12}$/)
const answers = fc.dictionary(word, fc.oneof(fc.string({ maxLength: 20 }), fc.integer(), fc.boolean(), fc.constant(null)), { maxKeys: 3 })

describe('what a button carries', () => {
  it('comes back as it was', () => {
    fc.assert(fc.property(word, word, answers, (token, question, given) => {
      expect(readTap(answerTap(token, given))).toEqual({ kind: 'answer', token, answers: JSON.parse(JSON.stringify(given)) })
      expect(readTap(startTap(token, given))).toEqual({ kind: 'start', dialogue: token, answers: JSON.parse(JSON.stringify(given)) })
      expect(readTap(pickTap(token, question))).toEqual({ kind: 'pick', token, question })
      expect(readTap(editTap(token, question))).toEqual({ kind: 'edit', token, question })
      expect(readTap(resumeTap(token))).toEqual({ kind: 'resume', dialogue: token })
    }))
  })

  it('is at most the 300 characters LINE takes', () => {
    expect(answerTap('abcdef', { camera: 'x'.repeat(300 - 'a.abcdef.{"camera":""}'.length) })).toHaveLength(300)
    expect(() => answerTap('abcdef', { camera: 'x'.repeat(301 - 'a.abcdef.{"camera":""}'.length) })).toThrow(RangeError)
  })

  it('is nothing when somebody made it up', () => {
    for (const made of ['', '.', 'a', 'a.', 'a.x', 'a.x.', 'a.x.[]', 'a.x.{', 's.x.1', 'e.x', 'p.x.', 'r.x.y', 'z.x.{}', 'action=report&id=1', '{}', `a.x.${'['.repeat(290)}`]) { expect(readTap(made), made).toBeNull() }
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (data) => { readTap(data) }))
  })
})
