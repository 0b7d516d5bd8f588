import type { CooperationMove } from '../../domain/cooperation/rules'
import type { CooperationView } from '../../domain/cooperation/view'
import type { NoticeBody } from '../../domain/notices/kinds'
import type { Choice, Utterance } from '../say'
import type { Card } from './card'
import type { Telling } from './footageCamera'
import { attempt } from '../../domain/attempt'
import { directionOf } from '../../domain/cameras/geo'
import { cooperationById } from '../../domain/cooperation/queries'
import { addedLabel, cooperationKindLabels, cooperationMoveLabels, cooperationStateLabels, cooperationTones } from '../../domain/labels/cooperation'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { Refusal } from '../../domain/refusal'
import { startTap } from '../tap'
import { clipped } from '../text'
import { cameraName } from './camera'
import { cardMessage } from './card'

/** What a favour is called: of which camera. */
const cooperationTitle = ({ camera }: CooperationView, { t }: Telling): string => camera ? cameraName(camera) : t.cooperation.goneCamera

/** A direction in words, with an arrow and its degrees. */
function directionWords(degrees: number, { person }: Telling): string {
  const { arrow, ...label } = directionLabels[directionOf(degrees)]
  return `${arrow} ${inLanguage(label, person.language)} ${degrees}°`
}

/** A favour that the police ask, with what its reader can do. `what`: a word for the chip in place of how it stands. */
export function cooperationCard(view: CooperationView, talk: Telling, what?: string): Card {
  const { t: { cooperation, report }, person: { language } } = talk
  const state = { word: inLanguage(cooperationStateLabels[view.state], language), tone: cooperationTones[view.state] }
  const spot = view.point && `https://www.google.com/maps/search/?api=1&query=${view.point.latitude},${view.point.longitude}`
  return {
    title: cooperationTitle(view, talk),
    chip: what ? { word: what, tone: 'info' } : state,
    rows: [
      [report.code, view.camera?.code ?? ''],
      [cooperation.kind, inLanguage(cooperationKindLabels[view.kind], language)],
      view.kind === 'TURN' ? [cooperation.direction, directionWords(view.direction, talk)] : [cooperation.point, spot ? cooperation.onMap : '', spot ? { label: talk.t.owners.map, url: spot } : undefined],
      [cooperation.gain, cooperation.metres(view.gain)],
      [cooperation.from, view.as === 'keeper' ? [view.officer, view.station].filter(Boolean).join(' · ') : ''],
      [cooperation.note, view.noteErased ? cooperation.taken : clipped(view.note ?? '', 300)],
      [cooperation.state, what ? state.word : ''],
    ],
    ...view.as === 'keeper' && view.moves.includes('agree') && { note: cooperation.free },
    buttons: view.moves.slice(0, 3).map(move => moveChoice(move, view, talk)),
    ...view.as === 'officer' && { plain: true },
  }
}

function moveChoice(move: CooperationMove, { id, kind, camera }: CooperationView, { person }: Telling): Choice {
  const label = inLanguage(move === 'done' && kind === 'ADD' ? addedLabel : cooperationMoveLabels[move], person.language)
  return { label, data: startTap('answerCooperation', { cooperation: id, move }), shown: `${label} ${camera?.code ?? ''}`.trim() }
}

/** The card as a message. */
export function cooperationMessage(view: CooperationView, talk: Telling, what?: string): Utterance {
  const { cooperation } = talk.t
  return cardMessage(`${what ?? cooperation.word}: ${cooperationTitle(view, talk)} · ${inLanguage(cooperationKindLabels[view.kind], talk.person.language)} · ${inLanguage(cooperationStateLabels[view.state], talk.person.language)}`, cooperationCard(view, talk, what), `cooperation:${view.id}`)
}

/** A notice about a favour: to whoever keeps the camera, or to the officer. Null when it is over, or not theirs any more. */
export async function cooperationNotice({ kind, data }: NoticeBody & { kind: `cooperation.${string}` }, talk: Telling): Promise<Utterance | null> {
  const view = await attempt(talk.act.db, () => cooperationById(talk.act, data.cooperationId))
  if (view instanceof Refusal) return null
  if (kind === 'cooperation.answered') return view.as === 'officer' ? cooperationMessage(view, talk, talk.t.cooperation.answered) : null
  return view.as === 'keeper' && view.moves.includes('agree') ? cooperationMessage(view, talk, talk.t.cooperation.received) : null
}
