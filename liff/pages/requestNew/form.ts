import type { z as zod } from 'zod'
import * as z from 'zod'
import { requestForm } from '../../../domain/footage/schema'

const MINUTE = 60_000
/** How much one request may ask for. */
type Limits = () => { cameras: number, minutes: number }
const { agencyId, caseNumber, offence, purpose, legalBasis, urgency, placeText, latitude, longitude } = requestForm.shape

/** A camera on the form, with the time of its recording. */
function picked(most: Limits) {
  return z.object({ id: z.uuid(), code: z.string(), from: z.iso.datetime(), to: z.iso.datetime() }).check(({ value: { from, to }, issues }) => {
    const [begin, end] = [Date.parse(from), Date.parse(to)]
    const wrong = (path: 'from' | 'to', says: string, n?: number) => issues.push({ code: 'custom', input: to, path: [path], params: { says, n } })
    if (end <= begin) wrong('to', 'endFirst')
    else if (begin > Date.now()) wrong('from', 'notYet')
    else if (end > Date.now()) wrong('to', 'notYet')
    else if (end - begin > most().minutes * MINUTE) most().minutes % 60 ? wrong('to', 'tooManyMinutes', most().minutes) : wrong('to', 'tooLong', most().minutes / 60)
  })
}

/** The form of a new request as it is on the page, with what `most` allows at the time; what it makes is sent. */
export function requestPage(most: Limits) {
  return z.object({
    agencyId,
    caseNumber,
    offence,
    purpose,
    legalBasis,
    urgency,
    placeText,
    latitude,
    longitude,
    cameras: z.array(picked(most)).min(1).check(({ value, issues }) => {
      if (value.length > most().cameras) issues.push({ code: 'custom', input: value, params: { says: 'fullest', n: most().cameras } })
    }),
  }).transform(({ cameras, ...form }): zod.output<typeof requestForm> => ({ ...form, cameras: cameras.map(({ id, from, to }) => ({ cameraId: id, from, to })) }))
}

/** A camera on the form, as far as it is filled in. */
export interface Picked { id: string, code: string, from: string | null, to: string | null }
