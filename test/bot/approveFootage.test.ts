import type { Actor } from '../../domain/act'
import type { Language } from '../../prisma/client'
import type { Talker } from '../helpers/talk'
import { beforeAll, beforeEach, expect, it } from 'vitest'
import { putIntoWords } from '../../bot/notices'
import { decisionLabels, footageStateLabels, legalBasisLabels } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { desk, MINUTE } from '../domain/footage/desk'
import { after, morning } from '../domain/stage'
import { contacts } from '../helpers/contacts'
import { textsOf } from '../helpers/messages'
import { talker } from '../helpers/talk'
import { languages, wordsIn } from './office'

const d = desk()
const { s } = d
const now = after(MINUTE)
const place = { get db() { return s.db }, now: () => now }
const number = /R-6911-[2-9A-HJKMNP-TV-Z]{5}/
let officer: Actor, supervisor: Actor

beforeAll(async () => {
  officer = await d.newOfficer()
  supervisor = await s.newPerson([{ ...officer.memberships[0]!, supervises: true }], 'พ.ต.ท. หัวหน้า')
  await s.db.province.update({ where: { code: '15' }, data: { footageApproval: true }, select: { code: true } })
})
beforeEach(async () => {
  await s.db.membership.updateMany({ data: { suspendedAt: null } })
  await s.db.footageRequest.deleteMany()
  await s.db.notice.deleteMany()
  await s.db.camera.updateMany({ data: { status: 'REMOVED' } })
})

/** Goes through the questions with ordinary answers; gives the card to be confirmed. */
async function upToCard(me: Talker, code: string, language: Language): Promise<string> {
  const { t } = wordsIn(language)
  for (const words of [t.menu.footage, '123/2569', code, t.menu.next, '22/11/2569 18:30-19:15', t.footage.offences[1]!, inLanguage(legalBasisLabels.CPC_131, language), t.footage.purposes[0]!]) await me.says(words)
  return me.says(inLanguage(priorityLabels.NORMAL, language))
}

/** What a person hears of what waits for them, as it is put into words. */
async function hears(actor: Actor, language: Language): Promise<string> {
  const waiting = await s.db.notice.findMany({ where: { userId: actor.userId, state: 'WAITING' }, orderBy: { id: 'asc' } })
  const person = { ...actor, language, lineUserId: 'U', displayName: null, reachable: true, menuWanted: 'everyone' }
  const links = { photo: () => '', chat: () => null, liff: () => null, held: () => '' }
  const all = []
  for (const notice of waiting) all.push(await s.db.$transaction(db => putIntoWords({ db, now, links, contacts }, notice, { language, person })))
  return all.flatMap(speech => speech?.messages ?? []).flatMap(message => textsOf(message)).join('\n')
}

it.each(languages)('a request waits for the supervisor, who approves one and declines another, with one tap from the card (%s)', async (language) => {
  const { t } = wordsIn(language)
  const [camera, second] = [await d.newCamera(), await d.newCamera()]
  const [approve, decline] = [inLanguage(decisionLabels.approve, language), inLanguage(decisionLabels.decline, language)]
  const [me, chief] = [talker(place, officer, { language }), talker(place, supervisor, { language })]
  expect(await upToCard(me, camera.code, language)).toContain(t.footage.approvalNote)
  const done = await me.taps(t.menu.confirm)
  const first = number.exec(done)![0]
  expect(done).toContain(t.footage.sentForApproval(first))
  expect(done).toContain(inLanguage(footageStateLabels.AWAITING_APPROVAL, language))
  expect(await hears(s.here.people.official, language)).toBe('')
  const heard = await hears(supervisor, language)
  for (const words of [first, camera.code, '123/2569', approve, decline]) expect(heard).toContain(words)

  const list = await chief.says(t.menu.approvals)
  expect(list).toContain(t.footage.approvalCount(1))
  expect(list).toContain(t.footage.offences[1]!)
  expect(await chief.says(first)).toContain(approve)
  const approved = await chief.taps(approve)
  expect(approved).toContain(t.footage.approvedNow(first))
  expect(await hears(officer, language)).toContain(t.footage.approved)
  expect(await hears(s.here.people.official, language)).toContain(t.footage.asked)
  expect(await chief.says(t.menu.approvals)).toContain(t.footage.noApprovals)

  await s.db.notice.deleteMany()
  await upToCard(me, second.code, language)
  const next = number.exec(await me.taps(t.menu.confirm))![0]
  await chief.says(next)
  expect(await chief.taps(decline)).toContain(t.footage.askReason)
  expect(await chief.says('ไม่เกี่ยวกับคดี')).toContain(t.footage.declinedNow(next))
  const told = await hears(officer, language)
  expect(told).toContain(t.footage.declined)
  expect(told).toContain('ไม่เกี่ยวกับคดี')
  expect(await me.says(next)).toContain('ไม่เกี่ยวกับคดี')
  expect(await s.db.footageRequest.findUniqueOrThrow({ where: { number: next } })).toMatchObject({ state: 'DECLINED', declinedMessageId: expect.any(String) })
})

it('a reason can be skipped, and an old button says what has become of it', async () => {
  const { requestId } = await d.ask(officer, [(await d.newCamera()).id], { at: morning })
  const { number } = await d.request(requestId)
  const chief = talker(place, supervisor)
  await chief.says(number)
  await chief.taps('ไม่อนุมัติ')
  await chief.taps('ข้าม')
  expect(chief.sees()).toContain(`ไม่อนุมัติคำขอ ${number} แจ้งผู้ขอแล้ว`)
  expect(await d.request(requestId)).toMatchObject({ state: 'DECLINED', declined: null })
  const second = await d.ask(officer, [(await d.newCamera()).id], { at: morning })
  await chief.says(second.number)
  await s.db.footageRequest.update({ where: { id: second.requestId }, data: { state: 'SUBMITTED', decidedAt: now, decidedById: officer.userId }, select: { id: true } })
  expect(await chief.taps('อนุมัติ')).toContain(`คำขอ ${second.number} ไม่รออนุมัติแล้ว (รอผู้ดูแลกล้อง)`)
})

it('says on the card already that the station has nobody who approves, and the list is for supervisors alone', async () => {
  const camera = await d.newCamera()
  const alone = await d.newOfficer()
  const me = talker(place, alone)
  expect(await upToCard(me, camera.code, 'TH')).toContain('แจ้งผู้ดูแลระดับจังหวัดให้กำหนดผู้อนุมัติ')
  expect(await me.taps('ยืนยัน')).toContain('แจ้งผู้ดูแลระดับจังหวัดให้กำหนดผู้อนุมัติ')
  expect(await s.db.footageRequest.count()).toBe(0)
  for (const actor of [alone, officer, s.here.people.secretary, s.here.people.official]) expect(await talker(place, actor).says('คำขอรออนุมัติ')).toContain('เฉพาะผู้ที่เกี่ยวข้อง')
})
