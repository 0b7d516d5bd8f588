import type { Said } from './said'
import type { Saying } from './say'
import type { Session } from './session'
import { eraseCooperationWords } from '../domain/cooperation/end'
import { eraseMessage } from '../domain/faults/commands'
import { eraseFootageWords } from '../domain/footage/erase'
import { eraseOwnerWords } from '../domain/owners/erase'
import { setReachable } from '../domain/people/commands'
import { eraseRiskWords } from '../domain/riskPoints/erase'
import { eraseSurveyWords } from '../domain/survey/erase'
import { mainChoices } from './help'
import { text } from './say'
import { drop, talkOf } from './session'

/** What is not conversation: adding the account, blocking it, taking a message back. Null for everything else. */
export async function lifecycle(session: Session, said: Said): Promise<Saying | null> {
  switch (said.kind) {
    case 'follow': return welcome(session, said.again)
    case 'unfollow': return unfollowed(session)
    case 'unsend': return unsent(session, said.messageId)
    default: return null
  }
}

async function welcome(session: Session, again: boolean): Promise<Saying> {
  const talk = talkOf(session)
  if (!session.person.reachable) await setReachable(talk.act, true)
  session.person = { ...session.person, reachable: true }
  const { welcome, welcomeBack, menuHint } = talk.t.manners
  return { say: [text(again ? welcomeBack : welcome), text(menuHint)], choices: mainChoices(talk) }
}

async function unfollowed(session: Session): Promise<Saying> {
  await setReachable(talkOf(session).act, false)
  session.person = { ...session.person, reachable: false }
  return { say: [] }
}

/** LINE asks that a message taken back be unseeable: it goes from reports, and from answers not yet sent off. */
async function unsent(session: Session, messageId: string): Promise<Saying> {
  const { act } = talkOf(session)
  await eraseMessage(act, { lineMessageId: messageId })
  await eraseSurveyWords(act, messageId)
  await eraseFootageWords(act, messageId)
  await eraseOwnerWords(act, messageId)
  await eraseCooperationWords(act, messageId)
  await eraseRiskWords(act, messageId)
  for (const draft of session.drafts) {
    const kept = Object.fromEntries(Object.entries(draft.answers).filter(([, value]) => !JSON.stringify(value).includes(`"${messageId}"`)))
    if (Object.keys(kept).length === Object.keys(draft.answers).length) continue
    if (Object.keys(kept).length === 0) drop(session, draft.dialogue)
    else session.drafts = session.drafts.map(other => other === draft ? { ...draft, answers: kept } : other)
  }
  return { say: [] }
}
