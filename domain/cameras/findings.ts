import type { CameraStatus, Prisma } from '../../prisma/client'
import type { Act } from '../act'
import type { CheckCode, Finding } from './checks'
import type { CameraField, CameraSection } from './fields'
import type { CheckedRow } from './readChecked'
import { bangkokMonth } from '../time/bangkok'
import { checkPlace } from './checkPlace'
import { checkCamera } from './checks'
import { asked, completenessOf } from './completeness'
import { cameraSections } from './fields'
import { readChecked } from './readChecked'

/** Where a finding was made: a camera, or (`cameraId` null) all of a site's. */
export interface FoundAt { cameraId: string | null, siteId: string, code: string | null, label: string, siteName: string, params: Record<string, string | number> }

/** One kind of finding: how often, and where (at most `mostShown`). */
export interface FindingGroup { code: CheckCode, level: Finding['level'], count: number, at: FoundAt[] }

/** A part of the form: how much of it is filled in (whole percent), and which fields lack in how many cameras. */
export interface SectionFilled { section: CameraSection, percent: number, missing: { field: CameraField, cameras: number }[] }

/** How well some cameras are entered, and what contradicts in it. `completeness`: whole percent, null without cameras. */
export interface Findings {
  cameras: number
  statuses: Record<Exclude<CameraStatus, 'REMOVED'>, number>
  completeness: number | null
  errors: number
  warnings: number
  groups: FindingGroup[]
  sections: SectionFilled[]
}

/** Most places shown of one kind of finding. */
const mostShown = 100

/** What the checks find in the standing public cameras (`c`, of site `s`) that fulfil a condition. Whether the actor may know is for the caller to say. */
export async function findings(act: Pick<Act, 'db' | 'now'>, which: Prisma.Sql): Promise<Findings> {
  return summedUp(await readChecked(act, which), act.now)
}

/** The same for cameras that were read; errors first, then by how often. */
export function summedUp(cameras: CheckedRow[], now: Date): Findings {
  const groups = new Map<CheckCode, FindingGroup>()
  const add = ({ code, level, params = {} }: Finding, at: Omit<FoundAt, 'params'>) => {
    const group = groups.get(code) ?? { code, level, count: 0, at: [] }
    group.count++
    if (level === 'error') group.level = 'error'
    if (group.at.length < mostShown) group.at.push({ ...at, params })
    groups.set(code, group)
  }
  const month = bangkokMonth(now)
  const seen = new Set<string>()
  let [errors, warnings] = [0, 0]
  for (const camera of cameras) {
    const { id: cameraId, code, label, siteId, siteName } = camera
    const ofSite = seen.has(siteId) ? [] : checkPlace(camera)
    seen.add(siteId)
    const ofCamera = [...checkCamera(camera, month), ...camera.twin ? [{ code: 'tooClose', level: 'warning', field: 'direction', params: { code: camera.twin } } as const] : []]
    for (const finding of ofSite) add(finding, { cameraId: null, siteId, code: null, label: '', siteName })
    for (const finding of ofCamera) add(finding, { cameraId, siteId, code, label, siteName })
    for (const { level } of [...ofSite, ...ofCamera]) level === 'error' ? errors++ : warnings++
  }
  return {
    cameras: cameras.length,
    statuses: statusesOf(cameras),
    ...filledIn(cameras),
    errors,
    warnings,
    groups: [...groups.values()].sort((a, b) => Number(b.level === 'error') - Number(a.level === 'error') || b.count - a.count),
  }
}

function statusesOf(cameras: CheckedRow[]): Findings['statuses'] {
  const of = (status: CameraStatus) => cameras.filter(camera => camera.status === status).length
  return { NORMAL: of('NORMAL'), UNUSABLE: of('UNUSABLE'), DAMAGED: of('DAMAGED'), UNDER_REPAIR: of('UNDER_REPAIR') }
}

function filledIn(cameras: CheckedRow[]): Pick<Findings, 'completeness' | 'sections'> {
  const entries = cameras.map(camera => ({ camera, ...completenessOf(camera) }))
  const missing = new Map<CameraField, number>()
  for (const field of entries.flatMap(entry => entry.missing)) missing.set(field, (missing.get(field) ?? 0) + 1)
  const sections = Object.entries(cameraSections).map(([section, fields]): SectionFilled => {
    const own = (fields as readonly CameraField[]).filter(field => (asked as readonly CameraField[]).includes(field))
    const lacking = own.flatMap(field => missing.has(field) ? { field, cameras: missing.get(field)! } : [])
    const all = own.length * cameras.length
    return { section: section as CameraSection, percent: all ? Math.floor((all - lacking.reduce((sum, { cameras }) => sum + cameras, 0)) * 100 / all) : 0, missing: lacking }
  })
  return { completeness: entries.length ? Math.floor(entries.reduce((sum, { percent }) => sum + percent, 0) / entries.length) : null, sections }
}
