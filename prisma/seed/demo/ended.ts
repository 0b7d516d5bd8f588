import type { Camera, Register } from './register'
import type { Crew, Teller } from './teller'
import { agencyId } from './ids'
import { Story } from './story'
import { accept, DAY, daytime, HOUR, later, opening, repair, symptoms } from './teller'
import * as words from './words'

/** How a repair ended: confirmed by the reporter, or closed without an answer; or it was no fault. */
export type End = 'confirmed' | 'expired' | 'rejected'

/** Of those that were confirmed, how many are of the last weeks. */
const recent = 16

/** The `i`-th story with this end, about a camera that works again. */
export function tellEnded(teller: Teller, end: End, i: number, camera: Camera): Story {
  const { random, now, cast } = teller
  const crew = cast.crews.get(camera.agencyId)!
  const quick = end === 'confirmed' && i < recent
  const at = daytime(teller, quick ? random.between(6, 18) : random.between(27, 178))
  const symptom = random.pick(symptoms)
  const from = end === 'confirmed' && i % 10 === 0 ? agencyId('องค์การบริหารส่วนจังหวัดอ่างทอง') : camera.agencyId
  const story = new Story(opening(teller, { at, reporterId: random.pick(cast.citizens), symptom, agencyId: from, cameraId: camera.id }), random)
  if (random.chance(0.4)) story.note(0, random.pick(words.details[symptom]))
  for (let others = i % 12 === 1 ? 2 : i % 4 === 1 ? 1 : 0; others > 0; others--) { story.join(new Date(at.getTime() + (3 - others) * 20 * 60_000), cast.citizens[(i + others) % cast.citizens.length]!, symptom) }
  let time = later(at, random.between(1, 4) * HOUR, now)
  if (end === 'rejected') {
    story.reject(time, crew.official, random.pick(words.rejections))
    return story
  }
  if (from !== camera.agencyId) {
    story.forward(time, cast.crews.get(from)!.official, camera.agencyId, random.pick(words.forwards))
    time = later(time, random.between(1, 4) * HOUR, now)
  }
  time = work(story, teller, crew, time, { quick, waits: !quick && i % 9 === 4 })
  for (let again = i === 27 ? 2 : !quick && i % 11 === 3 ? 1 : 0; again > 0; again--) {
    story.reopen(time = later(time, random.between(5, 30) * HOUR, now), random.pick(words.complaints))
    story.start(time = later(time, random.between(2, 20) * HOUR, now), crew.technician)
    repair(story, teller, crew, time = later(time, random.between(1, 12) * HOUR, now))
  }
  if (end === 'confirmed') { story.confirm(time = new Date(time.getTime() + random.between(1, 20) * HOUR), random.chance(0.85) ? random.pick([5, 5, 5, 4, 4, 3, 2, 1]) : null) }
  else { story.expire(time = new Date(time.getTime() + 7 * DAY + 60_000)) }
  Object.assign(camera, { statusSource: 'INFERRED', statusSince: time })
  return story
}

/** Somebody did not find the camera in the register, though it was reported a little before. */
export function tellDuplicate(teller: Teller, other: Story, { sites, cameras }: Register): Story {
  const { random, cast } = teller
  const { openedAt, symptom, agencyId, cameraId } = other.order
  const { name, latitude, longitude } = sites.find(({ id }) => id === cameras.find(camera => camera.id === cameraId)!.siteId)!
  const at = new Date(openedAt.getTime() + 20 * 60_000)
  const story = new Story(opening(teller, { at, reporterId: random.pick(cast.citizens), symptom, agencyId, placeText: words.nearby(name), latitude, longitude }), random)
  story.duplicate(new Date(at.getTime() + 30 * 60_000), cast.crews.get(agencyId!)!.official, other)
  return story
}

/** From the agency's first look to the repair. */
function work(story: Story, teller: Teller, crew: Crew, from: Date, { quick, waits }: { quick: boolean, waits: boolean }): Date {
  const { random, now } = teller
  const hours = (most: number): number => random.between(1, quick ? 4 : most) * HOUR
  let time = from
  accept(story, time, crew)
  story.assign(time = later(time, hours(9), now), crew.official, crew.technician)
  story.start(time = later(time, hours(40), now), crew.technician)
  if (waits) {
    const why = random.pick(story.order.symptom === 'NO_PICTURE' ? words.reasons : words.simpleReasons)
    story.wait(time = later(time, HOUR, now), crew.technician, why, random.pick(words.waits[why]))
    story.resume(time = later(time, random.between(2, 6) * DAY, now), crew.technician)
  }
  repair(story, teller, crew, time = later(time, hours(60), now))
  return time
}
