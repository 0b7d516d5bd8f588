/** Numbers that look random and are the same in every run: what the demo is made with. */
export interface Random {
  /** 0 ≤ x < 1. */
  next: () => number
  /** A whole number, both ends included. */
  between: (from: number, to: number) => number
  chance: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
}

/** Begins a sequence; the same `seed` gives the same one (Mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  const next = (): number => {
    state = (state + 0x6D2B79F5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: probability => next() < probability,
    pick: from => from[Math.floor(next() * from.length)]!,
  }
}
