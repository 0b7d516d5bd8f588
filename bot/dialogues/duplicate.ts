import type { WorkOrderSummary } from '../../domain/workOrders/view'
import type { Talk } from '../dialogue'
import * as z from 'zod'
import { readTrackingNumber } from '../../domain/faults/number'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { markDuplicate } from '../../domain/workOrders/commands'
import { duplicateTarget, likelyDuplicates } from '../../domain/workOrders/duplicates'
import { confirmCard } from '../cards/confirm'
import { placeTitle } from '../cards/workOrder'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { text } from '../say'
import { answerTap } from '../tap'
import { made, ofMove } from './workMove'

/** ซ้ำกับเรื่องอื่น: of which; the reporters are told, so it is confirmed first. */
export const duplicate = dialogue<{ workOrder: string, of: string }>({
  ...ofMove('markDuplicate'),
  questions: {
    workOrder: carried(z.uuid()),
    of: {
      schema: z.string().max(20),
      acts: true,
      label: t => t.work.mergedWith,
      ask: async (talk, { workOrder }) => {
        const near = await likelyDuplicates(talk.act, workOrder!)
        const listed = near.map(one => `• ${inALine(one, talk)}`)
        return {
          say: [text([near.length ? talk.t.work.askDuplicateNear : talk.t.work.askDuplicate, ...listed].join('\n'))],
          choices: near.map(one => ({ label: one.number, data: answerTap(talk.token, { of: one.number }) })),
        }
      },
      read: async (said, talk, { workOrder }) => {
        if (said.kind !== 'text') return null
        if (!readTrackingNumber(said.text)) return { misread: talk.t.work.notANumber }
        return { answers: { of: (await duplicateTarget(talk.act, workOrder!, said.text)).number } }
      },
    },
  },
  card: async ({ workOrder, of }, talk) => {
    const { t } = talk
    const target = await duplicateTarget(talk.act, workOrder, of)
    return confirmCard(talk, {
      title: t.work.duplicateTitle,
      answers: [{ label: t.work.mergedWith, value: inALine(target, talk), key: 'of' }],
      note: t.work.duplicateNote,
    })
  },
  finish: async ({ workOrder, of }, talk) => {
    const moved = await markDuplicate(talk.act, { workOrderId: workOrder, of })
    return made(moved, talk, talk.t.work.merged(moved.number, of))
  },
})

const inALine = (work: WorkOrderSummary, { t, person }: Talk) => `${work.number} ${placeTitle(work, t)} (${inLanguage(symptomLabels[work.symptom], person.language)})`
