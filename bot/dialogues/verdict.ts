import type { Words } from '../questions/words'
import * as z from 'zod'
import { Verdict } from '../../domain/enums'
import { answerVerdict, giveStars } from '../../domain/faults/commands'
import { reportView } from '../../domain/faults/queries'
import { thaiDateTime } from '../../domain/time/bangkok'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { freeWords } from '../questions/words'
import { text } from '../say'

/** ใช้ได้แล้ว / ยังเสียอยู่: the reporter's word on a repair. */
export const verdict = dialogue<{ report: string, verdict: Verdict, note: Words | null }>({
  name: 'verdict',
  title: t => t.report.verdictTitle,
  questions: {
    report: carried(z.uuid()),
    verdict: carried(z.enum(Verdict)),
    note: freeWords({
      key: 'note',
      label: t => t.report.said,
      ask: t => t.report.askWhatIsWrong,
      most: 1000,
      optional: true,
      when: answers => answers.verdict === 'STILL_BROKEN',
    }),
  },
  finish: async ({ report, verdict, note }, talk) => {
    const { t, person } = talk
    const { dueAt } = await answerVerdict(talk.act, { reportId: report, verdict, note: note?.text, lineMessageId: note?.messageId })
    if (verdict === 'FIXED') return { saying: { say: [text(t.report.confirmed)] }, next: { dialogue: 'stars', answers: { report } } }
    const { agencyName } = await reportView(talk.act, report)
    const words = t.report.reopened(agencyName ?? t.report.triage, thaiDateTime(dueAt, person.language))
    return { saying: { say: [text(words, `report:${report}`)], choices: [{ label: t.menu.track, word: t.menu.track }] } }
  },
})

/** How satisfied the reporter is with the repair, 1–5. */
export const stars = dialogue<{ report: string, stars: '1' | '2' | '3' | '4' | '5' }>({
  name: 'stars',
  title: t => t.report.askStars,
  passing: true,
  lapse: 24 * 3_600_000,
  questions: {
    report: carried(z.uuid()),
    stars: choice({
      key: 'stars',
      label: t => t.report.askStars,
      ask: t => t.report.askStars,
      options: () => [5, 4, 3, 2, 1].map(n => ({ value: String(n), label: '★'.repeat(n), also: [['๑', '๒', '๓', '๔', '๕'][n - 1]!] })),
    }, z.enum(['1', '2', '3', '4', '5'])),
  },
  finish: async ({ report, stars }, { act, t }) => {
    await giveStars(act, { reportId: report, stars: Number(stars) })
    return { saying: { say: [text(t.report.thanks(Number(stars)))], choices: [{ label: t.menu.track, word: t.menu.track }] } }
  },
})
