import { expect, it } from 'vitest'
import { duplicateTarget, likelyDuplicates } from '../../../domain/workOrders/duplicates'
import { stage } from '../stage'

const s = stage()
const who = s.here.people

it('other open work orders within 500 metres may be the same fault, nearest first', async () => {
  const at = async (latitude: number, state: 'NEW' | 'REJECTED' = 'NEW') => {
    const stored = await s.workOrderIn(state, await s.newPerson())
    const { siteId } = await s.db.camera.findUniqueOrThrow({ where: { id: stored.camera.id } })
    await s.db.site.update({ where: { id: siteId }, data: { latitude } })
    return stored
  }
  // A thousandth of a degree of latitude is 111 metres.
  const [own, near, nearer] = [await at(14), await at(14.004), await at(14.001)]
  await at(14.005)
  await at(14.001, 'REJECTED')
  const found = await s.as(who.official, act => likelyDuplicates(act, own.workOrderId))
  expect(found.map(one => one.number)).toEqual([nearer.workOrderNumber, near.workOrderNumber])
})

it('a number is looked up before anything is merged', async () => {
  const [own, other] = [await s.workOrderIn('NEW'), await s.workOrderIn('NEW', who.neighbour)]
  const look = (of: string, person: keyof typeof who = 'official') => s.as(who[person], act => duplicateTarget(act, own.workOrderId, of))
  expect((await look(other.number)).number).toBe(other.workOrderNumber)
  await expect(look(own.number)).rejects.toMatchObject({ code: 'duplicateItself' })
  await expect(look('W-6911')).rejects.toMatchObject({ code: 'duplicateUnknown' })
  await expect(look(other.number, 'otherOfficial')).rejects.toMatchObject({ code: 'notFound' })
})
