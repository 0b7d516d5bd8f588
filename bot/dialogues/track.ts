import type { ReportView } from '../../domain/faults/view'
import type { Ending, Talk } from '../dialogue'
import * as z from 'zod'
import { attempt } from '../../domain/attempt'
import { readTrackingNumber } from '../../domain/faults/number'
import { myReports, reportByNumber, reportView } from '../../domain/faults/queries'
import { Refusal } from '../../domain/refusal'
import { workOrderByNumber } from '../../domain/workOrders/queries'
import { cameraName } from '../cards/camera'
import { cardMessage, carousel } from '../cards/card'
import { placeName, reportCard } from '../cards/report'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

/** ติดตามเรื่อง: my reports as cards; one of them by its card, its number, or by quoting it. */
export const track = dialogue<{ report?: string, number?: string, after?: string }>({
  name: 'track',
  word: t => t.menu.track,
  title: t => t.menu.track,
  help: t => t.manners.helpTrack,
  questions: {
    report: carried(z.uuid(), 'may'),
    number: carried(z.string().max(20), 'may'),
    after: carried(z.uuid(), 'may'),
  },
  hears: (words) => {
    const number = words.length <= 60 ? readTrackingNumber(words) : null
    return number?.startsWith('F') ? { number } : null
  },
  finish: async ({ report, number, after }, talk) => {
    if (number) return byNumber(number, talk)
    if (report) return one(await reportView(talk.act, report), talk)
    return list(after, talk)
  },
})

/** A number finds one's own report; for an officer also the work order that somebody else's report hangs on. */
async function byNumber(number: string, talk: Talk): Promise<Ending> {
  const found = await attempt(talk.act.db, () => reportByNumber(talk.act, number))
  if (!(found instanceof Refusal) && found.mine) return one(found, talk)
  const work = await attempt(talk.act.db, () => workOrderByNumber(talk.act, number))
  if (work instanceof Refusal) return { saying: { say: [text(talk.t.report.noNumber)], choices: mainChoices(talk) } }
  return { saying: { say: [] }, next: { dialogue: 'work', answers: { workOrder: work.id } } }
}

function one(view: ReportView, talk: Talk): Ending {
  const { t } = talk
  const name = view.camera ? cameraName(view.camera) : placeName(view.place, t)
  const undo = view.may.undo ? [{ label: t.report.withdraw, data: startTap('withdraw', { report: view.id }) }] : []
  return { saying: { say: [cardMessage(`${view.number} ${name}`, reportCard(view, talk), `report:${view.id}`)], choices: [...undo, ...mainChoices(talk)] } }
}

async function list(after: string | undefined, talk: Talk): Promise<Ending> {
  const { t } = talk
  const { items, next } = await myReports(talk.act, { cursor: after, limit: 10 })
  if (items.length === 0) return { saying: { say: [text(t.report.none)], choices: mainChoices(talk) } }
  const more = next ? [{ label: t.report.more, data: startTap('track', { after: next }) }] : []
  const title = (after ? t.report.earlier : t.report.list)(items.length)
  return {
    saying: {
      say: [text(title), carousel(title, items.map(view => reportCard(view, talk, 'kilo')), undefined, items.map(({ id }) => `report:${id}`))],
      choices: [...more, ...mainChoices(talk)],
    },
  }
}
