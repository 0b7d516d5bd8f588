import type { Priority } from '../../domain/enums'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { Priority as priorities } from '../../domain/enums'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { thaiDateTime } from '../../domain/time/bangkok'
import { addNote, setPriority } from '../../domain/workOrders/commands'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { freeWords } from '../questions/words'
import { doer, made, ofMove } from './workMove'

/** เปลี่ยนความเร่งด่วน: the due date follows. */
export const priority = dialogue<{ workOrder: string, priority: Priority }>({
  ...ofMove('setPriority'),
  questions: {
    workOrder: carried(z.uuid()),
    priority: choice({
      key: 'priority',
      label: t => t.work.priority,
      ask: t => t.work.askPriority,
      options: ({ person }) => Object.values(priorities).map(value => ({ value, label: inLanguage(priorityLabels[value], person.language), also: Object.values(priorityLabels[value]) })),
    }, z.enum(priorities)),
  },
  finish: async ({ workOrder, priority }, talk) => {
    const moved = await setPriority(talk.act, { workOrderId: workOrder, priority })
    const { language } = talk.person
    return made(moved, talk, talk.t.work.prioritised(moved.number, inLanguage(priorityLabels[priority], language), await doer(workOrder, talk), thaiDateTime(moved.dueAt, language)))
  },
})

/** บันทึกเพิ่ม: a note for those who work on it. */
export const workNote = dialogue<{ workOrder: string, note: Words }>({
  ...ofMove('addNote'),
  questions: {
    workOrder: carried(z.uuid()),
    note: freeWords({ key: 'note', label: t => t.work.note, ask: t => t.work.askNote, most: 1000 }),
  },
  finish: async ({ workOrder, note }, talk) => {
    const moved = await addNote(talk.act, { workOrderId: workOrder, text: note.text, lineMessageId: note.messageId })
    return made(moved, talk, talk.t.work.noted(moved.number))
  },
})
