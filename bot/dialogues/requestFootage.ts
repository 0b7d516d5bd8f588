import type { LegalBasis, Priority } from '../../domain/enums'
import type { FootageCamera } from '../../domain/footage/cameras'
import type { Choosing } from '../questions/footageCameras'
import type { Spell } from '../questions/period'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { attempt } from '../../domain/attempt'
import * as enums from '../../domain/enums'
import { approvers, stationRules } from '../../domain/footage/approval'
import { camerasToAsk } from '../../domain/footage/cameras'
import { requestView } from '../../domain/footage/queries'
import { isPolice, overwrittenAt } from '../../domain/footage/rules'
import { mostCameras, mostShort, mostWords, radii } from '../../domain/footage/schema'
import { submitRequest } from '../../domain/footage/submit'
import { agencyIn } from '../../domain/labels/agency'
import { legalBasisLabels, legalBasisNotes } from '../../domain/labels/footage'
import { inLanguage } from '../../domain/labels/label'
import { priorityLabels } from '../../domain/labels/workOrders'
import { agencyById } from '../../domain/people/queries'
import { Refusal } from '../../domain/refusal'
import { thaiPeriod } from '../../domain/time/bangkok'
import { confirmCard } from '../cards/confirm'
import { beforeAsking } from '../cards/footageCamera'
import { requestSaying } from '../cards/footageRequest'
import { dialogue } from '../dialogue'
import { placeSchema } from '../questions/camera'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { whichCameras } from '../questions/footageCameras'
import { named } from '../questions/named'
import { whichStation } from '../questions/ownAgency'
import { beginQuestion, minutesQuestion, periodOf } from '../questions/period'
import { placeInput } from '../questions/place'
import { freeWords } from '../questions/words'

interface Asked extends Choosing, Spell {
  caseNumber: Words
  offence: Words
  basis: LegalBasis
  purpose: Words
  urgency: Priority
  station: string
}

const basis = choice<LegalBasis, Asked>({
  key: 'basis',
  label: t => t.footage.basis,
  ask: t => t.footage.askBasis(Object.entries(legalBasisLabels).map(([value, label]) => `• ${inLanguage(label, t.language)}: ${inLanguage(legalBasisNotes[value as LegalBasis], t.language)}`).join('\n')),
  options: named(legalBasisLabels),
}, z.enum(enums.LegalBasis))

/** ขอดูภาพ: an officer asks whoever keeps some cameras for one stretch of time; others are asked, so it is confirmed first. */
export const requestFootage = dialogue<Asked>({
  name: 'requestFootage',
  word: t => t.menu.footage,
  title: t => t.menu.footage,
  help: t => t.footage.helpRequest,
  may: isPolice,
  questions: {
    near: carried(placeSchema.nullable(), 'may') as never,
    radius: carried(z.literal<number[]>([0, ...radii]), 'may'),
    picked: carried(z.array(z.uuid()).max(mostCameras), 'may'),
    caseNumber: freeWords({ key: 'caseNumber', label: t => t.footage.caseNumber, ask: t => t.footage.askCase, most: mostShort }),
    chosen: whichCameras as never,
    begin: beginQuestion,
    minutes: minutesQuestion,
    offence: freeWords({ key: 'offence', label: t => t.footage.offence, ask: t => t.footage.askOffence, most: mostShort, suggestions: t => t.footage.offences }),
    basis,
    purpose: freeWords({ key: 'purpose', label: t => t.footage.purpose, ask: t => t.footage.askPurpose, most: mostWords, suggestions: t => t.footage.purposes }),
    urgency: choice({ key: 'urgency', label: t => t.footage.urgency, ask: t => t.footage.askUrgency, options: named(priorityLabels) }, z.enum(enums.Priority)),
    station: whichStation,
  },
  card: async (answers, talk) => {
    const { t: { footage, menu }, person: { language } } = talk
    const period = periodOf(answers)
    const cameras = await attempt(talk.act.db, () => camerasToAsk(talk.act, answers.chosen, period))
    const approval = await attempt(talk.act.db, async () => approvers(talk.act, answers.station, await stationRules(talk.act, answers.station)))
    const lines = cameras instanceof Refusal
      ? [{ label: footage.cameras, value: cameras.say(language), key: 'chosen' }]
      : nearestFirst(cameras, period.from).map(camera => ({ label: camera.code, value: beforeAsking(camera, period, talk), key: 'chosen' }))
    return confirmCard(talk, {
      title: menu.footage,
      answers: [
        { label: footage.caseNumber, value: answers.caseNumber.text, key: 'caseNumber' },
        ...lines,
        { label: footage.period, value: `${thaiPeriod(period.from, period.to, language)} (${footage.long(answers.minutes)})`, key: 'begin' },
        { label: footage.minutes, value: footage.long(answers.minutes), key: 'minutes' },
        { label: footage.offence, value: answers.offence.text, key: 'offence' },
        { label: footage.basis, value: inLanguage(legalBasisLabels[answers.basis], language), key: 'basis' },
        { label: footage.purpose, value: answers.purpose.text, key: 'purpose' },
        { label: footage.urgency, value: inLanguage(priorityLabels[answers.urgency], language), key: 'urgency' },
        { label: footage.station, value: agencyIn(await agencyById(talk.act, answers.station), language) ?? '' },
      ],
      note: approval instanceof Refusal ? approval.say(language) : approval ? footage.approvalNote : footage.requestNote,
    })
  },
  finish: async ({ chosen, station, caseNumber, offence, purpose, basis, urgency, near, ...spell }, talk) => {
    const period = periodOf(spell)
    const { requestId, number, waits } = await submitRequest(talk.act, {
      agencyId: station,
      caseNumber,
      offence,
      purpose,
      legalBasis: basis,
      urgency,
      ...near && { place: placeInput(near) },
      cameras: chosen.map(cameraId => ({ cameraId, ...period })),
    })
    const view = await requestView(talk.act, { id: requestId })
    return { saying: requestSaying(view, talk, waits ? talk.t.footage.sentForApproval(number) : talk.t.footage.sent(number, chosen.length)) }
  },
})

/** By when the recording is overwritten; where nobody knows, last. */
function nearestFirst(cameras: FootageCamera[], from: Date): FootageCamera[] {
  const at = (camera: FootageCamera) => overwrittenAt(from, camera.retentionDays)?.getTime() ?? Infinity
  return cameras.toSorted((a, b) => at(a) - at(b) || (a.code < b.code ? -1 : 1))
}
