import type { Act } from '../act'
import { addNote, finish, reportFault } from '../faults/commands'
import { mentioned } from '../labels/footage'
import { damagedPrivate } from '../owners/damage'

/** An item with what a report of its camera needs. */
interface Broken { camera: { id: string, ownership: string, status: string } | null, request: { number: string } }

/**
 * Reports a public camera broken, with the request's number among the details, or joins its open repair. `tellNow`: its agency hears of it at once, else after two
 * minutes. Null for a private camera, which its owner repairs and which is kept as damaged, and for one that is gone.
 */
export async function reportDown(act: Act, { camera, request }: Broken, { tellNow }: { tellNow: boolean }): Promise<{ reportId: string, number: string } | null> {
  if (camera?.ownership === 'PRIVATE') await damagedPrivate(act, camera.id)
  if (!camera || camera.ownership !== 'PUBLIC' || camera.status === 'REMOVED') return null
  const { reportId, number, released } = await reportFault(act, { cameraId: camera.id, symptom: 'NO_PICTURE', channel: 'LINE_CHAT' })
  await addNote(act, { reportId, text: mentioned(request.number) })
  if (tellNow && !released) await finish(act, { reportId })
  return { reportId, number }
}
