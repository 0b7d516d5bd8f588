import type { z } from 'zod'
import type { RiskKind, TimeOfDay } from '../../prisma/client'
import type { Act } from '../act'
import type { RiskPointView } from './queries'
import type { Route } from './schema'
import { Prisma } from '../../prisma/client'
import { audit } from '../audit'
import { differences } from '../changes/record'
import { Refusal } from '../refusal'
import { uuid7 } from '../uuid'
import { riskPoint } from './queries'
import { mayWriteRisk } from './rules'
import * as schema from './schema'

interface Facts { kind: RiskKind, placeText: string | null, latitude: number, longitude: number, timeOfDay: TimeOfDay, note: string | null, route: Route | null }

/** จุดเสี่ยง by chat: stores a point that needs watching, for one of the officer's stations. Refused as `notAllowed`. */
export function tellRiskPoint(act: Act, input: z.input<typeof schema.newRiskPoint>): Promise<RiskPointView> {
  const { agencyId, place: { text, latitude, longitude, messageId }, note, ...rest } = schema.newRiskPoint.parse(input)
  return store(act, agencyId, { ...rest, placeText: text ?? null, latitude, longitude, note: note?.text ?? null, route: null }, { placeMessageId: messageId, noteMessageId: note?.messageId })
}

/** The same from the app's form, with a route. Refused as `notAllowed`. */
export function tellRiskPointByForm(act: Act, input: z.input<typeof schema.riskPointForm>): Promise<RiskPointView> {
  const { agencyId, ...facts } = parsed(input)
  return store(act, agencyId, facts)
}

/** Changes a point of one's own station; words that were said in the chat and are changed do not go any more when their message does. Refused as `notFound`, `notAllowed` (for another station). */
export async function changeRiskPoint(act: Act, id: string, input: z.input<typeof schema.riskPointForm>): Promise<RiskPointView> {
  const { agencyId, route, ...facts } = parsed(input)
  const row = await taken(act, id)
  if (agencyId !== row.agencyId) throw new Refusal('notAllowed')
  const moved = facts.placeText !== row.placeText || facts.latitude !== row.latitude || facts.longitude !== row.longitude
  await act.db.riskPoint.update({
    where: { id },
    data: { ...facts, route: route ?? Prisma.DbNull, ...moved && { placeMessageId: null }, ...facts.note !== row.note && { noteMessageId: null } },
    select: { id: true },
  })
  const fields = [...Object.keys(differences(row, facts)), ...JSON.stringify(route) === JSON.stringify(row.route) ? [] : ['route']]
  await audit(act, { action: 'riskPoint.changed', subject: `riskPoint:${id}`, provinceCode: row.provinceCode, data: { fields } })
  return riskPoint(act, id)
}

/** Takes a point of one's own station out of the list, or (`removed` false) puts it back. Refused as `notFound`, also for one whose place was taken back. */
export async function removeRiskPoint(act: Act, input: z.input<typeof schema.known>, removed: boolean): Promise<RiskPointView> {
  const { id } = schema.known.parse(input)
  const row = await taken(act, id)
  if (!removed && row.latitude === null) throw new Refusal('notFound')
  await act.db.riskPoint.update({ where: { id }, data: { removedAt: removed ? act.now : null }, select: { id: true } })
  await audit(act, { action: removed ? 'riskPoint.removed' : 'riskPoint.restored', subject: `riskPoint:${id}`, provinceCode: row.provinceCode })
  return riskPoint(act, id)
}

function parsed(input: z.input<typeof schema.riskPointForm>) {
  const { latitude, longitude, ...rest } = schema.riskPointForm.parse(input)
  return { ...rest, latitude: latitude!, longitude: longitude! }
}

async function store(act: Act, agencyId: string, { route, ...facts }: Facts, said: { placeMessageId?: string, noteMessageId?: string } = {}): Promise<RiskPointView> {
  const { db, now, actor } = act
  if (!mayWriteRisk(actor, agencyId)) throw new Refusal('notAllowed')
  const { provinceCode } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { provinceCode: true } })
  const id = uuid7(now.getTime())
  await db.riskPoint.createMany({ data: [{ id, provinceCode, agencyId, officerId: actor.userId, createdAt: now, ...facts, ...said, ...route && { route } }] })
  await audit(act, { action: 'riskPoint.stored', subject: `riskPoint:${id}`, provinceCode, data: { kind: facts.kind } })
  return riskPoint(act, id)
}

/** One of the actor's station, held until the transaction ends. */
async function taken(act: Act, id: string) {
  await act.db.$queryRaw`SELECT "id" FROM "RiskPoint" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await act.db.riskPoint.findUnique({ where: { id } })
  if (!row || !mayWriteRisk(act.actor, row.agencyId)) throw new Refusal('notFound')
  return row
}
