import type { z } from 'zod'
import type { Tx } from '../../prisma/client'
import type { Act } from '../act'
import { audit } from '../audit'
import { agencyKey } from '../people/agencySearch'
import { needsSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import { giveReturns } from '../rounds/commands'
import { uuid7 } from '../uuid'
import * as schema from './schema'

/**
 * Adds agencies to a province; those that it has already, in this or another spelling of their name, stay as they are. Where a round is open they
 * get a return. Resolves to how many were added. Refused as `notAllowed`, `provinceUnknown`.
 */
export async function addAgencies(act: Act, input: z.input<typeof schema.newAgencies>): Promise<{ added: number, known: number }> {
  const { provinceCode, agencies } = schema.newAgencies.parse(input)
  needsSecretary(act, provinceCode)
  const keys = await keysOf(act.db, provinceCode)
  const fresh = agencies.filter(({ name }) => {
    const key = agencyKey(name)
    return !keys.has(key) && keys.set(key, '')
  }).map(one => ({ ...one, id: uuid7(act.now.getTime()), provinceCode }))
  await act.db.agency.createMany({ data: fresh })
  const round = await act.db.surveyRound.findFirst({ where: { provinceCode, closedAt: null, closesAt: { gt: act.now } }, select: { id: true } })
  if (round && fresh.length) await giveReturns(act.db, round.id)
  await audit(act, ...fresh.map(({ id, name, kind }) => ({ action: 'agency.added', subject: `agency:${id}`, provinceCode, data: { name, kind } })))
  return { added: fresh.length, known: agencies.length - fresh.length }
}

/** Changes what is known of an agency. Refused as `notFound`, `notAllowed`, `agencyExists`, `districtUnknown`. */
export async function changeAgency(act: Act, id: string, input: z.input<typeof schema.agencyFacts>): Promise<void> {
  const facts = schema.agencyFacts.parse(input)
  const before = await lockedAgency(act, id)
  const keys = await keysOf(act.db, before.provinceCode)
  const other = keys.get(agencyKey(facts.name))
  if (other !== undefined && other !== id) throw new Refusal('agencyExists', { name: facts.name })
  if (facts.districtCode && !await act.db.district.findFirst({ where: { code: facts.districtCode, provinceCode: before.provinceCode } })) throw new Refusal('districtUnknown')
  await act.db.agency.update({ where: { id }, data: facts })
  await audit(act, { action: 'agency.changed', subject: `agency:${id}`, provinceCode: before.provinceCode, data: { before: before.name, name: facts.name, kind: facts.kind } })
}

/** Takes away an agency that nothing belongs to yet: added by mistake. Refused as `notFound`, `notAllowed`, `agencyInUse`. */
export async function removeAgency(act: Act, id: string): Promise<void> {
  const { name, provinceCode } = await lockedAgency(act, id)
  const unused = { agencyId: id, uses: 0 }
  const untouched = { agencyId: id, state: 'NOT_STARTED' } as const
  await act.db.invitation.deleteMany({ where: unused })
  await act.db.agencyReturn.deleteMany({ where: untouched })
  if (await isUsed(act.db, id)) throw new Refusal('agencyInUse', { name })
  await act.db.agency.delete({ where: { id } })
  await audit(act, { action: 'agency.removed', subject: `agency:${id}`, provinceCode, data: { name } })
}

/** Its row, held until the end of the transaction: nothing can be given to it meanwhile. */
async function lockedAgency(act: Act, id: string): Promise<{ name: string, provinceCode: string }> {
  const [agency] = await act.db.$queryRaw<{ name: string, provinceCode: string }[]>`SELECT "name", "provinceCode"::text FROM "Agency" WHERE "id" = ${id}::uuid FOR UPDATE`
  if (!agency) throw new Refusal('notFound')
  needsSecretary(act, agency.provinceCode)
  return agency
}

/** The agencies of a province by the key of their name; who adds or renames at the same time waits. Refused as `provinceUnknown`. */
async function keysOf(db: Tx, provinceCode: string): Promise<Map<string, string>> {
  const [province] = await db.$queryRaw<unknown[]>`SELECT "code" FROM "Province" WHERE "code" = ${provinceCode} FOR NO KEY UPDATE`
  if (!province) throw new Refusal('provinceUnknown')
  const agencies = await db.agency.findMany({ where: { provinceCode }, select: { id: true, name: true } })
  return new Map(agencies.map(({ id, name }) => [agencyKey(name), id]))
}

/** Whether anything points at it. */
async function isUsed(db: Tx, id: string): Promise<boolean> {
  const [found] = await db.$queryRaw<[{ used: boolean }]>`
    SELECT EXISTS (SELECT FROM "Membership" WHERE "agencyId" = ${id}::uuid) OR EXISTS (SELECT FROM "Invitation" WHERE "agencyId" = ${id}::uuid)
      OR EXISTS (SELECT FROM "AccessRequest" WHERE "agencyId" = ${id}::uuid) OR EXISTS (SELECT FROM "Site" WHERE "agencyId" = ${id}::uuid)
      OR EXISTS (SELECT FROM "Camera" WHERE "agencyId" = ${id}::uuid OR "maintainingAgencyId" = ${id}::uuid) OR EXISTS (SELECT FROM "WorkOrder" WHERE "agencyId" = ${id}::uuid)
      OR EXISTS (SELECT FROM "Proposal" WHERE "agencyId" = ${id}::uuid) OR EXISTS (SELECT FROM "Problem" WHERE "agencyId" = ${id}::uuid)
      OR EXISTS (SELECT FROM "AgencyReturn" WHERE "agencyId" = ${id}::uuid) OR EXISTS (SELECT FROM "FootageRequest" WHERE "agencyId" = ${id}::uuid)
      OR EXISTS (SELECT FROM "ImportRun" WHERE "agencyId" = ${id}::uuid) OR EXISTS (SELECT FROM "RiskPoint" WHERE "agencyId" = ${id}::uuid) AS "used"`
  return found.used
}
