import type { CheckedCamera, Finding } from '../cameras/checks'
import type { CellProblem, RowWarning } from './cell'
import type { ImportColumn } from './columns'
import type { Reading, ReadRow } from './row'
import { checkPlace } from '../cameras/checkPlace'
import { checkCamera } from '../cameras/checks'
import { checkWords } from '../labels/checks'

const unknown: CheckedCamera = { kind: 'FIXED', status: 'NORMAL', installed: null, costSatang: null, linked: null, networkName: null, upgradeSatang: null, retentionDays: null, custodianName: null, maintenanceSatang: null, openOrder: false }

/**
 * Gives what tells what the survey's checks find in what a row says: its errors keep the row out, as they keep a return from being handed in; the
 * warnings do not. What is empty is told of where the file has a column for it.
 */
export function rowChecker({ columns, provinceCode, month }: Pick<Reading, 'columns' | 'provinceCode' | 'month'>): (row: ReadRow) => { errors: CellProblem[], warnings: RowWarning[] } {
  return ({ camera, site, problems }) => {
    const { latitude, longitude, subdistrictCode = null } = site as { latitude?: number, longitude?: number, subdistrictCode?: string | null }
    const places = latitude === undefined || longitude === undefined ? [] : checkPlace({ latitude, longitude, provinceCode, subdistrictCode })
    const cameras = checkCamera({ ...unknown, ...camera, installed: typeof camera.installed === 'string' ? camera.installed.slice(0, 7) : null }, month)
    const [errors, warnings]: [CellProblem[], RowWarning[]] = [[], []]
    for (const finding of [...places, ...cameras]) {
      const column = columnOf(finding, columns)
      if (column < 0 || problems.some(problem => problem.column === column)) continue
      if (finding.level === 'error') errors.push({ column, code: 'refused', params: { th: checkWords(finding, 'TH'), en: checkWords(finding, 'EN') } })
      else warnings.push({ column, code: finding.code, params: finding.params ?? {} })
    }
    return { errors, warnings }
  }
}

/** The column that a finding is about; −1: the file has none. */
function columnOf({ field, code }: Finding, columns: readonly (ImportColumn | '')[]): number {
  const own = columns.indexOf(field as ImportColumn)
  if (own >= 0) return own
  if (field === 'latitude') return columns.indexOf('latLng')
  return code === 'networkNameMissing' ? columns.indexOf('linked') : -1
}
