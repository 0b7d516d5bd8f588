import type { Message } from '../../bot/message'
import type { LoadedLane } from './lanes'
import { readTime } from './received'
import { replyWithin } from './send'

/** More events of one person than this that wait are a flood: nobody says so much by hand, nor sends so many photos at once. */
export const floodFrom = 30

/** What a flood changes for one lane while it is heard. */
export interface Flood {
  /** Said with the first answer, so that the person knows; null when they know already. */
  notice: Message | null
  /** Whether the answer to the nth loaded event would have to be pushed although more waits behind it: pushes cost, so it is left out. */
  isTooLate: (n: number) => boolean
}

/** The flood in a lane; null when there is none. `known`: the person was told of it. */
export function floodIn({ events, waiting }: LoadedLane, known: boolean, now: Date, notice: () => Message): Flood | null {
  if (waiting <= floodFrom && !known) return null
  const late = (time: unknown, otherwise: number) => now.getTime() - (readTime(time) ?? otherwise) >= replyWithin
  return {
    notice: known ? null : notice(),
    isTooLate: n => n + 1 < waiting && late(events[n]!.payload.timestamp, events[n]!.receivedAt),
  }
}
