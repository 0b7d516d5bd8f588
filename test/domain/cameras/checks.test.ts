import type { CheckedCamera } from '../../../domain/cameras/checks'
import { expect, it } from 'vitest'
import { checkBudget, checkCamera } from '../../../domain/cameras/checks'
import { checkWords } from '../../../domain/labels/checks'

const sound: CheckedCamera = { kind: 'FIXED', status: 'NORMAL', installed: '2016-08', costSatang: 2_500_000, linked: true, networkName: 'CAT', upgradeSatang: null, retentionDays: 30, custodianName: 'งานป้องกัน', maintenanceSatang: 0, openOrder: false }
const found = (facts: Partial<CheckedCamera>) => checkCamera({ ...sound, ...facts }, '2026-11').map(({ code, level }) => `${level} ${code}`)

it.each<[Partial<CheckedCamera>, string[]]>([
  [{}, []],
  [{ installed: '2026-11' }, []],
  [{ installed: '2026-12' }, ['error installedFuture']],
  [{ costSatang: 100_000 }, []],
  [{ costSatang: 99_999 }, ['warning costOdd']],
  [{ costSatang: 15_000_000 }, []],
  [{ costSatang: 15_000_001 }, ['warning costOdd']],
  [{ costSatang: 15_000_001, kind: 'PTZ' }, []],
  [{ upgradeSatang: 15_000_001 }, ['warning upgradeOdd']],
  [{ maintenanceSatang: 15_000_001 }, ['warning maintenanceOdd']],
  [{ maintenanceSatang: null }, ['warning maintenanceMissing']],
  [{ retentionDays: 0 }, ['warning retentionNone']],
  [{ retentionDays: 365 }, []],
  [{ retentionDays: 366 }, ['warning retentionLong']],
  [{ networkName: null }, ['warning networkNameMissing']],
  [{ networkName: null, linked: null }, []],
  [{ custodianName: '' }, ['warning custodianMissing']],
  [{ status: 'UNUSABLE' }, ['warning unusableWithoutOrder']],
  [{ status: 'DAMAGED', openOrder: true }, []],
])('a camera with %j: %j', (facts, codes) => expect(found(facts)).toEqual(codes))

it('asks about a budget that is none for so many cameras of the kind', () => {
  const of = (budgetSatang: number | null, cameras: number | null = 4) => checkBudget({ cameraKind: 'FIXED', cameras, budgetSatang })
  expect([of(400_000), of(60_000_000), of(null), of(1, null)]).toEqual([[], [], [], []])
  expect([of(399_999), of(60_000_001)]).toMatchObject([[{ code: 'budgetOdd' }], [{ code: 'budgetOdd', level: 'warning', field: 'budgetSatang' }]])
  expect(checkWords(of(1)[0]!, 'TH')).toBe('งบประมาณต่างจากปกติ (กล้อง 4 ตัว 4,000–600,000 บาท) ตรวจอีกครั้ง')
})
