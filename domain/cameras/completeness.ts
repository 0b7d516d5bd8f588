import type { CameraKind } from '../../prisma/client'
import type { CameraField } from './fields'

/**
 * What a complete entry tells of a camera. The database works out the percentage from the same (column `completeness`, written by
 * itself; in the migration): both are changed together.
 */
export const asked = [
  'megapixels',
  'nightVision',
  'installed',
  'costSatang',
  'direction',
  'fieldOfView',
  'range',
  'linked',
  'networkName',
  'recorderKind',
  'retentionDays',
  'remoteViewing',
  'custodianName',
  'custodianPhone',
  'exportBy',
  'maintainingAgencyId',
  'maintenanceSatang',
] as const satisfies CameraField[]

/** What completeness looks at. */
export type Asked = { kind: CameraKind } & Record<typeof asked[number], unknown>

/** Whether the field makes sense for this camera: a fisheye looks everywhere, a PTZ anywhere, only a linked one has a network. */
function applies(field: typeof asked[number], { kind, linked }: Asked): boolean {
  if (field === 'direction') return kind !== 'FISHEYE'
  if (field === 'fieldOfView') return kind !== 'FISHEYE' && kind !== 'PTZ'
  if (field === 'networkName') return linked === true
  return true
}

/** How complete the entry of a camera is: whole percent, and the fields that are missing, in the order of the form. */
export function completenessOf(camera: Asked): { percent: number, missing: CameraField[] } {
  const fields = asked.filter(field => applies(field, camera))
  const missing = fields.filter(field => camera[field] === null || camera[field] === undefined || camera[field] === '')
  return { percent: Math.floor((fields.length - missing.length) * 100 / fields.length), missing }
}
