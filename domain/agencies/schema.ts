import * as z from 'zod'
import { AgencyKind } from '../enums'
import { line, name, phone } from '../forms/text'

/** Most agencies that are added in one go; a province has some hundred. */
export const mostAtOnce = 300

/** Most characters of a name. */
export const mostInName = 150

const agencyName = name(mostInName)
const kind = z.enum(AgencyKind)

/** Agencies to add to a province. */
export const newAgencies = z.strictObject({
  provinceCode: z.string().regex(/^\d{2}$/),
  agencies: z.array(z.strictObject({ name: agencyName, kind })).min(1).max(mostAtOnce),
})

/** What is known of an agency. Null: not known. */
export const agencyFacts = z.strictObject({
  name: agencyName,
  nameEn: line(mostInName),
  kind,
  districtCode: z.string().regex(/^\d{4}$/).nullable(),
  phone,
})
