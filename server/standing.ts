import type pg from 'pg'
import type { Gauge } from 'prom-client'
import { reserveOf } from './line/account'

type MakeGauge = <Label extends string>(name: string, help: string, labelNames: Label[], collect: (gauge: Gauge<Label>) => unknown) => unknown

interface Standing { waiting: number, parked: number, oldestEvent: number, oldestLetter: number, outbox: Record<string, number>, allowed: number | null, used: number | null, held: number }

// Letters that wait because the month is used up are no sign of trouble with sending.
const look = `
  SELECT (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'WAITING') AS waiting,
    (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'PARKED') AS parked,
    (SELECT coalesce(extract(epoch FROM now() - min("receivedAt")), 0)::float8 FROM "InboundEvent" WHERE state = 'WAITING') AS "oldestEvent",
    (SELECT coalesce(extract(epoch FROM now() - min("createdAt")), 0)::float8 FROM "OutboundMessage"
      WHERE state = 'WAITING' AND "sentAs" IS DISTINCT FROM 'quota') AS "oldestLetter",
    (SELECT json_object_agg(s, (SELECT count(*)::int FROM "OutboundMessage" o WHERE o.state = s)) FROM unnest(enum_range(NULL::"OutboundState")) AS s) AS outbox,
    (SELECT "quotaLimit" FROM "LineAccount") AS allowed, (SELECT "quotaUsed" FROM "LineAccount") AS used,
    (SELECT count(*)::int FROM "Notice" WHERE state = 'HELD') AS held`

/** Numbers that the database holds, the same on each server: read once for each scrape, and absent while the database is not reached. */
export function standingNumbers(pool: pg.Pool, gauge: MakeGauge): void {
  let reading: Promise<Standing | undefined> | undefined
  const read = () => reading ??= pool.query<Standing>(look).then(({ rows }) => rows[0], () => undefined).finally(() => reading = undefined)
  const standing = <Label extends string>(name: string, help: string, labelNames: Label[], set: (gauge: Gauge<Label>, now: Standing) => void) => gauge(name, help, labelNames, async (gauge) => {
    const now = await read()
    gauge.reset()
    if (now) set(gauge, now)
    else if (!labelNames.length) gauge.remove()
  })

  standing('songklong_events', 'Webhook events that wait, or were parked after three attempts.', ['state'], (gauge, { waiting, parked }) => {
    gauge.set({ state: 'WAITING' }, waiting)
    gauge.set({ state: 'PARKED' }, parked)
  })
  standing('songklong_inbox_oldest_seconds', 'How long the oldest event that waits has been waiting.', [], (gauge, { oldestEvent }) => gauge.set(oldestEvent))
  standing('songklong_outbox', 'Messages by state.', ['state'], (gauge, { outbox }) => {
    for (const [state, count] of Object.entries(outbox)) gauge.set({ state }, count)
  })
  standing('songklong_outbox_oldest_seconds', 'How long the oldest message that waits to be sent has been waiting, save those that wait for the month\'s quota.', [], (gauge, { oldestLetter }) => gauge.set(oldestLetter))
  standing('songklong_quota', 'Push messages of this month: what LINE allows, what of it is kept for urgent ones, what was used, and notices held back for want of it.', ['what'], (gauge, { allowed, used, held }) => {
    gauge.set({ what: 'allowed' }, allowed ?? Number.POSITIVE_INFINITY)
    gauge.set({ what: 'reserve' }, allowed === null ? 0 : reserveOf(allowed))
    gauge.set({ what: 'used' }, used ?? 0)
    gauge.set({ what: 'held_back' }, held)
  })
}
