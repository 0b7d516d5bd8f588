import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chat } from '../../helpers/chat'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
let secretary: Client
let police: Client
/** An official, a police officer, an owner, a technician, a committee member, nobody in particular. */
let others: Client[]
beforeAll(async () => {
  product = await startProduct({ template: 'demo', line: { people: [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` })) }, budget: { most: 1000, span: 60_000, sources: 100 } })
  secretary = await signedIn(product, 5)
  others = await Promise.all([1, 3, 4, 6, 7, 8].map(n => signedIn(product, n)))
  police = others[1]!
})
afterAll(() => product.stop())

const settings = '/provinces/15/settings'
const json = async (answer: Promise<Response>): Promise<any> => (await answer).json()
const change = (body: object) => secretary.ask(settings, { method: 'PATCH', json: body })
const membershipOf = (n: number) => product.db.membership.findFirstOrThrow({ where: { user: { lineUserId: lineId(n) } } })

describe('the settings of a province', () => {
  it('are read and changed, each by itself, and hold for what is asked next', async () => {
    expect(await json(secretary.ask(settings))).toMatchObject({ urgentDays: 1, confirmDays: 7, footageCameras: 6, footageMinutes: 180, footageKeptDays: 365, footageApproval: false })
    expect((await change({ footageCameras: 2, footageMinutes: 30 })).status).toBe(204)
    expect(await json(secretary.ask(settings))).toMatchObject({ urgentDays: 1, footageCameras: 2, footageMinutes: 30 })
    expect((await json(police.ask('/me'))).roles).toMatchObject([{ role: 'POLICE', footage: { cameras: 2, minutes: 30 } }])
    expect((await json(secretary.ask('/me'))).roles).toMatchObject([{ role: 'SECRETARY', footage: null }])
    const three = await product.db.camera.findMany({ where: { ownership: 'PUBLIC', status: 'NORMAL', agency: { name: 'อบต.โพสะ' } }, take: 3 })
    const codes = (n: number) => police.ask(`/footage/cameras?codes=${three.slice(0, n).map(({ code }) => code).join(',')}`)
    expect((await codes(2)).status).toBe(200)
    expect(await json(codes(3))).toMatchObject({ status: 422, code: 'footageTooMany', detail: expect.stringContaining('ไม่เกิน 2 กล้อง') })
    expect((await change({ footageCameras: 6, footageMinutes: 180 })).status).toBe(204)
    expect((await codes(3)).status).toBe(200)
  })

  it.each([
    [{ urgentDays: 0 }, 'urgentDays', 'ต้องไม่น้อยกว่า 1'],
    [{ normalDays: 91 }, 'normalDays', 'ต้องไม่เกิน 90'],
    [{ highDays: 1.5 }, 'highDays', 'กรอกเป็นจำนวนเต็ม'],
    [{ confirmDays: 61 }, 'confirmDays', 'ต้องไม่เกิน 60'],
    [{ footageCameras: 21 }, 'footageCameras', 'ต้องไม่เกิน 20'],
    [{ footageMinutes: 14 }, 'footageMinutes', 'ต้องไม่น้อยกว่า 15'],
    [{ footageMinutes: 1441 }, 'footageMinutes', 'ต้องไม่เกิน 1,440'],
    [{ footageKeptDays: 89 }, 'footageKeptDays', 'ต้องไม่น้อยกว่า 90'],
    [{ lastCamera: 9 }, 'lastCamera', 'ไม่รู้จักช่องนี้'],
  ])('are refused with %j, at the field', async (body, path, detail) => {
    expect(await json(change(body))).toMatchObject({ status: 422, errors: [{ path, detail }] })
  })
})

it('an officer is made one who approves, hears of it in the chat, and is listed so', async () => {
  const { id } = await membershipOf(3)
  const set = (supervises: boolean, membership = id) => secretary.ask(`/people/${membership}/supervises`, { method: 'PUT', json: { supervises } })
  expect((await json(secretary.ask(settings))).unsupervised).not.toEqual([])
  expect((await set(true)).status).toBe(204)
  expect((await json(secretary.ask('/people?provinceCode=15&role=POLICE'))).items.find(({ membershipId }: { membershipId: string }) => membershipId === id)).toMatchObject({ supervises: true })
  expect(await chat(product, lineId(3)).says('ช่วยเหลือ')).toContain('คุณได้รับมอบหมายให้เป็นหัวหน้าผู้อนุมัติคำขอดูภาพ')
  expect((await set(false)).status).toBe(204)
  expect(await chat(product, lineId(3)).says('ช่วยเหลือ')).toContain('ไม่ได้เป็นหัวหน้าผู้อนุมัติคำขอดูภาพ')
  expect(await json(set(true, (await membershipOf(1)).id))).toMatchObject({ status: 409, code: 'onlyPoliceSupervise' })
})

it('nobody but a secretary of the province may see or change any of it', async () => {
  const { id } = await membershipOf(3)
  const tries: [string, object?][] = [
    [settings],
    [settings, { method: 'PATCH', json: { urgentDays: 5 } }],
    [`/people/${id}/supervises`, { method: 'PUT', json: { supervises: true } }],
  ]
  for (const [path, init] of tries) {
    for (const other of others) expect([path, await json(other.ask(path, init))]).toMatchObject([path, { status: 403, code: 'notAllowed' }])
    expect((await client(product).ask(path, init)).status).toBe(401)
  }
  // Nor while suspended, nor a secretary of another province.
  const own = { role: 'SECRETARY' as const, user: { lineUserId: lineId(5) } }
  const refused = async () => {
    for (const [path, init] of tries) expect([path, await json(secretary.ask(path, init))]).toMatchObject([path, { status: 403, code: 'notAllowed' }])
  }
  await product.db.membership.updateMany({ where: own, data: { suspendedAt: new Date() } })
  await refused()
  await product.db.membership.updateMany({ where: own, data: { suspendedAt: null, provinceCode: '14' } })
  await refused()
  expect(await product.db.province.findUniqueOrThrow({ where: { code: '15' } })).toMatchObject({ urgentDays: 1 })
  expect(await membershipOf(3)).toMatchObject({ supervises: false })
})
