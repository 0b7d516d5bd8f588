import type { Words } from '../questions/words'
import * as z from 'zod'
import { WaitingFor } from '../../domain/enums'
import { inLanguage } from '../../domain/labels/label'
import { waitingForLabels } from '../../domain/labels/workOrders'
import { wait as pause } from '../../domain/workOrders/commands'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { freeWords } from '../questions/words'
import { made, ofMove } from './workMove'

/** รอ…: for what, and a note; the clock stands still. */
export const wait = dialogue<{ workOrder: string, waitingFor: WaitingFor, note: Words | null }>({
  ...ofMove('wait'),
  questions: {
    workOrder: carried(z.uuid()),
    waitingFor: choice({
      key: 'waitingFor',
      label: t => t.work.waitingFor,
      ask: t => t.work.askWaitingFor,
      options: ({ person }) => Object.values(WaitingFor).map(value => ({ value, label: inLanguage(waitingForLabels[value], person.language), also: Object.values(waitingForLabels[value]) })),
    }, z.enum(WaitingFor)),
    note: freeWords({ key: 'note', label: t => t.work.note, ask: t => t.work.askWaitingNote, most: 1000, optional: true }),
  },
  finish: async ({ workOrder, waitingFor, note }, talk) => {
    const moved = await pause(talk.act, { workOrderId: workOrder, waitingFor, note: note?.text, lineMessageId: note?.messageId })
    return made(moved, talk, talk.t.work.paused(moved.number, inLanguage(waitingForLabels[waitingFor], talk.person.language)))
  },
})
