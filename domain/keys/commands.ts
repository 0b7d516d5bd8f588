import type { z } from 'zod'
import type { Act } from '../act'
import { audit } from '../audit'
import { needsSecretary } from '../people/rules'
import { Refusal } from '../refusal'
import { newKey } from './schema'
import { hashOfToken, newToken } from './token'

const DAY = 86_400_000
/** Keys of a province that are good at the same time. */
export const mostKeys = 20

/** A key just made; `key` is what its program shows. It is not kept and cannot be shown again. */
export interface MadeKey { id: string, name: string, key: string, expiresAt: Date | null }

/** Makes a key, for the secretaries of the province. Throws the refusals `notAllowed`, `apiKeyTooMany`. */
export async function createKey(act: Act, input: z.input<typeof newKey>): Promise<MadeKey> {
  const { days, provinceCode, name, scopes } = newKey.parse(input)
  const { db, actor, now } = act
  needsSecretary(act, provinceCode)
  // Of two at once, the second counts the first one's key.
  await db.$queryRaw`SELECT 1 FROM "Province" WHERE "code" = ${provinceCode} FOR NO KEY UPDATE`
  const good = await db.apiKey.count({ where: { provinceCode, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] } })
  if (good >= mostKeys) throw new Refusal('apiKeyTooMany', { most: mostKeys })
  const key = newToken()
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY)
  const { id } = await db.apiKey.create({ data: { tokenHash: hashOfToken(key), provinceCode, name, scopes, createdById: actor.userId, createdAt: now, expiresAt }, select: { id: true } })
  await audit(act, { action: 'apiKey.created', subject: `apiKey:${id}`, provinceCode, data: { scopes, expiresAt: expiresAt?.toISOString() ?? null } })
  return { id, name, key, expiresAt }
}

/** Makes a key worthless at once; again, nothing happens. For the secretaries of its province. Throws the refusals `notFound`, `notAllowed`. */
export async function revokeKey(act: Act, { keyId }: { keyId: string }): Promise<void> {
  const key = await act.db.apiKey.findUnique({ where: { id: keyId }, select: { provinceCode: true } })
  if (!key) throw new Refusal('notFound')
  needsSecretary(act, key.provinceCode)
  const { count } = await act.db.apiKey.updateMany({ where: { id: keyId, revokedAt: null }, data: { revokedAt: act.now } })
  if (count) await audit(act, { action: 'apiKey.revoked', subject: `apiKey:${keyId}`, provinceCode: key.provinceCode })
}
