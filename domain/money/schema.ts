import type { Invalid } from '../labels/invalid'
import * as z from 'zod'

/** An amount that somebody enters: satang, a whole number from 0 up to `most` (a thousand million baht when not given). What is too much is said in baht. */
export function money(most = 100_000_000_000) {
  return z.int().min(0).refine(satang => satang <= most, { params: { says: 'mostBaht' satisfies Invalid, n: most / 100 } })
}
