import type { Act, Actor } from '../../../domain/act'
import type { Role } from '../../../prisma/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { newInvitationCode } from '../../../domain/people/invitationCode'
import { acceptInvitation, createInvitation, revokeInvitation } from '../../../domain/people/invitations'
import { Refusal } from '../../../domain/refusal'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()

/** The code of the refusal that something ends in, thrown or given back. */
async function refused(work: Promise<unknown>): Promise<string> {
  const result = await work.catch((error: unknown) => error)
  expect(result).toBeInstanceOf(Refusal)
  return (result as Refusal).code
}

function invited(role: Role, options: { agencyId?: string | null, days?: number, maxUses?: number } = {}) {
  return s.clock(act => createInvitation(act, { role: role as 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa, ...options }))
}
const accept = (actor: Actor, code: string, at = morning) => s.as(actor, act => acceptInvitation(act, { code }), at)
const menuOf = async (actor: Actor) => (await s.db.user.findUniqueOrThrow({ where: { id: actor.userId } })).menuWanted

describe('an invitation', () => {
  let somebody: Actor
  beforeEach(async () => { somebody = await s.newPerson() })

  it('makes a person a member of the agency, with the menu of the role, by the code however it is typed', async () => {
    const { code, expiresAt } = await invited('OFFICIAL')
    expect(expiresAt).toEqual(after(14 * DAY))
    const joined = await accept(somebody, `ลงทะเบียน ${code.toLowerCase().replaceAll('-', ' ')}`)
    expect(joined).toEqual({ role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa, agencyName: 'อบต.โพสะ', provinceName: 'อ่างทอง', already: false, menu: 'official' })
    expect(await menuOf(somebody)).toBe('official')
    expect(await s.db.membership.findMany({ where: { userId: somebody.userId }, select: { role: true, agencyId: true, suspendedAt: true } })).toEqual([{ role: 'OFFICIAL', agencyId: s.here.agencies.pohsa, suspendedAt: null }])
  })

  it('is for the whole province where the role is', async () => {
    const { code } = await invited('SECRETARY')
    expect(await accept(somebody, code)).toMatchObject({ role: 'SECRETARY', agencyId: null, agencyName: null, menu: 'secretary' })
    expect(await menuOf(somebody)).toBe('secretary')
  })

  it('keeps the menu of the role that comes first', async () => {
    await accept(somebody, (await invited('SECRETARY')).code)
    expect(await accept(somebody, (await invited('TECHNICIAN')).code)).toMatchObject({ role: 'TECHNICIAN', menu: 'secretary' })
    expect(await menuOf(somebody)).toBe('secretary')
  })

  it('leaves no code in the database', async () => {
    const { code, id } = await invited('OFFICIAL')
    const stored = await s.db.invitation.findUniqueOrThrow({ where: { id } })
    const audited = await s.db.auditEntry.findMany({ where: { subject: `invitation:${id}` } })
    for (const written of [code, code.replaceAll('-', '')]) expect(JSON.stringify([stored, audited.map(entry => entry.data)])).not.toContain(written)
  })

  it('lets in as many people as it is for, and says so to the next', async () => {
    const { code, id } = await invited('OFFICIAL', { maxUses: 2 })
    await accept(await s.newPerson(), code)
    await accept(await s.newPerson(), code)
    expect(await refused(accept(somebody, code))).toBe('invitationUsedUp')
    expect((await s.db.invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(2)
    expect(await menuOf(somebody)).toBe('everyone')
  })

  it('lets in one of twenty who take its last place in the same moment', async () => {
    const { code, id } = await invited('OFFICIAL')
    const people = await Promise.all(Array.from({ length: 20 }, () => s.newPerson()))
    const results = await Promise.allSettled(people.map(one => accept(one, code)))
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    for (const result of results) {
      if (result.status === 'rejected') expect((result.reason as Refusal).code).toBe('invitationUsedUp')
    }
    expect((await s.db.invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(1)
    expect(await s.db.membership.count({ where: { userId: { in: people.map(({ userId }) => userId) } } })).toBe(1)
  })

  it('is not used up by somebody who is a member already, also twice at once, also when it is used up', async () => {
    const { code, id } = await invited('OFFICIAL', { maxUses: 1 })
    const both = await Promise.all([accept(somebody, code), accept(somebody, code)])
    expect(both.map(joined => !(joined instanceof Refusal) && joined.already).sort()).toEqual([false, true])
    expect(await accept(somebody, code)).toMatchObject({ already: true, agencyName: 'อบต.โพสะ' })
    expect((await s.db.invitation.findUniqueOrThrow({ where: { id } })).uses).toBe(1)
  })

  it('holds until the second it expires, and not after', async () => {
    const { code } = await invited('OFFICIAL', { days: 1, maxUses: 5 })
    expect(await refused(accept(somebody, code, after(DAY)))).toBe('invitationExpired')
    expect(await accept(somebody, code, after(DAY - 1))).toMatchObject({ already: false })
  })

  it('is worth nothing once it is revoked; who is in stays', async () => {
    const { code, id } = await invited('OFFICIAL', { maxUses: 5 })
    const early = await s.newPerson()
    await accept(early, code)
    await s.as(s.here.people.secretary, act => revokeInvitation(act, { invitationId: id }))
    expect(await refused(accept(somebody, code))).toBe('invitationRevoked')
    expect(await menuOf(early)).toBe('official')
    expect(await refused(s.as(s.here.people.otherSecretary, act => revokeInvitation(act, { invitationId: id })))).toBe('notAllowed')
    expect(await refused(s.clock(act => revokeInvitation(act, { invitationId: '00000000-0000-4000-8000-000000000000' })))).toBe('notFound')
  })

  it('does not bring a suspended role back', async () => {
    await accept(somebody, (await invited('OFFICIAL')).code)
    await s.db.membership.updateMany({ where: { userId: somebody.userId }, data: { suspendedAt: morning } })
    expect(await refused(accept(somebody, (await invited('OFFICIAL')).code))).toBe('membershipSuspended')
  })

  it('settles the request that the person has waiting, and its notices', async () => {
    const request = await s.db.accessRequest.create({ data: { userId: somebody.userId, role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa, fullName: 'สมชาย' } })
    await s.db.notice.create({ data: { userId: s.here.people.secretary.userId, level: 'SOON', kind: 'access.requested', about: `accessRequest:${request.id}`, data: {} } })
    await accept(somebody, (await invited('OFFICIAL')).code)
    expect((await s.db.accessRequest.findUniqueOrThrow({ where: { id: request.id } })).state).toBe('APPROVED')
    expect(await s.db.notice.count({ where: { about: `accessRequest:${request.id}`, state: 'WAITING' } })).toBe(0)
  })
})

describe('who may invite', () => {
  const create = (actor: Actor, input: Partial<Parameters<typeof createInvitation>[1]> = {}) =>
    s.as(actor, (act: Act) => createInvitation(act, { role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa, ...input }))

  it('is a secretary of that province, and nobody else', async () => {
    const { secretary, otherSecretary, official, technician, police, committee, national, owner, reporter } = s.here.people
    expect((await create(secretary)).code).toMatch(/^\w{4}-\w{4}-\w{4}$/)
    for (const other of [otherSecretary, official, technician, police, committee, national, owner, reporter]) expect(await refused(create(other))).toBe('notAllowed')
  })

  it('names an agency of the province for the roles held in one', async () => {
    const { secretary } = s.here.people
    for (const role of ['OFFICIAL', 'TECHNICIAN', 'POLICE'] as const) {
      expect(await refused(create(secretary, { role, agencyId: null }))).toBe('agencyNeeded')
      expect(await refused(create(secretary, { role, agencyId: s.here.agencies.elsewhere }))).toBe('agencyUnknown')
    }
    expect(await refused(s.clock(act => createInvitation(act, { role: 'COMMITTEE', provinceCode: '99' })))).toBe('provinceUnknown')
  })

  it('keeps to 1–90 days and 1–500 people, and to roles that are given', async () => {
    const { secretary } = s.here.people
    for (const good of [{ days: 1 }, { days: 90 }, { maxUses: 1 }, { maxUses: 500 }]) expect((await create(secretary, good)).id).toBeTruthy()
    for (const bad of [{ days: 0 }, { days: 91 }, { days: 1.5 }, { maxUses: 0 }, { maxUses: 501 }, { role: 'ADMIN' as never }, { role: 'OWNER' as never }]) await expect(create(secretary, bad)).rejects.toThrow()
  })
})

describe('guessing codes', () => {
  it('ends in a pause of 15 minutes after five wrong ones, also for the right one', async () => {
    const guesser = await s.newPerson()
    const { code } = await invited('OFFICIAL')
    for (let minute = 0; minute < 5; minute++) expect(await refused(accept(guesser, newInvitationCode(), after(minute * MINUTE)))).toBe('invitationUnknown')
    expect(await refused(accept(guesser, code, after(5 * MINUTE)))).toBe('invitationPause')
    expect(await refused(accept(guesser, code, after(19 * MINUTE - 1)))).toBe('invitationPause')
    expect(await accept(guesser, code, after(19 * MINUTE))).toMatchObject({ already: false })
  })

  it('tells how many minutes are left', async () => {
    const guesser = await s.newPerson()
    for (let i = 0; i < 5; i++) await accept(guesser, 'wrong')
    const refusal = await accept(guesser, 'wrong', after(90_000)).catch((error: Refusal) => error) as Refusal
    expect(refusal.params).toEqual({ minutes: 14 })
    expect(refusal.say('EN')).toContain('14')
  })

  it('is one person’s: others are not held up, and four wrong ones or five over a longer time do no harm', async () => {
    const [clumsy, slow, other] = [await s.newPerson(), await s.newPerson(), await s.newPerson()]
    const { code } = await invited('OFFICIAL', { maxUses: 9 })
    for (let i = 0; i < 4; i++) await accept(clumsy, 'wrong')
    expect(await accept(clumsy, code)).toMatchObject({ already: false })
    for (let i = 0; i < 5; i++) await accept(slow, 'wrong', after(i * 4 * MINUTE))
    expect(await accept(slow, code, after(17 * MINUTE))).toMatchObject({ already: false })
    expect(await accept(other, code)).toMatchObject({ already: false })
  })

  it('is counted even when twenty are tried at once', async () => {
    const guesser = await s.newPerson()
    const results = await Promise.all(Array.from({ length: 20 }, () => refused(accept(guesser, newInvitationCode()))))
    expect(results.filter(code => code === 'invitationUnknown').length).toBe(5)
    expect(results.filter(code => code === 'invitationPause').length).toBe(15)
  })
})
