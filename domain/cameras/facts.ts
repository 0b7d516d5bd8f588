import type { z } from 'zod'
import type { Prisma } from '../../prisma/client'
import type { CheckedCamera } from './checks'
import type { cameraFacts, siteFacts } from './schema'
import { assetKey } from './code'
import { cameraFieldNames, siteFieldNames } from './fields'

type Camera = Prisma.CameraGetPayload<object>
type Site = Prisma.SiteGetPayload<object>

/** What is known of a camera, as the survey's form has it: money in satang as a number, a month `2016-08`. */
export type CameraFacts = z.output<typeof cameraFacts>

/** What is known of an installation point, as its form has it. */
export type SiteFacts = z.output<typeof siteFacts>

/** The facts in a row of the table. */
export function cameraFactsOf(row: Camera): CameraFacts {
  return Object.fromEntries(cameraFieldNames.map(field => [field, asTyped(row[field])])) as CameraFacts
}

/** The facts in a row of the table. */
export function siteFactsOf(row: Site): SiteFacts {
  return Object.fromEntries(siteFieldNames.map(field => [field, row[field]])) as SiteFacts
}

function asTyped(value: Camera[keyof Camera]): unknown {
  if (typeof value === 'bigint') return Number(value)
  return value instanceof Date ? value.toISOString().slice(0, 7) : value
}

/** Columns for changed facts of a camera; what is undefined stays as it is. */
export function cameraColumns({ installed, costSatang, upgradeSatang, maintenanceSatang, assetNumber, ...rest }: Partial<CameraFacts>): Omit<Prisma.CameraUncheckedUpdateInput, 'siteId' | 'agencyId'> & Partial<Camera> {
  return {
    ...rest,
    ...installed !== undefined && { installed: installed === null ? null : new Date(`${installed}-01T00:00:00Z`) },
    ...costSatang !== undefined && { costSatang: satang(costSatang) },
    ...upgradeSatang !== undefined && { upgradeSatang: satang(upgradeSatang) },
    ...maintenanceSatang !== undefined && { maintenanceSatang: satang(maintenanceSatang) },
    ...assetNumber !== undefined && { assetNumber, assetKey: assetNumber === null ? null : assetKey(assetNumber) || null },
  }
}

const satang = (amount: number | null) => amount === null ? null : BigInt(amount)

/** What the checks look at. */
export function checkedOf(row: Camera, openOrder: boolean): CheckedCamera {
  return { ...cameraFactsOf(row), status: row.status, openOrder }
}
