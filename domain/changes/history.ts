import type { Channel } from '../../prisma/client'
import type { Reader } from '../cameras/sight'
import type { ChangeRow, Kept } from './record'
import { seesPeople, seesWhole } from '../cameras/sight'
import { agencyIn } from '../labels/agency'
import { Refusal } from '../refusal'

/** A change as it is shown. Values that were ids are names in the reader's language; of people only those learn who may. */
export interface ShownChange {
  id: number
  at: Date
  /** Null: the clock, the operator, or not for this reader. */
  by: string | null
  /** Whether it is about the camera or its installation point. */
  of: 'camera' | 'site'
  action: ChangeRow['action']
  /** `hidden`: the values are about people, and not for this reader. */
  fields: { field: string, before: Kept, after: Kept, hidden: boolean }[]
  reason: string | null
  channel: Channel
  /** Made after the agency had handed in its return. */
  afterSubmit: boolean
}

/** A page of changes, the newest first; `next` is the id to go on before; null: this was the last. */
export interface History { items: ShownChange[], next: number | null }

/** Fields that tell of people. */
const aboutPeople = new Set(['custodianName', 'custodianPhone', 'custodianHours'])

/** What was changed of a camera and its installation point. Refused as `cameraUnknown`, and `notAllowed` for those who do not see all of it. */
export async function cameraHistory(reader: Reader, code: string, { before, limit = 20 }: { before?: number, limit?: number } = {}): Promise<History> {
  const { db, sight } = reader
  const camera = await db.camera.findUnique({ where: { code }, select: { id: true, siteId: true, agencyId: true, ownership: true, site: { select: { provinceCode: true } } } })
  if (!camera || camera.ownership === 'PRIVATE') throw new Refusal('cameraUnknown')
  const owned = { provinceCode: camera.site.provinceCode, agencyId: camera.agencyId }
  if (!seesWhole(sight, owned)) throw new Refusal('notAllowed')
  const people = seesPeople(sight, owned)
  const rows = await db.change.findMany({
    where: { subject: { in: [`camera:${camera.id}`, `site:${camera.siteId}`] }, ...before && { id: { lt: before } } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const names = await namesIn(reader, shown.map(({ fields }) => fields as Fields))
  const actors = people ? await db.user.findMany({ where: { id: { in: shown.flatMap(({ actorId }) => actorId ?? []) } }, select: { id: true, displayName: true } }) : []
  const nameOf = new Map(actors.map(({ id, displayName }) => [id, displayName]))
  return {
    next: rows.length > limit ? Number(shown.at(-1)!.id) : null,
    items: shown.map(({ id, at, actorId, subject, action, fields, reason, channel, afterSubmit }) => ({
      id: Number(id),
      at,
      by: nameOf.get(actorId ?? '') ?? null,
      of: subject.startsWith('site:') ? 'site' : 'camera',
      action: action as ChangeRow['action'],
      // Of a move the names of then are kept beside the ids: the name of today is told.
      fields: Object.entries(fields as Fields).filter(([field]) => field !== 'site').map(([field, [old, now]]) => {
        const hidden = !people && aboutPeople.has(field)
        const said = (value: Kept) => hidden ? null : names.get(String(value)) ?? value
        return { field, before: said(old), after: said(now), hidden }
      }),
      reason,
      channel,
      afterSubmit,
    })),
  }
}

type Fields = Record<string, [Kept, Kept]>

/** Names of the agencies, sites and subdistricts that values stand for, by their ids. */
async function namesIn({ db, english }: Reader, all: Fields[]): Promise<Map<string, string>> {
  const of = (...fields: string[]) => all.flatMap(each => fields.flatMap(field => each[field] ?? [])).filter(value => typeof value === 'string')
  const [agencies, sites, subdistricts] = await Promise.all([
    db.agency.findMany({ where: { id: { in: of('maintainingAgencyId', 'agencyId') } }, select: { id: true, name: true, nameEn: true } }),
    db.site.findMany({ where: { id: { in: of('siteId') } }, select: { id: true, name: true } }),
    db.subdistrict.findMany({ where: { code: { in: of('subdistrictCode') } }, select: { code: true, nameTh: true, nameEn: true } }),
  ])
  return new Map<string, string>([
    ...agencies.map(agency => [agency.id, agencyIn(agency, english ? 'EN' : 'TH')!] as const),
    ...sites.map(({ id, name }) => [id, name] as const),
    ...subdistricts.map(({ code, nameTh, nameEn }) => [code, english ? nameEn : nameTh] as const),
  ])
}
