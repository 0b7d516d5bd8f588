import type { Answers } from './dialogue'
import type { Session } from './session'
import { aboutSent } from '../domain/sent'
import { dialogueOfMove, moveNamed } from './moves'
import { talkOf } from './session'

/** The dialogue that tells about the card which a person quoted, or makes the move they named; null when it speaks of nothing known. */
export async function quoted(session: Session, messageId: string, text: string): Promise<{ dialogue: string, answers: Answers } | null> {
  const about = await aboutSent(talkOf(session).act, messageId, session.group ?? session.person.lineUserId)
  const [kind, id] = about?.split(':') ?? []
  if (!id) return null
  if (kind === 'accessRequest') return { dialogue: 'accessRequests', answers: {} }
  if (kind === 'privateCamera') return { dialogue: 'privateCamera', answers: { camera: id } }
  if (kind === 'report') return { dialogue: 'track', answers: { report: id } }
  if (kind === 'footage') return { dialogue: 'footageRequest', answers: { request: id } }
  if (kind === 'footageAsk') return { dialogue: 'footageAsk', answers: { ask: id } }
  if (kind === 'cooperation') return { dialogue: 'cooperation', answers: { cooperation: id } }
  if (kind === 'proposal') return { dialogue: 'proposals', answers: { id } }
  if (kind === 'problem') return { dialogue: 'problems', answers: { id } }
  if (kind === 'riskPoint') return { dialogue: 'riskPoints', answers: { id } }
  const move = moveNamed(text)
  return { dialogue: move ? dialogueOfMove[move]! : 'work', answers: { workOrder: id } }
}
