import type { Symptom } from '../../domain/enums'
import type { Ending, Talk } from '../dialogue'
import type { Place } from '../questions/camera'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { cameraCard } from '../../domain/cameras/queries'
import { attachPhoto, reportFault } from '../../domain/faults/commands'
import { provincesInUse } from '../../domain/people/queries'
import { provinceNear } from '../../domain/places'
import { cameraName } from '../cards/camera'
import { storedReport } from '../cards/report'
import { dialogue } from '../dialogue'
import { placeSchema, unlisted, whichCamera } from '../questions/camera'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { placeInput, whichPlace } from '../questions/place'
import { symptomQuestion } from '../questions/symptom'
import { readSentence } from '../sentence'

interface Report {
  here?: Place
  matching?: string[]
  missing?: string
  photo?: { messageId: string, sourceUrl: string | null }
  camera: string
  where: Words | Place
  province: string
  symptom: Symptom
}

const isUnlisted = (answers: Partial<Report>) => answers.camera === unlisted

/** แจ้งกล้องเสีย: stored at the last answer; two minutes to undo it. */
export const report = dialogue<Report>({
  name: 'report',
  word: t => t.menu.report,
  short: t => t.menu.reportShort,
  title: t => t.report.title,
  help: t => t.manners.helpReport,
  questions: {
    here: carried(placeSchema, 'may'),
    matching: carried(z.array(z.uuid()).max(10), 'may'),
    missing: carried(z.string().max(100), 'may'),
    photo: carried(z.object({ messageId: z.string(), sourceUrl: z.string().nullable() }), 'may'),
    camera: whichCamera,
    where: whichPlace({
      key: 'where',
      label: t => t.report.place,
      ask: t => t.report.askPlace,
      when: isUnlisted,
      known: async (_, { here }) => here,
    }),
    province: choice({
      key: 'province',
      label: t => t.report.province,
      ask: t => t.report.askProvince,
      when: isUnlisted,
      known: async (talk, answers) => provinceOf(talk, answers),
      options: async talk => (await provincesInUse(talk.act)).map(p => ({ value: p.code, label: talk.person.language === 'TH' ? p.nameTh : p.nameEn, also: [p.nameTh, p.nameEn] })),
    }, z.string().regex(/^\d{2}$/)),
    symptom: symptomQuestion(async (talk, answers) => {
      if (isUnlisted(answers)) return talk.t.report.askSymptomUnlisted
      const camera = await cameraCard(talk.act, answers.camera!)
      const reported = camera?.openWorkOrder ? `\n${talk.t.report.alreadyReported(camera.openWorkOrder.reporters)}` : ''
      return camera ? talk.t.report.askSymptom(`${cameraName(camera)} (${camera.code})${reported}`) : talk.t.report.askSymptomUnlisted
    }),
  },
  hears: readSentence,
  finish: async (answers, talk): Promise<Ending> => {
    const stored = await reportFault(talk.act, { ...subject(answers), symptom: answers.symptom, channel: 'LINE_CHAT' })
    if (answers.photo) await attachPhoto(talk.act, { reportId: stored.reportId, lineMessageId: answers.photo.messageId, sourceUrl: answers.photo.sourceUrl ?? undefined })
    return { saying: { say: [storedReport(stored, talk)] }, next: { dialogue: 'reportMore', answers: { report: stored.reportId, told: stored.released } } }
  },
})

function subject({ camera, where, province }: Report) {
  if (camera !== unlisted) return { cameraId: camera }
  return { place: placeInput(where), provinceCode: province }
}

/** The province that a place lies in, or the only one there is, or the reporter's own. */
async function provinceOf(talk: Talk, { where }: Partial<Report>): Promise<string | undefined> {
  if (where && 'latitude' in where) {
    const found = await provinceNear(talk.act, where)
    if (found) return found
  }
  const inUse = await provincesInUse(talk.act)
  if (inUse.length === 1) return inUse[0]!.code
  return talk.person.memberships[0]?.provinceCode
}
