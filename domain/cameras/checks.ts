import type { CameraKind, CameraStatus } from '../../prisma/client'
import type { CameraField, SiteField } from './fields'

/** What a check finds. An error blocks handing in; a warning does not. `params` fill the sentence (`domain/labels/checks.ts`). */
export interface Finding {
  code: CheckCode
  level: 'error' | 'warning'
  field: CameraField | SiteField | 'status' | 'budgetSatang'
  params?: Record<string, string | number>
}

/** Every check there is. */
export type CheckCode
  = | 'swappedCoordinates' | 'outsideProvince' | 'farFromSubdistrict' | 'tooClose'
    | 'retentionNone' | 'retentionLong' | 'installedFuture' | 'costOdd' | 'maintenanceOdd' | 'upgradeOdd'
    | 'networkNameMissing' | 'custodianMissing' | 'maintenanceMissing' | 'unusableWithoutOrder' | 'budgetOdd'

/** What the checks look at of a camera; money in satang. `openOrder`: a repair is open on it. */
export interface CheckedCamera {
  kind: CameraKind
  status: CameraStatus
  installed: string | null
  costSatang: number | null
  linked: boolean | null
  networkName: string | null
  upgradeSatang: number | null
  retentionDays: number | null
  custodianName: string | null
  maintenanceSatang: number | null
  openOrder: boolean
}

/** Usual price of a kind with its installation, baht: what lies outside is asked about, not refused. */
export const usualCost: Record<CameraKind, [least: number, most: number]> = {
  FIXED: [1_000, 150_000],
  DOME: [1_000, 150_000],
  PTZ: [5_000, 500_000],
  FISHEYE: [2_000, 200_000],
  PLATE_READER: [10_000, 1_000_000],
  THERMAL: [20_000, 2_000_000],
  OTHER: [500, 2_000_000],
}

/** What contradicts or is missing in one camera. `month` is the current one in Bangkok, `2026-11`. */
export function checkCamera(camera: CheckedCamera, month: string): Finding[] {
  const { kind, status, installed, costSatang, linked, networkName, upgradeSatang, retentionDays, custodianName, maintenanceSatang, openOrder } = camera
  const [least, most] = usualCost[kind]
  const found: (Finding | false)[] = [
    installed !== null && installed > month && { code: 'installedFuture', level: 'error', field: 'installed' },
    costSatang !== null && (costSatang < least * 100 || costSatang > most * 100) && { code: 'costOdd', level: 'warning', field: 'costSatang', params: { least, most } },
    linked === true && !networkName && { code: 'networkNameMissing', level: 'warning', field: 'networkName' },
    upgradeSatang !== null && upgradeSatang > most * 100 && { code: 'upgradeOdd', level: 'warning', field: 'upgradeSatang', params: { most } },
    retentionDays === 0 && { code: 'retentionNone', level: 'warning', field: 'retentionDays' },
    retentionDays !== null && retentionDays > 365 && { code: 'retentionLong', level: 'warning', field: 'retentionDays' },
    !custodianName && { code: 'custodianMissing', level: 'warning', field: 'custodianName' },
    maintenanceSatang === null && { code: 'maintenanceMissing', level: 'warning', field: 'maintenanceSatang' },
    maintenanceSatang !== null && maintenanceSatang > most * 100 && { code: 'maintenanceOdd', level: 'warning', field: 'maintenanceSatang', params: { most } },
    (status === 'UNUSABLE' || status === 'DAMAGED') && !openOrder && { code: 'unusableWithoutOrder', level: 'warning', field: 'status' },
  ]
  return found.filter(finding => finding !== false)
}

/** What the budget of a proposal has to do with so many cameras of the kind; what is not known (null) is not asked about. */
export function checkBudget({ cameraKind, cameras, budgetSatang }: { cameraKind: CameraKind | null, cameras: number | null, budgetSatang: number | null }): Finding[] {
  if (cameraKind === null || cameras === null || budgetSatang === null) return []
  const [least, most] = usualCost[cameraKind].map(baht => baht * cameras) as [number, number]
  return budgetSatang < least * 100 || budgetSatang > most * 100 ? [{ code: 'budgetOdd', level: 'warning', field: 'budgetSatang', params: { least, most, cameras } }] : []
}
