import type { Assignable } from '../../domain/workOrders/people'
import type { Talk } from '../dialogue'
import type { Choice, Saying } from '../say'
import * as z from 'zod'
import { inLanguage } from '../../domain/labels/label'
import { roleLabels } from '../../domain/labels/roles'
import { thaiDateTime } from '../../domain/time/bangkok'
import { assign as give } from '../../domain/workOrders/commands'
import { assignable } from '../../domain/workOrders/queries'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { text } from '../say'
import { answerTap } from '../tap'
import { folded } from '../text'
import { made, ofMove } from './workMove'

/** People shown at a time; with "more" and "cancel" that is LINE's 13 quick replies. */
const shown = 11

interface Assignment { workOrder: string, page?: number, who: string }

/** มอบหมาย: to a technician or an official of the agency, oneself first. */
export const assign = dialogue<Assignment>({
  ...ofMove('assign'),
  questions: {
    workOrder: carried(z.uuid()),
    page: carried(z.int().min(1), 'may'),
    who: {
      schema: z.uuid(),
      label: t => t.work.assignee,
      ask: async (talk, { workOrder, page = 1 }) => {
        const people = await candidates(workOrder!, talk)
        if (people.length === 0) return { say: [text(talk.t.work.nobodyToAssign)] }
        const from = (page - 1) * shown < people.length ? (page - 1) * shown : 0
        const more: Choice[] = people.length > from + shown ? [{ label: talk.t.manners.more, data: answerTap(talk.token, { page: from / shown + 2 }) }] : []
        return listed(talk.t.work.askWho, people.slice(from, from + shown), talk, more)
      },
      read: async (said, talk, { workOrder }) => {
        if (said.kind !== 'text') return null
        const words = folded(said.text)
        const people = await candidates(workOrder!, talk)
        const exact = people.filter(person => [nameOf(person, talk), person.displayName ?? ''].some(name => folded(name) === words))
        const found = exact.length ? exact : people.filter(person => words.length > 1 && folded(nameOf(person, talk)).includes(words))
        if (found.length === 0) return { misread: talk.t.work.noPerson }
        if (found.length === 1) return { answers: { who: found[0]!.userId } }
        return { saying: listed(talk.t.work.whichPerson, found.slice(0, shown), talk) }
      },
    },
  },
  finish: async ({ workOrder, who }, talk) => {
    const person = (await candidates(workOrder, talk)).find(({ userId }) => userId === who)
    const moved = await give(talk.act, { workOrderId: workOrder, assigneeId: who })
    const until = thaiDateTime(moved.dueAt, talk.person.language)
    return made(moved, talk, who === talk.person.userId ? talk.t.work.tookIt(moved.number, until) : talk.t.work.assigned(moved.number, person!.displayName ?? talk.t.work.nameless, until))
  },
})

/** Whom it can be given to; oneself first. */
async function candidates(workOrder: string, { act, person }: Talk): Promise<Assignable[]> {
  const people = await assignable(act, workOrder)
  const isSelf = ({ userId }: Assignable) => userId === person.userId
  return [...people.filter(isSelf), ...people.filter(one => !isSelf(one))]
}

/** People to choose from: names on the buttons, which have little room, roles in the text. */
function listed(first: string, people: Assignable[], talk: Talk, more: Choice[] = []): Saying {
  const lines = people.map(person => `• ${nameOf(person, talk)} (${inLanguage(roleLabels[person.role], talk.person.language)})`)
  const choices = people.map((person): Choice => ({ label: nameOf(person, talk), data: answerTap(talk.token, { who: person.userId }) }))
  return { say: [text([first, ...lines].join('\n'))], choices: [...choices, ...more] }
}

const nameOf = ({ userId, displayName }: Assignable, { t, person }: Talk): string => userId === person.userId ? t.work.myself : displayName ?? t.work.nameless
