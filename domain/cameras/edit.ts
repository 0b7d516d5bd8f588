import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { differences, recordChanges } from '../changes/record'
import { dropDraft } from '../forms/drafts'
import { Refusal } from '../refusal'
import { returnChanged } from '../survey/returns'
import { lockedEntry, siteFor } from './entry'
import { cameraColumns, cameraFactsOf } from './facts'
import { nextCode } from './nextCode'
import * as schema from './schema'

/**
 * A new camera of a site, of the site's agency. Sent again with the same id it is the same one.
 * Refused as `siteUnknown`, `notAllowed`, `siteRemoved`, `agencyUnknown` (who maintains it), `codesUsedUp`.
 */
export async function addCamera(act: Act, input: z.input<typeof schema.newCamera>): Promise<{ id: string }> {
  const { id, siteId, ...facts } = schema.newCamera.parse(input)
  const known = await act.db.camera.findUnique({ where: { id }, select: { id: true } })
  if (known) return { id: (await lockedEntry(act, id)).id }
  const { agencyId, provinceCode } = await siteFor(act, siteId)
  await needsAgency(act, facts.maintainingAgencyId, provinceCode)
  const code = await nextCode(act, provinceCode)
  const { count } = await act.db.camera.createMany({
    data: [{ ...cameraColumns(facts), id, siteId, code, agencyId, statusSince: act.now, createdAt: act.now, updatedAt: act.now }],
    skipDuplicates: true,
  })
  // The same was being stored at the same moment.
  if (!count) return { id: (await lockedEntry(act, id)).id }
  const camera = await act.db.camera.findUniqueOrThrow({ where: { id } })
  await recordChanges(act, [{ provinceCode, subject: `camera:${id}`, action: 'created', fields: differences({}, cameraFactsOf(camera)), afterSubmit: await returnChanged(act, agencyId) }])
  await audit(act, { action: 'camera.created', subject: `camera:${id}`, provinceCode, data: { code } })
  return { id }
}

/**
 * Changes what is known of a camera, or moves it to another site of its agency.
 * Refused as `cameraUnknown`, `notAllowed`, `changedMeanwhile`, `cameraIsRemoved`, `siteUnknown`, `siteRemoved`, `siteElsewhere`, `agencyUnknown`.
 */
export async function changeCamera(act: Act, id: string, input: z.input<typeof schema.changedCamera>): Promise<{ id: string }> {
  const { version, siteId, ...facts } = schema.changedCamera.parse(input)
  const camera = await lockedEntry(act, id, version)
  const { code, agencyId, site: { provinceCode } } = camera
  if (camera.status === 'REMOVED') throw new Refusal('cameraIsRemoved', { code })
  await needsAgency(act, facts.maintainingAgencyId, provinceCode)
  const to = siteId !== undefined && siteId !== camera.siteId ? await siteFor(act, siteId) : null
  if (to && (to.agencyId !== agencyId || to.provinceCode !== provinceCode)) throw new Refusal('siteElsewhere')
  const fields = differences(cameraFactsOf(camera), facts)
  if (!to && !Object.keys(fields).length) return { id }
  await act.db.camera.update({ where: { id }, data: { ...cameraColumns(facts), ...to && { siteId: to.id }, version: version + 1, updatedAt: act.now }, select: { id: true } })
  await dropDraft(act, `camera:${id}`)
  const afterSubmit = await returnChanged(act, agencyId)
  const subject = `camera:${id}`
  await recordChanges(act, [
    ...Object.keys(fields).length ? [{ provinceCode, subject, action: 'changed' as const, fields, afterSubmit }] : [],
    ...to ? [{ provinceCode, subject, action: 'moved' as const, fields: differences({ site: camera.site.name, siteId: camera.siteId }, { site: to.name, siteId: to.id }), afterSubmit }] : [],
  ])
  await audit(act, { action: to ? 'camera.moved' : 'camera.changed', subject, provinceCode, data: { fields: Object.keys(fields) } })
  return { id }
}

/** Throws the refusal `agencyUnknown` when there is an agency and it is not of the province. */
async function needsAgency({ db }: Act, id: string | null | undefined, provinceCode: string): Promise<void> {
  if (id && !await db.agency.findFirst({ where: { id, provinceCode }, select: { id: true } })) throw new Refusal('agencyUnknown')
}
