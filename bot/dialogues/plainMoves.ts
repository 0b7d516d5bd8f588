import * as z from 'zod'
import { thaiDateTime } from '../../domain/time/bangkok'
import { start as begin, resume as goOn, acknowledge as takeOn } from '../../domain/workOrders/commands'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { doer, made, ofMove } from './workMove'

/** รับเรื่อง: the agency takes it on. */
export const acknowledge = dialogue<{ workOrder: string }>({
  ...ofMove('acknowledge'),
  questions: { workOrder: carried(z.uuid()) },
  finish: async ({ workOrder }, talk) => {
    const moved = await takeOn(talk.act, { workOrderId: workOrder })
    return made(moved, talk, talk.t.work.acknowledged(moved.number, await doer(workOrder, talk), thaiDateTime(moved.dueAt, talk.person.language)))
  },
})

/** เริ่มซ่อม: who starts has it, where it was given to nobody. */
export const start = dialogue<{ workOrder: string }>({
  ...ofMove('start'),
  questions: { workOrder: carried(z.uuid()) },
  finish: async ({ workOrder }, talk) => {
    const moved = await begin(talk.act, { workOrderId: workOrder })
    return made(moved, talk, talk.t.work.started(moved.number, await doer(workOrder, talk), thaiDateTime(moved.dueAt, talk.person.language)))
  },
})

/** ซ่อมต่อ: the clock runs again. */
export const resume = dialogue<{ workOrder: string }>({
  ...ofMove('resume'),
  questions: { workOrder: carried(z.uuid()) },
  finish: async ({ workOrder }, talk) => {
    const moved = await goOn(talk.act, { workOrderId: workOrder })
    return made(moved, talk, talk.t.work.resumed(moved.number, await doer(workOrder, talk), thaiDateTime(moved.dueAt, talk.person.language)))
  },
})
