/** How much everybody may ask. */
export interface Allowance {
  /** Requests of one source in each span. */
  most: number
  /** Length of a span, ms. */
  span: number
  /** Sources that are told apart; those that come when so many are known share one budget, so that the memory is bounded. */
  sources: number
}

/** What a province with many people behind one address needs, and no more. */
export const allowance: Allowance = { most: 600, span: 60_000, sources: 20_000 }

/** Takes one request out of a source's budget. Gives 0, or when it is used up the seconds until the next span (at least 1). */
export type Budget = (source: string) => number

/** Budgets that are full again with each span, counted in the memory of this server. */
export function budgets({ most, span, sources }: Allowance = allowance, now: () => number = () => performance.now()): Budget {
  const used = new Map<string, number>()
  let since = now()
  return (source) => {
    const at = now()
    if (at - since >= span) {
      used.clear()
      since = at
    }
    const whose = used.has(source) || used.size < sources ? source : 'others'
    const taken = (used.get(whose) ?? 0) + 1
    used.set(whose, taken)
    return taken <= most ? 0 : Math.max(1, Math.ceil((since + span - at) / 1000))
  }
}
