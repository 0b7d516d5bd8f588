import type { Actor } from '../../../domain/act'
import { describe, expect, it } from 'vitest'
import { linkAgencyGroup, restoreMembership, setLanguage, setReachable, suspendMembership, unlinkGroup } from '../../../domain/people/commands'
import { agenciesOf, provincesInUse } from '../../../domain/people/queries'
import { Refusal } from '../../../domain/refusal'
import { stage } from '../stage'

const s = stage()

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).code
}

describe('suspending a role', () => {
  const membershipOf = async ({ userId }: Actor) => (await s.db.membership.findFirstOrThrow({ where: { userId } })).id
  const menuOf = async ({ userId }: Actor) => (await s.db.user.findUniqueOrThrow({ where: { id: userId } })).menuWanted

  it('takes the menu away at once and gives it back when restored', async () => {
    const member = await s.newPerson([{ role: 'TECHNICIAN', provinceCode: '15', agencyId: s.here.agencies.pohsa }])
    const membershipId = await membershipOf(member)
    expect(await s.as(s.here.people.secretary, act => suspendMembership(act, { membershipId }))).toBe('everyone')
    expect(await menuOf(member)).toBe('everyone')
    expect(await s.as(s.here.people.secretary, act => restoreMembership(act, { membershipId }))).toBe('technician')
    expect(await menuOf(member)).toBe('technician')
    await s.as(s.here.people.secretary, act => restoreMembership(act, { membershipId }))
    expect((await s.db.auditEntry.findMany({ where: { subject: `membership:${membershipId}` }, orderBy: { id: 'asc' } })).map(({ action }) => action)).toEqual(['membership.suspended', 'membership.restored'])
  })

  it('is for secretaries of the province, and never for oneself', async () => {
    const membershipId = await membershipOf(s.here.people.official)
    for (const other of [s.here.people.otherSecretary, s.here.people.colleague, s.here.people.committee]) {
      expect(await refused(s.as(other, act => suspendMembership(act, { membershipId })))).toBe('notAllowed')
      expect(await refused(s.as(other, act => restoreMembership(act, { membershipId })))).toBe('notAllowed')
    }
    const own = await membershipOf(s.here.people.secretary)
    expect(await refused(s.as(s.here.people.secretary, act => suspendMembership(act, { membershipId: own })))).toBe('ownMembership')
    expect(await refused(s.clock(act => suspendMembership(act, { membershipId: '00000000-0000-4000-8000-000000000000' })))).toBe('notFound')
  })
})

describe('what a person sets', () => {
  it('is their language, and whether they can be reached', async () => {
    const person = await s.newPerson()
    await s.as(person, act => setLanguage(act, 'EN'))
    await s.as(person, act => setReachable(act, false))
    expect(await s.db.user.findUniqueOrThrow({ where: { id: person.userId } })).toMatchObject({ language: 'EN', reachable: false })
  })
})

describe('an agency’s LINE group', () => {
  const link = (actor: Actor, groupId: string, agencyId: string) => s.as(actor, act => linkAgencyGroup(act, { groupId, agencyId }))
  const groupOf = async (id: string) => (await s.db.agency.findUniqueOrThrow({ where: { id } })).lineGroupId

  it('is connected by its officials or a secretary, changed, and let go when the account leaves', async () => {
    const { pohsa } = s.here.agencies
    await link(s.here.people.official, 'C1', pohsa)
    await link(s.here.people.colleague, 'C1', pohsa)
    expect(await groupOf(pohsa)).toBe('C1')
    await link(s.here.people.secretary, 'C2', pohsa)
    expect(await groupOf(pohsa)).toBe('C2')
    await s.clock(act => unlinkGroup(act, { groupId: 'C1' }))
    expect(await groupOf(pohsa)).toBe('C2')
    await s.clock(act => unlinkGroup(act, { groupId: 'C2' }))
    expect(await groupOf(pohsa)).toBeNull()
  })

  it('is connected by nobody else', async () => {
    const { otherOfficial, otherSecretary, technician, reporter, police } = s.here.people
    for (const other of [otherOfficial, otherSecretary, technician, reporter, police]) expect(await refused(link(other, 'C3', s.here.agencies.pohsa))).toBe('notAllowed')
    expect(await refused(link(s.here.people.secretary, 'C3', '00000000-0000-4000-8000-000000000000'))).toBe('notFound')
  })

  it('belongs to one agency, also when two connect it in the same moment', async () => {
    const results = await Promise.allSettled([link(s.here.people.official, 'C4', s.here.agencies.pohsa), link(s.here.people.otherOfficial, 'C4', s.here.agencies.town)])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((results.find(result => result.status === 'rejected')!.reason as Refusal).code).toBe('groupTaken')
  })
})

describe('agencies to choose from', () => {
  const names = (search?: string, limit?: number) => s.clock(async act => (await agenciesOf(act, '15', search, limit)).map(({ name }) => name))

  it.each([
    ['โพสะ', 'อบต.โพสะ'],
    ['องค์การบริหารส่วนตำบลโพสะ', 'อบต.โพสะ'],
    ['อบต โพสะ', 'อบต.โพสะ'],
    ['อบต.โพษะ', 'อบต.โพสะ'],
    ['ทม.อ่างทอง', 'เทศบาลเมืองอ่างทอง'],
    ['เทศบาลอ่างทอง', 'เทศบาลเมืองอ่างทอง'],
    ['ang thong', 'เทศบาลเมืองอ่างทอง'],
  ])('are found by %j', async (typed, name) => {
    expect((await names(typed))[0]).toBe(name)
  })

  it('are all of the province by name when nothing was typed, none of another, and no more than asked for', async () => {
    expect(await names()).toEqual(['อบต.โพสะ', 'เทศบาลเมืองอ่างทอง'])
    expect(await names('', 1)).toEqual(['อบต.โพสะ'])
    expect(await names('เทศบาลนครพระนครศรีอยุธยา')).not.toContain('เทศบาลนครพระนครศรีอยุธยา')
    expect(await names('โรงพยาบาล')).toEqual([])
    expect(await names('😀')).toEqual([])
  })

  it('are in the provinces that are in use', async () => {
    await s.db.province.create({ data: { code: '13', nameTh: 'ปทุมธานี', nameEn: 'Pathum Thani' } })
    expect((await s.clock(act => provincesInUse(act))).map(({ code }) => code)).toEqual(['14', '15'])
  })
})
