import type { Prisma, WorkOrderState } from '../../client'
import type { End } from './ended'
import type { Cast } from './people'
import type { Random } from './random'
import type { Camera, Register } from './register'
import { tellDuplicate, tellEnded } from './ended'
import { agencyId } from './ids'
import { personId } from './people'
import { randomFrom } from './random'
import { Story } from './story'
import { DAY, HOUR, later, opening } from './teller'
import { tellOpen } from './unfinished'
import * as words from './words'

/** How the ended repairs ended. */
const ends: Record<End, number> = { confirmed: 58, expired: 22, rejected: 8 }

/** Work orders that turned out to be the same as another. */
const duplicates = 3

/** Where the open ones stand, in the agencies of persons 1 and 2 and elsewhere. */
const openAt: Record<'phosa' | 'town' | 'elsewhere', WorkOrderState[]> = {
  phosa: ['NEW', 'ACKNOWLEDGED', 'ASSIGNED', 'WAITING', 'REPAIRED'],
  town: ['NEW', 'NEW', 'ACKNOWLEDGED', 'ACKNOWLEDGED', 'ASSIGNED', 'ASSIGNED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'WAITING', 'WAITING', 'REPAIRED'],
  elsewhere: ['NEW', 'NEW', 'ACKNOWLEDGED', 'ACKNOWLEDGED', 'ACKNOWLEDGED', 'ASSIGNED', 'ASSIGNED', 'ASSIGNED', 'IN_PROGRESS', 'IN_PROGRESS', 'IN_PROGRESS', 'WAITING', 'WAITING', 'WAITING', 'REPAIRED'],
}

/** Cameras that the guide and the simulator use: they work. */
const kept = new Set(['15-00012', '15-00013', '15-00014', '15-00015', '15-00149', '15-00152'])

/** Half a year of reports and repairs, and what they make of the cameras' status (changed in `register`). */
export function buildHistory(register: Register, cast: Cast, now: Date): Story[] {
  const random = randomFrom(1559)
  const broken = breakCameras(register, now, random)
  const stories: Story[] = []
  const teller = { random, now, cast, stories }

  const working = register.cameras.filter(camera => camera.status === 'NORMAL' && cast.crews.has(camera.agencyId))
  for (const [end, count] of Object.entries(ends) as [End, number][]) {
    for (let i = 0; i < count; i++) { stories.push(tellEnded(teller, end, i, working.splice(random.between(0, working.length - 1), 1)[0]!)) }
  }

  for (const story of stories.slice(22, 22 + duplicates)) { stories.push(tellDuplicate(teller, story, register)) }

  const areas = { phosa: agencyId('อบต.โพสะ'), town: agencyId('เทศบาลเมืองอ่างทอง') }
  for (const [area, states] of Object.entries(openAt) as [keyof typeof openAt, WorkOrderState[]][]) {
    const cameras = broken.filter(({ agencyId: id }) => area === 'elsewhere' ? id !== areas.phosa && id !== areas.town && cast.crews.has(id) : id === areas[area])
    for (const [i, state] of states.entries()) { stories.push(tellOpen(teller, state, i, cameras.splice(random.between(0, cameras.length - 1), 1)[0]!)) }
  }
  // Nobody responsible is known: the secretary decides. And one that the town has seen.
  stories.push(new Story(opening(teller, { at: new Date(now.getTime() - 20 * HOUR), reporterId: personId(4), symptom: 'NO_PICTURE', ...words.unregistered[0]! }), random))
  const seen = new Story(opening(teller, { at: new Date(now.getTime() - 3 * DAY), reporterId: personId(3), symptom: 'BLURRED', agencyId: areas.town, ...words.unregistered[1]! }), random)
  seen.acknowledge(later(seen.order.openedAt, 2 * HOUR, now), personId(2))
  stories.push(seen)
  return stories
}

/** Chooses which cameras do not work, as many of each agency as it answered. */
function breakCameras({ cameras, down }: Register, now: Date, random: Random): Camera[] {
  const broken: Camera[] = []
  for (const [agency, count] of down) {
    const own = cameras.filter(camera => camera.agencyId === agency && !kept.has(camera.code))
    for (let i = 0; i < count; i++) {
      const [camera] = own.splice(random.between(0, own.length - 1), 1)
      Object.assign(camera!, {
        status: random.pick(['UNUSABLE', 'UNUSABLE', 'DAMAGED', 'DAMAGED', 'UNDER_REPAIR']),
        statusSince: new Date(now.getTime() - random.between(20, 300) * DAY),
      } satisfies Prisma.CameraUpdateInput)
      broken.push(camera!)
    }
  }
  return broken
}
