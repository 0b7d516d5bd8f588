import type { Talk } from '../dialogue'
import type { Words } from '../questions/words'
import type { Saying } from '../say'
import * as z from 'zod'
import { Cause } from '../../domain/enums'
import { attachPhoto } from '../../domain/faults/commands'
import { inLanguage } from '../../domain/labels/label'
import { causeLabels } from '../../domain/labels/workOrders'
import { thaiDateTime } from '../../domain/time/bangkok'
import { formatBaht } from '../../domain/time/numbers'
import { repair as finishRepair } from '../../domain/workOrders/commands'
import { repairPhotos, workOrderView } from '../../domain/workOrders/queries'
import { confirmCard } from '../cards/confirm'
import { placeTitle } from '../cards/workOrder'
import { dialogue } from '../dialogue'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { baht } from '../questions/number'
import { freeWords } from '../questions/words'
import { text } from '../say'
import { wordIs } from '../wordIs'
import { made, ofMove } from './workMove'

/** A thousand million baht, in satang. */
const mostSatang = 100_000_000_000

interface Repair { workOrder: string, photos: 'sent', cause: Cause, cost: number, note: Words | null }

/** ซ่อมเสร็จ: photos after the repair, cause, cost, a note; the reporters are asked, so it is confirmed first. */
export const repair = dialogue<Repair>({
  ...ofMove('repair'),
  questions: {
    workOrder: carried(z.uuid()),
    photos: {
      schema: z.literal('sent'),
      acts: true,
      label: t => t.work.afterPhotos,
      known: async (talk, { workOrder }) => await repairPhotos(talk.act, workOrder!) > 0 ? 'sent' : undefined,
      ask: async (talk, { workOrder }) => photosSaying(await repairPhotos(talk.act, workOrder!), talk),
      read: async (said, talk, { workOrder }) => {
        if (said.kind === 'photo') {
          await attachPhoto(talk.act, { workOrderId: workOrder!, lineMessageId: said.messageId, sourceUrl: said.sourceUrl })
          return { saying: said.lastOfSet ? photosSaying(await repairPhotos(talk.act, workOrder!), talk) : { say: [] } }
        }
        if (said.kind !== 'text' || !(wordIs('next', said.text) || wordIs('done', said.text))) return null
        return await repairPhotos(talk.act, workOrder!) > 0 ? { answers: { photos: 'sent' } } : { misread: talk.t.work.photoFirst }
      },
    },
    cause: choice({
      key: 'cause',
      label: t => t.work.cause,
      ask: t => t.work.askCause,
      options: ({ person }) => Object.values(Cause).map(value => ({ value, label: inLanguage(causeLabels[value], person.language), also: Object.values(causeLabels[value]) })),
    }, z.enum(Cause)),
    cost: baht({ key: 'cost', label: t => t.work.cost, ask: t => t.work.askCost, most: mostSatang }),
    note: freeWords({ key: 'note', label: t => t.work.note, ask: t => t.work.askRepairNote, most: 1000, optional: true }),
  },
  card: async ({ workOrder, cause, cost, note }, talk) => {
    const { t, person } = talk
    const view = await workOrderView(talk.act, workOrder)
    return confirmCard(talk, {
      title: t.work.repairTitle,
      answers: [
        { label: t.work.number, value: `${view.number} ${placeTitle(view, t)}` },
        { label: t.work.afterPhotos, value: t.work.photoCount(await repairPhotos(talk.act, workOrder)), key: 'photos' },
        { label: t.work.cause, value: inLanguage(causeLabels[cause], person.language), key: 'cause' },
        { label: t.work.cost, value: formatBaht(BigInt(cost), person.language), key: 'cost' },
        { label: t.work.note, value: note?.text ?? t.work.nothing, key: 'note' },
      ],
      note: t.work.repairNote,
    })
  },
  finish: async ({ workOrder, cause, cost, note }, talk) => {
    const moved = await finishRepair(talk.act, { workOrderId: workOrder, cause, costSatang: cost, note: note?.text, lineMessageId: note?.messageId })
    const { answerBy } = await workOrderView(talk.act, workOrder)
    return made(moved, talk, talk.t.work.repaired(moved.number, thaiDateTime(answerBy!, talk.person.language)))
  },
})

/** Asks for photos, or says how many came and how to go on. */
function photosSaying(count: number, { t }: Talk): Saying {
  const next = count > 0 ? [{ label: t.menu.next, word: t.menu.next }] : []
  const words = count > 0 ? t.work.photosCame(count) : t.work.askAfterPhoto
  return { say: [text(words)], choices: [...next, { label: t.report.takePhoto, open: 'camera' }, { label: t.report.choosePhoto, open: 'cameraRoll' }] }
}
