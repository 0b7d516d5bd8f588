import type { ImportState, Prisma } from '../../prisma/client'
import type { Act, ClockAct } from '../act'
import { importStateLabels } from '../labels/imports'
import { isSecretaryOf } from '../people/rules'
import { Refusal } from '../refusal'
import { surveyAgencies } from '../survey/rules'

/** An import as it is stored. */
export type ImportRun = Prisma.ImportRunGetPayload<object>

/** Passes who may bring in cameras there: the province's secretaries, and officials and police for their own agency. Refused as `notAllowed`, `agencyUnknown`. */
export async function needsImporter({ db, actor }: Act, provinceCode: string, agencyId: string | null): Promise<void> {
  const secretary = isSecretaryOf(actor, provinceCode)
  if (!secretary && !(agencyId && surveyAgencies(actor).includes(agencyId))) throw new Refusal('notAllowed')
  if (agencyId && !await db.agency.count({ where: { id: agencyId, provinceCode } })) throw new Refusal('agencyUnknown')
}

/** The import, locked until the transaction ends, for who may see to it. Refused as `notFound`, `notAllowed`, `importState`. */
export async function importFor(act: Act, id: string, ...states: ImportState[]): Promise<ImportRun> {
  const run = await lockImport(act, id)
  if (!run) throw new Refusal('notFound')
  await needsImporter(act, run.provinceCode, run.agencyId)
  if (states.length && !states.includes(run.state)) throw new Refusal('importState', { state: importStateLabels[run.state][act.actor.language === 'TH' ? 'th' : 'en'] })
  return run
}

/** The import, locked; null when there is none. `skip`: null as well while somebody else works on it. */
export async function lockImport({ db }: Act | ClockAct, id: string, { skip = false } = {}): Promise<ImportRun | null> {
  const [found] = skip
    ? await db.$queryRaw<{ id: string }[]>`SELECT "id"::text FROM "ImportRun" WHERE "id" = ${id}::uuid FOR UPDATE SKIP LOCKED`
    : await db.$queryRaw<{ id: string }[]>`SELECT "id"::text FROM "ImportRun" WHERE "id" = ${id}::uuid FOR UPDATE`
  return found ? db.importRun.findUnique({ where: { id } }) : null
}

/** Whose names and headings are remembered: the agency's, else the province's. */
export const ownerOf = ({ agencyId, provinceCode }: Pick<ImportRun, 'agencyId' | 'provinceCode'>): string => agencyId ?? provinceCode
