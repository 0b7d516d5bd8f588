import type { Act } from '../../../domain/act'
import type { ApiEnv } from './env'
import { Hono } from 'hono'
import * as z from 'zod'
import { Role, WorkOrderState } from '../../../domain/enums'
import * as commands from '../../../domain/workOrders/commands'
import { likelyDuplicates } from '../../../domain/workOrders/duplicates'
import { asExpected } from '../../../domain/workOrders/expected'
import { agenciesToForward, assignable, myWork, workOrderByNumber } from '../../../domain/workOrders/queries'
import { listWork, moveRequest } from '../../../domain/workOrders/schema'
import { act } from '../../auth/signedIn'
import { input } from './input'
import { answer, described, moment } from './output'
import { workOrderView, workSummary } from './views'

const workView = z.object({ items: z.array(workSummary), total: z.int(), overdue: z.int(), page: z.int(), pages: z.int() })
const choicesView = z.object({
  assignable: z.array(z.object({ userId: z.uuid(), displayName: z.string().nullable(), role: z.enum(Role) })),
  agencies: z.array(z.object({ id: z.uuid(), name: z.string(), nameEn: z.string().nullable() })),
  duplicates: z.array(workSummary),
}).meta({ id: 'MoveChoices' })
const movedView = z.object({ workOrderId: z.uuid(), number: z.string(), state: z.enum(WorkOrderState), dueAt: moment }).meta({ id: 'Moved' })

const one = z.object({ id: z.uuid() })
const numbered = z.object({ number: z.string().max(40) })
const onePage = 20
const mostAgencies = 2000

/** `/api/work`, `/api/work-orders`: repairs, for those who have a say in them. */
export const workRoutes = new Hono<ApiEnv>()
  .get('/work', described('Work', 'Repairs to do, overdue first; with `state` also those that are over', workView), input('query', listWork), async c =>
    answer(c, workView, await act(c, act => myWork(act, { ...c.req.valid('query'), limit: onePage }))))
  .get('/work/:number', described('Work', 'A repair, by its number or that of a report on it', workOrderView), input('param', numbered), async c =>
    answer(c, workOrderView, await act(c, act => workOrderByNumber(act, c.req.valid('param').number))))
  .get('/work-orders/:id/choices', described('Work', 'Whom it can be given to, where it can go, what it may be a duplicate of', choicesView), input('param', one), async c =>
    answer(c, choicesView, await act(c, act => choices(act, c.req.valid('param').id))))
  .post('/work-orders/:id/moves', described('Work', 'Makes a move, in the state that it `expects`; with an `Idempotency-Key` once', movedView), input('param', one), input('json', moveRequest), async (c) => {
    const asked = c.req.valid('json')
    const { id: workOrderId } = c.req.valid('param')
    return answer(c, movedView, await act(c, act => asExpected(act, { workOrderId, ...asked }, () => make(act, workOrderId, asked))))
  })

async function choices(act: Act, id: string) {
  // The first refuses whoever has no say in it.
  const people = await assignable(act, id)
  return { assignable: people, agencies: await agenciesToForward(act, id, '', mostAgencies), duplicates: await likelyDuplicates(act, id) }
}

function make(act: Act, workOrderId: string, asked: z.output<typeof moveRequest>) {
  switch (asked.move) {
    case 'acknowledge': return commands.acknowledge(act, { workOrderId })
    case 'assign': return commands.assign(act, { workOrderId, ...asked })
    case 'start': return commands.start(act, { workOrderId })
    case 'wait': return commands.wait(act, { workOrderId, ...asked })
    case 'resume': return commands.resume(act, { workOrderId })
    case 'forward': return commands.forward(act, { workOrderId, ...asked })
    case 'reject': return commands.reject(act, { workOrderId, ...asked })
    case 'markDuplicate': return commands.markDuplicate(act, { workOrderId, ...asked })
    case 'repair': return commands.repair(act, { workOrderId, ...asked })
    case 'setPriority': return commands.setPriority(act, { workOrderId, ...asked })
    case 'addNote': return commands.addNote(act, { workOrderId, ...asked })
  }
}
