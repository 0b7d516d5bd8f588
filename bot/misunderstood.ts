import type { Saying } from './say'
import type { Session } from './session'
import { mainChoices } from './help'
import { text } from './say'
import { talkOf } from './session'
import { withResume } from './step'

/** Nothing known was said: what can be done instead. `first` explains why. */
export function misunderstood(session: Session, first?: string): Saying {
  const talk = talkOf(session)
  const { manners } = talk.t
  return withResume(session, { say: [text(`${first ?? manners.notUnderstood}\n${manners.whatICanDo}`)], choices: mainChoices(talk) })
}
