import type { Actor } from '../../../domain/act'
import type { Role } from '../../../prisma/client'
import { describe, expect, it } from 'vitest'
import { hasRole, isOfficialOf, isSecretaryOf, menuFor, needsSecretary } from '../../../domain/people/rules'
import { Refusal } from '../../../domain/refusal'

const person = (...memberships: Actor['memberships']): Actor => ({ userId: 'u', language: 'TH', memberships })
const official = person({ role: 'OFFICIAL', provinceCode: '15', agencyId: 'a' })
const secretary = person({ role: 'SECRETARY', provinceCode: '15', agencyId: null })

describe('what a role reaches', () => {
  it('ends at the province and the agency it was given for', () => {
    expect(hasRole(official, 'OFFICIAL')).toBe(true)
    expect(hasRole(official, 'OFFICIAL', { provinceCode: '15', agencyId: 'a' })).toBe(true)
    expect(hasRole(official, 'OFFICIAL', { agencyId: 'b' })).toBe(false)
    expect(hasRole(official, 'OFFICIAL', { provinceCode: '14', agencyId: 'a' })).toBe(false)
    expect(hasRole(official, 'TECHNICIAN')).toBe(false)
    expect(hasRole(null, 'OFFICIAL')).toBe(false)
    expect(isOfficialOf(official, null)).toBe(false)
    expect(isSecretaryOf(secretary, '14')).toBe(false)
  })

  it('lets secretaries of the province and the operator through, and nobody else', () => {
    const act = (actor: Actor | null) => ({ db: null as never, now: new Date(), actor })
    expect(() => needsSecretary(act(secretary) as never, '15')).not.toThrow()
    expect(() => needsSecretary(act(null) as never, '15')).not.toThrow()
    for (const other of [official, person(), person({ role: 'SECRETARY', provinceCode: '14', agencyId: null })]) { expect(() => needsSecretary(act(other) as never, '15')).toThrow(Refusal) }
  })
})

describe('whose menu a person with several roles gets', () => {
  const order: [Role, string][] = [['SECRETARY', 'secretary'], ['OFFICIAL', 'official'], ['POLICE', 'police'], ['TECHNICIAN', 'technician'], ['COMMITTEE', 'committee'], ['OWNER', 'owner']]

  it('is that of the first role in the order, however the roles are listed', () => {
    order.forEach(([, menu], i) => {
      const roles = order.slice(i).map(([role]) => ({ role }))
      expect(menuFor(roles)).toBe(menu)
      expect(menuFor(roles.toReversed())).toBe(menu)
    })
  })

  it('is everyone’s without a role that has one', () => {
    expect(menuFor([])).toBe('everyone')
    expect(menuFor([{ role: 'NATIONAL' }, { role: 'ADMIN' }])).toBe('everyone')
  })
})
