import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { differences } from '../changes/record'
import { needsSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import * as schema from './schema'

/** What a province has set for itself. */
export type Settings = z.output<typeof schema.provinceSettings>

const columns = { urgentDays: true, highDays: true, normalDays: true, confirmDays: true, footageApproval: true, footageCameras: true, footageMinutes: true, footageKeptDays: true } as const satisfies Record<keyof Settings, true>

/** The settings of a province, and its stations that have officers but nobody who approves requests for footage; for its secretaries. Refused as `notAllowed`, `provinceUnknown`. */
export async function settingsOf(act: Act, code: string): Promise<Settings & { unsupervised: { id: string, name: string, nameEn: string | null }[] }> {
  needsSecretary(act, code)
  const settings = await act.db.province.findUnique({ where: { code }, select: columns })
  if (!settings) throw new Refusal('provinceUnknown')
  const officers = { role: 'POLICE', suspendedAt: null } as const
  const unsupervised = await act.db.agency.findMany({
    where: { provinceCode: code, AND: [{ memberships: { some: officers } }, { memberships: { none: { ...officers, supervises: true } } }] },
    select: { id: true, name: true, nameEn: true },
    orderBy: { name: 'asc' },
  })
  return { ...settings, unsupervised }
}

/** Changes some of them, from now on; for the secretaries of the province. Refused as `notAllowed`, `provinceUnknown`. */
export async function changeSettings(act: Act, code: string, input: z.input<typeof schema.changedSettings>): Promise<void> {
  const wanted = schema.changedSettings.parse(input)
  needsSecretary(act, code)
  await act.db.$queryRaw`SELECT 1 FROM "Province" WHERE "code" = ${code} FOR NO KEY UPDATE`
  const before = await act.db.province.findUnique({ where: { code }, select: columns })
  if (!before) throw new Refusal('provinceUnknown')
  const changed = differences(before, wanted)
  if (!Object.keys(changed).length) return
  await act.db.province.update({ where: { code }, data: wanted })
  await audit(act, { action: 'province.set', subject: `province:${code}`, provinceCode: code, data: changed })
}
