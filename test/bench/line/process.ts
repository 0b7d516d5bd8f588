/** LINE and the people who use it, in a process of their own: posts webhooks, takes replies. Does what its parent says, one thing at a time. */
import type { Order } from './orders'
import process from 'node:process'
import { accept } from './accept'
import { lightLine } from './api'
import { day } from './day'
import { report } from './report'
import { talk } from './talk'

const line = await lightLine()
const work = { accept, talk, report, day }

process.on('message', async ({ do: what, ...order }: Order) => {
  try {
    process.send!({ done: await work[what](line, order as never) })
  }
  catch (error) {
    process.send!({ failed: String((error as Error).stack) })
  }
})
process.on('disconnect', () => process.exit())
process.send!({ url: line.url })
