import type { Actor } from '../../../domain/act'
import { describe, expect, it } from 'vitest'
import { moveMembership, restoreMembership, suspendMembership } from '../../../domain/people/commands'
import { listOfPeople } from '../../../domain/people/directory'
import { setSupervises } from '../../../domain/people/supervise'
import { settingsOf } from '../../../domain/province/settings'
import { stage } from '../stage'

const s = stage()
const who = s.here.people
const membershipOf = ({ userId }: Actor) => s.db.membership.findFirstOrThrow({ where: { userId } })
async function set(of: Actor, supervises: boolean, actor: Actor = who.secretary): Promise<void> {
  const { id: membershipId } = await membershipOf(of)
  await s.as(actor, act => setSupervises(act, { membershipId, supervises }))
}
const unsupervised = async () => (await s.as(who.secretary, act => settingsOf(act, '15'))).unsupervised.map(({ name }) => name)
const station = 'เทศบาลเมืองอ่างทอง'

describe('an officer who approves requests for footage', () => {
  it('is made one by the secretary and told of it, once, and the station has somebody; until that is taken back', async () => {
    expect(await unsupervised()).toEqual([station])
    await set(who.police, true)
    await set(who.police, true)
    expect(await unsupervised()).toEqual([])
    expect((await s.as(who.secretary, act => listOfPeople(act, { provinceCode: '15', role: 'POLICE' }))).items).toMatchObject([{ userId: who.police.userId, supervises: true }])
    await set(who.police, false)
    expect(await unsupervised()).toEqual([station])
    const { id } = await membershipOf(who.police)
    expect((await s.db.auditEntry.findMany({ where: { subject: `membership:${id}` }, orderBy: { seq: 'asc' } })).map(({ action, actorId }) => [action, actorId])).toEqual([['membership.supervises', who.secretary.userId], ['membership.supervisesNoMore', who.secretary.userId]])
    expect((await s.db.notice.findMany({ where: { userId: who.police.userId }, orderBy: { id: 'asc' } })).map(({ kind, data }) => [kind, data])).toEqual([true, false].map(supervises => ['membership.supervises', { membershipId: id, supervises }]))
  })

  it('does not approve while suspended, nor at another station', async () => {
    const { id: membershipId } = await membershipOf(who.police)
    await set(who.police, true)
    await s.as(who.secretary, act => suspendMembership(act, { membershipId }))
    expect(await unsupervised()).toEqual([])
    const colleague = await s.newPerson([{ role: 'POLICE', provinceCode: '15', agencyId: s.here.agencies.town }])
    expect(await unsupervised()).toEqual([station])
    await set(who.police, false)
    await expect(set(who.police, true)).rejects.toMatchObject({ code: 'suspendedSupervisor' })
    await s.as(who.secretary, act => restoreMembership(act, { membershipId }))
    await set(who.police, true)
    await s.as(who.secretary, act => moveMembership(act, { membershipId, agencyId: s.here.agencies.pohsa }))
    expect(await membershipOf(who.police)).toMatchObject({ agencyId: s.here.agencies.pohsa, supervises: false })
    await s.db.membership.deleteMany({ where: { userId: colleague.userId } })
  })

  it('is a police officer, and made one by nobody but a secretary of the province', async () => {
    for (const other of [who.official, who.technician, who.secretary, who.committee, who.owner]) await expect(set(other, true)).rejects.toMatchObject({ code: 'onlyPoliceSupervise' })
    for (const other of [who.otherSecretary, who.official, who.police, who.committee, who.owner, who.reporter]) await expect(set(who.police, true, other)).rejects.toMatchObject({ code: 'notAllowed' })
    await expect(s.as(who.secretary, act => setSupervises(act, { membershipId: crypto.randomUUID(), supervises: true }))).rejects.toMatchObject({ code: 'notFound' })
    expect(await s.db.membership.count({ where: { supervises: true } })).toBe(0)
  })
})
