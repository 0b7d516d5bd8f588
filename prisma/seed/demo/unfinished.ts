import type { Prisma, WorkOrderState } from '../../client'
import type { Camera } from './register'
import type { Crew, Teller } from './teller'
import { personId } from './people'
import { Story } from './story'
import { accept, DAY, HOUR, later, opening, repair, symptoms } from './teller'
import * as words from './words'

/** Days since each open work order of a state was reported: some are late. */
const ages: Partial<Record<WorkOrderState, number[]>> = {
  NEW: [0.4, 1.5, 8.5],
  ACKNOWLEDGED: [3.4, 8.6, 1.2],
  ASSIGNED: [2.3, 9.2, 4.6],
  IN_PROGRESS: [3.1, 5.5, 11.4],
  WAITING: [6.2, 12.5, 15.3],
  REPAIRED: [4.4, 5.2, 3.6],
}

/** The `i`-th story that has come to this state, about a camera that does not work. */
export function tellOpen(teller: Teller, state: WorkOrderState, i: number, camera: Camera): Story {
  const { random, now, cast, stories } = teller
  const crew = cast.crews.get(camera.agencyId)!
  const symptom = state === 'WAITING' ? 'NO_PICTURE' : random.pick(symptoms)
  const at = new Date(now.getTime() - ages[state]![i % 3]! * DAY - random.between(0, 90) * 60_000)
  // Those whom one can play: they hear how it goes on.
  const reporterId = personId([3, 4, 7][stories.length % 3]!)
  const story = new Story(opening(teller, { at, reporterId, symptom, agencyId: camera.agencyId, cameraId: camera.id }), random)
  if (random.chance(0.6)) story.note(0, random.pick(words.details[symptom]))
  if (i % 3 === 1) story.join(new Date(at.getTime() + 50 * 60_000), random.pick(cast.citizens), symptom)
  continueTo(state, story, teller, crew, i)
  const { order } = story
  if (!order.waitingSince && state !== 'REPAIRED' && order.dueAt < now) { order.overdueToldAt = new Date(order.dueAt.getTime() + 60_000) }
  Object.assign(camera, {
    status: ['IN_PROGRESS', 'WAITING', 'REPAIRED'].includes(state) ? 'UNDER_REPAIR' : 'DAMAGED',
    statusSource: 'INFERRED',
    statusSince: story.events.findLast(({ kind }) => kind === 'STARTED')?.at ?? order.releasedAt!,
  } satisfies Prisma.CameraUpdateInput)
  return story
}

function continueTo(state: WorkOrderState, story: Story, teller: Teller, crew: Crew, i: number): void {
  const { random, now } = teller
  let time = story.order.openedAt
  const next = (hours: number): Date => time = later(time, random.between(1, hours) * HOUR, now)
  if (state === 'NEW') return
  accept(story, next(8), crew)
  if (state === 'ACKNOWLEDGED') return
  story.assign(next(6), crew.official, crew.technician)
  if (state === 'ASSIGNED') return
  story.start(next(12), crew.technician)
  if (state === 'IN_PROGRESS') return
  if (state === 'REPAIRED') return repair(story, teller, crew, next(12))
  const why = words.reasons[i % words.reasons.length]!
  story.wait(next(6), crew.technician, why, random.pick(words.waits[why]))
}
