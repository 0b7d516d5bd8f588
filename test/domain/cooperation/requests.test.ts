import type { Actor } from '../../../domain/act'
import { beforeAll, describe, expect, it } from 'vitest'
import { askCooperation, cooperationGain, mostOpen } from '../../../domain/cooperation/ask'
import { askAgain, endStale } from '../../../domain/cooperation/end'
import { moveCooperation } from '../../../domain/cooperation/move'
import { cooperationById, cooperationOf } from '../../../domain/cooperation/queries'
import { openFor, restAfterNo, thinkFor } from '../../../domain/cooperation/rules'
import { withdraw } from '../../../domain/owners/withdraw'
import { DAY, desk, morning } from '../footage/desk'
import { after } from '../stage'

const d = desk()
const { s } = d
const who = s.here.people
let officer: Actor
beforeAll(async () => { officer = await d.newOfficer() })

const point = { latitude: 14.581, longitude: 100.45 }
const ask = (cameraId: string, given: object = {}, by = officer, at = morning) => s.as(by, act => askCooperation(act, { cameraId, kind: 'TURN', direction: 90, note: { text: 'ขอบคุณครับ', messageId: 'note' }, ...given } as never), at)
const code = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string }) => error.code)
const move = (id: string, by: Actor, name: Parameters<typeof moveCooperation>[2], at = morning) => s.as(by, act => moveCooperation(act, id, name), at)
const told = (id: string) => d.notices(`cooperation:${id}`)

describe('asking for co-operation', () => {
  it('is for police officers of the province, of cameras that they may ask about', async () => {
    const camera = await d.newCamera()
    for (const person of ['official', 'secretary', 'otherSecretary', 'committee', 'national', 'owner', 'technician', 'reporter', 'passerBy', 'far'] as const) expect([person, await code(ask(camera.id, {}, who[person]))]).toEqual([person, 'notAllowed'])
    const far = await d.newOfficer('14')
    expect(await code(ask(camera.id, {}, far))).toBe('footageOtherProvince')
    for (const hidden of [{ hiddenAt: morning }, { check: 'DECLINED' as const }]) expect(await code(ask((await d.newPrivate(hidden)).camera.id))).toBe('footageCameraUnknown')
    expect(await code(ask((await d.newPrivate()).camera.id, {}, far))).toBe('footageCameraUnknown')
    expect(await code(ask((await d.newPrivate({ pausedUntil: after(DAY) })).camera.id))).toBe('footagePaused')
    const own = await s.newCamera({ agencyId: officer.memberships[0]!.agencyId! })
    expect(await code(ask(own.id))).toBe('cooperationOwn')
    expect(await s.db.cooperationRequest.count()).toBe(0)
  })

  it('is within reach, to another direction, once at a time, and not again for 90 days after a no', async () => {
    const { camera, owner } = await d.newPrivate()
    await s.db.camera.update({ where: { id: camera.id }, data: { direction: 90 } })
    expect(await code(ask(camera.id))).toBe('cooperationSame')
    const north = (metres: number) => ({ kind: 'ADD', point: { latitude: 14.58 + metres / 111_195, longitude: 100.45 } })
    expect(await code(ask(camera.id, north(501)))).toBe('cooperationFar')
    expect((await ask(camera.id, north(499))).direction).toBe(0)
    const { id } = await ask(camera.id, { direction: 180 })
    expect(await code(ask(camera.id, { direction: 200 }, await d.newOfficer()))).toBe('cooperationOpen')
    await move(id, owner, 'decline')
    expect(await code(ask(camera.id, { direction: 200 }, officer, after(restAfterNo - 1)))).toBe('cooperationResting')
    expect(await code(ask(camera.id, { direction: 200 }, officer, after(restAfterNo)))).toBe('done')
  })

  it(`is open for at most ${mostOpen} at once`, async () => {
    const one = await d.newOfficer()
    for (let n = 0; n < mostOpen; n++) await ask((await d.newCamera()).id, { note: null }, one)
    const more = await d.newCamera()
    expect(await code(ask(more.id, {}, one))).toBe('cooperationMany')
    const [first] = await s.as(one, cooperationOf)
    await move(first!.id, one, 'withdraw')
    expect(await code(ask(more.id, {}, one))).toBe('done')
  }, 30_000)

  it('by two officers in the same instant is one', async () => {
    const camera = await d.newCamera()
    const came = await Promise.all([officer, await d.newOfficer()].map(by => code(ask(camera.id, {}, by))))
    expect(came.sort()).toEqual(['cooperationOpen', 'done'])
  })

  it('tells what would be gained; whoever keeps the camera is not told of private ones by it', async () => {
    const at = { latitude: 14.7, longitude: 100.3 }
    const place = (id: string) => s.db.site.updateMany({ where: { cameras: { some: { id } } }, data: at })
    const [camera, { camera: hidden }] = [await d.newCamera(), await d.newPrivate()]
    for (const { id } of [camera, hidden]) await place(id)
    await s.db.camera.update({ where: { id: camera.id }, data: { direction: 0 } })
    await s.db.camera.update({ where: { id: hidden.id }, data: { direction: 90 } })
    const sector = Math.round(60 ** 2 * Math.PI / 6)
    const gain = await s.as(officer, act => cooperationGain(act, { camera: camera.id, direction: 90 }))
    expect(gain).toEqual({ direction: 90, gain: expect.any(Number), gainKnown: sector })
    expect(gain.gain).toBeLessThan(sector * 0.06)
    const view = await ask(camera.id)
    expect(view.gain).toBe(gain.gain)
    expect((await s.as(who.official, act => cooperationById(act, view.id))).gain).toBe(sector)
    await s.db.camera.update({ where: { id: hidden.id }, data: { status: 'DAMAGED' } })
    expect(await s.as(officer, act => cooperationGain(act, { camera: camera.id, direction: 90 }))).toMatchObject({ gain: sector })
    expect(await code(s.as(who.official, act => cooperationGain(act, { camera: camera.id, direction: 90 })))).toBe('notAllowed')
  })
})

describe('a request for co-operation', () => {
  it('is told to the owner of a private camera, agreed to and done: the direction is theirs to change, and is checked again', async () => {
    const { camera, owner } = await d.newPrivate()
    const { id } = await ask(camera.id)
    expect(await told(id)).toEqual([expect.stringMatching(/^เจ้าของ \d+: cooperation.asked SOON$/)])
    expect(await s.as(owner, act => cooperationById(act, id))).toMatchObject({ as: 'keeper', state: 'ASKED', moves: ['agree', 'decline', 'think'], note: 'ขอบคุณครับ' })
    expect(await code(move(id, owner, 'done'))).toBe('cooperationState')
    await move(id, owner, 'agree')
    expect(await told(id)).toEqual([`${(await s.db.user.findUniqueOrThrow({ where: { id: officer.userId } })).displayName}: cooperation.answered SOON`])
    expect(await move(id, owner, 'done')).toMatchObject({ state: 'DONE', moves: [] })
    expect(await s.db.camera.findUnique({ where: { id: camera.id }, include: { private: true } })).toMatchObject({ direction: 90, private: { check: 'PENDING' } })
    expect(await s.db.auditEntry.findMany({ where: { subject: `cooperation:${id}`, action: { not: 'cooperation.seen' } }, orderBy: { id: 'asc' }, select: { action: true } })).toEqual(['asked', 'agree', 'done'].map(name => ({ action: `cooperation.${name}` })))
  })

  it('of a public camera is told to its agency; done, the change stands in its history', async () => {
    const camera = await d.newCamera()
    const { id } = await ask(camera.id)
    expect(await told(id)).toHaveLength(2)
    await move(id, who.official, 'agree')
    await move(id, who.colleague, 'done')
    expect(await s.db.camera.findUnique({ where: { id: camera.id } })).toMatchObject({ direction: 90, version: 2 })
    expect(await s.db.change.findMany({ where: { subject: `camera:${camera.id}` } })).toMatchObject([{ action: 'changed', fields: { direction: [null, 90] }, actorId: who.colleague.userId }])
    const added = await ask((await d.newCamera()).id, { kind: 'ADD', point })
    await move(added.id, who.official, 'agree')
    expect(await move(added.id, who.official, 'done')).toMatchObject({ state: 'DONE' })
  })

  it('is nobody else’s to see or to answer', async () => {
    const { camera } = await d.newPrivate()
    const asked = [await ask(camera.id), await ask((await d.newCamera()).id)]
    for (const person of ['police', 'otherSecretary', 'committee', 'national', 'owner', 'otherOfficial', 'technician', 'reporter', 'passerBy', 'far'] as const) {
      expect([person, await s.as(who[person], cooperationOf)]).toEqual([person, []])
      for (const { id } of asked) {
        expect([person, await code(s.as(who[person], act => cooperationById(act, id)))]).toEqual([person, 'cooperationUnknown'])
        for (const name of ['agree', 'decline', 'think', 'done', 'withdraw'] as const) expect([person, name, await code(move(id, who[person], name))]).toEqual([person, name, 'cooperationUnknown'])
      }
    }
    expect(await code(s.as(who.secretary, act => cooperationById(act, asked[0]!.id)))).toBe('cooperationUnknown')
    for (const name of ['agree', 'decline', 'think', 'done'] as const) expect(await code(move(asked[1]!.id, officer, name))).toBe('cooperationUnknown')
    expect(await code(move(asked[1]!.id, who.official, 'withdraw'))).toBe('cooperationUnknown')
    expect(await code(move(asked[1]!.id, { ...officer, memberships: [] }, 'withdraw'))).toBe('cooperationUnknown')
    expect(await s.db.cooperationRequest.findMany({ where: { id: { in: asked.map(({ id }) => id) } }, select: { state: true } })).toEqual([{ state: 'ASKED' }, { state: 'ASKED' }])
  })

  it('that is to be thought about is asked once more after seven days, and then not again', async () => {
    const { camera, owner } = await d.newPrivate()
    const { id } = await ask(camera.id)
    await move(id, owner, 'think')
    expect(await code(move(id, owner, 'think'))).toBe('cooperationState')
    expect(await s.clock(askAgain, after(thinkFor - 1))).toBe(0)
    expect(await s.clock(askAgain, after(thinkFor))).toBe(1)
    expect(await told(id)).toContainEqual(expect.stringContaining('cooperation.asked SOON'))
    expect(await s.clock(askAgain, after(thinkFor + 30 * DAY))).toBe(0)
    expect(await move(id, owner, 'decline')).toMatchObject({ state: 'NO', moves: [] })
  })

  it('ends by itself after half a year', async () => {
    const { id } = await ask((await d.newCamera()).id)
    const state = async () => (await s.db.cooperationRequest.findUniqueOrThrow({ where: { id } })).state
    await s.clock(endStale, after(openFor))
    expect(await state()).toBe('ASKED')
    await s.clock(endStale, after(openFor + 1))
    expect(await state()).toBe('WITHDRAWN')
  })

  it('ends when the owner withdraws, and nothing of the place is left in it', async () => {
    const { camera, owner } = await d.newPrivate()
    const [{ id }, over] = [await ask(camera.id, { kind: 'ADD', point }), await ask(camera.id)]
    await move(over.id, owner, 'decline')
    await s.as(owner, act => withdraw(act))
    expect(await s.db.cooperationRequest.findUnique({ where: { id } })).toMatchObject({ state: 'WITHDRAWN', cameraId: null, note: null, latitude: null, longitude: null })
    expect(await s.db.cooperationRequest.findUnique({ where: { id: over.id } })).toMatchObject({ state: 'NO', cameraId: null, note: null })
    expect(await told(id)).toEqual([expect.stringContaining('cooperation.answered SOON')])
    expect(await s.as(officer, act => cooperationById(act, id))).toMatchObject({ camera: null, moves: [] })
    expect(await code(s.as(owner, act => cooperationById(act, id)))).toBe('cooperationUnknown')
  })
})
