import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { startProduct } from '../../helpers/product'
import { hearing, says, textOf } from '../echo'

it('a turn that takes more than a second shows that the account is working, in a chat of two only', async () => {
  const group = `C${'7'.repeat(32)}`
  const product = await startProduct({
    line: { groups: [{ id: group, name: 'Group', members: [lineId(1)], botJoined: true }] },
    conversation: hearing(async (_ctx, lane, event) => {
      if (textOf(event) === 'slow') await sleep(1_800)
      return says(lane, textOf(event))
    }),
  })
  const shown = () => product.line.state().calls.filter(({ path }) => path === '/v2/bot/chat/loading/start').map(({ request }) => request)
  await product.line.act({ do: 'text', as: lineId(2), chat: lineId(2), text: 'quick' })
  await product.idle()
  await product.line.act({ do: 'text', as: lineId(1), chat: group, text: 'slow' })
  await product.line.act({ do: 'text', as: lineId(1), chat: lineId(1), text: 'slow' })
  await eventually(() => expect(product.fake.textsTo(lineId(1))).toEqual(['slow']))
  await product.idle()
  expect(shown()).toEqual([{ chatId: lineId(1), loadingSeconds: 20 }])
  await product.stop()
})
