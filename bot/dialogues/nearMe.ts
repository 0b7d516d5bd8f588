import type { Place } from '../questions/camera'
import type { Choice } from '../say'
import * as z from 'zod'
import { camerasLooking, camerasNear, writeSeen } from '../../domain/footage/looking'
import { isPolice } from '../../domain/footage/rules'
import { carousel } from '../cards/card'
import { mapPath, nearCard } from '../cards/near'
import { dialogue } from '../dialogue'
import { placeSchema } from '../questions/camera'
import { carried } from '../questions/carried'
import { text } from '../say'
import { startTap } from '../tap'

interface Near { looking?: boolean, page?: number, near: Place }

/** กล้องใกล้ฉัน: for the police, the cameras nearest to a place, or only those that look there, ten at a time. Each look at a private one is written down. */
export const nearMe = dialogue<Near>({
  name: 'nearMe',
  word: t => t.menu.nearMe,
  title: t => t.menu.nearMe,
  help: t => t.near.help,
  may: isPolice,
  questions: {
    looking: carried(z.boolean(), 'may'),
    page: carried(z.int().min(1).max(1_000), 'may'),
    near: {
      schema: placeSchema,
      label: t => t.footage.place,
      ask: ({ t }) => ({ say: [text(t.near.ask)], choices: [{ label: t.report.sendPlace, open: 'location' }] }),
      read: (said, { t }) => {
        if (said.kind === 'place') return { answers: { near: { latitude: said.latitude, longitude: said.longitude, title: null, messageId: said.messageId } } }
        return said.kind === 'text' ? { misread: t.near.onlyPlace } : null
      },
    },
  },
  finish: async ({ near: place, looking = false, page = 1 }, talk) => {
    const { near, manners, menu, footage } = talk.t
    const { items, more } = await (looking ? camerasLooking : camerasNear)(talk.act, place, page)
    await writeSeen(talk.act, items)
    const again = (answers: Omit<Near, 'near'>) => startTap('nearMe', { near: place, ...answers })
    const map = talk.links.liff(mapPath(place))
    const choices: Choice[] = [
      ...more ? [{ label: manners.more, data: again({ looking, page: page + 1 }) }] : [],
      { label: looking ? near.all : near.onlyLooking, data: again({ looking: !looking }) },
      ...map ? [{ label: footage.pickOnMap, url: map }] : [],
      { label: menu.nearMe, word: menu.nearMe },
    ]
    if (items.length === 0) return { saying: { say: [text(page > 1 ? near.noMore : looking ? near.noneLooking : near.none)], choices } }
    const words = looking ? near.looking(items.length) : page > 1 ? near.next(items.length) : near.nearest(items.length)
    return { saying: { say: [text(words), carousel(words, items.map(camera => nearCard(camera, place, talk)))], choices } }
  },
})
