import type { Act, ClockAct } from '../act'
import type { ImportRun } from './rules'
import { applyPiece, markReturns } from './apply'
import { matchRows } from './match'
import { importFor, lockImport } from './rules'
import { undoPiece } from './undo'

/** An import that nobody's browser has seen to for so long is taken on by the clock, ms. */
const leftAlone = 20_000

/** Does the next piece of what an import is about: checking, applying, undoing. Does nothing when nothing is to be done. Refused as `notFound`, `notAllowed`. */
export async function stepImport(act: Act, id: string): Promise<void> {
  await step(act, await importFor(act, id))
}

async function step(act: Act | ClockAct, run: ImportRun): Promise<void> {
  if (run.state === 'CHECKING') await matchRows(act, run)
  if (run.state === 'UNDOING') await undoPiece(act, run)
  if (run.state !== 'APPLYING') return
  await applyPiece(act, run)
  const { state } = await act.db.importRun.findUniqueOrThrow({ where: { id: run.id }, select: { state: true } })
  if (state === 'APPLIED') await markReturns(act, run)
}

/** The clock goes on with an import that was begun and left: a browser was closed, a server ended. Returns 1 when there was one, else 0. */
export async function continueImports(act: ClockAct): Promise<number> {
  const left = await act.db.importRun.findFirst({
    where: { state: { in: ['CHECKING', 'APPLYING', 'UNDOING'] }, touchedAt: { lt: new Date(act.now.getTime() - leftAlone) } },
    orderBy: { touchedAt: 'asc' },
    select: { id: true, touchedAt: true },
  })
  const run = left && await lockImport(act, left.id, { skip: true })
  if (!run) return 0
  await step(act, run)
  // It goes on at once.
  await act.db.importRun.update({ where: { id: run.id }, data: { touchedAt: left.touchedAt } })
  return 1
}
