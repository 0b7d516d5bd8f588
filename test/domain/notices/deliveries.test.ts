import { expect, it } from 'vitest'
import { deliveries } from '../../../domain/notices/queries'
import { Refusal } from '../../../domain/refusal'
import { morning, stage } from '../stage'

const s = stage()
const who = s.here.people
const sent = (person: keyof typeof who = 'secretary', code = '15') => s.as(who[person], act => deliveries(act, code), morning)

it('shows a secretary the month’s quota, what was held back in the province, and who cannot be reached', async () => {
  expect(await sent()).toEqual({ used: 0, limit: null, held: 0, unreachable: 0 })
  await s.db.lineAccount.create({ data: { quotaUsed: 240, quotaLimit: 300 } })
  const held = { level: 'SOON', kind: 'workOrder.new', data: {}, state: 'HELD' } as const
  await s.db.notice.createMany({
    data: [
      { ...held, userId: who.official.userId },
      { ...held, agencyId: s.here.agencies.town },
      { ...held, agencyId: s.here.agencies.elsewhere },
      { ...held, userId: who.official.userId, state: 'DELIVERED' },
    ],
  })
  await s.db.user.update({ where: { id: who.official.userId }, data: { reachable: false } })
  expect(await sent()).toEqual({ used: 240, limit: 300, held: 2, unreachable: 1 })
})

it('is for the secretaries of the province only', async () => {
  for (const person of ['official', 'technician', 'reporter'] as const) await expect(sent(person)).rejects.toThrow(Refusal)
  await expect(sent('secretary', '14')).rejects.toThrow(Refusal)
})
