import type { Language, Tx } from '../../prisma/client'

/** Somebody whom LINE has made known: their LINE id, the name they have there, and the language they are spoken to in when they are new. */
export interface Newcomer { lineUserId: string, name: string | null, language: Language }

/** The person with this LINE id, the same as in the chat; written down when nobody knew them. Returns their id. */
export async function knownPerson(db: Tx, { lineUserId, name, language }: Newcomer): Promise<string> {
  const [person] = await db.$queryRaw<[{ id: string }]>`
    INSERT INTO "User" ("id", "lineUserId", "displayName", "language") VALUES (gen_random_uuid(), ${lineUserId}, ${name}, ${language}::"Language")
    ON CONFLICT ("lineUserId") DO UPDATE SET "displayName" = coalesce("User"."displayName", excluded."displayName") RETURNING "id"::text`
  return person.id
}
