import type { Context } from 'hono'
import type { CameraEntry } from '../../../domain/cameras/entries'
import type { ApiEnv } from './env'
import * as z from 'zod'
import { cameraFieldNames } from '../../../domain/cameras/fields'
import { cameraFacts, siteFacts } from '../../../domain/cameras/schema'
import { CameraStatus, StatusSource, WorkOrderState } from '../../../domain/enums'
import { checkLabels } from '../../../domain/labels/checks'
import { moment } from './output'

/** What checks find; the sentences are in `domain/labels/checks.ts`. */
export const findingsView = z.array(z.object({ code: z.enum(Object.keys(checkLabels) as [keyof typeof checkLabels]), level: z.enum(['error', 'warning']), field: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }))

/** A site as its form shows it. */
export const siteEntryView = z.object({
  id: z.string(),
  version: z.int(),
  agencyId: z.string().nullable(),
  provinceCode: z.string(),
  removed: z.boolean(),
  facts: siteFacts,
  cameras: z.array(z.object({ id: z.string(), code: z.string(), label: z.string(), status: z.enum(CameraStatus), completeness: z.int() })),
}).meta({ id: 'SiteEntry' })

/** A camera as its form shows it. */
export const cameraEntryView = z.object({
  id: z.string(),
  code: z.string(),
  version: z.int().describe('To be sent along with a change: it is refused when somebody else has changed it meanwhile'),
  site: z.object({ id: z.string(), name: z.string(), latitude: z.number(), longitude: z.number(), provinceCode: z.string(), agencyId: z.string().nullable() }),
  facts: cameraFacts,
  status: z.enum(CameraStatus),
  statusSource: z.enum(StatusSource),
  statusSince: moment,
  statusReason: z.string().nullable(),
  completeness: z.int(),
  missing: z.array(z.enum(cameraFieldNames)),
  findings: findingsView,
  repair: z.object({ number: z.string(), state: z.enum(WorkOrderState) }).nullable(),
  photos: z.array(z.object({ id: z.string(), state: z.enum(['PENDING', 'STORED', 'FAILED']), preview: z.url().nullable(), full: z.url().nullable() })),
}).meta({ id: 'CameraEntry' })

/** Its photos with links that are good for a while. */
export function withPhotos(c: Context<ApiEnv>, entry: CameraEntry) {
  const { photos: { links } } = c.get('deps')
  return { ...entry, photos: entry.photos.map(({ id, state }) => ({ id, state, preview: state === 'STORED' ? links.link(id, 'preview') : null, full: state === 'STORED' ? links.link(id, 'full') : null })) }
}
