import type { Words } from '../questions/words'
import * as z from 'zod'
import { reject as turnDown } from '../../domain/workOrders/commands'
import { workOrderView } from '../../domain/workOrders/queries'
import { confirmCard } from '../cards/confirm'
import { placeTitle } from '../cards/workOrder'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { freeWords } from '../questions/words'
import { made, ofMove } from './workMove'

/** ไม่ใช่ปัญหา: why; the reporter will read it, so it is confirmed first. */
export const reject = dialogue<{ workOrder: string, reason: Words }>({
  ...ofMove('reject'),
  questions: {
    workOrder: carried(z.uuid()),
    reason: freeWords({
      key: 'reason',
      label: t => t.work.reason,
      ask: t => t.work.askRejectReason,
      most: 1000,
      suggestions: t => t.work.rejectReasons,
    }),
  },
  card: async ({ workOrder, reason }, talk) => {
    const { t } = talk
    const view = await workOrderView(talk.act, workOrder)
    return confirmCard(talk, {
      title: t.work.rejectTitle,
      answers: [
        { label: t.work.number, value: `${view.number} ${placeTitle(view, t)}` },
        { label: t.work.reason, value: reason.text, key: 'reason' },
      ],
      note: t.work.rejectNote,
    })
  },
  finish: async ({ workOrder, reason }, talk) => {
    const moved = await turnDown(talk.act, { workOrderId: workOrder, reason: reason.text, lineMessageId: reason.messageId })
    return made(moved, talk, talk.t.work.rejected(moved.number))
  },
})
