import type { Actor } from '../../../domain/act'
import { describe, expect, it } from 'vitest'
import { changeSettings, settingsOf } from '../../../domain/province/settings'
import { stage } from '../stage'

const s = stage()
const who = s.here.people
const read = (actor: Actor = who.secretary, code = '15') => s.as(actor, act => settingsOf(act, code))
const change = (input: object, actor: Actor = who.secretary, code = '15') => s.as(actor, act => changeSettings(act, code, input))
const written = () => s.db.auditEntry.findMany({ where: { action: 'province.set' }, orderBy: { seq: 'asc' } })

describe('the settings of a province', () => {
  it('are those that everybody begins with, until they are changed; what was, and what is now, is written down', async () => {
    const { unsupervised, ...before } = await read()
    expect(before).toEqual({ urgentDays: 1, highDays: 3, normalDays: 7, confirmDays: 7, footageApproval: false, footageCameras: 6, footageMinutes: 180, footageKeptDays: 365 })
    expect(unsupervised.map(({ name }) => name)).toEqual(['เทศบาลเมืองอ่างทอง'])
    await change({ urgentDays: 2, footageApproval: true, footageCameras: 6 })
    await change({ urgentDays: 2 })
    expect(await read()).toMatchObject({ ...before, urgentDays: 2, footageApproval: true })
    expect(await written()).toMatchObject([{ actorId: who.secretary.userId, provinceCode: '15', subject: 'province:15', data: { urgentDays: [1, 2], footageApproval: [false, true] } }])
    expect(await s.db.province.findUniqueOrThrow({ where: { code: '14' } })).toMatchObject({ urgentDays: 1, footageApproval: false })
    await change(before)
  })

  it('of two secretaries at once keep what each has changed', async () => {
    await Promise.all([change({ highDays: 4 }), change({ normalDays: 9 })])
    expect(await read()).toMatchObject({ highDays: 4, normalDays: 9 })
  })

  it.each([
    ['urgentDays', 1, 90],
    ['highDays', 1, 90],
    ['normalDays', 1, 90],
    ['confirmDays', 1, 60],
    ['footageCameras', 1, 20],
    ['footageMinutes', 15, 1440],
    ['footageKeptDays', 90, 3650],
  ])('%s is from %d to %d', async (name, least, most) => {
    for (const value of [least, most]) {
      await change({ [name]: value })
      expect(await read()).toMatchObject({ [name]: value })
    }
    for (const wrong of [least - 1, most + 1, least + 0.5, String(most), null]) await expect(change({ [name]: wrong })).rejects.toThrow(name)
    expect(await read()).toMatchObject({ [name]: most })
  })

  it('are read and changed by nobody but its secretaries', async () => {
    for (const other of [who.otherSecretary, who.official, who.technician, who.police, who.owner, who.committee, who.national, who.reporter]) {
      await expect(read(other)).rejects.toMatchObject({ code: 'notAllowed' })
      await expect(change({ urgentDays: 5 }, other)).rejects.toMatchObject({ code: 'notAllowed' })
    }
    const nowhere: Actor = { ...who.reporter, memberships: [{ role: 'SECRETARY', provinceCode: '99', agencyId: null }] }
    await expect(change({ urgentDays: 5 }, nowhere, '99')).rejects.toMatchObject({ code: 'provinceUnknown' })
    expect((await read()).urgentDays).not.toBe(5)
  })
})
