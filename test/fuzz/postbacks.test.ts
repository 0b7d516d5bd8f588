import type { Product } from '../helpers/product'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dialogues } from '../../bot/dialogues'
import { chat } from '../helpers/chat'
import { lineId } from '../helpers/fakeLine'
import { actionsOf, textsOf } from '../helpers/messages'
import { startProduct } from '../helpers/product'
import { dice, oddValue, words } from './dice'
import { expectAnswered, expectNothingFailed } from './outcome'

const secret = 'ความลับของผู้แจ้ง'
const victim = lineId(2000)
const attackers = Array.from({ length: 24 }, (_, n) => lineId(2001 + n))

let product: Product
/** Ids of what is somebody else's. */
let ids: string[]
/** What somebody else's buttons carried. */
let theirs: string[]
let before: unknown

beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [victim, ...attackers].map(id => ({ id, name: `Person ${id.slice(-3)}` })) } })
  const { db } = product
  const camera = await db.camera.findFirstOrThrow({ where: { status: 'NORMAL', workOrders: { none: {} }, ownership: 'PUBLIC' } })
  const me = chat(product, victim)
  await me.says(`กล้อง ${camera.code} ไม่มีภาพ`)
  await me.says(secret)
  await me.says('ติดตามเรื่อง')
  const buttons = me.lines().flatMap(({ message }) => actionsOf(message)).map(({ data }) => data).filter(data => typeof data === 'string')
  const report = await db.faultReport.findFirstOrThrow({ where: { reporter: { lineUserId: victim } } })
  const official = await db.membership.findFirstOrThrow({ where: { role: 'OFFICIAL' } })
  const request = await db.accessRequest.create({ data: { userId: report.reporterId, role: 'COMMITTEE', provinceCode: '15', fullName: secret } })
  ids = [report.id, report.workOrderId, request.id, report.reporterId, official.userId, official.agencyId!, camera.id, report.number]
  theirs = buttons
  await product.idle()
  before = await state()
}, 180_000)
afterAll(() => product?.stop())

/** All that a stranger may not touch. */
async function state(): Promise<unknown> {
  const { db } = product
  const [reports, notes, requests, memberships, agencies] = await Promise.all([
    db.faultReport.findMany({ where: { reporter: { lineUserId: victim } }, omit: { releasedAt: true } }),
    db.reportNote.findMany({ where: { faultReport: { reporter: { lineUserId: victim } } } }),
    db.accessRequest.findMany({ where: { user: { lineUserId: victim } } }),
    db.membership.findMany({ orderBy: { id: 'asc' } }),
    db.agency.findMany({ orderBy: { id: 'asc' } }),
  ])
  return { reports, notes, requests, memberships, agencies }
}

let last = 0
function taps(n: number, data: string) {
  const id = `fuzz-${++last}`
  return { type: 'postback', webhookEventId: id, timestamp: Date.now(), mode: 'active', deliveryContext: { isRedelivery: false }, replyToken: id, source: { type: 'user', userId: attackers[n]! }, postback: { data } }
}
function says(n: number, text: string) {
  const { postback: _, ...rest } = taps(n, '')
  return { ...rest, type: 'message', message: { id: `${++last}`, type: 'text', text } }
}

async function expectAllAnswered(events: object[]): Promise<void> {
  expect((await product.line.deliver(events)).status).toBe(200)
  await product.idle()
  await expectNothingFailed(product)
  await expectAnswered(product, events.map(event => (event as { replyToken: string }).replyToken))
}

const keys = [...new Set(Object.values(dialogues).flatMap(({ questions }) => Object.keys(questions)))]
const value = () => fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...ids) }, fc.constantFrom('yes', 'FIXED', 'STILL_BROKEN', 'done', 'NO_PICTURE', '5', 'SECRETARY', 'HIGH', true, 1, null), oddValue)
const answers = () => fc.dictionary(fc.constantFrom(...keys, '__proto__', 'constructor'), value(), { maxKeys: 4 })
const subject = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...Object.keys(dialogues)) }, fc.constantFrom('constructor', '__proto__', 'toString', 'token', ''), words)
/** Buttons as somebody would make them up: of the right form, of others, or nothing like it. */
function forged() {
  return fc.oneof(
    { weight: 5, arbitrary: fc.tuple(fc.constantFrom('s', 'a'), subject, answers()).map(([kind, of, given]) => `${kind}.${of}.${JSON.stringify(given)}`) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom('p', 'e', 'r', 'x'), subject, fc.constantFrom(...keys, '__proto__')).map(parts => parts.join('.')) },
    { weight: 2, arbitrary: fc.constantFrom(...theirs) },
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...theirs), fc.nat(300), words).map(([data, at, more]) => data.slice(0, at) + more.slice(0, 20) + data.slice(at + 1)) },
    words,
  )
}
function dialogueOfOne() {
  return fc.constantFrom(...Object.keys(dialogues)).chain(of => fc.constantFrom(...ids).map((id) => {
    const key = Object.keys(dialogues[of]!.questions).find(name => ['report', 'workOrder', 'request', 'number', 'agency'].includes(name)) ?? 'report'
    return `s.${of}.${JSON.stringify({ [key]: id, ...of === 'decideAccess' && { approve: 'yes' }, ...of === 'verdict' && { verdict: 'FIXED' }, ...of === 'changeSymptom' && { symptom: 'BLURRY' } })}`
  }))
}
const everybody = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: attackers.length, maxLength: attackers.length })

async function expectNothingSeenNorChanged(): Promise<void> {
  const seen = attackers.flatMap(id => product.fake.saidTo(id)).flatMap(({ message }) => [...textsOf(message), String(message.altText ?? '')])
  expect(seen.filter(text => text.includes(secret))).toEqual([])
  expect(await state()).toEqual(before)
}

describe('a button that somebody made up', () => {
  it('is answered, and a cancel works after it', async () => {
    await fc.assert(fc.asyncProperty(everybody(forged()), async (all) => {
      await expectAllAnswered(all.map((data, n) => taps(n, data)))
      await expectAllAnswered(all.map((_, n) => says(n, 'ยกเลิก')))
      await product.db.draft.deleteMany({ where: { lane: { in: attackers } } })
    }), dice(8))
    await expectNothingSeenNorChanged()
  }, 240_000)

  it('shows and changes nothing that is somebody else\'s, whatever of theirs it names', async () => {
    await fc.assert(fc.asyncProperty(everybody(dialogueOfOne()), everybody(words), async (all, texts) => {
      await expectAllAnswered(all.map((data, n) => taps(n, data)))
      await expectAllAnswered(texts.map((text, n) => says(n, text)))
      await expectAllAnswered(all.map((_, n) => says(n, 'ยืนยัน')))
      await product.db.draft.deleteMany({ where: { lane: { in: attackers } } })
    }), dice(5))
    await expectNothingSeenNorChanged()
  }, 240_000)
})
