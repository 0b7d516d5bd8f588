import type { Answers } from '../../bot/dialogue'
import type { Product } from '../helpers/product'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { trackingNumber } from '../../domain/faults/number'
import { numbered } from '../../domain/faults/numbered'
import { consentVersion } from '../../domain/owners/consentText'
import { newInvitationCode } from '../../domain/people/invitationCode'
import { contacts } from '../helpers/contacts'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { dice, words } from './dice'
import { expectAnswered, expectNothingFailed } from './outcome'
import { everyQuestion, standing } from './standing'

const places = everyQuestion()
/** Two of them stand before each question. */
const people = places.flatMap((place, n) => [0, 1].map(i => ({ ...place, id: lineId(1000 + 2 * n + i), name: `Person ${n}` })))

let product: Product
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: people.map(({ id, name }) => ({ id, name })) } })
}, 180_000)
afterAll(() => product?.stop())

/** A person's own report, work order …: what they could answer with. */
async function belongings(n: number): Promise<Answers> {
  const { db } = product
  const agency = await db.agency.findFirstOrThrow({ where: { name: 'อบต.โพสะ' } })
  const camera = await db.camera.findFirstOrThrow({ where: { ownership: 'PUBLIC', status: 'NORMAL' }, skip: n })
  const memberships = { create: [{ role: 'SECRETARY' as const, provinceCode: '15' }, { role: 'OFFICIAL' as const, provinceCode: '15', agencyId: agency.id }] }
  const { id: userId } = await db.user.create({ data: { lineUserId: people[n]!.id, memberships } })
  const now = new Date()
  const common = { provinceCode: '15', cameraId: camera.id, symptom: 'NO_PICTURE' as const }
  const work = await numbered('W', now, async (id, number) => (await db.workOrder.createMany({
    data: [{ ...common, id, number, agencyId: agency.id, state: 'IN_PROGRESS', assigneeId: userId, dueAt: now, releasedAt: now, acknowledgedAt: now }],
    skipDuplicates: true,
  })).count)
  const report = await numbered('F', now, async (id, number) => (await db.faultReport.createMany({
    data: [{ ...common, id, number, reporterId: userId, workOrderId: work.id, releaseAt: now, releasedAt: now }],
    skipDuplicates: true,
  })).count)
  const request = await db.accessRequest.create({ data: { userId, role: 'COMMITTEE', provinceCode: '15', fullName: 'สมชาย ใจดี' } })
  const said = { text: 'เพราะฝนตก', messageId: '1' }
  const favour = { favour: 'TURN', facing: 'N', spot: { latitude: 14.5897, longitude: 100.4551, title: null, messageId: '1' }, cooperation: camera.id, move: 'agree' }
  const footage = { ...favour, item: camera.id, ask: camera.id, caseNumber: said, chosen: [camera.id], begin: now.toISOString(), minutes: 30, offence: said, basis: 'CPC_131', purpose: said, station: agency.id, what: camera.id, at: now.toISOString(), got: 'ALL', message: said, sha256: '0'.repeat(64), when: now.toISOString() }
  return { ...footage, decision: 'CHANGE_WANTED', until: '2026-12-24', report: report.id, workOrder: work.id, request: request.id, camera: camera.id, agency: agency.id, who: userId, where: said, reason: said, note: said, photos: 'sent', cause: 'POWER', cost: 0, waitingFor: 'PART', province: '15', role: 'OFFICIAL', name: 'สมชาย ใจดี', symptom: 'NO_PICTURE', place: said, risk: 'CRIME', urgency: 'NORMAL', cameras: 1, kind: 'DOME', budget: 0, source: said, topic: 'BUDGET', text: said, suggestion: said, time: 'NIGHT', point: { latitude: 14.58, longitude: 100.45, title: null, messageId: '1' } }
}

/** What they could say of a camera of their own. */
function ofOwnCamera(userId: string): Answers {
  const [said, sealed] = [{ text: 'ร้านทองมาลี', messageId: '1' }, (words: string) => ({ sealed: contacts.seal(words, userId), messageId: '1' })]
  return { consent: consentVersion, shop: said, here: { latitude: 14.5897, longitude: 100.4551, title: null, messageId: '1' }, facing: 'N', where: 'outside', days: 7, exportBy: 'STAFF', name: sealed('มาลี'), phone: sealed('{"number":"0812345678","extension":null}'), hours: said, shares: 'yes' }
}

let last = 0
function says(n: number, text: string) {
  const id = `fuzz-${++last}`
  return { type: 'message', webhookEventId: id, timestamp: Date.now(), mode: 'active', deliveryContext: { isRedelivery: false }, replyToken: id, source: { type: 'user', userId: people[n]!.id }, message: { id: `${++last}`, type: 'text', text } }
}

/** Everybody says something at once: each is answered, in a way that LINE takes, and nothing fails. */
async function expectEverybodyAnswered(said: string[]): Promise<void> {
  const events = said.map((text, n) => says(n, text))
  expect((await product.line.deliver(events)).status).toBe(200)
  await product.idle()
  await expectNothingFailed(product)
  await expectAnswered(product, events.map(({ replyToken }) => replyToken))
}

async function stand(at: Array<{ dialogue: string, answers: Answers }>): Promise<void> {
  await product.db.draft.deleteMany({})
  await product.db.draft.createMany({ data: at.map(({ dialogue, answers }, n) => ({ lane: people[n]!.id, dialogue, token: `token${n}`, answers: answers as object, misses: 0, state: 'OPEN' as const, updatedAt: new Date() })) })
}

const everybody = (text: fc.Arbitrary<string>) => fc.array(text, { minLength: people.length, maxLength: people.length })
const passing = ['reportMore', 'overview', 'language', 'stars']

describe('any text', () => {
  let at: Array<NonNullable<ReturnType<typeof standing>>>
  beforeAll(async () => {
    const own: Answers[] = []
    for (const n of people.keys()) own.push(await belongings(n))
    const found = people.map(({ dialogue, question }, n) => standing(dialogue, question, { ...own[n]!, ...dialogue === 'describeCamera' && ofOwnCamera(own[n]!.who as string) }))
    expect(people.filter((_, n) => !found[n]).map(({ dialogue, question }) => `${dialogue}.${question}`)).toEqual([])
    at = found.map(one => one!)
  }, 120_000)

  it('is answered before any question, and nothing hinders a cancel', async () => {
    await fc.assert(fc.asyncProperty(everybody(words), async (said) => {
      await stand(at)
      await expectEverybodyAnswered(said)
      await expectEverybodyAnswered(people.map(() => 'ยกเลิก'))
      const open = await product.db.draft.findMany({ where: { state: 'OPEN', dialogue: { notIn: passing } } })
      expect(open.map(({ dialogue, answers, aside }) => ({ dialogue, answers, aside }))).toEqual([])
    }), dice(5))
  }, 240_000)

  it('is answered outside of any dialogue', async () => {
    await product.db.draft.deleteMany({})
    await fc.assert(fc.asyncProperty(everybody(words), expectEverybodyAnswered), dice(2))
  }, 240_000)

  it('that is nearly a code or a number is answered', async () => {
    const whole = fc.constantFrom('15-00012', trackingNumber('F', new Date()), trackingNumber('W', new Date()), newInvitationCode(), 'ลงทะเบียน 7K3M-XQ2D-9FHA', 'กล้อง 15-00012 ไม่มีภาพ')
    const nearly = fc.tuple(whole, fc.nat(40), fc.nat(3), words).map(([code, at, drop, more]) => `${code.slice(0, at)}${more.slice(0, 12)}${code.slice(at + drop)}`)
    await product.db.draft.deleteMany({})
    await fc.assert(fc.asyncProperty(everybody(fc.oneof(nearly, whole)), expectEverybodyAnswered), dice(3))
  }, 240_000)
})
