import type { ExportBy } from '../../domain/enums'
import type { Label } from '../../domain/labels/label'
import type { near } from '../locales/near'
import { directionOf } from '../../domain/cameras/geo'
import { exportByLabels } from '../../domain/labels/cameraFields'
import { directionLabels } from '../../domain/labels/directions'

type Say = (label: Label) => string
type Texts = typeof near.th

/** A direction with its arrow. */
export function directionWords(degrees: number, say: Say): string {
  const label = directionLabels[directionOf(degrees)]
  return `${label.arrow} ${say(label)}`
}

/** Who can open the recorder and when, and whether somebody is there now, as far as it is known. */
export function openerWords({ exportBy, custodianName, custodianHours, openNow }: { exportBy: ExportBy | null, custodianName: string | null, custodianHours: string | null, openNow: boolean | null }, say: Say, n: Texts): string {
  const who = [exportBy && say(exportByLabels[exportBy]), ...exportBy === 'NOBODY' ? [] : [custodianName, custodianHours, openNow === null ? null : openNow ? n.openNow : n.closedNow]]
  return who.filter(Boolean).join(' · ') || n.unknown
}
