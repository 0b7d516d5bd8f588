import type { Actor } from '../../../domain/act'
import { beforeEach, describe, expect, it } from 'vitest'
import { decideAccess, requestAccess } from '../../../domain/people/access'
import { accessRequestView, pendingAccessRequests } from '../../../domain/people/queries'
import { fullName } from '../../../domain/people/schema'
import { Refusal } from '../../../domain/refusal'
import { morning, stage } from '../stage'

const s = stage()

async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(() => null, (error: unknown) => error)
  expect(error).toBeInstanceOf(Refusal)
  return (error as Refusal).code
}

type Asked = Parameters<typeof requestAccess>[1]
function ask(actor: Actor, given: Partial<Asked> = {}) {
  return s.as(actor, act => requestAccess(act, { role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa, fullName: 'สมชาย ใจดี', ...given }))
}
const decide = (actor: Actor, accessRequestId: string, approve: boolean, reason?: string) => s.as(actor, act => decideAccess(act, { accessRequestId, approve, reason }))
const told = async (id: string, state: 'WAITING' | 'SUPPRESSED' = 'WAITING') => (await s.db.notice.findMany({ where: { about: `accessRequest:${id}`, state }, include: { user: true } })).map(({ user, kind }) => `${user!.displayName}: ${kind}`).sort()

let somebody: Actor
let secondSecretary: Actor
let name: string
let count = 0
beforeEach(async () => {
  name = `somebody ${++count}`
  somebody = await s.newPerson([], name)
  secondSecretary ??= await s.newPerson([{ role: 'SECRETARY', provinceCode: '15', agencyId: null }], 'second secretary')
})

describe('asking for a role without a code', () => {
  it('is told to every secretary of the province and to no other', async () => {
    const id = await ask(somebody)
    expect(await told(id)).toEqual(['second secretary: access.requested', 'secretary: access.requested'])
    const shown = await s.as(s.here.people.secretary, act => accessRequestView(act, id))
    expect(shown).toMatchObject({ fullName: 'สมชาย ใจดี', displayName: name, role: 'OFFICIAL', agencyName: 'อบต.โพสะ', provinceName: 'อ่างทอง', state: 'PENDING', createdAt: morning, decidedAt: null, reason: null })
    expect(await s.as({ ...s.here.people.secretary, language: 'EN' }, act => accessRequestView(act, id))).toMatchObject({ agencyName: 'Pho Sa', provinceName: 'Ang Thong' })
    expect(await s.as(somebody, act => accessRequestView(act, id))).toMatchObject({ id })
    for (const other of [s.here.people.official, s.here.people.otherSecretary, s.here.people.reporter]) expect(await refused(s.as(other, act => accessRequestView(act, id)))).toBe('notFound')
  })

  it('is listed oldest first for the secretaries of the province only', async () => {
    await s.db.accessRequest.deleteMany()
    const [first, second] = [await ask(somebody), await ask(await s.newPerson())]
    await s.db.accessRequest.update({ where: { id: second }, data: { createdAt: new Date(morning.getTime() - 1000) } })
    expect((await s.as(s.here.people.secretary, act => pendingAccessRequests(act))).map(({ id }) => id)).toEqual([second, first])
    expect((await s.as(s.here.people.secretary, act => pendingAccessRequests(act, 1))).length).toBe(1)
    expect(await s.as(s.here.people.otherSecretary, act => pendingAccessRequests(act))).toEqual([])
    expect(await s.as(s.here.people.official, act => pendingAccessRequests(act))).toEqual([])
  })

  it('waits once per role and province, also when asked twice in the same moment', async () => {
    const results = await Promise.allSettled([ask(somebody), ask(somebody), ask(somebody, { agencyId: s.here.agencies.town })])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect(await refused(ask(somebody))).toBe('accessAlreadyAsked')
    await ask(somebody, { role: 'TECHNICIAN' })
    await ask(somebody, { provinceCode: '14', agencyId: s.here.agencies.elsewhere })
  })

  it('stops at five waiting requests', async () => {
    for (const role of ['OFFICIAL', 'TECHNICIAN', 'POLICE', 'COMMITTEE', 'SECRETARY'] as const) await ask(somebody, { role })
    expect(await refused(ask(somebody, { provinceCode: '14', agencyId: s.here.agencies.elsewhere }))).toBe('accessTooMany')
  })

  it('is pointless for who has the role, and of no help to who was suspended', async () => {
    expect(await refused(ask(s.here.people.official))).toBe('alreadyMember')
    const suspended = await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: s.here.agencies.pohsa }])
    await s.db.membership.updateMany({ where: { userId: suspended.userId }, data: { suspendedAt: morning } })
    expect(await refused(ask({ ...suspended, memberships: [] }))).toBe('membershipSuspended')
  })

  it('needs an agency of that province where the role has one', async () => {
    expect(await refused(ask(somebody, { agencyId: null }))).toBe('agencyNeeded')
    expect(await refused(ask(somebody, { agencyId: s.here.agencies.elsewhere }))).toBe('agencyUnknown')
    expect(await refused(ask(somebody, { role: 'SECRETARY', provinceCode: '77', agencyId: null }))).toBe('provinceUnknown')
    const id = await ask(somebody, { role: 'COMMITTEE', agencyId: s.here.agencies.pohsa })
    expect((await s.db.accessRequest.findUniqueOrThrow({ where: { id } })).agencyId).toBeNull()
  })

  it('takes a name of 2 to 80 letters as people count them', () => {
    expect(fullName.parse('  สมชาย \n ใจดี ')).toBe('สมชาย ใจดี')
    expect(fullName.safeParse('ปู่').success).toBe(false)
    expect(fullName.safeParse('ปู่ป้า').success).toBe(true)
    expect(fullName.safeParse('น้ำ'.repeat(40)).success).toBe(true)
    expect(fullName.safeParse('ก'.repeat(80)).success).toBe(true)
    for (const bad of ['', 'ก', '   ', '12345', '😀😀', 'ก'.repeat(81), 'ก'.repeat(5000)]) expect(fullName.safeParse(bad).success).toBe(false)
  })
})

describe('a secretary’s decision', () => {
  it('gives the role and its menu, tells the person, and takes the question back from the other secretaries', async () => {
    const id = await ask(somebody, { role: 'TECHNICIAN' })
    await decide(s.here.people.secretary, id, true)
    const user = await s.db.user.findUniqueOrThrow({ where: { id: somebody.userId }, include: { memberships: true } })
    expect(user.menuWanted).toBe('technician')
    expect(user.memberships).toMatchObject([{ role: 'TECHNICIAN', agencyId: s.here.agencies.pohsa, provinceCode: '15' }])
    expect(await told(id)).toEqual([`${name}: access.decided`])
    expect(await told(id, 'SUPPRESSED')).toEqual(['second secretary: access.requested', 'secretary: access.requested'])
    expect(await s.db.auditEntry.count({ where: { subject: `accessRequest:${id}`, action: 'access.approved', actorId: s.here.people.secretary.userId } })).toBe(1)
  })

  it('says why when it is no, and leaves the person as they were, free to ask again', async () => {
    const id = await ask(somebody)
    expect(await refused(decide(s.here.people.secretary, id, false))).toBe('reasonNeeded')
    await expect(decide(s.here.people.secretary, id, false, '   ')).rejects.toThrow()
    await expect(decide(s.here.people.secretary, id, false, 'ก'.repeat(501))).rejects.toThrow()
    await decide(s.here.people.secretary, id, false, 'ไม่พบชื่อในหน่วยงาน')
    expect(await s.as(somebody, act => accessRequestView(act, id))).toMatchObject({ state: 'REFUSED', reason: 'ไม่พบชื่อในหน่วยงาน', decidedAt: morning })
    expect(await s.db.membership.count({ where: { userId: somebody.userId } })).toBe(0)
    expect(await told(id)).toEqual([`${name}: access.decided`])
    expect(await ask(somebody)).not.toBe(id)
  })

  it('is made once, also when two secretaries decide in the same moment', async () => {
    const id = await ask(somebody)
    const results = await Promise.allSettled([decide(s.here.people.secretary, id, true), decide(secondSecretary, id, false, 'ซ้ำ')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find(result => result.status === 'rejected')!
    expect((lost.reason as Refusal).code).toBe('accessDecided')
    expect(await refused(decide(secondSecretary, id, true))).toBe('accessDecided')
    const { state } = await s.db.accessRequest.findUniqueOrThrow({ where: { id } })
    expect(await s.db.membership.count({ where: { userId: somebody.userId } })).toBe(state === 'APPROVED' ? 1 : 0)
    expect(await told(id)).toEqual([`${name}: access.decided`])
  })

  it('is no other’s to make', async () => {
    const id = await ask(somebody)
    const { otherSecretary, official, committee, national, police } = s.here.people
    for (const other of [otherSecretary, official, committee, national, police, somebody]) expect(await refused(decide(other, id, true))).toBe('notAllowed')
    expect(await refused(decide(s.here.people.secretary, '00000000-0000-4000-8000-000000000000', true))).toBe('notFound')
  })
})
