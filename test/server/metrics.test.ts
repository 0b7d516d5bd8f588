import type { Product } from '../helpers/product'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { eventually } from '../helpers/eventually'
import { lineId } from '../helpers/fakeLine'
import { startProduct } from '../helpers/product'
import { echo, hearing, says, textOf } from './echo'

const read = (path: string) => readFileSync(fileURLToPath(new URL(`../../docs/operating/${path}`, import.meta.url)), 'utf8')
const dashboard = JSON.parse(read('grafana/songklong.json')) as { panels: Array<{ title: string, targets: Array<{ expr: string }> }> }
const alerts = parse(read('prometheus/alerts.yaml')) as { groups: Array<{ rules: Array<{ alert: string, expr: string, annotations: object }> }> }

/** Not the product's: Prometheus itself and the blackbox exporter have these. */
const ofOthers = ['up', 'probe_ssl_earliest_cert_expiry']
const words = ['sum', 'max', 'min', 'count', 'rate', 'increase', 'time', 'by', 'histogram_quantile', 'le']

/** The metrics that an expression of PromQL names, with the labels that it asks of each. */
function metricsIn(expression: string): Array<{ name: string, labels: string[] }> {
  const plain = expression.replace(/\bby \([^)]*\)/g, '').replace(/\[[^\]]*\]/g, '')
  return Array.from(plain.matchAll(/([a-z_]\w*)(?:\{([^}]*)\})?/gi), ([, name, selector]) => ({ name: name!, labels: Array.from(selector?.matchAll(/(\w+)\s*=/g) ?? [], match => match[1]!) }))
    .filter(({ name }) => !words.includes(name) && !ofOthers.includes(name))
}

let product: Product
let exposed: string
const scrape = () => fetch(`${product.url}/metrics`).then(response => response.text())
beforeAll(async () => {
  product = await startProduct({ conversation: hearing(async (_ctx, lane, event) => says(lane, textOf(event))) })
  await product.line.act({ do: 'text', as: lineId(1), chat: lineId(1), text: 'hello' })
  await product.idle()
  await eventually(async () => {
    exposed = await scrape()
    for (const sign of ['songklong_quota{what="allowed"} 300', 'outcome="ok"', 'songklong_job_runs_total{name="release-reports"']) expect(exposed).toContain(sign)
  })
})
afterAll(() => product.stop())

/** The labels that a running product gives a metric; undefined when it has no such metric. */
function labelsOf(name: string): string[] | undefined {
  const lines = exposed.split('\n').filter(line => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
  return lines.length ? Array.from(lines[0]!.matchAll(/(\w+)="/g), match => match[1]!) : undefined
}

describe('the alerts and the dashboard', () => {
  const expressions = [
    ...alerts.groups.flatMap(({ rules }) => rules).map(({ alert, expr }) => [alert, expr]),
    ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr])),
  ] as Array<[string, string]>

  it('are there', () => {
    expect(alerts.groups[0]!.rules.length).toBeGreaterThan(8)
    expect(dashboard.panels.length).toBeGreaterThan(12)
  })

  it.each(expressions)('%s asks for what a running product tells: %s', (_, expression) => {
    const asked = metricsIn(expression)
    const known = asked.map(({ name, labels }) => ({ name, labels: labels.filter(label => label === 'job' || labelsOf(name)?.includes(label)), told: labelsOf(name) !== undefined }))
    expect(known).toEqual(asked.map(one => ({ ...one, told: true })))
    expect(asked.length + ofOthers.filter(name => expression.includes(name)).length).toBeGreaterThan(0)
  })
})

describe('what is told to Prometheus', () => {
  it('has names and labels that Prometheus does not change or warn about', () => {
    const own = Array.from(exposed.matchAll(/^# TYPE (songklong_\w+) (\w+)$/gm), ([, name, type]) => ({ name: name!, type: type! }))
    expect(own.length).toBeGreaterThan(15)
    for (const { name, type } of own) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      expect([name, name.endsWith('_total')]).toEqual([name, type === 'counter'])
      expect(name).not.toMatch(/_(?:ms|milliseconds|minutes|hours|kb|mb|count|sum|bucket)$/)
    }
    // Prometheus sets these itself and would rename ours.
    expect(exposed.split('\n').filter(line => /^songklong_.*[{,](?:job|instance)="/.test(line))).toEqual([])
  })

  it('says how long the oldest event and the oldest message have been waiting', async () => {
    const { pool } = product.fresh.database
    await pool.query(`INSERT INTO "InboundEvent" (id, lane, timestamp, payload, "receivedAt", "notBefore") VALUES ('old', 'U1', 1, '{}', now() - interval '100 s', now() + interval '1 day')`)
    await pool.query(`INSERT INTO "OutboundMessage" (id, recipient, messages, about, "createdAt", "notBefore") VALUES (gen_random_uuid(), 'U1', '[]', '{}', now() - interval '500 s', now() + interval '1 day')`)
    await pool.query(`INSERT INTO "OutboundMessage" (id, recipient, messages, about, "createdAt", "notBefore", "sentAs") VALUES (gen_random_uuid(), 'U2', '[]', '{}', now() - interval '9000 s', now() + interval '1 day', 'quota')`)
    const text = await scrape()
    const value = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(text)![1])
    expect(value('songklong_inbox_oldest_seconds')).toBeGreaterThanOrEqual(100)
    expect(value('songklong_outbox_oldest_seconds')).toBeGreaterThanOrEqual(500)
    expect(value('songklong_outbox_oldest_seconds')).toBeLessThan(8_000)
    await pool.query('DELETE FROM "InboundEvent" WHERE id = \'old\'')
    await pool.query('DELETE FROM "OutboundMessage" WHERE state = \'WAITING\'')
  })

  it('keeps the reserve of the month apart, and what the calls to LINE came to', () => {
    expect(exposed).toMatch(/^songklong_quota\{what="reserve"\} 60$/m)
    expect(exposed).toMatch(/^songklong_line_call_seconds_count\{call="POST \/v2\/bot\/message\/reply",outcome="ok"\} 1$/m)
    expect(exposed).toMatch(/^songklong_build_info\{version="\d+\.\d+\.\d+"\} 1$/m)
  })
})

it('a scrape is answered while the database is not: what it holds is left out, and the server says that it is not ready', async () => {
  const lonely = await startProduct({ conversation: echo })
  await lonely.fresh.database.close()
  const text = await fetch(`${lonely.url}/metrics`).then(response => response.text())
  expect(text).toMatch(/^songklong_ready 0$/m)
  expect(text).not.toMatch(/^songklong_(?:events|outbox|quota|inbox_oldest_seconds)[{ ]/m)
  expect(text).toMatch(/^process_resident_memory_bytes \d/m)
  await lonely.stop()
})
