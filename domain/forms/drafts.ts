import type { z } from 'zod'
import type { Prisma } from '../../prisma/client'
import type { Act } from '../act'
import * as schema from './schema'

/** Most drafts of one person; the oldest go. */
export const mostDrafts = 100

/** A form as far as its owner has filled it in. */
export interface DraftView { data: Record<string, unknown>, updatedAt: Date }

/** The actor's draft of a form; null when there is none, or when what it was to make (`id` in a `…:new` form) is there. */
export async function draftOf(act: Act, form: string): Promise<DraftView | null> {
  const { db, actor: { userId } } = act
  const draft = await db.formDraft.findUnique({ where: { userId_form: { userId, form } }, select: { data: true, updatedAt: true } })
  if (!draft) return null
  const data = draft.data as Record<string, unknown>
  if (/:new\b/.test(form) && await isThere(act, data.id)) {
    await dropDraft(act, form)
    return null
  }
  return { data, updatedAt: draft.updatedAt }
}

/** Keeps what the actor has typed; gives when. */
export async function keepDraft(act: Act, form: string, input: z.input<typeof schema.formDraft>): Promise<{ updatedAt: Date }> {
  const { db, now, actor: { userId } } = act
  const data = schema.formDraft.parse(input).data as Prisma.InputJsonObject
  await db.formDraft.upsert({ where: { userId_form: { userId, form } }, create: { userId, form, data, updatedAt: now }, update: { data, updatedAt: now }, select: { id: true } })
  await db.$executeRaw`DELETE FROM "FormDraft" WHERE "id" IN (SELECT "id" FROM "FormDraft" WHERE "userId" = ${userId}::uuid ORDER BY "updatedAt" DESC, "id" OFFSET ${mostDrafts})`
  return { updatedAt: now }
}

/** Forgets the actor's draft of a form, if there is one. */
export async function dropDraft({ db, actor: { userId } }: Act, form: string): Promise<void> {
  await db.formDraft.deleteMany({ where: { userId, form } })
}

async function isThere({ db }: Act, id: unknown): Promise<boolean> {
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) return false
  const [{ there }] = await db.$queryRaw<[{ there: boolean }]>`
    SELECT EXISTS (SELECT FROM "Camera" WHERE "id" = ${id}::uuid AND "ownership" = 'PUBLIC') OR EXISTS (SELECT FROM "Site" WHERE "id" = ${id}::uuid AND "ownership" = 'PUBLIC')
      OR EXISTS (SELECT FROM "Proposal" WHERE "id" = ${id}::uuid) OR EXISTS (SELECT FROM "Problem" WHERE "id" = ${id}::uuid) AS "there"`
  return there
}
