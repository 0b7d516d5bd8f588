import type { Described } from '../questions/owner'
import * as z from 'zod'
import { pauseOwnCamera, changeOwnCamera as store } from '../../domain/owners/change'
import { ownCamera } from '../../domain/owners/queries'
import { bangkokDay, startOfBangkokDay, thaiDate } from '../../domain/time/bangkok'
import { foldDigits } from '../../domain/time/numbers'
import { BUDDHIST } from '../../domain/time/years'
import { dialogue } from '../dialogue'
import { mainChoices } from '../help'
import { carried } from '../questions/carried'
import { choice } from '../questions/choice'
import { describing, factsIn } from '../questions/owner'
import { text } from '../say'
import { pickTap } from '../tap'
import { one } from './myCameras'

type Field = keyof Described
const fields = Object.keys(describing) as Field[]

/** แก้ไขข้อมูล: which field, and its new value; what was checked is checked again. */
export const changeOwnCamera = dialogue<{ camera: string, field: Field } & Described>({
  name: 'changeOwnCamera',
  title: t => t.owners.change,
  instead: async ({ camera }, talk) => {
    await ownCamera(talk.act, camera!)
    return null
  },
  questions: {
    camera: carried(z.uuid()),
    field: choice<Field>({ key: 'field', label: t => t.owners.field, ask: t => t.owners.askField, options: ({ t }) => fields.map(value => ({ value, label: describing[value].label(t) })) }, z.enum(fields as [Field])),
    ...Object.fromEntries(fields.map(key => [key, { ...describing[key], when: ({ field }: { field?: Field }) => field === key }])) as unknown as typeof describing,
  },
  finish: async ({ camera, field, ...answers }, talk) => {
    await store(talk.act, { cameraId: camera, ...factsIn({ [field]: answers[field] }, talk) })
    const view = await ownCamera(talk.act, camera)
    const { owners } = talk.t
    const again = view.check === 'PENDING' ? `\n${owners.checkAgain}` : ''
    const { saying } = one(view, talk)
    return { saying: { ...saying, say: [text(`${owners.changed(view.code)}${again}`), ...saying.say] } }
  },
})

const day = 86_400_000

/** พักการติดต่อ: nobody asks until a day that is picked. */
export const pauseCamera = dialogue<{ camera: string, until: string }>({
  name: 'pauseCamera',
  title: t => t.owners.pause,
  questions: {
    camera: carried(z.uuid()),
    until: {
      schema: z.iso.date(),
      label: t => t.owners.until,
      ask: ({ t: { owners }, token, act }) => {
        const ahead = (days: number) => bangkokDay(new Date(act.now.getTime() + days * day))
        return { say: [text(owners.askUntil)], choices: [{ label: owners.pickDay, pick: pickTap(token, 'until'), mode: 'date', min: ahead(1), max: ahead(365), initial: ahead(30) }] }
      },
      read: (said, { t }) => {
        const until = said.kind === 'tap' ? said.picked : said.kind === 'text' ? readDay(said.text) : null
        return until && z.iso.date().safeParse(until).success ? { answers: { until } } : { misread: t.owners.badDay }
      },
    },
  },
  finish: async ({ camera, until }, talk) => {
    const { t: { owners }, person: { language } } = talk
    await pauseOwnCamera(talk.act, { cameraId: camera, until })
    const { code } = await ownCamera(talk.act, camera)
    return { saying: { say: [text(owners.paused(code, thaiDate(startOfBangkokDay(until), language)), `privateCamera:${camera}`)], choices: mainChoices(talk) } }
  },
})

/** `31/12/2569` or `2026-12-31` as `2026-12-31`; null for anything else. */
function readDay(words: string): string | null {
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(foldDigits(words).trim()) ?? []
  if (!y) return /^\d{4}-\d{2}-\d{2}$/.exec(foldDigits(words).trim())?.[0] ?? null
  const year = Number(y) > 2400 ? Number(y) - BUDDHIST : Number(y)
  return `${year}-${m!.padStart(2, '0')}-${d!.padStart(2, '0')}`
}

/** เลิกพัก: may be asked again. */
export const unpauseCamera = dialogue<{ camera: string }>({
  name: 'unpauseCamera',
  title: t => t.owners.unpause,
  questions: { camera: carried(z.uuid()) },
  finish: async ({ camera }, talk) => {
    await pauseOwnCamera(talk.act, { cameraId: camera, until: null })
    const { code } = await ownCamera(talk.act, camera)
    return { saying: { say: [text(talk.t.owners.unpaused(code), `privateCamera:${camera}`)], choices: mainChoices(talk) } }
  },
})
