import type { Actor } from '../../../domain/act'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appoint, awaitTechnician, preserve, refuse, reportDown } from '../../../domain/footage/answer'
import { cancelRequest } from '../../../domain/footage/cancel'
import { expireUnanswered, nudgeCustodians } from '../../../domain/footage/clock'
import { eraseFootageWords } from '../../../domain/footage/erase'
import { widestLimits } from '../../../domain/footage/limits'
import { logRequest, undoLog } from '../../../domain/footage/log'
import { footageMessage, writeToCustodian, writeToOfficers } from '../../../domain/footage/message'
import { miss, receive } from '../../../domain/footage/outcome'
import { asksToMe, askView, myRequests, requestView } from '../../../domain/footage/queries'
import { endForWithdrawn } from '../../../domain/footage/withdrawn'
import { looksAt, sealContact } from '../../../domain/owners/contact'
import { ownCameraWorks } from '../../../domain/owners/damage'
import { contacts } from '../../helpers/contacts'
import { after } from '../stage'
import { DAY, desk, HOUR, MINUTE, morning, strangers } from './desk'

const d = desk()
const { s } = d
const who = s.here.people
let officer: Actor
let other: Actor
beforeAll(async () => { [officer, other] = [await d.newOfficer(), await d.newOfficer()] })
beforeEach(async () => {
  await s.db.footageRequest.deleteMany()
  await s.db.notice.deleteMany()
  await s.forget()
})

const itemOf = async (requestId: string) => (await d.items(requestId))[0]!

describe('a request', () => {
  it('asks one custodian of each camera, as loudly as the time that is left', async () => {
    const [soon, later, unknown] = [await d.newCamera(3), await d.newCamera(30), await d.newCamera(null)]
    const { requestId, number } = await d.ask(officer, [soon.id, later.id, unknown.id])
    expect(number).toMatch(/^R-6911-/)
    const items = await d.items(requestId)
    expect(items.map(({ overwriteAt }) => overwriteAt)).toEqual([after(3 * DAY - 12 * HOUR), after(30 * DAY - 12 * HOUR), null])
    const notices = await Promise.all(items.map(({ askId }) => d.notices(`footageAsk:${askId}`)))
    expect(notices).toEqual([['official: footage.asked NOW'], ['official: footage.asked SOON'], ['official: footage.asked NOW']])
    expect(await d.request(requestId)).toMatchObject({ state: 'SUBMITTED', officerId: officer.userId, caseNumber: 'คดีอาญาที่ 123/2569' })
  })

  it('of a private camera goes to its owner, of an agency without people to the secretary, of a station to its officers', async () => {
    const { camera, owner } = await d.newPrivate()
    const empty = await s.newCamera({ agencyId: (await s.db.agency.create({ data: { name: 'อบต.ว่าง', provinceCode: '15', kind: 'SUBDISTRICT_ORGANISATION' } })).id })
    const stations = await s.newCamera({ agencyId: other.memberships[0]!.agencyId })
    const { requestId } = await d.ask(officer, [camera.id, empty.id, stations.id])
    expect((await d.items(requestId)).map(({ firstAskedId }) => firstAskedId)).toEqual([owner.userId, who.secretary.userId, other.userId])
    expect((await s.as(owner, act => asksToMe(act))).total).toBe(1)
    expect((await s.as(who.secretary, act => asksToMe(act))).total).toBe(1)
    expect((await s.as(other, act => asksToMe(act))).total).toBe(1)
  })

  it.each([
    ['the future', { to: after(MINUTE) }, 'footageFuture'],
    ['an end before the start', { from: after(-HOUR), to: after(-2 * HOUR) }, 'footageEndFirst'],
    ['no time at all', { from: after(-HOUR), to: after(-HOUR) }, 'footageEndFirst'],
    ['3 h 1 min', { from: after(-5 * HOUR), to: after(-2 * HOUR + MINUTE) }, 'footageTooLong'],
  ] as const)('for %s is refused', async (_, time, code) => {
    await expect(d.ask(officer, [(await d.newCamera()).id], time)).rejects.toMatchObject({ code })
  })

  it('for 3 h up to now is not', async () => {
    await d.ask(officer, [(await d.newCamera()).id], { from: after(-3 * HOUR), to: morning })
    await d.ask(officer, [(await d.newCamera(1)).id], { from: after(-5 * DAY) })
    expect(await s.db.footageItem.count({ where: { answerBy: after(7 * DAY) } })).toBe(1)
  })

  it.each([
    [2, 30, 'footageTooManyMinutes'],
    [8, 240, 'footageTooLong'],
    [1, 15, 'footageTooManyMinutes'],
    [20, 1440, 'footageTooLong'],
  ])('asks for as much as the province of the station allows: %d cameras, %d minutes', async (footageCameras, footageMinutes, code) => {
    await s.db.province.update({ where: { code: '15' }, data: { footageCameras, footageMinutes } })
    const cameras: string[] = []
    for (let n = 0; n <= footageCameras; n++) cameras.push((await d.newCamera()).id)
    const from = after(-2 * DAY)
    const to = (minutes: number) => new Date(from.getTime() + minutes * MINUTE)
    await expect(d.ask(officer, cameras, { from, to: to(15) })).rejects.toMatchObject(footageCameras === 20 ? {} : { code: 'footageTooMany', params: { most: footageCameras } })
    await expect(d.ask(officer, cameras.slice(1), { from, to: to(footageMinutes + 1) })).rejects.toMatchObject({ code })
    await d.ask(officer, cameras.slice(1), { from, to: to(footageMinutes) })
    await s.db.province.update({ where: { code: '15' }, data: { footageCameras: 6, footageMinutes: 180 } })
  })

  it('of an officer in two provinces keeps to what the province of the station allows', async () => {
    const elsewhere = { role: 'POLICE' as const, provinceCode: '14', agencyId: s.here.agencies.elsewhere }
    const both = await s.newPerson([...officer.memberships, elsewhere])
    await s.db.province.update({ where: { code: '14' }, data: { footageCameras: 1, footageMinutes: 600 } })
    expect(await s.as(both, widestLimits)).toEqual({ cameras: 6, minutes: 600 })
    const [near, next] = [await d.newCamera(), await d.newCamera()]
    await expect(d.ask(both, [near.id], { from: after(-10 * HOUR), to: after(-5 * HOUR) })).rejects.toMatchObject({ code: 'footageTooLong', params: { hours: 3 } })
    await d.ask(both, [near.id, next.id])
    const far = [await s.newCamera({ provinceCode: '14' }), await s.newCamera({ provinceCode: '14' })]
    const there = { ...both, memberships: [elsewhere] }
    await expect(d.ask(there, far.map(({ id }) => id))).rejects.toMatchObject({ code: 'footageTooMany', params: { most: 1 } })
    await s.db.province.update({ where: { code: '14' }, data: { footageCameras: 6, footageMinutes: 180 } })
  })

  it('is for cameras of one’s own province that are there, one to six, and not one’s own', async () => {
    const far = await s.newCamera({ provinceCode: '14' })
    const removed = await s.newCamera({ status: 'REMOVED' })
    const own = await s.newCamera({ agencyId: officer.memberships[0]!.agencyId })
    const hidden = await d.newPrivate({ hiddenAt: morning })
    const declined = await d.newPrivate({ check: 'DECLINED' })
    const paused = await d.newPrivate({ pausedUntil: after(DAY) })
    const farAway = await s.newCamera({ ownership: 'PRIVATE', agencyId: null, provinceCode: '14' })
    const refused = (id: string) => d.ask(officer, [id]).catch((error: { code: string }) => error.code)
    expect(await Promise.all([far.id, removed.id, own.id, hidden.camera.id, declined.camera.id, paused.camera.id, farAway.id, crypto.randomUUID()].map(refused))).toEqual([
      'footageOtherProvince',
      'footageCameraRemoved',
      'footageOwnCamera',
      'footageCameraUnknown',
      'footageCameraUnknown',
      'footagePaused',
      'footageCameraUnknown',
      'footageCameraUnknown',
    ])
    const seven = await Promise.all(Array.from({ length: 7 }, () => d.newCamera()))
    await expect(d.ask(officer, seven.map(({ id }) => id))).rejects.toThrow()
    await expect(d.ask(officer, [seven[0]!.id, seven[0]!.id])).rejects.toThrow()
    await expect(d.ask(officer, [])).rejects.toThrow()
    expect(await d.items((await d.ask(officer, seven.slice(1).map(({ id }) => id))).requestId)).toHaveLength(6)
    // An officer whose own shop has a camera.
    const shop = await d.newPrivate()
    const both = { ...officer, userId: shop.owner.userId }
    await expect(d.ask(both, [shop.camera.id])).rejects.toMatchObject({ code: 'footageOwnCamera' })
  })

  it('is for police officers alone, and not for a suspended one', async () => {
    const camera = await d.newCamera()
    for (const person of [...strangers.filter(one => one !== 'police'), 'official', 'secretary'] as const) {
      const pretender = { ...who[person], memberships: [{ ...who[person].memberships[0] ?? { role: 'OFFICIAL' as const, provinceCode: '15' }, agencyId: officer.memberships[0]!.agencyId }] }
      await expect(d.ask(pretender, [camera.id]), person).rejects.toMatchObject({ code: 'notAllowed' })
    }
    const suspended = await d.newOfficer()
    await s.db.membership.updateMany({ where: { userId: suspended.userId }, data: { suspendedAt: morning } })
    const { agencyId } = suspended.memberships[0]!
    await expect(s.as({ ...suspended, memberships: [] }, act => logRequest(act, { agencyId: agencyId!, at: morning, subject: { cameraId: camera.id }, outcome: { got: 'ALL' } }))).rejects.toMatchObject({ code: 'membershipSuspended' })
  })

  it('for what one has asked for already is refused with its number', async () => {
    const camera = await d.newCamera()
    const { number } = await d.ask(officer, [camera.id])
    await expect(d.ask(officer, [camera.id])).rejects.toMatchObject({ code: 'footageAgain', params: { number, code: camera.code } })
    await d.ask(officer, [camera.id], { from: after(-2 * HOUR) })
  })
})

describe('two officers who ask for the same recording', () => {
  it('are joined: the custodian is asked once for all of it, and both hear the answer', async () => {
    const camera = await d.newCamera(30)
    const first = await d.ask(officer, [camera.id])
    const second = await d.ask(other, [camera.id], { from: after(-12 * HOUR + 20 * MINUTE) })
    const [one, two] = [await itemOf(first.requestId), await itemOf(second.requestId)]
    expect(two.askId).toBe(one.askId)
    expect(await d.notices(`footageAsk:${one.askId}`)).toEqual(['official: footage.asked SOON'])
    expect(await d.notices(`footage:${first.requestId}`)).toEqual([expect.stringContaining('footage.joined SOON')])
    const view = await s.as(who.official, act => askView(act, one.askId))
    expect(view).toMatchObject({ from: one.from, to: two.to, requests: [{ number: first.number }, { number: second.number }] })
    await s.as(who.official, act => preserve(act, { askId: one.askId }))
    expect([(await itemOf(first.requestId)).state, (await itemOf(second.requestId)).state]).toEqual(['PRESERVED', 'PRESERVED'])
    expect(await d.notices(`footage:${second.requestId}`)).toEqual([expect.stringContaining('footage.answered SOON')])
  })

  it('of which the first hears once, however many follow and whichever part of it they ask for', async () => {
    const camera = await d.newCamera()
    const ask = async (who: typeof officer, from: number, to: number) => itemOf((await d.ask(who, [camera.id], { from: after(from * HOUR), to: after(to * HOUR) })).requestId)
    const first = await ask(officer, -13, -11)
    const [second, third] = [await ask(other, -13, -12.5), await ask(await d.newOfficer(), -12, -11)]
    expect([second.askId, third.askId]).toEqual([first.askId, first.askId])
    expect(await s.db.notice.count({ where: { about: `footage:${first.requestId}` } })).toBe(1)
  })

  it('in the same instant, too', async () => {
    const camera = await d.newCamera()
    const officers = await Promise.all(Array.from({ length: 6 }, () => d.newOfficer()))
    const asked = await Promise.all(officers.map(one => d.ask(one, [camera.id])))
    const items = await Promise.all(asked.map(({ requestId }) => itemOf(requestId)))
    expect(new Set(items.map(({ askId }) => askId)).size).toBe(1)
    expect(await d.notices(`footageAsk:${items[0]!.askId}`)).toHaveLength(1)
  })

  it('are not where they ask for different times, or for more than what was saved already', async () => {
    const camera = await d.newCamera()
    const first = await itemOf((await d.ask(officer, [camera.id])).requestId)
    const apart = await itemOf((await d.ask(other, [camera.id], { from: first.to })).requestId)
    expect(apart.askId).not.toBe(first.askId)
    await s.as(who.official, act => preserve(act, { askId: first.askId }))
    const within = await itemOf((await d.ask(await d.newOfficer(), [camera.id])).requestId)
    expect(within).toMatchObject({ askId: first.askId, state: 'PRESERVED' })
    const more = await itemOf((await d.ask(await d.newOfficer(), [camera.id], { from: after(-13 * HOUR), to: after(-11.8 * HOUR) })).requestId)
    expect(more).toMatchObject({ state: 'ASKED' })
    expect(more.askId).not.toBe(first.askId)
  })

  it('when one of them cancels, the other’s question stays', async () => {
    const camera = await d.newCamera()
    const first = await d.ask(officer, [camera.id])
    const second = await d.ask(other, [camera.id])
    await s.as(officer, act => cancelRequest(act, { requestId: first.requestId }))
    const { askId } = await itemOf(second.requestId)
    expect(await d.notices(`footageAsk:${askId}`)).toHaveLength(1)
    await s.as(who.official, act => preserve(act, { askId }))
    expect([(await itemOf(first.requestId)).state, (await itemOf(second.requestId)).state]).toEqual(['ASKED', 'PRESERVED'])
    await s.as(other, act => cancelRequest(act, { requestId: second.requestId }))
    await expect(s.as(who.official, act => appoint(act, { askId, at: after(HOUR) }))).rejects.toMatchObject({ code: 'footageCancelled' })
  })
})

describe('an answer', () => {
  it('is given once; another one says what was answered', async () => {
    const { askId, requestId } = await itemOf((await d.ask(officer, [(await d.newCamera()).id])).requestId)
    await s.as(who.official, act => refuse(act, { askId, reason: { text: 'เจ้านายไม่อนุญาต', messageId: 'why' } }))
    await expect(s.as(who.colleague, act => preserve(act, { askId }))).rejects.toMatchObject({ code: 'footageAnswered', params: { state: 'ไม่สามารถให้ได้' } })
    const view = await s.as(officer, act => requestView(act, { id: requestId }))
    expect(view.state).toBe('REFUSED')
    expect(JSON.stringify(view, (_, value: unknown) => typeof value === 'bigint' ? String(value) : value)).not.toContain('เจ้านาย')
    expect((await s.as(who.official, act => askView(act, askId))).refusal).toBe('เจ้านายไม่อนุญาต')
  })

  it.each(['preserve', 'refuse'] as const)('given by two people in the same instant counts once (%s)', async (move) => {
    const { askId, requestId } = await itemOf((await d.ask(officer, [(await d.newCamera()).id])).requestId)
    const give = (actor: Actor) => s.as(actor, act => move === 'preserve' ? preserve(act, { askId }) : refuse(act, { askId, reason: null }))
    const came = await Promise.allSettled([give(who.official), give(who.colleague)])
    expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await d.request(requestId)).events).toHaveLength(2)
  })

  it('“camera down” reports a public camera, names the request there, and its agency hears of it; a private one is damaged, and nobody hears of that', async () => {
    const camera = await d.newCamera()
    const mine = await d.newPrivate()
    const { requestId, number } = await d.ask(officer, [camera.id, mine.camera.id])
    const [item, own] = await d.items(requestId)
    const { fault } = await s.as(who.official, act => reportDown(act, { askId: item!.askId }))
    const report = await s.db.faultReport.findUniqueOrThrow({ where: { number: fault! }, include: { notes: true, workOrder: true } })
    expect(report).toMatchObject({ cameraId: camera.id, releasedAt: morning, workOrder: { state: 'NEW', agencyId: s.here.agencies.pohsa } })
    expect(report.notes[0]!.text).toContain(number)
    expect(await s.as(mine.owner, act => reportDown(act, { askId: own!.askId }))).toEqual({ fault: null })
    expect(await s.db.faultReport.count()).toBe(1)
    expect(await s.db.workOrder.count({ where: { cameraId: mine.camera.id } })).toBe(0)
    expect(await s.db.camera.findUnique({ where: { id: mine.camera.id } })).toMatchObject({ status: 'DAMAGED', statusSource: 'REPORTED', statusSince: morning })
    expect(await d.notices(`privateCamera:${mine.camera.id}`)).toEqual([])
    expect(await d.request(requestId)).toMatchObject({ state: 'UNAVAILABLE', closedAt: morning })
    expect((await d.items(requestId)).map(({ cause, faultReportId }) => [cause, faultReportId])).toEqual([['CAMERA_DOWN', report.id], ['CAMERA_DOWN', null]])
  })

  it('“camera down” of an officer has the owner of a private camera told, who says when it works', async () => {
    const { camera, owner } = await d.newPrivate()
    const { id } = await itemOf((await d.ask(officer, [camera.id])).requestId)
    expect(await s.as(officer, act => miss(act, { itemId: id, cause: 'CAMERA_DOWN' }))).toEqual({ fault: null })
    const status = () => s.db.camera.findUniqueOrThrow({ where: { id: camera.id }, select: { status: true, statusSource: true } })
    expect(await status()).toEqual({ status: 'DAMAGED', statusSource: 'INFERRED' })
    expect(await d.notices(`privateCamera:${camera.id}`)).toEqual([expect.stringContaining('owner.damaged SOON')])
    for (const other of [officer, who.secretary, who.official, who.owner]) await expect(s.as(other, act => ownCameraWorks(act, camera.id))).rejects.toMatchObject({ code: 'cameraUnknown' })
    await s.as(owner, act => ownCameraWorks(act, camera.id))
    expect(await status()).toEqual({ status: 'NORMAL', statusSource: 'REPORTED' })
    expect(await d.notices(`privateCamera:${camera.id}`)).toEqual([])
    expect(await s.db.workOrder.count({ where: { cameraId: camera.id } })).toBe(0)
  })

  it('with an appointment in the past is refused', async () => {
    const { askId } = await itemOf((await d.ask(officer, [(await d.newCamera()).id])).requestId)
    await expect(s.as(who.official, act => appoint(act, { askId, at: morning }))).rejects.toMatchObject({ code: 'footagePast' })
  })
})

describe('where nobody answers', () => {
  it.each([true, false])('the owner of a private camera is to be called where they share their number (%s), and sees who looked', async (sharesPhone) => {
    const { camera, owner } = await d.newPrivate()
    const contact = sealContact({ contacts }, { name: 'มาลี', phone: { number: '0812345678', extension: null } }, owner.userId)
    await s.db.privateCamera.update({ where: { cameraId: camera.id }, data: { sharesPhone, contact } })
    const { requestId } = await d.ask(officer, [camera.id])
    const call = async (at: Date) => (await s.as(officer, act => requestView(act, { id: requestId }), at)).items[0]!.callPhone
    expect(await call(morning)).toBeNull()
    await s.clock(nudgeCustodians, after(DAY))
    expect(await call(after(DAY))).toBe(sharesPhone ? '081-234-5678' : null)
    expect(await s.as(owner, act => looksAt(act, camera.id))).toMatchObject(sharesPhone ? [{ as: 'POLICE', phone: true }] : [])
  })

  it('a colleague is asked, then all are reminded and the officer sees whom to call, then it is over', async () => {
    const { requestId, askId } = await itemOf((await d.ask(officer, [(await d.newCamera(1)).id])).requestId)
    const phone = async (at: Date) => (await s.as(officer, act => requestView(act, { id: requestId }), at)).items[0]!.callPhone
    expect(await s.clock(nudgeCustodians, after(4 * HOUR - 1))).toBe(0)
    expect(await phone(after(4 * HOUR - 1))).toBeNull()
    expect(await s.clock(nudgeCustodians, after(4 * HOUR))).toBe(1)
    expect(await d.notices(`footageAsk:${askId}`)).toEqual(['colleague: footage.asked NOW', 'official: footage.asked NOW'])
    expect(await phone(after(4 * HOUR))).toBe('035600001')
    expect(await s.clock(nudgeCustodians, after(8 * HOUR))).toBe(1)
    expect(await d.notices(`footageAsk:${askId}`)).toEqual(['colleague: footage.reminder NOW', 'official: footage.reminder NOW'])
    expect(await d.notices(`footage:${requestId}`)).toEqual([expect.stringContaining('footage.unanswered NOW')])
    expect(await s.clock(nudgeCustodians, after(11 * HOUR))).toBe(0)
    expect(await s.clock(expireUnanswered, after(12 * HOUR - 1))).toBe(0)
    expect(await s.clock(expireUnanswered, after(12 * HOUR))).toBe(1)
    expect(await s.clock(expireUnanswered, after(13 * HOUR))).toBe(0)
    expect(await d.request(requestId)).toMatchObject({ state: 'EXPIRED' })
    expect(await itemOf(requestId)).toMatchObject({ state: 'UNAVAILABLE', cause: 'NO_ANSWER' })
    expect(await d.notices(`footageAsk:${askId}`)).toEqual([])
    await expect(s.as(who.official, act => preserve(act, { askId }))).rejects.toMatchObject({ code: 'footageExpired' })
  })

  it('a technician who was waited for in vain leaves it overwritten; what was saved is not', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera(1)).id, (await d.newCamera(1)).id])
    const [one, two] = await d.items(requestId)
    await s.as(who.official, act => awaitTechnician(act, { askId: one!.askId, phone: { text: '0812345678', messageId: 'phone' } }))
    await s.as(who.official, act => preserve(act, { askId: two!.askId }))
    expect(await s.clock(nudgeCustodians, after(11 * HOUR))).toBe(0)
    expect((await s.as(officer, act => requestView(act, { id: requestId }))).items.find(({ id }) => id === one!.id)).toMatchObject({ technicianPhone: '0812345678', callPhone: '035600001' })
    await s.clock(expireUnanswered, after(2 * DAY))
    expect((await d.items(requestId)).map(({ state, cause }) => [state, cause])).toEqual([['UNAVAILABLE', 'OVERWRITTEN'], ['PRESERVED', null]])
  })

  it('whom LINE does not reach is to be called at once; of a private camera nothing is shown', async () => {
    const agency = await s.db.agency.create({ data: { name: 'อบต.เงียบ', provinceCode: '15', kind: 'SUBDISTRICT_ORGANISATION', phone: '035600009' } })
    await s.newPerson([{ role: 'OFFICIAL', provinceCode: '15', agencyId: agency.id }], 'silent', false)
    const { camera, owner } = await d.newPrivate()
    await s.db.user.update({ where: { id: owner.userId }, data: { reachable: false } })
    const { requestId } = await d.ask(officer, [(await s.newCamera({ agencyId: agency.id })).id, camera.id])
    const { items } = await s.as(officer, act => requestView(act, { id: requestId }))
    expect(items.map(({ callPhone }) => callPhone).sort()).toEqual(['035600009', null])
  })
})

describe('what others see', () => {
  it('an officer sees their own requests, nobody else’s, not even a colleague’s of the same station', async () => {
    const { requestId, number } = await d.ask(officer, [(await d.newCamera()).id])
    const colleague = await s.newPerson(officer.memberships)
    for (const actor of [colleague, other, ...strangers.map(one => who[one]), who.official, who.secretary, { ...officer, memberships: [] }]) {
      await expect(s.as(actor, act => requestView(act, { id: requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
      await expect(s.as(actor, act => requestView(act, { number }))).rejects.toMatchObject({ code: 'footageNotFound' })
      await expect(s.as(actor, act => cancelRequest(act, { requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
      expect((await s.as(actor, act => myRequests(act))).total).toBe(0)
    }
  })

  it('lists are by the nearest deadline, what is over last, ten at a time', async () => {
    const [late, soon, over] = [await d.ask(officer, [(await d.newCamera(30)).id]), await d.ask(officer, [(await d.newCamera(2)).id]), await d.ask(officer, [(await d.newCamera(1)).id])]
    await s.as(officer, act => cancelRequest(act, { requestId: over.requestId }))
    const { items } = await s.as(officer, act => myRequests(act))
    expect(items.map(({ number }) => number)).toEqual([soon.number, late.number, over.number])
    for (let n = 0; n < 9; n++) await d.ask(officer, [(await d.newCamera(60)).id])
    expect(await s.as(officer, act => myRequests(act, { page: 2 }))).toMatchObject({ total: 12, pages: 2, page: 2, items: { length: 2 } })
    expect((await s.as(who.official, act => asksToMe(act))).items[0]!.requests[0]!.number).toBe(soon.number)
    expect(await s.as(who.official, act => asksToMe(act, { page: 9 }))).toMatchObject({ total: 11, page: 2, items: { length: 1 } })
  })

  it('messages go both ways, to those concerned alone, and are gone when taken back', async () => {
    const { requestId, askId, id } = await itemOf((await d.ask(officer, [(await d.newCamera()).id])).requestId)
    await s.as(officer, act => writeToCustodian(act, id, { text: 'ขอหน้าคนขับด้วย', lineMessageId: 'm1' }))
    await s.as(who.official, act => writeToOfficers(act, askId, { text: 'ได้ครับ', lineMessageId: 'm2' }))
    const [asked, replied] = await s.db.footageMessage.findMany({ orderBy: { id: 'asc' } })
    expect(await s.as(who.colleague, act => footageMessage(act, asked!.id))).toMatchObject({ text: 'ขอหน้าคนขับด้วย', byOfficer: true })
    expect(await s.as(officer, act => footageMessage(act, replied!.id))).toMatchObject({ text: 'ได้ครับ', byOfficer: false })
    expect(await d.notices(`footageMessage:${asked!.id}`)).toHaveLength(2)
    for (const person of strangers) {
      await expect(s.as(who[person], act => footageMessage(act, asked!.id))).rejects.toMatchObject({ code: 'footageNotFound' })
      await expect(s.as(who[person], act => writeToOfficers(act, askId, { text: 'x' }))).rejects.toMatchObject({ code: 'footageNotFound' })
      await expect(s.as(who[person], act => writeToCustodian(act, id, { text: 'x' }))).rejects.toMatchObject({ code: 'footageNotFound' })
    }
    await s.as(other, act => eraseFootageWords(act, 'm1'))
    await s.as(officer, act => eraseFootageWords(act, 'm1'))
    expect((await s.as(officer, act => requestView(act, { id: requestId }))).items[0]!.messages).toMatchObject([{ text: null }, { text: 'ได้ครับ' }])
    await s.as(officer, act => cancelRequest(act, { requestId }))
    await expect(s.as(officer, act => writeToCustodian(act, id, { text: 'x' }))).rejects.toMatchObject({ code: 'footageTalkOver' })
  })

  it('what an officer wrote goes when its message is taken back', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera()).id])
    for (const message of ['case', 'offence', 'purpose']) await s.as(officer, act => eraseFootageWords(act, message))
    expect(await d.request(requestId)).toMatchObject({ caseNumber: null, offence: null, purpose: null })
  })

  it('a camera that its owner withdraws in the middle is not available, and the officer hears it', async () => {
    const { camera } = await d.newPrivate()
    const { requestId } = await d.ask(officer, [camera.id])
    await s.clock(act => endForWithdrawn(act, [camera.id]))
    await s.db.camera.delete({ where: { id: camera.id } })
    expect(await d.request(requestId)).toMatchObject({ state: 'REFUSED' })
    expect((await s.as(officer, act => requestView(act, { id: requestId }))).items).toMatchObject([{ camera: null, state: 'REFUSED' }])
    expect(await d.notices(`footage:${requestId}`)).toEqual([expect.stringContaining('footage.answered')])
  })
})

describe('a log of a request on foot', () => {
  const log = (input: Omit<Parameters<typeof logRequest>[1], 'agencyId'>, at = morning) => s.as(officer, act => logRequest(act, { agencyId: officer.memberships[0]!.agencyId!, ...input }), at)

  it.each([
    [{ got: 'ALL' }, 'COMPLETED'],
    [{ got: 'PART' }, 'PARTIAL'],
    [{ got: 'NOTHING', cause: 'NO_ANSWER' }, 'EXPIRED'],
    [{ got: 'NOTHING', cause: 'CANNOT_EXPORT' }, 'UNAVAILABLE'],
  ] as const)('%j is %s at once, and asks nobody', async (outcome, state) => {
    const { requestId } = await log({ at: after(-DAY), subject: { cameraId: (await d.newCamera()).id }, outcome })
    expect(await d.request(requestId)).toMatchObject({ state, logged: true, closedAt: morning })
    expect(await s.db.notice.count()).toBe(0)
  })

  it('can be of a private camera, of one outside the register, and of a place without any', async () => {
    const { camera } = await d.newPrivate()
    await log({ at: morning, subject: { cameraId: camera.id }, outcome: { got: 'ALL' } })
    const outside = await log({ at: morning, subject: { place: { text: 'ร้านข้าวหลังวัด' }, noCamera: false }, outcome: { got: 'ALL' } })
    expect(await itemOf(outside.requestId)).toMatchObject({ cameraId: null, state: 'RECEIVED' })
    const none = await log({ at: morning, subject: { place: { latitude: 14.5, longitude: 100.4 }, noCamera: true } })
    expect(await d.request(none.requestId)).toMatchObject({ state: 'UNAVAILABLE', noCamera: true, latitude: 14.5 })
    expect(await d.items(none.requestId)).toEqual([])
    await expect(log({ at: after(1), subject: { cameraId: camera.id }, outcome: { got: 'ALL' } })).rejects.toMatchObject({ code: 'footageFuture' })
    await expect(log({ at: morning, subject: { cameraId: (await s.newCamera({ provinceCode: '14' })).id }, outcome: { got: 'ALL' } })).rejects.toMatchObject({ code: 'footageOtherProvince' })
  })

  it('can be undone for two minutes, by its officer, with the report of a broken camera', async () => {
    const camera = await d.newCamera()
    const { requestId, fault } = await log({ at: morning, subject: { cameraId: camera.id }, outcome: { got: 'NOTHING', cause: 'CAMERA_DOWN' } })
    expect(await s.db.faultReport.count({ where: { number: fault!, releasedAt: null } })).toBe(1)
    await expect(s.as(other, act => undoLog(act, { requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
    await s.as(officer, act => undoLog(act, { requestId }), after(2 * MINUTE))
    expect(await s.db.faultReport.count()).toBe(0)
    expect((await s.as(officer, act => myRequests(act))).total).toBe(0)
    await expect(s.as(officer, act => undoLog(act, { requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
    const late = await log({ at: morning, subject: { cameraId: camera.id }, outcome: { got: 'ALL' } })
    await expect(s.as(officer, act => undoLog(act, { requestId: late.requestId }), after(2 * MINUTE + 1))).rejects.toMatchObject({ code: 'footageUndoLate' })
    const sent = await d.ask(officer, [(await d.newCamera()).id])
    await expect(s.as(officer, act => undoLog(act, { requestId: sent.requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
  })
})

it('the officer closes each camera; a broken one is reported; who was asked in vain hears that it is over', async () => {
  const camera = await d.newCamera()
  const { requestId } = await d.ask(officer, [camera.id, (await d.newCamera()).id])
  const [one, two] = await d.items(requestId)
  await s.db.notice.updateMany({ data: { state: 'DELIVERED' } })
  const { fault } = await s.as(officer, act => miss(act, { itemId: one!.id, cause: 'CAMERA_DOWN' }))
  expect(await s.db.faultReport.findUnique({ where: { number: fault! } })).toMatchObject({ cameraId: camera.id, reporterId: officer.userId })
  expect(await d.notices(`footageAsk:${one!.askId}`)).toEqual(['official: footage.calledOff SOON'])
  await s.as(officer, act => receive(act, { itemId: two!.id, complete: true }))
  expect(await d.request(requestId)).toMatchObject({ state: 'PARTIAL', closedAt: morning })
})

it('fifty requests in the same instant are all stored and each camera’s custodian is asked once', async () => {
  const cameras = await Promise.all(Array.from({ length: 6 }, () => d.newCamera()))
  const officers = await Promise.all(Array.from({ length: 50 }, () => d.newOfficer()))
  const asked = await Promise.all(officers.map((one, n) => d.ask(one, (n % 2 ? cameras : cameras.toReversed()).map(({ id }) => id))))
  expect(new Set(asked.map(({ number }) => number)).size).toBe(50)
  const items = await s.db.footageItem.findMany()
  expect(items).toHaveLength(300)
  expect(new Set(items.map(({ askId }) => askId)).size).toBe(6)
  expect(await s.db.notice.count({ where: { kind: 'footage.asked' } })).toBe(6)
  expect(await s.db.notice.count({ where: { kind: 'footage.joined' } })).toBe(1)
})
