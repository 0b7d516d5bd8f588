import type { Act, ClockAct } from '../act'
import type { InHand } from '../workOrders/inHand'
import type { FaultReport } from './own'
import type { Subject } from './subject'
import { newHost, openHost } from './join'

type Release = (act: Act | ClockAct, workOrderId: string, reports: FaultReport[]) => Promise<void>

/**
 * Reports whose work order ended while they could still be undone, and that speak of a fault after it, go to the camera's
 * present work order or to a new one, and are made known there. The camera is locked.
 */
export async function rehome(act: Act | ClockAct, ended: InHand, reports: FaultReport[], release: Release): Promise<void> {
  const [{ reporterId, symptom, createdAt }] = reports as [FaultReport]
  const open = ended.camera && await openHost(act.db, ended.camera.id, reporterId)
  const host = open ?? await newHost(act, subjectOf(ended), symptom, createdAt)
  await act.db.faultReport.updateMany({ where: { id: { in: reports.map(({ id }) => id) } }, data: { workOrderId: host.id } })
  await release(act, host.id, reports)
}

function subjectOf({ province, provinceCode, camera, agencyId, agency }: InHand): Subject {
  return {
    ...province,
    provinceCode,
    camera: camera && { id: camera.id, code: camera.code, label: camera.label, siteName: camera.siteName },
    agency: agencyId === null ? null : { id: agencyId, name: agency!.name, nameEn: agency!.nameEn },
  }
}
