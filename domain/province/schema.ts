import * as z from 'zod'
import { leastMinutes, mostCameras, mostMinutes } from '../footage/schema'

const days = (least: number, most: number) => z.int().min(least).max(most)
const repairDays = days(1, 90)

/** What a province sets for itself. */
export const provinceSettings = z.strictObject({
  urgentDays: repairDays,
  highDays: repairDays,
  normalDays: repairDays,
  confirmDays: days(1, 60),
  footageApproval: z.boolean(),
  footageCameras: z.int().min(1).max(mostCameras),
  footageMinutes: z.int().min(leastMinutes).max(mostMinutes),
  footageKeptDays: days(90, 3_650),
})

/** The settings that change; the others stay. */
export const changedSettings = provinceSettings.partial()

/** Which province, in an address. */
export const oneProvince = z.object({ code: z.string().regex(/^\d{2}$/) })
