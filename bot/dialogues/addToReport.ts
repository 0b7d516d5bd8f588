import * as z from 'zod'
import { reportView } from '../../domain/faults/queries'
import { Refusal } from '../../domain/refusal'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { text } from '../say'

/** Opens a report again for photos and details. */
export const addToReport = dialogue<{ report: string }>({
  name: 'addToReport',
  title: t => t.report.followUp,
  questions: { report: carried(z.uuid()) },
  finish: async ({ report }, { act, t }) => {
    if (!(await reportView(act, report)).may.addDetail) throw new Refusal('reportOver')
    return { saying: { say: [text(t.report.moreHint)] }, next: { dialogue: 'reportMore', answers: { report } } }
  },
})
