import type { Symptom } from '../../domain/enums'
import * as z from 'zod'
import { Symptom as symptoms } from '../../domain/enums'
import { changeSymptom as change, withdraw as undo } from '../../domain/faults/commands'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'

/** ยกเลิกเรื่องนี้: within two minutes, without a trace. */
export const withdraw = dialogue<{ report: string }>({
  name: 'withdraw',
  title: t => t.report.withdraw,
  questions: { report: carried(z.uuid()) },
  finish: async ({ report }, talk) => {
    await undo(talk.act, { reportId: report })
    return { closes: ['reportMore'], saying: { say: [text(talk.t.report.withdrawn)], choices: mainChoices(talk) } }
  },
})

/** The right camera after all: takes the report back and asks again. */
export const reportAgain = dialogue<{ report: string }>({
  name: 'reportAgain',
  title: t => t.report.otherCamera,
  questions: { report: carried(z.uuid()) },
  finish: async ({ report }, { act }) => {
    await undo(act, { reportId: report })
    return { closes: ['reportMore'], saying: { say: [] }, next: { dialogue: 'report', answers: {} } }
  },
})

/** The right symptom, while the report can still be undone. */
export const changeSymptom = dialogue<{ report: string, symptom: Symptom }>({
  name: 'changeSymptom',
  title: t => t.menu.edit,
  questions: { report: carried(z.uuid()), symptom: carried(z.enum(symptoms)) },
  finish: async ({ report, symptom }, talk) => {
    await change(talk.act, { reportId: report, symptom })
    const words = talk.t.report.symptomChanged(inLanguage(symptomLabels[symptom], talk.person.language))
    return { saying: { say: [text(words)] }, next: { dialogue: 'reportMore', answers: { report } } }
  },
})
