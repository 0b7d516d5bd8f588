import type { Act } from '../act'
import * as z from 'zod'
import { audit } from '../audit'
import { Refusal } from '../refusal'
import { knowsPrivate, shows } from './rules'
import { phoneNumber } from './schema'

/** Keeps how people are reached so that the database alone does not tell it. What was sealed for one person opens for no other. */
export interface Contacts {
  seal: (words: string, userId: string) => string
  /** Null for what was not sealed here, or for somebody else. */
  open: (sealed: string, userId: string) => string | null
}

/** An act that can read and write how owners of private cameras are reached. */
export type OwnerAct = Act & { contacts: Contacts }

/** What was taken back is empty. */
const contact = z.object({ name: z.string(), phone: phoneNumber.nullable() })

/** Who is asked for a recording. */
export type Contact = z.output<typeof contact>

/** A contact as it is stored. */
export function sealContact({ contacts }: Pick<OwnerAct, 'contacts'>, { name, phone }: Contact, ownerId: string): string {
  return contacts.seal(JSON.stringify({ name, phone }), ownerId)
}

/** A stored contact; null when its key is gone. */
export function openContact({ contacts }: Pick<OwnerAct, 'contacts'>, sealed: string, ownerId: string): Contact | null {
  const words = contacts.open(sealed, ownerId)
  return words === null ? null : contact.parse(JSON.parse(words))
}

/** How the owner of a private camera is reached; `phone` null: they share it only with the secretary, or (`phoneErased`) took it back, as an empty name. */
export interface SeenContact { name: string, phone: Contact['phone'], phoneErased: boolean }

/**
 * Looks at how the owner of a private camera is reached; the owner can see who did. For police officers of the province (the number only
 * where the owner shares it), its secretaries, and the owner. Refused as `cameraUnknown` for anybody else and where the camera is not shown
 * to the police, and as `contactUnreadable` when its key is gone.
 */
export async function seeContact(act: OwnerAct, cameraId: string): Promise<SeenContact> {
  const { db, actor } = act
  const found = await db.privateCamera.findUnique({ where: { cameraId }, select: { ownerId: true, contact: true, sharesPhone: true, check: true, hiddenAt: true, camera: { select: { site: { select: { provinceCode: true } } } } } })
  const provinceCode = found?.camera.site.provinceCode
  const by = found && (found.ownerId === actor.userId ? 'OWNER' : knowsPrivate(actor, provinceCode!))
  if (!by || (by === 'POLICE' && !shows(found))) throw new Refusal('cameraUnknown')
  const contact = openContact(act, found.contact, found.ownerId)
  if (!contact) throw new Refusal('contactUnreadable')
  const phone = by !== 'POLICE' || found.sharesPhone ? contact.phone : null
  if (by !== 'OWNER') await audit(act, { action: 'contact.seen', subject: `camera:${cameraId}`, provinceCode: provinceCode!, data: { as: by, phone: phone !== null } })
  return { name: contact.name, phone, phoneErased: contact.phone === null }
}

/** Somebody who looked at a contact, with their agency's name in both languages where they have one. */
export interface Look { at: Date, as: 'POLICE' | 'SECRETARY', phone: boolean, name: string | null, agency: { name: string, nameEn: string | null } | null }

/** Who looked at how the actor is reached, for one of their cameras, the newest first; at most `limit`. Empty for a camera that is not theirs. */
export async function looksAt({ db, actor }: Act, cameraId: string, limit = 20): Promise<Look[]> {
  const rows = await db.$queryRaw<(Omit<Look, 'agency'> & { agencyName: string | null, agencyNameEn: string | null })[]>`
    SELECT e."at", e."data" ->> 'as' AS "as", (e."data" ->> 'phone')::boolean AS "phone", u."displayName" AS "name", a."name" AS "agencyName", a."nameEn" AS "agencyNameEn"
    FROM "AuditEntry" e JOIN "PrivateCamera" p ON p."cameraId" = ${cameraId}::uuid AND p."ownerId" = ${actor.userId}::uuid
    LEFT JOIN "User" u ON u."id" = e."actorId"
    LEFT JOIN LATERAL (SELECT a.* FROM "Membership" m JOIN "Agency" a ON a."id" = m."agencyId" WHERE m."userId" = u."id" AND m."role"::text = e."data" ->> 'as' LIMIT 1) a ON true
    WHERE e."subject" = ${`camera:${cameraId}`} AND e."action" = 'contact.seen' ORDER BY e."id" DESC LIMIT ${limit}::int`
  return rows.map(({ agencyName, agencyNameEn, ...look }) => ({ ...look, agency: agencyName === null ? null : { name: agencyName, nameEn: agencyNameEn } }))
}
