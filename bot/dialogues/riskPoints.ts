import type { RiskKind, TimeOfDay } from '../../domain/enums'
import type { RiskPointView } from '../../domain/riskPoints/queries'
import type { Ending, Talk } from '../dialogue'
import type { Place } from '../questions/camera'
import type { Words } from '../questions/words'
import * as z from 'zod'
import * as enums from '../../domain/enums'
import { isPolice } from '../../domain/footage/rules'
import { riskLabels, timeOfDayLabels } from '../../domain/labels/survey'
import { removeRiskPoint, tellRiskPoint } from '../../domain/riskPoints/commands'
import { riskPoints as readPoints, riskPoint } from '../../domain/riskPoints/queries'
import { mayReadRisk } from '../../domain/riskPoints/rules'
import { mostNote, mostPlace } from '../../domain/riskPoints/schema'
import { cardMessage, carousel } from '../cards/card'
import { riskPointCard, riskPointName } from '../cards/riskPoint'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { named } from '../questions/named'
import { whichStation } from '../questions/ownAgency'
import { whichPoint } from '../questions/point'
import { freeWords } from '../questions/words'
import { text } from '../say'
import { startTap } from '../tap'
import { folded } from '../text'

interface Listed { page?: number, id?: string, near?: true, point: Place }

/** จุดเสี่ยง: those of the province, ten at a time, nearest first when a place is sent; one of them by its card, or by quoting it. */
export const riskPoints = dialogue<Listed>({
  name: 'riskPoints',
  word: t => t.menu.riskPoints,
  title: t => t.menu.riskPoints,
  help: t => t.riskPoints.help,
  may: mayReadRisk,
  questions: {
    page: carried(z.int().min(1), 'may'),
    id: carried(z.uuid(), 'may'),
    near: carried(z.literal(true), 'may'),
    point: whichPoint({ key: 'point', label: t => t.riskPoints.place, ask: t => t.riskPoints.askNear, when: ({ near }) => near === true }),
  },
  finish: async ({ page, id, point }, talk) => {
    const { t: { riskPoints, survey, manners } } = talk
    if (id) return one(await riskPoint(talk.act, id), talk)
    const add = isPolice(talk.person) ? [{ label: riskPoints.add, data: startTap('tellRisk') }] : []
    const list = await readPoints(talk.act, { page, near: point })
    if (list.total === 0) return { saying: { say: [text(riskPoints.none)], choices: [...add, ...mainChoices(talk)] } }
    const words = riskPoints.list(list.total) + (list.pages > 1 ? ` ${survey.page(list.page, list.pages)}` : '')
    const more = list.page < list.pages ? [{ label: manners.more, data: startTap('riskPoints', { page: list.page + 1, ...point && { near: true, point: { ...point, title: null } } }) }] : []
    const nearMe = { label: riskPoints.nearMe, data: startTap('riskPoints', { near: true }) }
    const cards = carousel(words, list.items.map(item => riskPointCard(item, talk, 'kilo')), undefined, list.items.map(about))
    return { saying: { say: [text(words), cards], choices: [...more, nearMe, ...add, ...mainChoices(talk)] } }
  },
})

const about = ({ id }: RiskPointView): string => `riskPoint:${id}`

function one(view: RiskPointView, talk: Talk, words?: string): Ending {
  const card = cardMessage(riskPointName(view, talk), riskPointCard(view, talk, 'mega'), about(view))
  return { saying: { say: [...words ? [text(words)] : [], card], choices: mainChoices(talk) } }
}

interface Told { point: Place, risk: RiskKind, time: TimeOfDay, note: Words | null, station: string }

/** เพิ่มจุดเสี่ยง: stored at the last answer, can be undone. */
export const tellRisk = dialogue<Told>({
  name: 'tellRisk',
  title: t => t.riskPoints.add,
  may: isPolice,
  hears: (words, { t }) => folded(words) === folded(t.riskPoints.add) ? {} : null,
  questions: {
    point: whichPoint({ key: 'point', label: t => t.riskPoints.place, ask: t => t.riskPoints.askPlace }),
    risk: choice({ key: 'risk', label: t => t.riskPoints.kind, ask: t => t.riskPoints.askKind, options: named(riskLabels) }, z.enum(enums.RiskKind)),
    time: choice({ key: 'time', label: t => t.riskPoints.time, ask: t => t.riskPoints.askTime, options: named(timeOfDayLabels) }, z.enum(enums.TimeOfDay)),
    note: freeWords({ key: 'note', label: t => t.riskPoints.note, ask: t => t.riskPoints.askNote, most: mostNote, optional: true }),
    station: whichStation,
  },
  finish: async ({ point: { latitude, longitude, title, messageId }, risk: kind, time, note, station }, talk) => {
    const place = { latitude, longitude, messageId, ...title && { text: title.slice(0, mostPlace) } }
    const view = await tellRiskPoint(talk.act, { agencyId: station, place, kind, timeOfDay: time, note: note ?? null })
    const { saying } = one(view, talk, talk.t.riskPoints.stored)
    return { saying: { ...saying, choices: [{ label: talk.t.riskPoints.undo, data: startTap('removeRisk', { id: view.id }) }, ...saying.choices ?? []] } }
  },
})

/** ลบจุดนี้: at once, and it can be put back. */
export const removeRisk = dialogue<{ id: string }>({
  name: 'removeRisk',
  title: t => t.riskPoints.remove,
  may: isPolice,
  questions: { id: carried(z.uuid()) },
  finish: async ({ id }, talk) => {
    await removeRiskPoint(talk.act, { id }, true)
    return { saying: { say: [text(talk.t.riskPoints.removed)], choices: [{ label: talk.t.riskPoints.restore, data: startTap('restoreRisk', { id }) }, ...mainChoices(talk)] } }
  },
})

/** นำกลับมา: takes the removal back. */
export const restoreRisk = dialogue<{ id: string }>({
  name: 'restoreRisk',
  title: t => t.riskPoints.restore,
  may: isPolice,
  questions: { id: carried(z.uuid()) },
  finish: async ({ id }, talk) => one(await removeRiskPoint(talk.act, { id }, false), talk, talk.t.riskPoints.restored),
})
