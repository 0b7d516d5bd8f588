import type { Product } from '../../helpers/product'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setupClient } from '../../../server/setup/client'
import { ensureMenus } from '../../../server/setup/menus'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { hearing, says } from '../echo'

let product: Product
let later = 0
beforeAll(async () => {
  const conversation = hearing(async (_ctx, lane, event) => {
    const wanted = (event as { message?: { text?: string } }).message?.text ?? 'everyone'
    return { ...says(lane, 'ok'), person: { ...lane.person!, menuWanted: wanted } }
  })
  product = await startProduct({ conversation, now: () => new Date(Date.now() + later) })
})
afterAll(() => product.stop())

function menuOf(n: number) {
  const { people, richMenus } = product.line.state()
  const id = people.find(person => person.id === lineId(n))!.richMenuId
  return richMenus.find(menu => menu.richMenuId === id)?.name ?? null
}
const becomes = (n: number, role: string) => product.line.act({ do: 'text', as: lineId(n), chat: lineId(n), text: role })

it('nothing happens to a person\'s menu while LINE has none', async () => {
  await becomes(1, 'official')
  await product.idle()
  expect(menuOf(1)).toBeNull()
})

it('the menu of a role appears with the turn that gave the role, and goes with it', async () => {
  await ensureMenus({ client: setupClient(product.config.line) })
  later += 31_000
  await becomes(1, 'technician')
  await eventually(() => expect(menuOf(1)).toMatch(/^sk-technician-th-/))
  await becomes(1, 'everyone')
  await eventually(() => expect(menuOf(1)).toBeNull())
  await eventually(async () => expect(await product.db.user.findUnique({ where: { lineUserId: lineId(1) } })).toMatchObject({ menuLinked: null, menuWanted: 'everyone' }))
})

it('a person whose language changes gets the menu in it', async () => {
  await becomes(2, 'secretary')
  await eventually(() => expect(menuOf(2)).toMatch(/^sk-secretary-th-/))
  await product.db.user.update({ where: { lineUserId: lineId(2) }, data: { language: 'EN' } })
  product.server.poke('menus')
  await eventually(() => expect(menuOf(2)).toMatch(/^sk-secretary-en-/))
})
