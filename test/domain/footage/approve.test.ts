import type { Actor } from '../../../domain/act'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decideRequest } from '../../../domain/footage/approve'
import { cancelRequest } from '../../../domain/footage/cancel'
import { expireUnanswered, nudgeCustodians } from '../../../domain/footage/clock'
import { eraseFootageWords } from '../../../domain/footage/erase'
import { receive } from '../../../domain/footage/outcome'
import { approvals, approvalsWaiting, asksOfNumber, asksToMe, askView, myRequests, requestView, whyNotAnswer, whyNotOutcome } from '../../../domain/footage/queries'
import { eraseOld } from '../../../domain/keeping'
import { asksOf } from '../../../domain/owners/requests'
import { withdraw } from '../../../domain/owners/withdraw'
import { after } from '../stage'
import { DAY, desk, HOUR, MINUTE, morning, strangers } from './desk'

const d = desk()
const { s } = d
let officer: Actor, supervisor: Actor, other: Actor
let agencyId: string

/** Somebody of the officer's station. */
const colleague = (name: string, supervises: boolean) => s.newPerson([{ role: 'POLICE', provinceCode: '15', agencyId, supervises }], name)
function decide(who: Actor, requestId: string, approve: boolean, at = after(HOUR), reason: { text: string, messageId?: string } | null = null) {
  return s.as(who, act => decideRequest(act, { requestId, approve, reason }), at)
}
const state = async (id: string) => (await d.request(id)).state
const approval = (on: boolean) => s.db.province.update({ where: { code: '15' }, data: { footageApproval: on }, select: { code: true } })

beforeAll(async () => {
  officer = await d.newOfficer()
  agencyId = officer.memberships[0]!.agencyId!
  supervisor = await colleague('หัวหน้า', true)
  other = await colleague('หัวหน้าสอง', true)
})
beforeEach(async () => {
  await approval(true)
  await s.db.membership.updateMany({ where: { agencyId }, data: { suspendedAt: null } })
  await s.db.footageRequest.deleteMany()
  await s.db.notice.deleteMany()
})

describe('a request that waits', () => {
  it('is told to the supervisors at once, and to nobody else; no job touches it, and it cannot be answered or closed', async () => {
    const { owner, camera: shop } = await d.newPrivate()
    const camera = await d.newCamera(3)
    const { requestId, number, waits } = await d.ask(officer, [camera.id, shop.id])
    expect(waits).toBe(true)
    expect(await state(requestId)).toBe('AWAITING_APPROVAL')
    expect(await d.notices(`footage:${requestId}`)).toEqual(['หัวหน้า: footage.toApprove NOW', 'หัวหน้าสอง: footage.toApprove NOW'])
    expect(await s.db.notice.count()).toBe(2)
    const items = await d.items(requestId)
    expect(await s.clock(act => nudgeCustodians(act), after(30 * DAY))).toBe(0)
    expect(await s.clock(act => expireUnanswered(act), after(30 * DAY))).toBe(0)
    const { official, secretary } = s.here.people
    for (const [keeper, item] of [[official, items[0]!], [secretary, items[0]!], [owner, items[1]!]] as const) {
      expect((await s.as(keeper, act => asksToMe(act))).total).toBe(0)
      expect(await s.as(keeper, act => asksOfNumber(act, number))).toEqual([])
      expect((await s.as(keeper, act => whyNotAnswer(act, item.askId, 'preserve')))?.code).toBe('footageNotFound')
      await expect(s.as(keeper, act => askView(act, item.askId))).rejects.toMatchObject({ code: 'footageNotFound' })
    }
    expect(await s.as(owner, act => asksOf(act, shop.id))).toEqual([])
    expect((await s.as(officer, act => whyNotOutcome(act, items[0]!.id, 'receive')))?.code).toBe('footageWaits')
    await expect(s.as(officer, act => receive(act, { itemId: items[0]!.id, complete: true }))).rejects.toMatchObject({ code: 'footageWaits' })
    const mine = await s.as(officer, act => requestView(act, { id: requestId }))
    expect(mine.may).toEqual({ cancel: true, undo: false, decide: false })
    expect(mine.items.map(({ moves, mayWrite }) => [moves, mayWrite])).toEqual([[[], false], [[], false]])
    expect((await s.as(officer, act => myRequests(act, { over: false }))).items.map(({ id }) => id)).toEqual([requestId])
    await expect(d.ask(officer, [camera.id])).rejects.toMatchObject({ code: 'footageAgain' })
  })

  it('is seen by the supervisors of the station, written down, and by nobody else', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera()).id])
    for (const who of [supervisor, other]) {
      expect((await s.as(who, act => requestView(act, { id: requestId }))).may).toEqual({ cancel: false, undo: false, decide: true })
      expect((await s.as(who, act => approvals(act))).items.map(({ id }) => id)).toEqual([requestId])
      expect(await s.db.auditEntry.count({ where: { action: 'footage.seen', subject: `footage:${requestId}`, actorId: who.userId } })).toBe(2)
    }
    const elsewhere = await d.newOfficer()
    const stranger: Actor = { ...elsewhere, memberships: elsewhere.memberships.map(held => ({ ...held, supervises: true })) }
    const official: Actor = { ...s.here.people.official, memberships: [{ role: 'OFFICIAL', provinceCode: '15', agencyId, supervises: true }] }
    for (const who of [await colleague('เพื่อน', false), stranger, official, s.here.people.official, s.here.people.secretary, ...strangers.map(name => s.here.people[name])]) {
      await expect(s.as(who, act => requestView(act, { id: requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
      await expect(decide(who, requestId, true)).rejects.toMatchObject({ code: 'footageNotFound' })
      expect(await s.as(who, act => approvalsWaiting(act))).toBe(0)
    }
    expect(await state(requestId)).toBe('AWAITING_APPROVAL')
  })

  it('can be cancelled by the officer: nobody need decide, and the custodian never hears of it', async () => {
    const camera = await d.newCamera()
    const { requestId, number } = await d.ask(officer, [camera.id])
    await s.as(officer, act => cancelRequest(act, { requestId }))
    expect(await state(requestId)).toBe('CANCELLED')
    expect(await d.notices(`footage:${requestId}`)).toEqual([])
    expect(await s.as(s.here.people.official, act => asksOfNumber(act, number))).toEqual([])
    await expect(s.as(supervisor, act => requestView(act, { id: requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
    await expect(decide(supervisor, requestId, true)).rejects.toMatchObject({ code: 'footageNotFound' })
    await d.ask(officer, [camera.id])
  })
})

describe('approving', () => {
  it('asks whoever keeps the cameras, with time counted from now, and tells the officer', async () => {
    const camera = await d.newCamera(3)
    const { requestId } = await d.ask(officer, [camera.id])
    const at = after(HOUR)
    await decide(supervisor, requestId, true, at)
    expect(await d.request(requestId)).toMatchObject({ state: 'SUBMITTED', decidedById: supervisor.userId, decidedAt: at, events: [{ kind: 'SUBMITTED' }, { kind: 'APPROVED', actorId: supervisor.userId }] })
    const [item] = await d.items(requestId)
    expect(item).toMatchObject({ state: 'ASKED', cameraId: camera.id, answerBy: item!.overwriteAt })
    expect(item!.nudgeAt!.getTime()).toBe(at.getTime() + 12 * HOUR)
    expect(await d.notices(`footage:${requestId}`)).toEqual([`${(await s.db.user.findUniqueOrThrow({ where: { id: officer.userId } })).displayName}: footage.approved SOON`])
    expect((await d.notices(`footageAsk:${item!.askId}`))).toHaveLength(1)
    expect((await s.as(s.here.people.official, act => asksToMe(act))).total).toBe(1)
    const seen = await s.as(supervisor, act => requestView(act, { id: requestId }))
    expect(seen).toMatchObject({ isOwn: false, may: { cancel: false, decide: false }, items: [{ moves: [], callPhone: null, mayWrite: false }] })
    await expect(s.as(other, act => requestView(act, { id: requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
    await expect(decide(supervisor, requestId, false)).rejects.toMatchObject({ code: 'footageDecided' })
    await expect(decide(other, requestId, true)).rejects.toMatchObject({ code: 'footageDecided' })
  })

  it('joins what a colleague has asked meanwhile', async () => {
    const camera = await d.newCamera()
    const { requestId } = await d.ask(officer, [camera.id])
    const colleagues = await d.newOfficer()
    await approval(false)
    const host = await d.ask(colleagues, [camera.id])
    await decide(supervisor, requestId, true)
    const [[mine], [theirs]] = [await d.items(requestId), await d.items(host.requestId)]
    expect(mine!.askId).toBe(theirs!.askId)
  })

  it('leaves a camera out that was withdrawn, removed, paused or made the officer\'s own meanwhile', async () => {
    const withdrawn = await d.newPrivate()
    const paused = await d.newPrivate()
    const [removed, own, fine] = [await d.newCamera(), await d.newCamera(), await d.newCamera()]
    const { requestId } = await d.ask(officer, [withdrawn.camera.id, paused.camera.id, removed.id, own.id, fine.id])
    await s.as(withdrawn.owner, act => withdraw(act, withdrawn.camera.id))
    await s.db.privateCamera.update({ where: { cameraId: paused.camera.id }, data: { pausedUntil: after(DAY) }, select: { cameraId: true } })
    await s.db.camera.update({ where: { id: removed.id }, data: { status: 'REMOVED' }, select: { id: true } })
    await s.db.camera.update({ where: { id: own.id }, data: { agencyId }, select: { id: true } })
    expect((await s.as(supervisor, act => requestView(act, { id: requestId }))).items).toHaveLength(5)
    await decide(supervisor, requestId, true)
    const items = await d.items(requestId)
    expect(items.filter(item => item.state === 'ASKED').map(({ cameraId }) => cameraId)).toEqual([fine.id])
    expect(items.filter(item => item.state === 'UNAVAILABLE')).toHaveLength(4)
    expect(await state(requestId)).toBe('SUBMITTED')
    expect(await s.as(paused.owner, act => asksOf(act, paused.camera.id))).toEqual([])
    const alone = await d.ask(officer, [(await d.newCamera()).id])
    await s.db.camera.updateMany({ where: { footage: { some: { requestId: alone.requestId } } }, data: { status: 'REMOVED' } })
    await decide(supervisor, alone.requestId, true)
    expect(await d.request(alone.requestId)).toMatchObject({ state: 'UNAVAILABLE', closedAt: after(HOUR) })
  })

  it('works after the recording should be overwritten: it is asked for with patience', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera(1)).id])
    await decide(supervisor, requestId, true, after(3 * DAY))
    const [item] = await d.items(requestId)
    expect(item!.answerBy).toEqual(after(10 * DAY))
  })

  it('is refused while the officer is suspended; declining is not', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera()).id])
    await s.db.membership.updateMany({ where: { userId: officer.userId }, data: { suspendedAt: morning } })
    await expect(decide(supervisor, requestId, true)).rejects.toMatchObject({ code: 'footageOfficerGone' })
    expect(await state(requestId)).toBe('AWAITING_APPROVAL')
    await decide(supervisor, requestId, false)
    expect(await state(requestId)).toBe('DECLINED')
  })

  it('of two at the same time one decides', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera()).id])
    const done = await Promise.allSettled([decide(supervisor, requestId, true), decide(other, requestId, false)])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(done.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'footageDecided' } })
    const { decidedById, state: after, events } = await d.request(requestId)
    expect([after, decidedById]).toEqual(done[0]!.status === 'fulfilled' ? ['SUBMITTED', supervisor.userId] : ['DECLINED', other.userId])
    expect(events).toHaveLength(2)
  })
})

describe('declining', () => {
  it('ends it with a reason that the officer sees; it goes with its message, or a year later', async () => {
    const camera = await d.newCamera()
    const { requestId, number } = await d.ask(officer, [camera.id])
    await decide(supervisor, requestId, false, after(HOUR), { text: 'ไม่เกี่ยวกับคดี', messageId: 'why' })
    expect(await s.as(officer, act => requestView(act, { id: requestId }))).toMatchObject({ state: 'DECLINED', declined: 'ไม่เกี่ยวกับคดี', may: { cancel: false, decide: false } })
    expect((await d.request(requestId)).closedAt).toEqual(after(HOUR))
    expect((await d.notices(`footage:${requestId}`)).join()).toContain('footage.declined SOON')
    expect(await s.as(s.here.people.official, act => asksOfNumber(act, number))).toEqual([])
    expect((await s.as(officer, act => myRequests(act, { over: true }))).items.map(({ id }) => id)).toEqual([requestId])
    await s.as(officer, act => eraseFootageWords(act, 'why'))
    expect((await d.request(requestId)).declined).toBe('ไม่เกี่ยวกับคดี')
    await s.as(supervisor, act => eraseFootageWords(act, 'why'))
    expect((await d.request(requestId)).declined).toBeNull()
    const later = await d.ask(officer, [camera.id])
    await decide(supervisor, later.requestId, false, after(HOUR), { text: 'ซ้ำ', messageId: 'twice' })
    await s.clock(act => eraseOld(act), after(HOUR + 365 * DAY + MINUTE))
    expect(await d.request(later.requestId)).toMatchObject({ declined: null, declinedMessageId: null, caseNumber: null })
  })
})

describe('who needs no approval', () => {
  it('is a supervisor, whose request goes out at once; not for another station', async () => {
    const { requestId, waits } = await d.ask(supervisor, [(await d.newCamera()).id])
    expect(waits).toBe(false)
    expect(await state(requestId)).toBe('SUBMITTED')
    await expect(decide(other, requestId, false)).rejects.toMatchObject({ code: 'footageNotFound' })
  })

  it('is anybody where the province does not want it', async () => {
    await approval(false)
    const { requestId, waits } = await d.ask(officer, [(await d.newCamera()).id])
    expect([waits, await state(requestId)]).toEqual([false, 'SUBMITTED'])
    await expect(s.as(supervisor, act => requestView(act, { id: requestId }))).rejects.toMatchObject({ code: 'footageNotFound' })
    await expect(decide(supervisor, requestId, true)).rejects.toMatchObject({ code: 'footageNotFound' })
  })

  it('is nobody at a station without a supervisor, or with one who is suspended', async () => {
    const alone = await d.newOfficer()
    const camera = await d.newCamera()
    await expect(d.ask(alone, [camera.id])).rejects.toMatchObject({ code: 'footageNoSupervisor' })
    await s.db.membership.updateMany({ where: { agencyId, supervises: true }, data: { suspendedAt: morning } })
    await expect(d.ask(officer, [camera.id])).rejects.toMatchObject({ code: 'footageNoSupervisor' })
    expect(await s.db.footageRequest.count()).toBe(0)
  })

  it('is not the officer who became a supervisor: another one decides', async () => {
    const { requestId } = await d.ask(officer, [(await d.newCamera()).id])
    const risen: Actor = { ...officer, memberships: officer.memberships.map(held => ({ ...held, supervises: true })) }
    await expect(decide(risen, requestId, true)).rejects.toMatchObject({ code: 'footageDecideOwn' })
    expect(await s.as(risen, act => approvalsWaiting(act))).toBe(0)
    expect((await s.as(risen, act => requestView(act, { id: requestId }))).may).toEqual({ cancel: true, undo: false, decide: false })
  })
})
