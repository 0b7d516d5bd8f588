import type { Words } from '../questions/words'
import * as z from 'zod'
import { agencyIn } from '../../domain/labels/agency'
import { agencyById } from '../../domain/people/queries'
import { thaiDateTime } from '../../domain/time/bangkok'
import { forward as hand } from '../../domain/workOrders/commands'
import { agenciesToForward } from '../../domain/workOrders/queries'
import { confirmCard } from '../cards/confirm'
import { dialogue } from '../dialogue'
import { whichAgency } from '../questions/agency'
import { carried } from '../questions/carried'
import { freeWords } from '../questions/words'
import { made, ofMove } from './workMove'

interface Forwarding { workOrder: string, agency: string, reason: Words }

/** ส่งต่อหน่วยงานอื่น: to whom and why; the other agency is asked, so it is confirmed first. */
export const forward = dialogue<Forwarding>({
  ...ofMove('forward'),
  questions: {
    workOrder: carried(z.uuid()),
    agency: whichAgency({ key: 'agency', find: (talk, { workOrder }, typed, limit) => agenciesToForward(talk.act, workOrder!, typed, limit) }),
    reason: freeWords({
      key: 'reason',
      label: t => t.work.reason,
      ask: t => t.work.askForwardReason,
      most: 1000,
      suggestions: t => t.work.forwardReasons,
    }),
  },
  card: async ({ agency, reason }, talk) => {
    const { t } = talk
    return confirmCard(talk, {
      title: t.work.forwardTitle,
      answers: [
        { label: t.people.agency, value: agencyIn(await agencyById(talk.act, agency), talk.person.language) ?? '', key: 'agency' },
        { label: t.work.reason, value: reason.text, key: 'reason' },
      ],
      note: t.work.forwardNote,
    })
  },
  finish: async ({ workOrder, agency, reason }, talk) => {
    const moved = await hand(talk.act, { workOrderId: workOrder, agencyId: agency, reason: reason.text, lineMessageId: reason.messageId })
    const name = agencyIn(await agencyById(talk.act, agency), talk.person.language) ?? ''
    return made(moved, talk, talk.t.work.forwarded(moved.number, name, thaiDateTime(moved.dueAt, talk.person.language)))
  },
})
