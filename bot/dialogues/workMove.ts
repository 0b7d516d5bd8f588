import type { Actor } from '../../domain/act'
import type { Moved } from '../../domain/workOrders/move'
import type { Move } from '../../domain/workOrders/rules'
import type { Dialogue, Ending, Talk } from '../dialogue'
import type { Saying } from '../say'
import { attempt } from '../../domain/attempt'
import { readTrackingNumber } from '../../domain/faults/number'
import { inLanguage } from '../../domain/labels/label'
import { moveLabels } from '../../domain/labels/workOrders'
import { Refusal } from '../../domain/refusal'
import { lastSent } from '../../domain/sent'
import { myWork, whyNot, workOrderByNumber, workOrderView } from '../../domain/workOrders/queries'
import { workSaying } from '../cards/workOrder'
import { dialogueOfMove, moveAlone, moveNamed } from '../moves'
import { text } from '../say'

/** Whether somebody repairs or has repairs done. */
export const isWorker = ({ memberships }: Actor) => memberships.some(({ role }) => role === 'OFFICIAL' || role === 'TECHNICIAN' || role === 'SECRETARY')

type Common = Required<Pick<Dialogue<{ workOrder: string }>, 'name' | 'title' | 'may' | 'inGroups' | 'instead' | 'hears'>>

/** What the dialogues of all moves of a work order have in common. The move's name starts it: typed with a number, or alone where it is clear which is meant. */
export function ofMove(move: Move): Common {
  const name = dialogueOfMove[move]!
  return {
    name,
    title: t => inLanguage(moveLabels[move], t.language),
    may: isWorker,
    inGroups: true,
    instead: async ({ workOrder }, talk) => {
      const refusal = await whyNot(talk.act, workOrder!, move)
      return refusal && refusedCard(refusal, workOrder!, talk)
    },
    hears: async (words, talk) => {
      if (words.length > 80) return null
      if (moveAlone(words) === move) {
        const workOrder = isWorker(talk.person) ? await workMeant(talk, move) : null
        return workOrder ? { workOrder } : null
      }
      const { act } = talk
      if (moveNamed(words) !== move || !readTrackingNumber(words)) return null
      const found = await attempt(act.db, () => workOrderByNumber(act, words))
      return found instanceof Refusal ? null : { workOrder: found.id }
    },
  }
}

/** Which work order somebody means who only names a move: the one that the chat showed last, or the only one with which it can be done. */
async function workMeant({ act, person, group }: Talk, move: Move): Promise<string | null> {
  const [kind, shown] = (await lastSent(act, group ?? person.lineUserId))?.split(':') ?? []
  if (kind === 'workOrder' && shown && !await whyNot(act, shown, move)) return shown
  const { items, total } = await myWork(act)
  const able = items.filter(({ moves }) => moves.includes(move))
  return able.length === 1 && total === items.length ? able[0]!.id : null
}

/** Why it cannot be done, and how the work order stands; without it when it is not (any more) the reader's. */
export async function refusedCard(refusal: Refusal, workOrder: string, talk: Talk): Promise<Saying> {
  const view = await attempt(talk.act.db, () => workOrderView(talk.act, workOrder))
  if (view instanceof Refusal) return notYours(talk)
  return workSaying(view, talk, refusal.say(talk.person.language))
}

/** Said of a work order that does not exist, or is somebody else's by now. */
export function notYours({ t, person }: Talk): Saying {
  if (!isWorker(person)) return { say: [text(new Refusal('notFound').say(person.language))] }
  return { say: [text(t.work.notYours)], choices: [{ label: t.menu.myWork, word: t.menu.myWork }] }
}

/** The end of a move: what came of it and who does what next, and the work order as it is now (not when it went to somebody else). */
export async function made({ workOrderId }: Moved, talk: Talk, words: string): Promise<Ending> {
  const view = await attempt(talk.act.db, () => workOrderView(talk.act, workOrderId))
  if (view instanceof Refusal) return { saying: { say: [text(words, `workOrder:${workOrderId}`)], choices: [{ label: talk.t.menu.myWork, word: talk.t.menu.myWork }] } }
  return { saying: workSaying(view, talk, words) }
}

/** Whose turn it is: the one it was given to, the agency, or the province while nobody is responsible. */
export async function doer(workOrder: string, talk: Talk): Promise<string> {
  const view = await workOrderView(talk.act, workOrder)
  return view.assigneeName ?? view.agencyName ?? talk.t.report.triage
}
