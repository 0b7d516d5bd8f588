import type { Product } from '../helpers/product'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insistentLine, leftovers } from '../crash/conversations'
import { chat } from '../helpers/chat'
import { eventually } from '../helpers/eventually'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'

const minute = 60_000
const hour = 60 * minute
/** How far the product's clock is from LINE's, ms. */
let off = 0
const ids = [1, 2, 3].map(n => lineId(0xA000 + n))
let product: Product
beforeAll(async () => { product = await startProduct({ template: 'demo', now: () => new Date(Date.now() + off), line: insistentLine }) })
afterAll(() => product.stop())

/** How a person was answered when they did this: each message of theirs gets one letter. */
async function answersTo(recipient: string, act: () => Promise<unknown>): Promise<Array<string | null>> {
  const before = (await product.db.outboundMessage.findMany({ where: { recipient } })).map(({ id }) => id)
  await act()
  await eventually(async () => expect(await leftovers(product.db)).toEqual([]))
  return (await product.db.outboundMessage.findMany({ where: { recipient, id: { notIn: before } } })).map(({ sentAs }) => sentAs)
}

describe('a clock that jumps', () => {
  it('a day ahead and then an hour back: everybody is answered once, and what happens by the clock goes on', async () => {
    const cameras = await product.db.camera.findMany({ where: { status: 'NORMAL', ownership: 'PUBLIC', workOrders: { none: {} }, agencyId: { not: null } }, orderBy: { code: 'asc' }, take: 3 })
    const people = ids.map(id => chat(product, id))
    const reports = () => product.db.faultReport.findMany({ where: { cameraId: { in: cameras.map(({ id }) => id) } }, orderBy: { createdAt: 'asc' } })
    /** Nothing is told to the agency before two minutes are over: then a job must have run. */
    const released = async (n: number) => eventually(async () => expect((await product.db.faultReport.findMany({ where: { cameraId: cameras[n]!.id } })).map(({ releasedAt }) => releasedAt)).toEqual([expect.any(Date)]))

    await people[0]!.says(`กล้อง ${cameras[0]!.code} ไม่มีภาพ`)
    expect((await reports())[0]).toMatchObject({ releasedAt: null })
    off += 24 * hour
    await released(0)
    // Its reply token looks a day old, so it is pushed.
    expect(await answersTo(ids[1]!, () => people[1]!.says(`กล้อง ${cameras[1]!.code} ไม่มีภาพ`))).toEqual(['push'])
    expect(people[1]!.sees()).toMatch(/F-\d{4}-[2-9A-Z]{5}/)
    off += 3 * minute
    await released(1)

    off = -hour
    expect(await answersTo(ids[2]!, () => people[2]!.says(`กล้อง ${cameras[2]!.code} ไม่มีภาพ`))).toEqual(['reply'])
    expect(people[2]!.sees()).toMatch(/F-\d{4}-[2-9A-Z]{5}/)
    expect((await reports()).filter(({ releasedAt }) => !releasedAt)).toHaveLength(1)
    off += 3 * minute
    await released(2)
    for (const [n, me] of people.entries()) {
      expect(await answersTo(ids[n]!, () => me.says('วิธีใช้'))).toEqual(['reply'])
    }
    expect(await reports()).toHaveLength(3)
  }, 120_000)
})
