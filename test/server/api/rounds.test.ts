import type { Product } from '../../helpers/product'
import type { Client } from './client'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct } from '../../helpers/product'
import { client, signedIn } from './client'

let product: Product
const people: Record<number, Client> = {}
let round: string
let phosa: string

beforeAll(async () => {
  product = await startProduct({ template: 'demo' })
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) people[n] = await signedIn(product, n)
  round = (await product.db.surveyRound.findFirstOrThrow()).id
  phosa = (await product.db.agency.findFirstOrThrow({ where: { name: 'อบต.โพสะ' } })).id
})
afterAll(() => product.stop())

const read = async (n: number, path: string) => (await people[n]!.ask(path)).json()
const view = async (n = 1) => (await read(n, `/returns?agency=${phosa}`) as { return: { id: string, version: number, state: string, may: string[] } }).return
async function outcome(n: number, path: string, json?: unknown, method?: string) {
  const answer = await people[n]!.ask(path, json === undefined ? {} : { json, method })
  return answer.ok ? answer.status : (await answer.json() as { code: string }).code
}

describe('the board of a round', () => {
  it('shows the figures of the founding minutes', async () => {
    const board = await read(5, `/rounds/${round}/board`)
    expect(board).toMatchObject({ sums: { agencies: 55, answered: 55, withCameras: 43, cameras: 860, working: 734, notWorking: 126 } })
    expect(await read(7, `/rounds/${round}/board`)).toEqual(board)
  })

  it('comes as a file that a spreadsheet opens: BOM, heading, a row for each agency, the sums', async () => {
    const answer = await people[5]!.ask(`/rounds/${round}/board.csv`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    const bytes = new Uint8Array(await answer.arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xEF, 0xBB, 0xBF])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines).toHaveLength(57)
    expect(lines[0]).toBe('หน่วยงาน,สถานะ,กล้อง,ใช้งานได้,ใช้งานไม่ได้,ความครบถ้วน (%),ข้อมูลผิด,ควรตรวจ,ส่งเมื่อ,แก้ไขล่าสุด,เตือนล่าสุด')
    expect(lines.at(-1)).toBe('รวม,,860,734,126,,,,,,')
  })

  it('comes as a workbook, named after the round', async () => {
    const answer = await people[5]!.ask(`/rounds/${round}/board.xlsx`)
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([200, expect.stringMatching(/filename="round-\d{4}-\d\d-\d\d\.xlsx"/)])
    const { sheets: [sheet] } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
    expect(sheet!.name).toBe((await product.db.surveyRound.findUniqueOrThrow({ where: { id: round } })).name.slice(0, 31))
    expect([sheet!.rows.length, sheet!.rows[0]!.slice(0, 3), sheet!.rows.at(-1)!.slice(0, 5)]).toEqual([57, ['หน่วยงาน', 'สถานะ', 'กล้อง'], ['รวม', expect.anything(), 860, 734, 126]])
  })

  it('a name that a spreadsheet would take for a formula stays text', async () => {
    await product.db.agency.update({ where: { id: phosa }, data: { name: '=1+1,"x"' } })
    expect(await (await people[5]!.ask(`/rounds/${round}/board.csv`)).text()).toContain('"\'=1+1,""x"""')
    await product.db.agency.update({ where: { id: phosa }, data: { name: 'อบต.โพสะ' } })
  })
})

describe('each route, as each person', () => {
  const board = [5, 7]
  const secretary = [5]
  it.each([
    ['/rounds?province=15', undefined, board],
    ['/rounds/ROUND/board', undefined, board],
    ['/rounds/ROUND/board.csv', undefined, board],
    ['/rounds/ROUND/board.xlsx', undefined, board],
    ['/rounds/ROUND/reminder', undefined, board],
    ['/findings?agency=PHOSA', undefined, [1, 5, 7]],
    ['/returns?agency=PHOSA', undefined, [1, 5, 7]],
    ['/returns?agency=PHOSA&round=ROUND', undefined, [1, 5, 7]],
    ['/rounds/ROUND/remind', {}, secretary],
  ] as const)('%s', async (path, json, may) => {
    for (let n = 1; n <= 8; n++) {
      const result = await outcome(n, path.replace('ROUND', round).replace('PHOSA', phosa), json)
      expect(result, `person ${n}`).toBe((may as readonly number[]).includes(n) ? 200 : 'notAllowed')
    }
    expect((await client(product).ask(path.replace('ROUND', round))).status).toBe(401)
  })

  it('moves', async () => {
    const { id, version } = await view()
    const none = '018f0000-0000-7000-8000-000000000000'
    for (const [move, body, may] of [['start', {}, [1, 5]], ['submit', {}, [1, 5]], ['nil', { reason: 'ไม่มี' }, [1, 5]], ['take-back', {}, [1, 5]], ['send-back', { remarks: 'แก้' }, [5]], ['accept', {}, [5]], ['reopen', {}, [5]]] as const) {
      for (let n = 1; n <= 8; n++) {
        // With a version that is not the one: nothing is done, and who may is told so.
        expect(await outcome(n, `/returns/${id}/${move}`, { version: version + 9, ...body }), `${move}, person ${n}`).toBe((may as readonly number[]).includes(n) ? 'changedMeanwhile' : 'notAllowed')
      }
      expect(await outcome(5, `/returns/${none}/${move}`, { version: 1, ...body })).toBe('notFound')
      expect(await outcome(5, `/returns/${id}/${move}`, {})).toBe('inputInvalid')
    }
    expect((await view()).version).toBe(version)
  })
})

describe('an agency and its secretary', () => {
  it('hand in again with an answer, send back, accept and undo', async () => {
    expect(await view()).toMatchObject({ state: 'RETURNED', may: ['submit', 'nil'] })
    const { id, version } = await view()
    expect(await outcome(1, `/returns/${id}/nil`, { version, reason: 'ไม่มี' })).toBe('returnNotEmpty')
    expect(await outcome(1, `/returns/${id}/submit`, { version, answer: 'เพิ่มแล้ว' })).toBe(204)
    expect(await view(5)).toMatchObject({ state: 'SUBMITTED', answer: 'เพิ่มแล้ว', may: ['nil', 'takeBack', 'return', 'accept'] })
    expect(await outcome(5, `/returns/${id}/accept`, { version: version + 1 })).toBe(204)
    expect(await outcome(5, `/returns/${id}/reopen`, { version: version + 2 })).toBe(204)
    expect(await outcome(5, `/returns/${id}/send-back`, { version: version + 3, remarks: 'ขอพิกัดใหม่' })).toBe(204)
    expect(await view()).toMatchObject({ state: 'RETURNED', remarks: 'ขอพิกัดใหม่', answer: null })
  })

  it('say in words what is wrong', async () => {
    const { id, version } = await view()
    const answer = await people[1]!.ask(`/returns/${id}/submit`, { json: { version, answer: 'ก'.repeat(1_001) } })
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ path: 'answer', detail: 'ยาวเกินไป ต้องไม่เกิน 1,000 ตัวอักษร' }] })
  })
})

describe('a round', () => {
  it('is closed, changed and opened by the secretary', async () => {
    const closed = await (await people[5]!.ask(`/rounds/${round}/close`, { json: {} })).json() as { version: number, open: boolean }
    expect(closed.open).toBe(false)
    expect(await outcome(5, `/rounds/${round}/remind`, {})).toBe('roundClosed')
    expect(await outcome(1, `/rounds/${round}`, { version: closed.version, name: 'x', closesOn: '2099-01-01', milestones: [] }, 'PUT')).toBe('notAllowed')
    const wanted = { provinceCode: '15', name: 'รอบใหม่', closesOn: '2099-01-01', milestones: [{ name: 'ปิด', date: '2099-01-01' }] }
    expect(await outcome(5, '/rounds', { ...wanted, provinceCode: '14' })).toBe('notAllowed')
    expect(await outcome(5, '/rounds', wanted)).toBe(200)
    expect(await outcome(5, `/rounds/${round}`, { version: closed.version, name: 'x', closesOn: '2099-01-01', milestones: [] }, 'PUT')).toBe('roundOpen')
    expect(await read(5, '/rounds?province=15')).toMatchObject({ rounds: [{ name: 'รอบใหม่', open: true }, { open: false }] })
  })
})
