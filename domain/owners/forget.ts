import type { Act } from '../act'

/** A message of the actor holds what is not to be kept as it was said: its words go from the stored event. */
export async function forgetMessage({ db, actor: { userId } }: Act, messageId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "InboundEvent" SET "payload" = "payload" #- '{message,text}'
    WHERE "lane" = (SELECT "lineUserId" FROM "User" WHERE "id" = ${userId}::uuid) AND "payload" #>> '{message,id}' = ${messageId}`
}
