import type { Act } from '../act'

/** A LINE message was taken back: what it said goes from the actor's points; one without a place is removed. */
export async function eraseRiskWords({ db, now, actor: { userId: officerId } }: Act, messageId: string): Promise<void> {
  await db.riskPoint.updateMany({ where: { officerId, placeMessageId: messageId }, data: { placeText: null, latitude: null, longitude: null, removedAt: now } })
  await db.riskPoint.updateMany({ where: { officerId, noteMessageId: messageId }, data: { note: null } })
}
