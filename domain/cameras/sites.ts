import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { differences, recordChanges } from '../changes/record'
import { dropDraft } from '../forms/drafts'
import { Refusal } from '../refusal'
import { returnChanged } from '../survey/returns'
import { lockedSite } from './entry'
import { siteFactsOf } from './facts'
import { mayFillIn } from './rights'
import * as schema from './schema'

/** A new installation point of an agency. Sent again with the same id it is the same one. Refused as `agencyUnknown`, `notAllowed`, `subdistrictUnknown`. */
export async function addSite(act: Act, input: z.input<typeof schema.newSite>): Promise<{ id: string }> {
  const { id, agencyId, ...facts } = schema.newSite.parse(input)
  const agency = await act.db.agency.findUnique({ where: { id: agencyId }, select: { id: true, provinceCode: true } })
  if (!agency) throw new Refusal('agencyUnknown')
  const { provinceCode } = agency
  if (!mayFillIn(act.actor, { agencyId, provinceCode })) throw new Refusal('notAllowed')
  await needsSubdistrict(act, facts.subdistrictCode, provinceCode)
  const { count } = await act.db.site.createMany({ data: [{ id, agencyId, provinceCode, ...facts, createdAt: act.now, updatedAt: act.now }], skipDuplicates: true })
  if (!count) return { id: (await lockedSite(act, id)).id }
  const site = await act.db.site.findUniqueOrThrow({ where: { id } })
  await recordChanges(act, [{ provinceCode, subject: `site:${id}`, action: 'created', fields: differences({}, siteFactsOf(site)), afterSubmit: await returnChanged(act, agencyId) }])
  await audit(act, { action: 'site.created', subject: `site:${id}`, provinceCode })
  return { id }
}

/** Changes what is known of a site. Refused as `siteUnknown`, `notAllowed`, `changedMeanwhile`, `siteRemoved`, `subdistrictUnknown`. */
export async function changeSite(act: Act, id: string, input: z.input<typeof schema.changedSite>): Promise<{ id: string }> {
  const { version, ...facts } = schema.changedSite.parse(input)
  const site = await lockedSite(act, id, version)
  if (site.removedAt) throw new Refusal('siteRemoved')
  await needsSubdistrict(act, facts.subdistrictCode, site.provinceCode)
  const fields = differences(siteFactsOf(site), facts)
  if (!Object.keys(fields).length) return { id }
  await act.db.site.update({ where: { id }, data: { ...facts, version: version + 1, updatedAt: act.now }, select: { id: true } })
  await dropDraft(act, `site:${id}`)
  await recordChanges(act, [{ provinceCode: site.provinceCode, subject: `site:${id}`, action: 'changed', fields, afterSubmit: await returnChanged(act, site.agencyId) }])
  await audit(act, { action: 'site.changed', subject: `site:${id}`, provinceCode: site.provinceCode, data: { fields: Object.keys(fields) } })
  return { id }
}

/** Takes a site out of the register; nothing happens to one that is out. Refused as `siteUnknown`, `notAllowed`, `changedMeanwhile`, and `siteNotEmpty` while a camera stands there. */
export async function removeSite(act: Act, id: string, input: z.input<typeof schema.removal>): Promise<{ id: string }> {
  const { version, reason } = schema.removal.parse(input)
  const site = await lockedSite(act, id, version)
  if (site.removedAt) return { id }
  const cameras = await act.db.camera.count({ where: { siteId: id, status: { not: 'REMOVED' } } })
  if (cameras) throw new Refusal('siteNotEmpty', { cameras })
  await setRemoved(act, site, act.now, reason)
  return { id }
}

/** Puts a site back into the register; nothing happens to one that is in it. Refused as `siteUnknown`, `notAllowed`. */
export async function restoreSite(act: Act, id: string): Promise<{ id: string }> {
  const site = await lockedSite(act, id)
  if (site.removedAt) await setRemoved(act, site, null, null)
  return { id }
}

async function setRemoved(act: Act, { id, provinceCode, agencyId }: { id: string, provinceCode: string, agencyId: string | null }, removedAt: Date | null, reason: string | null): Promise<void> {
  const action = removedAt ? 'removed' : 'restored'
  await act.db.site.update({ where: { id }, data: { removedAt, version: { increment: 1 }, updatedAt: act.now }, select: { id: true } })
  await recordChanges(act, [{ provinceCode, subject: `site:${id}`, action, reason, afterSubmit: await returnChanged(act, agencyId) }])
  await audit(act, { action: `site.${action}`, subject: `site:${id}`, provinceCode })
}

/** Throws the refusal `subdistrictUnknown` when there is a subdistrict and it is not of the province. */
async function needsSubdistrict({ db }: Act, code: string | null | undefined, provinceCode: string): Promise<void> {
  if (code && !await db.subdistrict.findFirst({ where: { code, district: { provinceCode } }, select: { code: true } })) throw new Refusal('subdistrictUnknown')
}
