import type { Direction } from '../../domain/labels/directions'
import type { Question, Talk } from '../dialogue'
import type { Place } from '../questions/camera'
import type { Words } from '../questions/words'
import * as z from 'zod'
import { readCameraCodes } from '../../domain/cameras/code'
import { askCooperation as ask, cooperationGain } from '../../domain/cooperation/ask'
import { camerasOfCodes, camerasToAsk } from '../../domain/footage/cameras'
import { isPolice } from '../../domain/footage/rules'
import { cooperationKindLabels } from '../../domain/labels/cooperation'
import { directionLabels } from '../../domain/labels/directions'
import { cameraName } from '../cards/camera'
import { confirmCard } from '../cards/confirm'
import { cooperationMessage } from '../cards/cooperation'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { placeSchema } from '../questions/camera'
import { choice } from '../questions/choice'
import { named } from '../questions/named'
import { degreesOf } from '../questions/owner'
import { freeWords } from '../questions/words'
import { text } from '../say'

interface Favour { camera: string, favour: 'TURN' | 'ADD', facing: Direction, spot: Place, note: Words | null }

const directions = named(directionLabels)
async function nameOf(id: string, talk: Talk) {
  const [camera] = await camerasToAsk(talk.act, [id])
  return `${camera!.code} ${cameraName(camera!)}`
}
function wanted({ favour, facing, spot }: Partial<Favour>) {
  return favour === 'ADD'
    ? { kind: 'ADD' as const, point: { latitude: spot!.latitude, longitude: spot!.longitude } }
    : { kind: 'TURN' as const, direction: degreesOf(facing!) }
}

const questions: { [K in keyof Favour]: Question<NonNullable<Favour[K]>, Favour> } = {
  camera: {
    schema: z.uuid(),
    acts: true,
    label: t => t.cooperation.camera,
    ask: ({ t }) => ({ say: [text(t.cooperation.askCode)] }),
    read: async (said, talk) => {
      const [code] = said.kind === 'text' && said.text.length <= 200 ? readCameraCodes(said.text) : []
      return code ? { answers: { camera: (await camerasOfCodes(talk.act, [code]))[0]!.id } } : null
    },
    show: nameOf,
  },
  favour: choice<'TURN' | 'ADD'>({ key: 'favour', label: t => t.cooperation.kind, ask: t => t.cooperation.askKind, options: named(cooperationKindLabels) }, z.enum(['TURN', 'ADD'])),
  facing: choice<Direction, Favour>({
    key: 'facing',
    label: t => t.cooperation.direction,
    ask: t => t.cooperation.askDirection,
    options: talk => directions(talk).map(option => ({ ...option, label: `${directionLabels[option.value as Direction].arrow} ${option.label}` })),
    when: ({ favour }) => favour === 'TURN',
  }, z.enum(Object.keys(directionLabels) as [Direction])),
  spot: {
    schema: placeSchema,
    label: t => t.cooperation.point,
    when: ({ favour }) => favour === 'ADD',
    ask: ({ t }) => ({ say: [text(t.cooperation.askPoint)], choices: [{ label: t.report.sendPlace, open: 'location' }] }),
    read: (said, { t }) => said.kind === 'place'
      ? { answers: { spot: { latitude: said.latitude, longitude: said.longitude, title: said.title ?? null, messageId: said.messageId } } }
      : { misread: t.cooperation.pointOnly },
    show: (value, { t }) => value.title ?? t.cooperation.onMap,
  },
  note: freeWords({ key: 'note', label: t => t.cooperation.note, ask: t => t.cooperation.askNote, most: 500, optional: true }),
}

/** ขอความร่วมมือ: a police officer asks whoever keeps a camera to turn it, or to add one that sees a point. */
export const askCooperation = dialogue<Favour>({
  name: 'askCooperation',
  word: t => t.cooperation.ask,
  title: t => t.cooperation.ask,
  help: t => t.cooperation.helpAsk,
  may: isPolice,
  questions,
  card: async (answers, talk) => {
    const { t: { cooperation } } = talk
    const { gain } = await cooperationGain(talk.act, { camera: answers.camera!, ...answers.favour === 'ADD' ? { latitude: answers.spot!.latitude, longitude: answers.spot!.longitude } : { direction: degreesOf(answers.facing!) } })
    const keys = ['camera', 'favour', answers.favour === 'ADD' ? 'spot' : 'facing'] as const
    const rows = await Promise.all(keys.map(async key => ({ label: questions[key].label(talk.t), value: await questions[key].show!(answers[key] as never, talk), key })))
    return confirmCard(talk, { title: cooperation.ask, answers: [...rows, { label: cooperation.gain, value: cooperation.metres(gain) }, { label: cooperation.note, value: answers.note?.text ?? '', key: 'note' }], note: cooperation.free })
  },
  finish: async ({ camera, note, ...answers }, talk) => {
    const view = await ask(talk.act, { cameraId: camera, note: note && { text: note.text, messageId: note.messageId }, ...wanted(answers) })
    return { saying: { say: [text(talk.t.cooperation.asked(view.camera!.code)), cooperationMessage(view, talk)], choices: mainChoices(talk) } }
  },
})
