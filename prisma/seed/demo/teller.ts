import type { Symptom } from '../../client'
import type { Cast } from './people'
import type { Random } from './random'
import type { Opening, Story } from './story'
import * as words from './words'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** What every story is told with: those that have been told are in `stories`. */
export interface Teller { random: Random, now: Date, cast: Cast, stories: Story[] }

/** Who works on it for the agency: ids. */
export interface Crew { official: string, technician: string }

/** What cameras suffer from, the commonest more than once. */
export const symptoms: Symptom[] = ['NO_PICTURE', 'NO_PICTURE', 'NO_PICTURE', 'NO_PICTURE', 'BLURRED', 'BLURRED', 'NOT_RECORDING', 'NOT_RECORDING', 'WRONG_DIRECTION', 'CLOCK_WRONG', 'OBSTRUCTED', 'VANDALISED', 'MISSING', 'OTHER']

/** How the next story begins; no agency and no camera where none is given. */
export function opening({ stories }: Teller, given: Pick<Opening, 'at' | 'reporterId' | 'symptom'> & Partial<Opening>): Opening {
  return { key: stories.length, agencyId: null, cameraId: null, ...given }
}

/** The given time and a while, moved into office hours in Bangkok, never after `now`. */
export function later(at: Date, ms: number, now: Date): Date {
  const time = new Date(at.getTime() + ms)
  const hour = (time.getUTCHours() + 7) % 24
  const shift = hour < 8 ? 8 - hour : hour >= 17 ? 32 - hour : 0
  return new Date(Math.min(time.getTime() + shift * HOUR, now.getTime() - 5 * 60_000))
}

/** A moment of a day `daysAgo` days back when people are about. */
export function daytime({ random, now }: Teller, daysAgo: number): Date {
  const day = new Date(now.getTime() - daysAgo * DAY)
  day.setUTCHours(random.between(0, 13), random.between(0, 59), random.between(0, 59), 0)
  return day
}

/** The agency takes it on; what was stolen or destroyed is urgent. */
export function accept(story: Story, at: Date, { official }: Crew): void {
  story.acknowledge(at, official)
  if (story.order.symptom === 'MISSING' || story.order.symptom === 'VANDALISED') { story.raise(new Date(at.getTime() + 60_000), official) }
}

/** A cause that fits the symptom, and what it cost. */
export function repair(story: Story, { random }: Teller, crew: Crew, time: Date): void {
  const cause = random.pick(words.causesOf[story.order.symptom])
  story.repair(time, crew.technician, cause, random.pick(words.costs[cause]))
}
