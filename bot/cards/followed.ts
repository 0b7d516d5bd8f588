import type { WorkOrderGist } from '../../domain/notices/kinds'
import type { Talk } from '../dialogue'
import type { Utterance } from '../say'
import { agencyIn } from '../../domain/labels/agency'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { workOrderStateLabels } from '../../domain/labels/workOrders'
import { thaiDateTime } from '../../domain/time/bangkok'
import { openStates } from '../../domain/workOrders/rules'
import { startTap } from '../tap'
import { cameraName } from './camera'
import { cardMessage } from './card'

/** How a repair stands, for somebody who follows it: who has it until when, and the way to hear of it no more. */
export function followedCard(gist: WorkOrderGist, { t, person }: Talk): Utterance {
  const { report } = t
  const name = gist.camera ? cameraName(gist.camera) : t.work.unlisted
  const state = inLanguage(workOrderStateLabels[gist.state], person.language)
  const isOpen = openStates.includes(gist.state)
  return cardMessage(`${gist.number} ${name}: ${state}`, {
    title: name,
    chip: { word: state, tone: isOpen && gist.state !== 'REPAIRED' ? 'repair' : 'normal' },
    rows: [
      [t.work.number, gist.number],
      [report.code, gist.camera?.code ?? ''],
      [report.symptom, inLanguage(symptomLabels[gist.symptom], person.language)],
      [report.repairer, agencyIn(gist.agency, person.language) ?? report.triage],
      [report.until, isOpen && gist.state !== 'REPAIRED' ? thaiDateTime(new Date(gist.dueAt), person.language) : ''],
    ],
    buttons: [{ label: report.copyNumber, copy: gist.number }, { label: report.unfollow, data: startTap('unfollow', { workOrder: gist.workOrderId }) }],
    plain: true,
  }, `workOrder:${gist.workOrderId}`)
}
