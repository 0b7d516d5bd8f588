import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOfInvitation, newInvitationCode, readInvitationCode } from '../../../domain/people/invitationCode'
import { readableAlphabet } from '../../../domain/readable'

const anyCode = fc.constant(null).map(newInvitationCode)

describe('invitation codes', () => {
  it('have nothing in them that is mistaken for something else, and differ', () => {
    const codes = Array.from({ length: 500 }, newInvitationCode)
    for (const code of codes) expect(code).toMatch(new RegExp(`^[${readableAlphabet}]{4}-[${readableAlphabet}]{4}-[${readableAlphabet}]{4}$`))
    expect(new Set(codes).size).toBe(500)
    expect(readableAlphabet).not.toMatch(/[01ILOU]/)
    // 11 free characters of 30: more than 50 bits. Each place takes many values, so none is fixed by mistake.
    for (let place = 0; place < 11; place++) expect(new Set(codes.map(code => code.replaceAll('-', '')[place])).size).toBeGreaterThan(20)
  })

  it('are read however they are typed', () => {
    fc.assert(fc.property(anyCode, fc.constantFrom('-', '', ' ', ' - ', '–', '.', '－'), fc.boolean(), fc.constantFrom(['', ''], ['ลงทะเบียน ', ''], ['รหัส', 'ครับ'], ['Register: ', '.']), (code, dash, lower, [before, after]) => {
      const typed = before + code.replaceAll('-', dash) + after
      expect(readInvitationCode(lower ? typed.toLowerCase() : typed)).toBe(code)
    }))
  })

  it('tell one wrong character, whichever it is', () => {
    fc.assert(fc.property(anyCode, fc.nat(11), fc.nat(28), (code, at, step) => {
      const characters = [...code.replaceAll('-', '')]
      characters[at] = readableAlphabet[(readableAlphabet.indexOf(characters[at]!) + 1 + step) % 30]!
      expect(readInvitationCode(characters.join(''))).toBeNull()
    }))
  })

  it.each(['', 'ลงทะเบียน', 'F-6911-7K3MX', '15-00012', 'ABCD-EFGH', 'OOOO-1111-LLLL', 'A'.repeat(5000)])('are not found in %j', (text) => {
    expect(readInvitationCode(text)).toBeNull()
  })

  it('are kept as a hash that does not show them', () => {
    const code = newInvitationCode()
    expect(hashOfInvitation(code)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashOfInvitation(code)).toBe(hashOfInvitation(code))
    expect(hashOfInvitation(newInvitationCode())).not.toBe(hashOfInvitation(code))
  })
})
