import type { z } from 'zod'
import type { cameraFacts, siteFacts } from './schema'

/** A field of a camera that the survey asks. */
export type CameraField = keyof z.output<typeof cameraFacts>

/** A field of an installation point. */
export type SiteField = keyof z.output<typeof siteFacts>

/** The parts of the survey's first part, in the order of its form. */
export const cameraSections = {
  properties: ['label', 'kind', 'technology', 'megapixels', 'nightVision', 'installed', 'costSatang', 'assetNumber'],
  view: ['direction', 'fieldOfView', 'range'],
  network: ['linked', 'networkName', 'linkedAgency', 'upgradeNeeded', 'upgradeSatang', 'upgradeAgency'],
  recording: ['recorderKind', 'retentionDays', 'remoteViewing'],
  care: ['custodianName', 'custodianPhone', 'exportBy', 'custodianHours', 'maintainingAgencyId', 'maintenanceSatang'],
} as const satisfies Record<string, readonly CameraField[]>

/** Name of a part. */
export type CameraSection = keyof typeof cameraSections

/** All fields of a camera, in the order of the form. */
export const cameraFieldNames = Object.values(cameraSections).flat() as CameraField[]

/** All fields of a site, in the order of the form. */
export const siteFieldNames: SiteField[] = ['name', 'zone', 'latitude', 'longitude', 'subdistrictCode', 'address', 'placedBy', 'accuracy']
