import type { Collector } from '../../helpers/collector'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTelemetry } from '../../../server/watch/opentelemetry'
import { chat } from '../../helpers/chat'
import { collector } from '../../helpers/collector'
import { eventually } from '../../helpers/eventually'
import { lineId } from '../../helpers/fakeLine'
import { logBook } from '../../helpers/logBook'
import { startProduct } from '../../helpers/product'
import { hearing, says, textOf } from '../echo'

const marker = 'สายไฟหน้าบ้านลุงแดง zebrawords'
const root = fileURLToPath(new URL('../../..', import.meta.url))
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string }

let traces: Collector
beforeAll(async () => { traces = await collector() })
afterAll(() => traces.close())

it('an event is one trace: the request that brought it, its turn under that, and the call that answers it under the turn', async () => {
  const book = logBook()
  const tracing = openTelemetry(traces.url)
  const product = await startProduct({ tracing, log: book.log, conversation: hearing(async (_ctx, lane, event) => says(lane, textOf(event))) })
  await chat(product, lineId(1)).says(marker)
  await eventually(async () => expect(await product.db.user.findFirst()).toMatchObject({ displayName: 'Person 1' }))
  await product.stop()
  await tracing.stop()

  const all = traces.spans()
  const turn = all.find(({ name }) => name === 'turn message')!
  const family = all.filter(({ traceId }) => traceId === turn.traceId)
  const named = (name: string) => family.find(span => span.name === name)
  const [request, reply] = [named('POST /webhook')!, named('POST /v2/bot/message/reply')!]
  expect(family).toHaveLength(3)
  expect([request.parentSpanId || undefined, turn.parentSpanId, reply.parentSpanId]).toEqual([undefined, request.spanId, turn.spanId])
  expect([request.kind, turn.kind, reply.kind]).toEqual([2, 5, 3])

  const [line] = book.lines('event')
  expect(request.attributes).toMatchObject({ 'http.response.status_code': 200, 'songklong.request_id': line!.request })
  expect(turn.attributes).toMatchObject({ 'songklong.event.id': line!.event, 'songklong.event.type': 'message', 'songklong.request_id': line!.request, 'songklong.outcome': 'answered' })
  expect(reply.attributes).toMatchObject({ 'http.response.status_code': 200, 'songklong.request_id': line!.request, 'songklong.line_request_id': expect.any(String) })
  for (const span of family) expect(BigInt(span.endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(span.startTimeUnixNano))

  const job = all.find(span => span.name === 'job profiles' && all.some(({ parentSpanId }) => parentSpanId === span.spanId))!
  expect(all.find(({ parentSpanId }) => parentSpanId === job.spanId)).toMatchObject({ name: 'GET /v2/bot/profile/{id}', traceId: job.traceId })
  expect(traces.resources()[0]).toMatchObject({ 'service.name': 'songklong', 'service.version': version })
  expect(traces.text()).not.toMatch(/zebrawords|[\u0E00-\u0E7F]|U0{20}|Person 1/)
})

it('a turn that fails is marked as failed', async () => {
  const tracing = openTelemetry(traces.url)
  const product = await startProduct({ tracing, conversation: hearing(async () => { throw new Error(marker) }) })
  await product.line.act({ do: 'text', as: lineId(2), chat: lineId(2), text: marker })
  await eventually(async () => expect(await product.db.inboundEvent.findFirst()).toMatchObject({ attempts: 1 }))
  await product.stop()
  await tracing.stop()
  expect(traces.spans()).toContainEqual(expect.objectContaining({ name: 'turn message', status: expect.objectContaining({ code: 2 }), attributes: expect.objectContaining({ 'songklong.outcome': 'failed' }) }))
  expect(traces.text()).not.toMatch(/zebrawords|[\u0E00-\u0E7F]/)
})

it('a collector that is not there costs nothing but the spans', async () => {
  const tracing = openTelemetry('http://localhost:1')
  const product = await startProduct({ tracing, conversation: hearing(async (_ctx, lane, event) => says(lane, textOf(event))) })
  expect(await chat(product, lineId(1)).says('hello')).toBe('hello')
  await product.stop()
  await tracing.stop()
})
