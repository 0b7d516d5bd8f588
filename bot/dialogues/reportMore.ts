import type { Reading, Talk } from '../dialogue'
import type { Said } from '../said'
import type { Choice, Saying } from '../say'
import * as z from 'zod'
import { readCameraCode } from '../../domain/cameras/code'
import { Symptom } from '../../domain/enums'
import { addNote, attachPhoto, finish } from '../../domain/faults/commands'
import { readTrackingNumber } from '../../domain/faults/number'
import { reportView } from '../../domain/faults/queries'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { thaiDateTime } from '../../domain/time/bangkok'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'
import { folded } from '../text'
import { wordIs } from '../wordIs'

/** A report takes photos and details for so long after its last touch. */
const lapse = 15 * 60_000
const longestNote = 1000

interface More { report: string, told?: boolean, more: 'done' }

/** After a report is stored: photos and text sent now belong to it, until เสร็จ or a quarter of an hour of silence. */
export const reportMore = dialogue<More>({
  name: 'reportMore',
  title: t => t.report.followUp,
  follows: true,
  passing: true,
  lapse,
  questions: {
    report: carried(z.uuid()),
    told: carried(z.boolean(), 'may'),
    more: {
      schema: z.literal('done'),
      acts: true,
      label: t => t.report.followUp,
      ask: (talk, answers, misses) => ({ say: misses > 0 ? [text(talk.t.report.moreHint)] : [], choices: choices(talk, answers) }),
      read: (said, talk, answers) => take(said, talk, answers),
    },
  },
  finish: async ({ report }, talk) => {
    await finish(talk.act, { reportId: report })
    const { number, agencyName, dueAt } = await reportView(talk.act, report)
    const words = talk.t.report.finished(number, agencyName ?? talk.t.report.triage, thaiDateTime(dueAt, talk.person.language))
    return { saying: { say: [text(words, `report:${report}`)], choices: [{ label: talk.t.report.copyNumber, copy: number }, { label: talk.t.menu.track, word: talk.t.menu.track }] } }
  },
})

function choices({ t }: Talk, { report, told }: Partial<More>): Choice[] {
  const undo: Choice[] = [
    { label: t.menu.edit, word: t.menu.edit },
    { label: t.report.withdraw, data: startTap('withdraw', { report }) },
  ]
  return [
    { label: t.report.takePhoto, open: 'camera' },
    { label: t.report.choosePhoto, open: 'cameraRoll' },
    { label: t.report.addDetails, word: t.report.addDetails },
    ...(told ? [] : undo),
    { label: t.menu.done, word: t.menu.done },
  ]
}

async function take(said: Said, talk: Talk, answers: Partial<More>): Promise<Reading> {
  const { t, act } = talk
  const report = answers.report!
  const now = (say: string): { saying: Saying } => ({ saying: { say: [text(say)], choices: choices(talk, answers) } })
  if (said.kind === 'photo') {
    await attachPhoto(act, { reportId: report, lineMessageId: said.messageId, sourceUrl: said.sourceUrl })
    if (!said.lastOfSet) return { saying: { say: [] } }
    const { photos } = await reportView(act, report)
    return now(t.report.photoAdded(photos.length))
  }
  if (said.kind !== 'text' || !said.text.trim() || speaksOfAnother(said.text)) return null
  if (wordIs('done', said.text)) return { answers: { more: 'done' } }
  if (wordIs('edit', said.text)) return { saying: { say: [text(t.report.changeWhat)], choices: changes(talk, report) } }
  if (wordIs('cancel', said.text)) return { saying: { say: [text(t.report.withdrawAsk)], choices: choices(talk, answers).slice(-2) } }
  if (folded(said.text) === folded(t.report.addDetails)) return now(t.report.typeDetails)
  if (said.text.length > longestNote) return { misread: t.manners.tooLong(longestNote) }
  await addNote(act, { reportId: report, text: said.text.trim(), lineMessageId: said.messageId })
  return now(t.report.detailsAdded)
}

/** A code or a tracking number is a matter of its own, not a detail of this one. */
const speaksOfAnother = (words: string) => readCameraCode(words) !== null || readTrackingNumber(words) !== null

function changes({ t, person }: Talk, report: string): Choice[] {
  const symptoms = Object.values(Symptom).map(symptom => ({ label: inLanguage(symptomLabels[symptom], person.language), data: startTap('changeSymptom', { report, symptom }) }))
  return [...symptoms, { label: t.report.otherCamera, data: startTap('reportAgain', { report }) }, { label: t.menu.done, word: t.menu.done }]
}
