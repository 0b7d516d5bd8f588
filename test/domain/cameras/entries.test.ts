import type { Actor } from '../../../domain/act'
import type { Refusal } from '../../../domain/refusal'
import type { ReturnState } from '../../../prisma/client'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { agencySites, filledInAgencies } from '../../../domain/cameras/agencySites'
import { addCamera, changeCamera } from '../../../domain/cameras/edit'
import { cameraEntry, siteEntry } from '../../../domain/cameras/entries'
import { addSite, changeSite, removeSite, restoreSite } from '../../../domain/cameras/sites'
import { askForRepair, removeCamera, restoreCamera, setCameraStatus } from '../../../domain/cameras/status'
import { after, DAY, MINUTE, morning, stage } from '../stage'

const s = stage()
const { here } = s
const place = { name: 'หน้าวัดโพสะ', latitude: 14.58, longitude: 100.45 }

async function newSite(by: Actor = here.people.official, agencyId = here.agencies.pohsa): Promise<string> {
  return (await s.as(by, act => addSite(act, { ...place, id: randomUUID(), agencyId }))).id
}
async function newCamera(siteId?: string, by: Actor = here.people.official, facts = {}): Promise<string> {
  const at = siteId ?? await newSite()
  return (await s.as(by, act => addCamera(act, { id: randomUUID(), siteId: at, ...facts }))).id
}
const entry = (id: string) => s.as(here.people.official, act => cameraEntry(act, id))
const history = async (subject: string) => (await s.db.change.findMany({ where: { subject }, orderBy: { id: 'asc' } })).map(({ action, fields, reason }) => [action, fields, reason])
const refused = (code: string) => expect.objectContaining({ code })

describe('a camera of the survey', () => {
  it('gets the next code of its province and its agency from its site, however many are added at once', async () => {
    const siteId = await newSite()
    const ids = await Promise.all(Array.from({ length: 5 }, () => newCamera(siteId)))
    const cameras = await s.db.camera.findMany({ where: { id: { in: ids } }, orderBy: { code: 'asc' } })
    const { lastCamera } = await s.db.province.findUniqueOrThrow({ where: { code: '15' } })
    expect(cameras.map(({ code }) => Number(code.slice(3)))).toEqual([4, 3, 2, 1, 0].map(n => lastCamera - n))
    expect(new Set(cameras.map(({ agencyId }) => agencyId))).toEqual(new Set([here.agencies.pohsa]))
  })

  it('is one when it is sent twice, also at the same moment', async () => {
    const [id, siteId] = [randomUUID(), await newSite()]
    const send = () => s.as(here.people.official, act => addCamera(act, { id, siteId, label: 'หันไปทางตลาด' }))
    expect(await Promise.all([send(), send(), send()])).toEqual([{ id }, { id }, { id }])
    expect(await s.db.camera.count({ where: { siteId } })).toBe(1)
    expect(await history(`camera:${id}`)).toHaveLength(1)
  })

  it('is changed by whoever saw it as it stands, and the history has both values', async () => {
    const id = await newCamera(undefined, undefined, { retentionDays: 3 })
    const { version } = await entry(id)
    await s.as(here.people.official, act => changeCamera(act, id, { version, retentionDays: 30, installed: '2016-08', costSatang: 1_250_000, assetNumber: 'กท 15/๒๕๕๙' }))
    expect((await entry(id)).facts).toMatchObject({ retentionDays: 30, installed: '2016-08', costSatang: 1_250_000 })
    expect((await s.db.camera.findUniqueOrThrow({ where: { id } })).assetKey).toBe('กท152559')
    expect((await history(`camera:${id}`))[1]).toEqual(['changed', { retentionDays: [3, 30], installed: [null, '2016-08'], costSatang: [null, 1_250_000], assetNumber: [null, 'กท 15/๒๕๕๙'] }, null])
    await expect(s.as(here.people.colleague, act => changeCamera(act, id, { version, retentionDays: 7 }))).rejects.toEqual(refused('changedMeanwhile'))
    // Nothing new: nothing happens.
    await s.as(here.people.colleague, act => changeCamera(act, id, { version: version + 1, retentionDays: 30 }))
    expect((await entry(id)).version).toBe(version + 1)
  })

  it('is changed by one of two who save at the same moment', async () => {
    const id = await newCamera()
    const save = (by: Actor, retentionDays: number) => s.as(by, act => changeCamera(act, id, { version: 1, retentionDays })).catch((error: Refusal) => error.code)
    expect((await Promise.all([save(here.people.official, 3), save(here.people.colleague, 7)])).filter(answer => answer === 'changedMeanwhile')).toHaveLength(1)
  })

  it('tells how complete it is, what is missing, and what contradicts', async () => {
    const id = await newCamera(undefined, undefined, { linked: true, installed: '2026-12', retentionDays: 400 })
    const { completeness, missing, findings } = await entry(id)
    expect(completeness).toBe(17)
    expect(missing).toContain('networkName')
    expect(findings.map(({ code, level }) => [code, level])).toEqual([['installedFuture', 'error'], ['networkNameMissing', 'warning'], ['retentionLong', 'warning'], ['custodianMissing', 'warning'], ['maintenanceMissing', 'warning']])
    expect((await s.db.camera.findUniqueOrThrow({ where: { id } })).completeness).toBe(completeness)
  })

  it('moves to another site of its agency, and to none of another', async () => {
    const [id, to, elsewhere] = [await newCamera(), await newSite(), await newSite(here.people.otherOfficial, here.agencies.town)]
    await s.as(here.people.official, act => changeCamera(act, id, { version: 1, siteId: to }))
    expect((await entry(id)).site.id).toBe(to)
    expect((await history(`camera:${id}`)).map(([action]) => action)).toEqual(['created', 'moved'])
    await expect(s.as(here.people.official, act => changeCamera(act, id, { version: 2, siteId: elsewhere }))).rejects.toEqual(refused('notAllowed'))
    await expect(s.as(here.people.secretary, act => changeCamera(act, id, { version: 2, siteId: elsewhere }))).rejects.toEqual(refused('siteElsewhere'))
  })

  it('has a status with its reason, until a repair is open: then its status comes from that', async () => {
    const id = await newCamera()
    await s.as(here.people.official, act => setCameraStatus(act, id, { version: 1, status: 'DAMAGED', reason: 'ฟ้าผ่า' }))
    expect(await entry(id)).toMatchObject({ status: 'DAMAGED', statusSource: 'REPORTED', statusReason: 'ฟ้าผ่า', version: 2, findings: expect.arrayContaining([expect.objectContaining({ code: 'unusableWithoutOrder' })]) })
    await s.as(here.people.official, act => askForRepair(act, id, { symptom: 'NO_PICTURE' }))
    const { repair, findings } = await entry(id)
    expect([repair?.state, findings.some(({ code }) => code === 'unusableWithoutOrder')]).toEqual(['NEW', false])
    const later = { version: 2, status: 'NORMAL' } as const
    await expect(s.as(here.people.official, act => setCameraStatus(act, id, later))).rejects.toEqual(refused('statusByRepair'))
    await expect(s.as(here.people.official, act => removeCamera(act, id, { version: 2, reason: 'เก่า' }))).rejects.toEqual(refused('removedByRepair'))
  })

  it('is removed with a reason, and put back as it was', async () => {
    const id = await newCamera()
    await s.as(here.people.official, act => setCameraStatus(act, id, { version: 1, status: 'UNUSABLE', reason: 'ไม่มีไฟ' }))
    await s.as(here.people.official, act => removeCamera(act, id, { version: 2, reason: 'รื้อเสา' }))
    expect(await entry(id)).toMatchObject({ status: 'REMOVED', statusReason: 'รื้อเสา' })
    await expect(s.as(here.people.official, act => changeCamera(act, id, { version: 3, retentionDays: 7 }))).rejects.toEqual(refused('cameraIsRemoved'))
    await s.as(here.people.official, act => removeCamera(act, id, { version: 2, reason: 'รื้อเสา' }))
    await s.as(here.people.official, act => restoreCamera(act, id))
    expect(await entry(id)).toMatchObject({ status: 'UNUSABLE', statusReason: 'ไม่มีไฟ' })
    expect((await history(`camera:${id}`)).map(([action, , reason]) => [action, reason])).toEqual([['created', null], ['status', 'ไม่มีไฟ'], ['removed', 'รื้อเสา'], ['restored', 'ไม่มีไฟ']])
  })

  it('has no code any more when the province has given out all 99,999', async () => {
    await s.db.province.update({ where: { code: '14' }, data: { lastCamera: 99_998 } })
    const siteId = await newSite(here.people.otherSecretary, here.agencies.elsewhere)
    const id = await newCamera(siteId, here.people.otherSecretary)
    expect((await s.db.camera.findUniqueOrThrow({ where: { id } })).code).toBe('14-99999')
    await expect(newCamera(siteId, here.people.otherSecretary)).rejects.toEqual(refused('codesUsedUp'))
  })
})

describe('a site of the survey', () => {
  it('is one when it is sent twice; changed; and removed only without cameras', async () => {
    const site = { ...place, id: randomUUID(), agencyId: here.agencies.pohsa }
    for (const _ of [1, 2]) await s.as(here.people.official, act => addSite(act, site))
    await s.as(here.people.official, act => changeSite(act, site.id, { version: 1, zone: 'TEMPLE', accuracy: 8, placedBy: 'GPS' }))
    await expect(s.as(here.people.official, act => changeSite(act, site.id, { version: 1, zone: 'ROAD' }))).rejects.toEqual(refused('changedMeanwhile'))
    const camera = await newCamera(site.id)
    await expect(s.as(here.people.official, act => removeSite(act, site.id, { version: 2, reason: 'ผิด' }))).rejects.toEqual(refused('siteNotEmpty'))
    await s.as(here.people.official, act => removeCamera(act, camera, { version: 1, reason: 'ผิด' }))
    await s.as(here.people.official, act => removeSite(act, site.id, { version: 2, reason: 'ผิด' }))
    await expect(newCamera(site.id)).rejects.toEqual(refused('siteRemoved'))
    await expect(s.as(here.people.official, act => restoreCamera(act, camera))).rejects.toEqual(refused('siteRemoved'))
    await s.as(here.people.official, act => restoreSite(act, site.id))
    expect(await s.as(here.people.official, act => siteEntry(act, site.id))).toMatchObject({ removed: false, version: 4, facts: { zone: 'TEMPLE', accuracy: 8 }, cameras: [{ id: camera, status: 'REMOVED' }] })
    expect((await history(`site:${site.id}`)).map(([action]) => action)).toEqual(['created', 'changed', 'removed', 'restored'])
  })

  it('lies in a subdistrict of its province', async () => {
    await expect(s.as(here.people.official, act => addSite(act, { ...place, id: randomUUID(), agencyId: here.agencies.pohsa, subdistrictCode: '999999' }))).rejects.toEqual(refused('subdistrictUnknown'))
  })
})

describe('who fills in', () => {
  const others = ['otherOfficial', 'otherSecretary', 'committee', 'national', 'technician', 'owner', 'reporter'] as const
  it.each(others)('is not: %s', async (name) => {
    const [siteId, id] = [await newSite(), await newCamera()]
    const by = here.people[name]
    const tries: ((act: Parameters<Parameters<typeof s.as>[1]>[0]) => Promise<unknown>)[] = [
      act => addSite(act, { ...place, id: randomUUID(), agencyId: here.agencies.pohsa }),
      act => changeSite(act, siteId, { version: 1, zone: 'ROAD' }),
      act => removeSite(act, siteId, { version: 1, reason: 'x' }),
      act => restoreSite(act, siteId),
      act => addCamera(act, { id: randomUUID(), siteId }),
      act => addCamera(act, { id, siteId }),
      act => changeCamera(act, id, { version: 1, retentionDays: 1 }),
      act => setCameraStatus(act, id, { version: 1, status: 'UNUSABLE', reason: 'x' }),
      act => removeCamera(act, id, { version: 1, reason: 'x' }),
      act => restoreCamera(act, id),
      act => askForRepair(act, id, { symptom: 'NO_PICTURE' }),
      act => agencySites(act, { agency: here.agencies.pohsa }),
      act => siteEntry(act, siteId),
      act => cameraEntry(act, id),
    ]
    for (const attempt of tries) await expect(s.as(by, attempt)).rejects.toEqual(refused('notAllowed'))
    expect((await s.as(by, filledInAgencies)).some(agency => agency.id === here.agencies.pohsa)).toBe(false)
  })

  it('is the agency, its police, and the province’s secretary; nobody fills in a private camera', async () => {
    expect((await s.as(here.people.police, filledInAgencies)).map(({ id }) => id)).toEqual([here.agencies.town])
    expect((await s.as(here.people.secretary, filledInAgencies)).map(({ id }) => id)).toEqual([here.agencies.pohsa, here.agencies.town])
    const id = await newCamera(undefined, here.people.secretary)
    await s.db.camera.update({ where: { id }, data: { ownership: 'PRIVATE' } })
    for (const by of [here.people.official, here.people.secretary]) await expect(s.as(by, act => cameraEntry(act, id))).rejects.toEqual(refused('cameraUnknown'))
  })
})

describe('the agency’s sites', () => {
  it('come page by page by name, found by words, code and what they lack', async () => {
    const agencyId = (await s.db.agency.create({ data: { name: 'อบต.บ้านแห', provinceCode: '15', kind: 'MUNICIPALITY' } })).id
    const by = await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId }])
    for (const name of ['ก หน้าศาลา', 'ข หน้าตลาด', 'ค สะพาน']) await s.as(by, act => addSite(act, { ...place, name, id: randomUUID(), agencyId }))
    const list = (input = {}) => s.as(by, act => agencySites(act, { agency: agencyId, ...input }))
    const first = await list({ limit: 2 })
    expect([first.items.map(({ name }) => name), (await list({ limit: 2, cursor: first.next })).items.map(({ name }) => name)]).toEqual([['ก หน้าศาลา', 'ข หน้าตลาด'], ['ค สะพาน']])
    const id = await newCamera(first.items[1]!.id, by, { label: 'ทางเข้า', assetNumber: 'ทต-77' })
    const { code } = await s.db.camera.findUniqueOrThrow({ where: { id } })
    for (const q of ['ตลาด', 'ทางเข้า', code, 'ทต77']) expect((await list({ q })).items.map(({ name }) => name)).toEqual(['ข หน้าตลาด'])
    expect((await list({ what: 'EMPTY' })).items).toHaveLength(2)
    expect((await list({ what: 'INCOMPLETE' })).items).toMatchObject([{ name: 'ข หน้าตลาด', completeness: 0, cameras: [{ code, label: 'ทางเข้า' }] }])
    expect((await list({ what: 'BROKEN' })).items).toEqual([])
    await s.as(by, act => removeCamera(act, id, { version: 1, reason: 'x' }))
    expect([(await list()).items[1]!.cameras, (await list({ what: 'REMOVED' })).items[0]!.cameras]).toMatchObject([[], [{ code }]])
  })
})

describe('the return of the open round', () => {
  it.each<[ReturnState, ReturnState, boolean]>([
    ['NOT_STARTED', 'IN_PROGRESS', false],
    ['IN_PROGRESS', 'IN_PROGRESS', false],
    ['SUBMITTED', 'SUBMITTED', true],
    ['NIL', 'NIL', true],
    ['RETURNED', 'RETURNED', false],
    ['ACCEPTED', 'ACCEPTED', true],
  ])('that was %s is %s after a change, which is marked: %s', async (state, then, marked) => {
    const round = await s.db.surveyRound.create({ data: { provinceCode: '15', name: 'รอบ', opensAt: after(-DAY), closesAt: after(DAY), returns: { create: { agencyId: here.agencies.pohsa, state } } } })
    const siteId = await newSite()
    expect(await s.db.agencyReturn.findFirstOrThrow({ where: { roundId: round.id } })).toMatchObject({ state: then, changedAt: marked ? morning : null })
    expect(await s.db.change.findFirstOrThrow({ where: { subject: `site:${siteId}` } })).toMatchObject({ afterSubmit: marked })
    await s.db.surveyRound.update({ where: { id: round.id }, data: { closedAt: after(-MINUTE) } })
  })

  it('begins where there was none, and is left alone when the round is closed', async () => {
    await newSite(here.people.otherOfficial, here.agencies.town)
    expect(await s.db.agencyReturn.count({ where: { agencyId: here.agencies.town } })).toBe(0)
    const round = await s.db.surveyRound.create({ data: { provinceCode: '15', name: 'รอบ', opensAt: after(-DAY), closesAt: after(DAY) } })
    await newSite(here.people.otherOfficial, here.agencies.town)
    expect(await s.db.agencyReturn.findMany({ where: { agencyId: here.agencies.town } })).toMatchObject([{ roundId: round.id, state: 'IN_PROGRESS' }])
  })
})
