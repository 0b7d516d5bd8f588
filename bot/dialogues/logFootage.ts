import type { FootageCause } from '../../domain/enums'
import type { Question, Talk } from '../dialogue'
import type { Place } from '../questions/camera'
import type { Words } from '../questions/words'
import type { Choice } from '../say'
import * as z from 'zod'
import { readCameraCode } from '../../domain/cameras/code'
import * as enums from '../../domain/enums'
import { camerasAround, camerasOfCodesToLog } from '../../domain/footage/cameras'
import { logRequest, undoLog as undo } from '../../domain/footage/log'
import { requestView } from '../../domain/footage/queries'
import { isPolice } from '../../domain/footage/rules'
import { footageCauseLabels } from '../../domain/labels/footage'
import { Refusal } from '../../domain/refusal'
import { carousel } from '../cards/card'
import { pickCard } from '../cards/footageCamera'
import { requestSaying } from '../cards/footageRequest'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { placeSchema } from '../questions/camera'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { momentIn, pickChoice } from '../questions/moment'
import { named } from '../questions/named'
import { whichStation } from '../questions/ownAgency'
import { placeInput, whichPlace } from '../questions/place'
import { text } from '../say'
import { answerTap } from '../tap'

const HOUR = 3_600_000
/** How far the cameras are that a place is taken to mean, metres. */
const near = 200

const gotten = ['ALL', 'PART', 'NOTHING'] as const

interface Log {
  near?: Place
  /** A camera's id, one outside the register, or that there is none. */
  what: string
  where: Words | Place
  at: string
  got: typeof gotten[number]
  cause: FootageCause
  station: string
}

const what: Question<string, Log> = {
  schema: z.union([z.literal('none'), z.literal('outside'), z.uuid()]),
  acts: true,
  label: t => t.footage.logSubject,
  ask: async (talk, answers) => {
    const { t: { footage, report } } = talk
    const others: Choice[] = [
      { label: footage.noCameraHere, data: answerTap(talk.token, { what: 'none' }) },
      { label: footage.outside, data: answerTap(talk.token, { what: 'outside' }) },
    ]
    const cameras = answers.near ? (await camerasAround(talk.act, { ...answers.near, radius: near })).slice(0, 10) : []
    if (cameras.length === 0) return { say: [text(footage.askLog)], choices: [{ label: report.sendPlace, open: 'location' }, ...others] }
    const words = footage.askLogNear(cameras.length)
    return { say: [text(words), carousel(words, cameras.map(camera => pickCard(camera, talk, [], footage.thisOne)))], choices: others }
  },
  read: async (said, talk) => {
    if (said.kind === 'place') return { answers: { near: { latitude: said.latitude, longitude: said.longitude, title: said.title ?? null, messageId: said.messageId } } }
    if (said.kind !== 'text') return null
    const code = readCameraCode(said.text)
    if (!code) return { misread: talk.t.footage.noCamera }
    const [camera] = await camerasOfCodesToLog(talk.act, [code])
    return { answers: { what: camera!.id } }
  },
}

const at: Question<string, Log> = {
  schema: z.iso.datetime(),
  when: ({ what }) => what !== 'none',
  label: t => t.footage.at,
  ask: (talk) => {
    const hourAgo = new Date(talk.act.now.getTime() - HOUR).toISOString()
    return { say: [text(talk.t.footage.askAt)], choices: [pickChoice(talk, 'at', 'before'), { label: talk.t.footage.hourAgo, data: answerTap(talk.token, { at: hourAgo }) }] }
  },
  read: (said, { act: { now }, t, person }) => {
    const moment = momentIn(said, 'at', now)
    if (!moment) return said.kind === 'text' ? { misread: t.footage.noTime } : null
    return moment > now ? { misread: new Refusal('footageFuture').say(person.language) } : { answers: { at: moment.toISOString() } }
  },
}

/** บันทึกการขอดูภาพ: what came of a request made on foot, in under half a minute; stored at the last answer, two minutes to undo it. */
export const logFootage = dialogue<Log>({
  name: 'logFootage',
  word: t => t.menu.logFootage,
  short: t => t.menu.logFootageShort,
  title: t => t.menu.logFootage,
  help: t => t.footage.helpLog,
  may: isPolice,
  questions: {
    near: carried(placeSchema, 'may'),
    what,
    where: whichPlace<Log>({
      key: 'where',
      label: t => t.footage.place,
      ask: t => t.footage.askPlace,
      when: ({ what }) => what === 'none' || what === 'outside',
      known: async (_, answers) => answers.near,
    }),
    at,
    got: choice<Log['got'], Log>({
      key: 'got',
      label: t => t.footage.outcome,
      ask: t => t.footage.askOutcome,
      options: ({ t }) => gotten.map(value => ({ value, label: t.footage.got[value] })),
      when: ({ what }) => what !== 'none',
    }, z.enum(gotten)),
    cause: choice<FootageCause, Log>({
      key: 'cause',
      label: t => t.footage.cause,
      ask: t => t.footage.askCause,
      options: named(footageCauseLabels),
      when: ({ what, got }) => what !== 'none' && got === 'NOTHING',
    }, z.enum(enums.FootageCause)),
    station: whichStation,
  },
  finish: async (answers, talk) => {
    const { requestId, number, fault } = await logRequest(talk.act, { agencyId: answers.station, ...inputOf(answers, talk) })
    const words = [talk.t.footage.logged(number), fault ? talk.t.footage.faultOpened(fault) : ''].filter(Boolean).join('\n')
    return { saying: requestSaying(await requestView(talk.act, { id: requestId }), talk, words) }
  },
})

function inputOf({ what, where, at, got, cause }: Log, { act }: Talk) {
  if (what === 'none') return { at: act.now, subject: { place: placeInput(where), noCamera: true } }
  return {
    at: new Date(at),
    subject: what === 'outside' ? { place: placeInput(where), noCamera: false } : { cameraId: what },
    outcome: got === 'NOTHING' ? { got, cause } : { got },
  }
}

/** เลิกทำ: takes a log back within two minutes. */
export const undoLog = dialogue<{ request: string }>({
  name: 'undoLog',
  title: t => t.footage.undo,
  questions: { request: carried(z.uuid()) },
  finish: async ({ request }, talk) => {
    const { number } = await undo(talk.act, { requestId: request })
    return { saying: { say: [text(talk.t.footage.undone(number))], choices: mainChoices(talk) } }
  },
})
