import type { CooperationState } from '../../prisma/client'

const DAY = 86_400_000

/** Who "lets me think" is asked once more after this, ms. */
export const thinkFor = 7 * DAY
/** After a no nobody asks the same of the same camera for so long, ms. */
export const restAfterNo = 90 * DAY
/** Nothing more comes of a request that got no answer for so long, ms. */
export const openFor = 180 * DAY

/** What can be done with a request. */
export type CooperationMove = 'agree' | 'decline' | 'think' | 'done' | 'withdraw'

/** From which states, to which, and who may: whoever keeps the camera, or the officer. */
export const cooperationMoves: Record<CooperationMove, { from: readonly CooperationState[], to: CooperationState, by: 'keeper' | 'officer' }> = {
  agree: { from: ['ASKED', 'LATER'], to: 'YES', by: 'keeper' },
  decline: { from: ['ASKED', 'LATER', 'YES'], to: 'NO', by: 'keeper' },
  think: { from: ['ASKED'], to: 'LATER', by: 'keeper' },
  done: { from: ['YES'], to: 'DONE', by: 'keeper' },
  withdraw: { from: ['ASKED', 'LATER', 'YES'], to: 'WITHDRAWN', by: 'officer' },
}

/** States in which something is still to come. */
export const openCooperation: readonly CooperationState[] = ['ASKED', 'LATER', 'YES']
