const spoken = /^(SAVEPOINT|RELEASE SAVEPOINT|ROLLBACK TO SAVEPOINT) attempt$/
const reads = /^\s*(?:SELECT|BEGIN|COMMIT|ROLLBACK)\b/
/** Changes no row, and yet what others can do or find. */
const holds = /\bFOR (?:(?:NO KEY )?UPDATE|(?:KEY )?SHARE)\b|_advisory_|\bset_config\b|\bnextval\b/i

/** Whether a statement may change or lock something. */
export const goesAlone = (text: string): boolean => !spoken.test(text) && (!reads.test(text) || holds.test(text))

/**
 * Savepoints of `domain/attempt.ts` that are made only when something is about to be written: an attempt that only reads, or is over
 * before it began, costs no statement. What was made is let go with the transaction. Each has a name of its own, so those that are
 * not released are in nobody's way.
 */
export class LazySavepoints {
  private open: Array<{ name: string, made: boolean }> = []
  private count = 0

  /** What to send before a statement, and whether to send the statement itself. */
  instead(text: string): { first: string[], itself: boolean } {
    const [, word] = spoken.exec(text) ?? []
    if (!word) return { first: reads.test(text) ? [] : this.make(), itself: true }
    if (word === 'SAVEPOINT') this.open.push({ name: `attempt_${++this.count}`, made: false })
    if (word === 'RELEASE SAVEPOINT') this.open.pop()
    const last = this.open.at(-1)
    return { first: word === 'ROLLBACK TO SAVEPOINT' && last?.made ? [`ROLLBACK TO SAVEPOINT ${last.name}`] : [], itself: false }
  }

  private make(): string[] {
    const fresh = this.open.filter(({ made }) => !made)
    for (const one of fresh) one.made = true
    return fresh.map(({ name }) => `SAVEPOINT ${name}`)
  }
}
