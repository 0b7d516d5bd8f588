/** How long a report can be undone, ms: the agency is told two minutes after it was last touched. */
export const undoMs = 2 * 60_000

/** However often it is touched, the agency is told no later than this after the report, ms. */
const longestUndoMs = 15 * 60_000

/** Until when a report can be undone that is touched now. */
export function releaseTime(createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + undoMs, createdAt.getTime() + longestUndoMs))
}
