import type { Act } from '../act'

/** A LINE message was taken back: what it said goes from the actor's proposals and problems. */
export async function eraseSurveyWords({ db, actor: { userId } }: Act, messageId: string): Promise<void> {
  const proposed = { proposerId: userId }
  await db.proposal.updateMany({ where: { ...proposed, placeMessageId: messageId }, data: { placeText: null, latitude: null, longitude: null } })
  await db.proposal.updateMany({ where: { ...proposed, reasonMessageId: messageId }, data: { reason: '' } })
  await db.proposal.updateMany({ where: { ...proposed, budgetSourceMessageId: messageId }, data: { budgetSource: null } })
  await db.problem.updateMany({ where: { authorId: userId, textMessageId: messageId }, data: { text: '' } })
  await db.problem.updateMany({ where: { authorId: userId, suggestionMessageId: messageId }, data: { suggestion: null } })
}
