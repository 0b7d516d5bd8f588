import type { FoundCamera } from '../../domain/cameras/found'
import type { CameraKind, Priority, RiskKind } from '../../domain/enums'
import type { Talk } from '../dialogue'
import type { Place } from '../questions/camera'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { nearestCameras } from '../../domain/cameras/queries'
import * as enums from '../../domain/enums'
import { agencyIn } from '../../domain/labels/agency'
import { statusLabels } from '../../domain/labels/cameras'
import { inLanguage } from '../../domain/labels/label'
import { kindLabels, riskLabels } from '../../domain/labels/survey'
import { priorityLabels } from '../../domain/labels/workOrders'
import { agencyById } from '../../domain/people/queries'
import { demandFor, needAround } from '../../domain/survey/need'
import { propose as store } from '../../domain/survey/proposals'
import { maySurvey } from '../../domain/survey/rules'
import { mostBudget, mostCameras, mostWords } from '../../domain/survey/schema'
import { formatBaht } from '../../domain/time/numbers'
import { cameraName } from '../cards/camera'
import { cardMessage } from '../cards/card'
import { confirmCard } from '../cards/confirm'
import { proposalCard, proposalPlace } from '../cards/survey'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { choice } from '../questions/choice'
import { named } from '../questions/named'
import { baht, howMany } from '../questions/number'
import { ownAgency } from '../questions/ownAgency'
import { placeInput, whichPlace } from '../questions/place'
import { freeWords } from '../questions/words'
import { text } from '../say'
import { startTap } from '../tap'

interface Proposed {
  place: Words | Place
  risk: RiskKind
  urgency: Priority
  reason: Words
  cameras: number
  kind: CameraKind
  budget: number | null
  source: Words | null
  agency: string
}

/** How far a camera may be to be shown, metres, and how many are. */
const near = { within: 500, limit: 3 }

const risk = choice<RiskKind, Proposed>({ key: 'risk', label: t => t.survey.risk, ask: t => t.survey.askRisk, options: named(riskLabels) }, z.enum(enums.RiskKind))

/** เสนอจุดติดตั้ง: a point that needs cameras. The nearest ones are shown first, so that people repair before they buy. */
export const propose = dialogue<Proposed>({
  name: 'propose',
  word: t => t.menu.propose,
  title: t => t.menu.propose,
  help: t => t.survey.helpPropose,
  may: maySurvey,
  questions: {
    place: whichPlace({ key: 'place', label: t => t.survey.place, ask: t => t.survey.askPlace }),
    risk: {
      ...risk,
      ask: async (talk, answers, misses) => {
        const asked = await risk.ask(talk, answers, misses)
        if (misses > 0 || !answers.place || !('latitude' in answers.place)) return asked
        const place = { latitude: answers.place.latitude, longitude: answers.place.longitude }
        const cameras = await nearestCameras(talk.act, { ...place, ...near })
        const broken = cameras.find(({ status, openWorkOrder }) => status !== 'NORMAL' && !openWorkOrder)
        const need = await needWords(place, talk)
        const instead = broken ? [{ label: talk.t.survey.repairFirst, data: startTap('report', { camera: broken.id }), shown: `${talk.t.menu.report} ${broken.code}` }] : []
        return { say: [text([await nearby(cameras, talk) + need, talk.t.survey.askRisk].join('\n\n'))], choices: [...asked.choices ?? [], ...instead] }
      },
    },
    urgency: choice({ key: 'urgency', label: t => t.survey.urgency, ask: t => t.survey.askUrgency, options: named(priorityLabels) }, z.enum(enums.Priority)),
    reason: freeWords({ key: 'reason', label: t => t.survey.reason, ask: t => t.survey.askReason, most: mostWords }),
    cameras: howMany({ key: 'cameras', label: t => t.survey.cameras, ask: t => t.survey.askCameras, most: mostCameras }),
    kind: choice({ key: 'kind', label: t => t.survey.kind, ask: t => t.survey.askKind, options: named(kindLabels) }, z.enum(enums.CameraKind)),
    budget: baht({ key: 'budget', label: t => t.survey.budget, ask: t => t.survey.askBudget, most: mostBudget, optional: true }),
    source: freeWords({ key: 'source', label: t => t.survey.source, ask: t => t.survey.askSource, most: 200, optional: true, suggestions: t => t.survey.sources }),
    agency: ownAgency,
  },
  card: async ({ agency, place, risk, urgency, reason, cameras, kind, budget, source }, talk) => {
    const { t: { survey, menu }, person: { language } } = talk
    return confirmCard(talk, {
      title: menu.propose,
      answers: [
        { label: survey.place, value: 'text' in place ? place.text : place.title ?? survey.onMap, key: 'place' },
        { label: survey.risk, value: inLanguage(riskLabels[risk], language), key: 'risk' },
        { label: survey.urgency, value: inLanguage(priorityLabels[urgency], language), key: 'urgency' },
        { label: survey.reason, value: reason.text, key: 'reason' },
        { label: survey.cameras, value: String(cameras), key: 'cameras' },
        { label: survey.kind, value: inLanguage(kindLabels[kind], language), key: 'kind' },
        { label: survey.budget, value: budget === null ? survey.unknown : formatBaht(BigInt(budget), language), key: 'budget' },
        { label: survey.source, value: source?.text ?? survey.unknown, key: 'source' },
        { label: survey.by, value: agencyIn(await agencyById(talk.act, agency), language) ?? '' },
      ],
      note: survey.proposeNote,
    })
  },
  finish: async ({ agency, place, risk, urgency, reason, cameras, kind, budget, source }, talk) => {
    const view = await store(talk.act, { agencyId: agency, place: placeInput(place), risk, urgency, reason, cameras, cameraKind: kind, budgetSatang: budget ?? null, budgetSource: source ?? null })
    const card = cardMessage(`${view.number} ${proposalPlace(view, talk.t)}`, proposalCard(view, talk, 'mega'), `proposal:${view.id}`)
    return { saying: { say: [text(talk.t.survey.proposed(view.number)), card], choices: mainChoices(talk) } }
  },
})

/** The nearest cameras in a line each, how far and how they are; and what that means when one does not work. */
async function nearby(cameras: FoundCamera[], { act, t: { survey, report }, person: { language } }: Talk): Promise<string> {
  if (cameras.length === 0) return survey.noneNear(report.metres(near.within))
  const demand = await demandFor(act, cameras)
  const lines = cameras.map((camera) => {
    const { sign, ...label } = statusLabels[camera.status]
    return `${sign} ${report.metres(Math.round(camera.distance!))} ${cameraName(camera)} (${inLanguage(label, language)})${demand.get(camera.id) ? ` · ${survey.demand(demand.get(camera.id)!)}` : ''}`
  })
  const isBroken = cameras.some(({ status }) => status !== 'NORMAL')
  return [survey.nearest(lines.join('\n')), ...isBroken ? [survey.isBroken] : []].join('\n')
}

/** What speaks for a camera there, on a line of its own; empty when nothing is known. */
async function needWords(place: { latitude: number, longitude: number }, { act, t: { survey } }: Talk): Promise<string> {
  const need = await needAround(act, place)
  return need && (need.uncovered || need.riskPoints) ? `\n${survey.need(need.within, need.uncovered, need.riskPoints)}` : ''
}
