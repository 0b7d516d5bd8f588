/**
 * Batches at work at once: while one waits for the database, the other computes. The second begins only when it is full, the first is a single
 * lane, or slow: each batch costs something by itself, and with several servers on one machine small ones made everything slower, and so themselves smaller.
 */
export const mostBatches = 2
/** A batch that takes longer than this, ms, is slow. */
const slow = 500
/** Lanes in one transaction, when they are quick enough. */
export const mostLanes = 24
/**
 * While more events pour in than can be answered, receiving them goes before answering them: LINE waits 2 s for the one and people longer for the other.
 * After each batch the inbox then rests this many times as long as the batch took, but never long (ms).
 */
const restWhenBusy = 4
const longestRest = 100

/** How many lanes a batch takes, when the next may begin, and how long to rest, as the last ones showed. Times in ms of `now`. */
export class Pace {
  /** Lanes that a transaction has time for: what it loads and cannot do is loaded again. */
  lanes = mostLanes
  private begun = { at: 0, lanes: 0 }
  private last = { ended: 0, took: 0 }

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** A batch of so many lanes begins; gives what to call when it has ended. */
  began(lanes: number): () => void {
    const at = this.now()
    this.begun = { at, lanes }
    return () => void (this.last = { ended: this.now(), took: this.now() - at })
  }

  /** A batch had time for so many of its lanes. */
  served(served: number, lanes: number): void {
    this.lanes = served < lanes ? Math.max(1, served) : Math.min(mostLanes, this.lanes + 2)
  }

  /** Whether a batch may begin beside so many, when so many lanes wait. */
  hasRoom(running: number, waiting: number): boolean {
    if (running === 0) return true
    const { at, lanes } = this.begun
    return running < mostBatches && (waiting >= mostLanes || lanes === 1 || this.now() - at > slow)
  }

  /** How long to rest still, while more comes than can be answered. */
  restLeft(): number {
    const { ended, took } = this.last
    return Math.max(0, ended + Math.min(took * restWhenBusy, longestRest) - this.now())
  }
}
