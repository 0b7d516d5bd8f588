import type { z } from 'zod'
import type { ProblemTopic } from '../../prisma/client'
import type { Act } from '../act'
import type { Page, Paging } from './page'
import { Prisma } from '../../prisma/client'
import { audit } from '../audit'
import { numbered } from '../faults/numbered'
import { dropDraft } from '../forms/drafts'
import { agencyIn } from '../labels/agency'
import { Refusal } from '../refusal'
import { pageOf } from './page'
import { mayWithdraw, readable, spokenFor } from './rules'
import * as schema from './schema'

/** A problem or suggestion as lists and cards show it. Empty words were taken back by who wrote them. */
export interface ProblemView {
  id: string
  number: string
  agencyId: string
  agencyName: string
  topic: ProblemTopic
  text: string
  suggestion: string | null
  createdAt: Date
  withdrawn: boolean
  mayWithdraw: boolean
}

/** ปัญหาและข้อเสนอแนะ: stores one, for one of the actor's agencies. Sent again with the same id it is the same one. Refused as `notAllowed`, `notFound` (the id is of one that is not theirs to read). */
export async function tellProblem(act: Act, input: z.input<typeof schema.newProblem>): Promise<ProblemView> {
  const { id: chosen, agencyId, topic, text, suggestion } = schema.newProblem.parse(input)
  const { provinceCode } = await spokenFor(act, agencyId)
  if (chosen && await act.db.problem.count({ where: { id: chosen } })) return problem(act, { id: chosen })
  const { id, number } = await numbered('S', act.now, async (id, number) => (await act.db.problem.createMany({
    data: [{
      id,
      number,
      agencyId,
      provinceCode,
      authorId: act.actor.userId,
      topic,
      text: text.text,
      textMessageId: text.messageId,
      suggestion: suggestion?.text,
      suggestionMessageId: suggestion?.messageId,
      createdAt: act.now,
    }],
    skipDuplicates: true,
  })).count, chosen)
  await audit(act, { action: 'problem.stored', subject: `problem:${id}`, provinceCode, data: { number } })
  return problem(act, { id })
}

/** The same from the app's form. Refused as `notAllowed`, `notFound`. */
export function tellProblemByForm(act: Act, input: z.input<typeof schema.newProblemForm>): Promise<ProblemView> {
  const { text, suggestion, ...rest } = schema.newProblemForm.parse(input)
  return tellProblem(act, { ...rest, text: { text }, suggestion: suggestion === null ? null : { text: suggestion } })
}

/** Changes one; words that were said in the chat and are changed do not go any more when their message does. Refused as `notFound`, `notAllowed` (for another agency). */
export async function changeProblem(act: Act, id: string, input: z.input<typeof schema.problemForm>): Promise<ProblemView> {
  const { agencyId, topic, text, suggestion } = schema.problemForm.parse(input)
  await act.db.$queryRaw`SELECT "id" FROM "Problem" WHERE "id" = ${id}::uuid FOR UPDATE`
  const row = await act.db.problem.findUnique({ where: { id } })
  if (!row || !mayWithdraw(act.actor, row)) throw new Refusal('notFound')
  if (agencyId !== row.agencyId) throw new Refusal('notAllowed')
  await act.db.problem.update({
    where: { id },
    data: { topic, text, suggestion, ...text !== row.text && { textMessageId: null }, ...suggestion !== row.suggestion && { suggestionMessageId: null } },
    select: { id: true },
  })
  await dropDraft(act, `problem:${id}`)
  await audit(act, { action: 'problem.changed', subject: `problem:${id}`, provinceCode: row.provinceCode, data: { number: row.number } })
  return problem(act, { id })
}

/** Takes one back, or (`withdrawn` false) tells it again. Refused as `notFound`. */
export async function withdrawProblem(act: Act, input: z.input<typeof schema.known>, withdrawn: boolean): Promise<ProblemView> {
  const { id } = schema.known.parse(input)
  const row = await act.db.problem.findUnique({ where: { id }, select: { agencyId: true, provinceCode: true, number: true } })
  if (!row || !mayWithdraw(act.actor, row)) throw new Refusal('notFound')
  await act.db.problem.update({ where: { id }, data: { withdrawnAt: withdrawn ? act.now : null }, select: { id: true } })
  await audit(act, { action: withdrawn ? 'problem.withdrawn' : 'problem.restored', subject: `problem:${id}`, provinceCode: row.provinceCode, data: { number: row.number } })
  return problem(act, { id })
}

/** One, by its tracking number or its id, for those who may read it. Refused as `notFound`. */
export async function problem(act: Act, of: { number: string } | { id: string }): Promise<ProblemView> {
  const which = 'id' in of ? Prisma.sql`x."id" = ${of.id}::uuid` : Prisma.sql`x."number" = ${of.number}`
  const [found] = await read(act, Prisma.sql`${which} AND ${readable(act)}`)
  if (!found) throw new Refusal('notFound')
  return found
}

/** ปัญหาที่แจ้งไว้: those of the actor's agencies (a secretary's or committee member's province), newest first; what was withdrawn is left out. */
export function problems(act: Act, paging: Paging = {}): Promise<Page<ProblemView>> {
  return pageOf(act, Prisma.sql`"Problem"`, Prisma.sql`x."createdAt" DESC, x."id"`, paging, which => read(act, which))
}

interface Row extends Omit<ProblemView, 'agencyName' | 'withdrawn' | 'mayWithdraw'> {
  provinceCode: string
  name: string
  nameEn: string | null
  withdrawnAt: Date | null
}

async function read(act: Act, which: Prisma.Sql): Promise<ProblemView[]> {
  const rows = await act.db.$queryRaw<Row[]>`
    SELECT x."id"::text, x."number", x."agencyId"::text, x."provinceCode", a."name", a."nameEn", x."topic"::text, x."text", x."suggestion", x."createdAt", x."withdrawnAt"
    FROM "Problem" x JOIN "Agency" a ON a."id" = x."agencyId" WHERE ${which}`
  return rows.map(({ agencyId, provinceCode, name, nameEn, withdrawnAt, ...shown }) => ({
    ...shown,
    agencyId,
    agencyName: agencyIn({ name, nameEn }, act.actor.language)!,
    withdrawn: withdrawnAt !== null,
    mayWithdraw: mayWithdraw(act.actor, { agencyId, provinceCode }),
  }))
}
