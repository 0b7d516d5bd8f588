/** A flood of one person goes by itself, and rests this many times as long as its batch took (ms at least and at most): most of the time is for others. */
const rest = { times: 4, least: 20, most: 1_000 }

/** Lanes in which far more waits than anybody says by hand (see `flood.ts`), and those of them that rest. */
export class Floods {
  private readonly going = new Set<string>()
  private readonly held = new Map<string, NodeJS.Timeout>()
  private stopped = false

  get lanes(): ReadonlySet<string> {
    return this.going
  }

  /** How many rest. */
  get resting(): number {
    return this.held.size
  }

  has(lane: string): boolean {
    return this.going.has(lane)
  }

  rests(lane: string): boolean {
    return this.held.has(lane)
  }

  /** A batch of a flood took so many ms; what to do when it has rested. */
  rest(lane: string, took: number, then: () => void): void {
    this.going.add(lane)
    if (this.stopped) return
    this.held.set(lane, setTimeout(() => {
      this.held.delete(lane)
      then()
    }, Math.min(rest.most, Math.max(rest.least, took * rest.times))))
  }

  over(lane: string): void {
    this.going.delete(lane)
  }

  /** Nothing rests any more. */
  stop(): void {
    this.stopped = true
    for (const timer of this.held.values()) clearTimeout(timer)
    this.held.clear()
  }
}
