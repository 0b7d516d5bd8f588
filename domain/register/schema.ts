import * as z from 'zod'
import { CameraKind, CameraStatus } from '../enums'
import { foldDigits } from '../time/numbers'

/** Several of a kind in one parameter of an address: `DAMAGED,UNUSABLE`. */
const several = <Item extends z.ZodType<unknown, string>>(item: Item) => z.string().transform(text => text.split(',')).pipe(z.array(item).max(50))

/** From–to, each may be left out: `3-30`, `30-`, `-7`. */
function range(most: number) {
  return z.string().regex(/^(?:\d{1,5}-\d{0,5}|-\d{1,5})$/).transform((text) => {
    const [from, to] = text.split('-') as [string, string]
    return { from: from ? Number(from) : 0, to: to ? Number(to) : most }
  }).refine(({ from, to }) => from <= to && to <= most)
}

/** Which cameras, as it stands in an address. What is not given does not matter; removed cameras only when `status` asks for them. */
export const registerFilter = z.strictObject({
  province: z.string().regex(/^\d{2}$/).optional(),
  agency: several(z.uuid()).optional(),
  district: several(z.string().regex(/^\d{4}$/)).optional(),
  status: several(z.enum(CameraStatus)).optional(),
  kind: several(z.enum(CameraKind)).optional(),
  /** Whether the camera is linked to a network. */
  network: several(z.enum(['linked', 'not', 'unknown'])).optional(),
  /** Days until a recording is overwritten, or not known. */
  retention: z.union([z.literal('unknown'), range(3_650)]).optional(),
  /** Percent of the entry that is filled in. */
  completeness: range(100).optional(),
  /** A code, an asset number, or words of the place. */
  q: z.string().trim().max(200).transform(text => foldDigits(text).replaceAll('\0', '')).optional(),
})

/** What a list can be ordered by; with `-` in front the other way round. `since`: how long it has had its status, the newest first. */
export const registerSort = z.enum(['code', '-code', 'completeness', '-completeness', 'since', '-since', 'place', '-place'])

/** A page of the register. */
export const registerPage = registerFilter.extend({
  sort: registerSort.default('code'),
  /** `next` of the page before. */
  cursor: z.string().max(1_000).optional(),
  limit: z.string().regex(/^\d{1,3}$/).transform(Number).pipe(z.int().min(1).max(200)).default(50),
})

/** Degrees: west, south, east, north. */
export const registerBox = z.string().transform(text => text.split(',').map(Number)).pipe(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(-180).max(180), z.number().min(-90).max(90)])).transform(([west, south, east, north]) => ({ west, south, east, north })).refine(({ west, south, east, north }) => west < east && south < north)

/** Cameras inside a box of the map. */
export const registerMap = registerFilter.extend({ box: registerBox })
