import type { CheckedCamera, Finding } from '../cameras/checks'
import type { CellProblem, RowWarning } from './cell'
import type { ImportColumn } from './columns'
import type { Reading, ReadRow } from './row'
import { checkPlace } from '../cameras/checkPlace'
import { checkCamera } from '../cameras/checks'
import { checkWords } from '../labels/checks'

const unknown: CheckedCamera = { kind: 'FIXED', status: 'NORMAL', installed: null, costSatang: null, linked: null, networkName: null, upgradeSatang: null, retentionDays: null, custodianName: null, maintenanceSatang: null, openOrder: false }

/**
 * What the survey's checks find in what a row says: its errors keep the row out, as they keep a return from being handed in; the warnings do not.
 * What is empty is told of where the file has a column for it.
 */
export function checkRow({ camera, site, problems }: ReadRow, { columns, provinceCode, month }: Reading): { errors: CellProblem[], warnings: RowWarning[] } {
  const { latitude, longitude, subdistrictCode = null } = site as { latitude?: number, longitude?: number, subdistrictCode?: string | null }
  const found = [
    ...latitude === undefined || longitude === undefined ? [] : checkPlace({ latitude, longitude, provinceCode, subdistrictCode }),
    ...checkCamera({ ...unknown, ...camera, installed: typeof camera.installed === 'string' ? camera.installed.slice(0, 7) : null }, month),
  ].flatMap((finding) => {
    const column = columnOf(finding, columns)
    return column < 0 || problems.some(problem => problem.column === column) ? [] : [{ column, finding }]
  })
  return {
    errors: found.filter(({ finding }) => finding.level === 'error').map(({ column, finding }) => ({ column, code: 'refused', params: { th: checkWords(finding, 'TH'), en: checkWords(finding, 'EN') } })),
    warnings: found.filter(({ finding }) => finding.level === 'warning').map(({ column, finding: { code, params = {} } }) => ({ column, code, params })),
  }
}

/** The column that a finding is about; −1: the file has none. */
function columnOf({ field, code }: Finding, columns: readonly (ImportColumn | '')[]): number {
  const own = columns.indexOf(field as ImportColumn)
  if (own >= 0) return own
  if (field === 'latitude') return columns.indexOf('latLng')
  return code === 'networkNameMissing' ? columns.indexOf('linked') : -1
}
