import type { Registry } from 'prom-client'
import { Hono } from 'hono'

/** `GET /metrics`: for Prometheus. Numbers only, nothing about anybody. */
export function metricsRoutes({ register }: { register: Registry }) {
  return new Hono().get('/metrics', async c => c.text(await register.metrics(), 200, { 'content-type': register.contentType }))
}
