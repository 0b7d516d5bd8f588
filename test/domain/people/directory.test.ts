import type { Actor } from '../../../domain/act'
import { describe, expect, it } from 'vitest'
import { moveMembership, suspendMembership } from '../../../domain/people/commands'
import { listOfInvitations, listOfPeople, reachOf } from '../../../domain/people/directory'
import { createInvitation, revokeInvitation } from '../../../domain/people/invitations'
import { Refusal } from '../../../domain/refusal'
import { stage } from '../stage'

const s = stage()

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).code
}
const secretary = () => s.here.people.secretary
const strangers = () => [s.here.people.otherSecretary, s.here.people.official, s.here.people.committee, s.here.people.technician, s.here.people.reporter]
const membershipOf = async ({ userId }: Actor) => (await s.db.membership.findFirstOrThrow({ where: { userId } })).id
const list = (given: Partial<Parameters<typeof listOfPeople>[1]> = {}) => s.as(secretary(), act => listOfPeople(act, { provinceCode: '15', ...given }))

describe('the list of people', () => {
  it('has everybody of the province with their agency, and nobody of another', async () => {
    const { items } = await list()
    expect(items.find(({ displayName }) => displayName === 'official')).toMatchObject({ role: 'OFFICIAL', agencyName: 'อบต.โพสะ', reachable: true, suspendedAt: null, own: false })
    expect(items.find(({ displayName }) => displayName === 'secretary')).toMatchObject({ agencyName: null, own: true })
    expect(items.map(({ displayName }) => displayName)).not.toContain('otherSecretary')
    const english = await s.as({ ...secretary(), language: 'EN' }, act => listOfPeople(act, { provinceCode: '15', role: 'OFFICIAL' }))
    expect(english.items.map(({ agencyName }) => agencyName)).toContain('Pho Sa')
  })

  it('is narrowed by role, agency, name, and how people stand', async () => {
    const { pohsa, town } = s.here.agencies
    const blocked = await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: town }], 'Somsri 100%_', false)
    const gone = await s.newPerson([{ role: 'TECHNICIAN', provinceCode: '15', agencyId: pohsa }], 'gone')
    await s.db.accessRequest.create({ data: { userId: blocked.userId, role: 'OFFICIAL', provinceCode: '15', agencyId: town, fullName: 'สมศรี มีสุข', state: 'APPROVED' } })
    await s.as(secretary(), async act => suspendMembership(act, { membershipId: await membershipOf(gone) }))
    const names = async (given: object) => (await list(given)).items.map(({ displayName }) => displayName)
    expect(await names({ standing: 'UNREACHABLE' })).toEqual(['Somsri 100%_'])
    expect(await names({ standing: 'SUSPENDED' })).toEqual(['gone'])
    expect(await names({ standing: 'ACTIVE' })).not.toContain('gone')
    expect(await names({ q: 'สมศรี' })).toEqual(['Somsri 100%_'])
    expect(await names({ q: '100%_' })).toEqual(['Somsri 100%_'])
    expect(await names({ q: '%' })).toEqual(['Somsri 100%_'])
    expect(await names({ agencyId: town, role: 'OFFICIAL' })).toContain('Somsri 100%_')
    expect(await names({ agencyId: town, role: 'TECHNICIAN' })).not.toContain('Somsri 100%_')
  })

  it('comes in pages that hold everybody once', async () => {
    const all = (await list({ limit: 100 })).items.map(({ membershipId }) => membershipId)
    const paged: string[] = []
    for (let cursor: string | undefined | null; cursor !== null;) {
      const page = await list({ limit: 2, cursor })
      expect(page.items.length).toBeLessThanOrEqual(2)
      paged.push(...page.items.map(({ membershipId }) => membershipId))
      cursor = page.next
    }
    expect(paged).toEqual(all)
    await expect(list({ limit: 101 })).rejects.toThrow()
  })

  it('tells which agencies nobody can be reached in', async () => {
    const before = await s.as(secretary(), act => reachOf(act, '15'))
    const { id } = await s.db.agency.create({ data: { name: 'รร.ไม่มีใคร', provinceCode: '15', kind: 'SCHOOL' } })
    await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: id }], 'blocked', false)
    const now = await s.as(secretary(), act => reachOf(act, '15'))
    expect(now).toMatchObject({ people: before.people + 1, unreachable: before.unreachable + 1, suspended: before.suspended })
    expect(now.agenciesUnreached).toContainEqual({ id, name: 'รร.ไม่มีใคร', group: false })
  })

  it('is for the secretaries of the province', async () => {
    for (const other of strangers()) {
      expect(await refused(s.as(other, act => listOfPeople(act, { provinceCode: '15' })))).toBe('notAllowed')
      expect(await refused(s.as(other, act => reachOf(act, '15')))).toBe('notAllowed')
      expect(await refused(s.as(other, act => listOfInvitations(act, { provinceCode: '15' })))).toBe('notAllowed')
    }
  })
})

describe('the list of invitations', () => {
  it('tells which are open, newest first, and never a code', async () => {
    const [first, second] = await s.as(secretary(), async act => [
      await createInvitation(act, { role: 'POLICE', provinceCode: '15', agencyId: s.here.agencies.pohsa }),
      await createInvitation({ ...act, now: new Date(act.now.getTime() + 1) }, { role: 'COMMITTEE', provinceCode: '15', maxUses: 5 }),
    ] as const)
    await s.as(secretary(), act => revokeInvitation(act, { invitationId: first.id }))
    const { items, next } = await s.as(secretary(), act => listOfInvitations(act, { provinceCode: '15', limit: 1 }))
    expect(items).toMatchObject([{ id: second.id, role: 'COMMITTEE', open: true, uses: 0, maxUses: 5 }])
    const rest = await s.as(secretary(), act => listOfInvitations(act, { provinceCode: '15', cursor: next! }))
    expect(rest).toMatchObject({ items: [{ id: first.id, agencyName: 'อบต.โพสะ', open: false }], next: null })
    expect(JSON.stringify([items, rest])).not.toContain(second.code)
  })
})

describe('moving somebody to another agency', () => {
  const agencyOf = async ({ userId }: Actor) => (await s.db.membership.findFirstOrThrow({ where: { userId } })).agencyId
  const move = (actor: Actor, membershipId: string, agencyId: string) => s.as(actor, act => moveMembership(act, { membershipId, agencyId }))

  it('takes their role along, once', async () => {
    const { pohsa, town } = s.here.agencies
    const mover = await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: pohsa }])
    const id = await membershipOf(mover)
    await move(secretary(), id, town)
    await move(secretary(), id, town)
    expect(await agencyOf(mover)).toBe(town)
    expect(await s.db.auditEntry.findMany({ where: { subject: `membership:${id}` } })).toMatchObject([{ action: 'membership.moved', data: { from: pohsa, to: town } }])
  })

  it('is refused where they hold the role already, in another province, and for a role without agency', async () => {
    const { pohsa, town, elsewhere } = s.here.agencies
    const both = await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: pohsa }])
    const id = await membershipOf(both)
    await s.db.membership.create({ data: { userId: both.userId, role: 'OFFICIAL', provinceCode: '15', agencyId: town } })
    expect(await refused(move(secretary(), id, town))).toBe('memberThere')
    expect(await refused(move(secretary(), id, elsewhere))).toBe('agencyUnknown')
    expect(await refused(move(secretary(), await membershipOf(s.here.people.committee), town))).toBe('agencyUnknown')
    expect(await refused(move(secretary(), '00000000-0000-4000-8000-000000000000', town))).toBe('notFound')
  })

  it('is for the secretaries of the province', async () => {
    const id = await membershipOf(await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa }]))
    for (const other of strangers()) expect(await refused(move(other, id, s.here.agencies.town))).toBe('notAllowed')
  })
})
