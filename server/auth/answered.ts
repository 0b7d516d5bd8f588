import type { Tx } from '../../prisma/client'

/** What was answered to a request, and to which: `request` tells it from others. */
export interface Answered { request: string, status: number, answer: unknown }

/** Takes a person's key for a request; false when it was taken before. Waits for one who is just using it. */
export async function takeKey(db: Tx, userId: string, key: string, request: string, now: Date): Promise<boolean> {
  return await db.$executeRaw`
    INSERT INTO "IdempotencyKey" ("userId", "key", "request", "status", "answer", "createdAt")
    VALUES (${userId}::uuid, ${key}::uuid, ${request}, 0, 'null', ${now}::timestamptz) ON CONFLICT DO NOTHING` > 0
}

/** Keeps what was answered under a key that was taken. */
export async function keepAnswer(db: Tx, userId: string, key: string, { status, answer }: Omit<Answered, 'request'>): Promise<void> {
  await db.$executeRaw`UPDATE "IdempotencyKey" SET "status" = ${status}::int, "answer" = ${JSON.stringify(answer)}::jsonb WHERE "userId" = ${userId}::uuid AND "key" = ${key}::uuid`
}

/** What was answered under a key that was taken. */
export async function answerOf(db: Tx, userId: string, key: string): Promise<Answered> {
  const [kept] = await db.$queryRaw<[Answered]>`SELECT "request", "status", "answer" FROM "IdempotencyKey" WHERE "userId" = ${userId}::uuid AND "key" = ${key}::uuid`
  return kept
}
