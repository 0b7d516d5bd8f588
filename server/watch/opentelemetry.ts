import type { SpanContext } from '@opentelemetry/api'
import type { Span, SpanStart, Tracing } from './tracing'
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { version } from '../version'

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT, consumer: SpanKind.CONSUMER, internal: SpanKind.INTERNAL }
/** How long the end waits for what was not sent yet, ms. */
const patience = 2_000

/**
 * Sends spans to a collector of OpenTelemetry: OTLP over HTTP, as JSON, to `<endpoint>/v1/traces`. Headers are those of `OTEL_EXPORTER_OTLP_HEADERS`.
 * A collector that is not reached costs spans and nothing else.
 */
export function openTelemetry(endpoint: string): Tracing {
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'songklong', 'service.version': version, 'service.instance.id': crypto.randomUUID() }),
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: 5_000 }), scheduledDelayMillis: 1_000 })],
  })
  const tracer = provider.getTracer('songklong', version)

  function begin({ name, kind, under, attributes, at }: SpanStart): Span {
    const parent = under && readTraceparent(under)
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes, startTime: at }, parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT)
    const { traceId, spanId, traceFlags } = span.spanContext()
    return {
      traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
      end({ attributes, failed, at } = {}) {
        if (attributes) span.setAttributes(attributes)
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR, message: failed })
        span.end(at)
      },
    }
  }

  return {
    begin,
    async stop() {
      const timer = AbortSignal.timeout(patience)
      await Promise.race([provider.shutdown(), new Promise(done => timer.addEventListener('abort', done))]).catch(() => {})
    },
  }
}

function readTraceparent(text: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ?? []
  return traceId ? { traceId, spanId: spanId!, traceFlags: Number.parseInt(flags!, 16), isRemote: true } : undefined
}
