import type { z } from 'zod'
import type { CameraKind, Priority, RiskKind } from '../../prisma/client'
import type { Act } from '../act'
import type { Page, Paging } from './page'
import { Prisma } from '../../prisma/client'
import { audit } from '../audit'
import { differences } from '../changes/record'
import { numbered } from '../faults/numbered'
import { dropDraft } from '../forms/drafts'
import { agencyIn } from '../labels/agency'
import { Refusal } from '../refusal'
import { pageOf } from './page'
import { mayWithdraw, readable, spokenFor } from './rules'
import * as schema from './schema'

/** A proposed point as lists and cards show it. Words are null when their message was taken back. */
export interface ProposalView {
  id: string
  number: string
  agencyId: string
  agencyName: string
  place: { text: string | null, latitude: number | null, longitude: number | null }
  risk: RiskKind
  urgency: Priority
  reason: string
  cameras: number
  cameraKind: CameraKind
  budgetSatang: bigint | null
  budgetSource: string | null
  createdAt: Date
  withdrawn: boolean
  mayWithdraw: boolean
}

/** เสนอจุดติดตั้ง: stores a point that needs cameras, for one of the actor's agencies. Sent again with the same id it is the same one. Refused as `notAllowed`, `notFound` (the id is of one that is not theirs to read). */
export async function propose(act: Act, input: z.input<typeof schema.newProposal>): Promise<ProposalView> {
  const { id: chosen, agencyId, place, reason, budgetSource, ...rest } = schema.newProposal.parse(input)
  const agency = await spokenFor(act, agencyId)
  if (chosen && await act.db.proposal.count({ where: { id: chosen } })) return proposal(act, { id: chosen })
  const { id, number } = await numbered('P', act.now, async (id, number) => (await act.db.proposal.createMany({
    data: [{
      id,
      number,
      agencyId,
      provinceCode: agency.provinceCode,
      proposerId: act.actor.userId,
      placeText: place.text,
      placeMessageId: place.messageId,
      latitude: place.latitude,
      longitude: place.longitude,
      reason: reason.text,
      reasonMessageId: reason.messageId,
      budgetSource: budgetSource?.text,
      budgetSourceMessageId: budgetSource?.messageId,
      createdAt: act.now,
      ...rest,
    }],
    skipDuplicates: true,
  })).count, chosen)
  await audit(act, { action: 'proposal.stored', subject: `proposal:${id}`, provinceCode: agency.provinceCode, data: { number } })
  return proposalBy(act, Prisma.sql`x."id" = ${id}::uuid`)
}

/** The same from the app's form. Refused as `notAllowed`, `notFound`. */
export function proposeByForm(act: Act, input: z.input<typeof schema.newProposalForm>): Promise<ProposalView> {
  const { placeText, latitude, longitude, reason, budgetSource, ...rest } = schema.newProposalForm.parse(input)
  const place = { ...placeText !== null && { text: placeText }, ...latitude !== null && longitude !== null && { latitude, longitude } }
  return propose(act, { ...rest, place, reason: { text: reason }, budgetSource: budgetSource === null ? null : { text: budgetSource } })
}

/** Changes a proposal; words that were said in the chat and are changed do not go any more when their message does. Refused as `notFound`, `notAllowed` (for another agency). */
export async function changeProposal(act: Act, id: string, input: z.input<typeof schema.proposalForm>): Promise<ProposalView> {
  const { agencyId, ...facts } = schema.proposalForm.parse(input)
  await act.db.$queryRaw`SELECT "id" FROM "Proposal" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await act.db.proposal.findUnique({ where: { id } })
  if (!row || !mayWithdraw(act.actor, row)) throw new Refusal('notFound')
  if (agencyId !== row.agencyId) throw new Refusal('notAllowed')
  const moved = facts.placeText !== row.placeText || facts.latitude !== row.latitude || facts.longitude !== row.longitude
  await act.db.proposal.update({
    where: { id },
    data: { ...facts, ...moved && { placeMessageId: null }, ...facts.reason !== row.reason && { reasonMessageId: null }, ...facts.budgetSource !== row.budgetSource && { budgetSourceMessageId: null } },
    select: { id: true },
  })
  await dropDraft(act, `proposal:${id}`)
  await audit(act, { action: 'proposal.changed', subject: `proposal:${id}`, provinceCode: row.provinceCode, data: { number: row.number, fields: Object.keys(differences(row, facts)) } })
  return proposalBy(act, Prisma.sql`x."id" = ${id}::uuid`)
}

/** Takes a proposal back, or (`withdrawn` false) puts it forward again; it stays in the register of what was proposed. Refused as `notFound`. */
export async function withdrawProposal(act: Act, input: z.input<typeof schema.known>, withdrawn: boolean): Promise<ProposalView> {
  const { id } = schema.known.parse(input)
  const row = await act.db.proposal.findUnique({ where: { id }, select: { agencyId: true, provinceCode: true, number: true } })
  if (!row || !mayWithdraw(act.actor, row)) throw new Refusal('notFound')
  await act.db.proposal.update({ where: { id }, data: { withdrawnAt: withdrawn ? act.now : null }, select: { id: true } })
  await audit(act, { action: withdrawn ? 'proposal.withdrawn' : 'proposal.restored', subject: `proposal:${id}`, provinceCode: row.provinceCode, data: { number: row.number } })
  return proposalBy(act, Prisma.sql`x."id" = ${id}::uuid`)
}

/** One proposal, by its tracking number or its id, for those who may read it. Refused as `notFound`. */
export function proposal(act: Act, of: { number: string } | { id: string }): Promise<ProposalView> {
  return proposalBy(act, 'id' in of ? Prisma.sql`x."id" = ${of.id}::uuid` : Prisma.sql`x."number" = ${of.number}`)
}

/** จุดที่เสนอ: what the actor's agencies (a secretary's or committee member's province) propose, most urgent first, then newest; what was withdrawn is left out. */
export function proposals(act: Act, paging: Paging = {}): Promise<Page<ProposalView>> {
  return pageOf(act, Prisma.sql`"Proposal"`, Prisma.sql`x."urgency", x."createdAt" DESC, x."id"`, paging, which => read(act, which))
}

async function proposalBy(act: Act, which: Prisma.Sql): Promise<ProposalView> {
  const [found] = await read(act, Prisma.sql`${which} AND ${readable(act)}`)
  if (!found) throw new Refusal('notFound')
  return found
}

interface Row extends Omit<ProposalView, 'agencyName' | 'place' | 'withdrawn' | 'mayWithdraw'> {
  provinceCode: string
  name: string
  nameEn: string | null
  placeText: string | null
  latitude: number | null
  longitude: number | null
  withdrawnAt: Date | null
}

async function read(act: Act, which: Prisma.Sql): Promise<ProposalView[]> {
  const rows = await act.db.$queryRaw<Row[]>`
    SELECT x."id"::text, x."number", x."agencyId"::text, x."provinceCode", a."name", a."nameEn", x."placeText", x."latitude", x."longitude", x."risk"::text, x."urgency"::text,
      x."reason", x."cameras", x."cameraKind"::text, x."budgetSatang", x."budgetSource", x."createdAt", x."withdrawnAt"
    FROM "Proposal" x JOIN "Agency" a ON a."id" = x."agencyId" WHERE ${which}`
  return rows.map(({ agencyId, provinceCode, name, nameEn, placeText, latitude, longitude, withdrawnAt, budgetSatang, ...shown }) => ({
    ...shown,
    agencyId,
    budgetSatang: budgetSatang === null ? null : BigInt(budgetSatang),
    agencyName: agencyIn({ name, nameEn }, act.actor.language)!,
    place: { text: placeText, latitude, longitude },
    withdrawn: withdrawnAt !== null,
    mayWithdraw: mayWithdraw(act.actor, { agencyId, provinceCode }),
  }))
}
