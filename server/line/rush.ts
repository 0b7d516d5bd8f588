/** Counts events that come and events that are answered. */
export interface Rush {
  came: (events: number) => void
  answered: (events: number) => void
  /** Whether they come much faster than they can be answered, as the last span showed. */
  isOn: () => boolean
}

const span = 250
/** So many at once are no rush: they may all have been said in the same moment. */
const fewest = 50

/** A count that begins now. People who talk send the next event when they have the answer to the last: that is never a rush. */
export function createRush(now: () => number = () => performance.now()): Rush {
  let [since, came, answered, on] = [now(), 0, 0, false]
  return {
    came: events => void (came += events),
    answered: events => void (answered += events),
    isOn() {
      if (now() - since >= span) [since, came, answered, on] = [now(), 0, 0, came > 2 * answered + fewest]
      return on
    },
  }
}
