import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moveLabels } from '../../domain/labels/workOrders'
import { after, MINUTE } from '../domain/stage'
import { languages, office, wordsIn } from './office'

const o = office()
const { s } = o
beforeEach(() => o.at(after(MINUTE)))
afterEach(() => s.forget())

const order = async () => s.workOrderIn('NEW', await s.newPerson())
const state = async (id: string) => (await s.workOrder(id)).state

describe('a move that is typed with nothing else, as where cards have no buttons', () => {
  it.each(languages)('is made with the work order that the chat showed last (%s)', async (language) => {
    const { move, t } = wordsIn(language)
    const [one, other] = [await order(), await order()]
    const official = o.as('official', { language })
    await official.says(other.workOrderNumber)
    await official.says(one.workOrderNumber)
    expect(await official.says(`${move('acknowledge')}${language === 'TH' ? 'ครับ' : ' please'}`)).toContain(one.workOrderNumber)
    expect(await official.says(move('assign'))).toContain(t.work.askWho)
    await official.says(t.menu.cancel)
    expect([await state(one.workOrderId), await state(other.workOrderId)]).toEqual(['ACKNOWLEDGED', 'NEW'])
  })

  it('is made with the only one with which it can be done', async () => {
    const { workOrderId, workOrderNumber } = await order()
    expect(await o.as('official').says('รับเรื่อง')).toContain(`รับเรื่อง ${workOrderNumber} แล้ว`)
    expect(await state(workOrderId)).toBe('ACKNOWLEDGED')
  })

  it.each(languages)('asks which one where several fit, and does nothing yet (%s)', async (language) => {
    const { move, t } = wordsIn(language)
    const orders = [await order(), await order()]
    const official = o.as('official', { language })
    await official.says(move('acknowledge'))
    expect(official.sees()).toContain(t.work.whichTo(move('acknowledge'), orders[0]!.workOrderNumber))
    for (const { workOrderNumber, workOrderId } of orders) {
      expect(official.sees()).toContain(workOrderNumber)
      expect(await state(workOrderId)).toBe('NEW')
    }
    expect(await official.says(`${move('acknowledge')} ${orders[1]!.workOrderNumber}`)).toContain(orders[1]!.workOrderNumber)
    expect([await state(orders[0]!.workOrderId), await state(orders[1]!.workOrderId)]).toEqual(['NEW', 'ACKNOWLEDGED'])
  })

  it.each(languages)('says that there is none, and where all of them are (%s)', async (language) => {
    const { move, t } = wordsIn(language)
    const official = o.as('official', { language })
    expect(await official.says(move('wait').replace('…', ''))).toContain(t.work.nothingTo(move('wait').replace('…', '')))
    expect(official.choices()).toEqual([t.menu.myWork])
  })

  it('passes over what was shown last when it cannot be done with that', async () => {
    const shown = await s.workOrderIn('ASSIGNED', await s.newPerson())
    const { workOrderNumber } = await order()
    const official = o.as('official')
    await official.says(shown.workOrderNumber)
    expect(await official.says('รับเรื่อง')).toContain(`รับเรื่อง ${workOrderNumber} แล้ว`)
  })

  it('means nothing from people who repair nothing, and nothing in a group where the account is not addressed', async () => {
    const { workOrderId } = await order()
    for (const person of ['passerBy', 'police', 'committee', 'owner', 'otherOfficial'] as const) {
      for (const label of Object.values(moveLabels)) await o.as(person).says(label.th.replace('…', ''))
    }
    const group = `C${'3'.repeat(32)}`
    expect(await o.as('official', { group }).says('รับเรื่อง')).toBe('')
    expect(await state(workOrderId)).toBe('NEW')
    expect(await o.as('official', { group }).mentions('รับเรื่อง')).toContain('แล้ว')
    expect(await state(workOrderId)).toBe('ACKNOWLEDGED')
  })
})
