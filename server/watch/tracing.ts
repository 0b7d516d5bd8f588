/** What is told of a span besides its name. Never anything about a person. */
export type Attributes = Record<string, string | number | boolean | undefined>

/** A piece of work that is being timed. */
export interface Span {
  /** W3C trace context, for what belongs under this span; undefined when nothing is traced. */
  traceparent: string | undefined
  /** Ends it, `at` (epoch ms) or now. `failed`: why it came to nothing, in a word. */
  end: (told?: { attributes?: Attributes, failed?: string, at?: number }) => void
}

/** How a span begins. */
export interface SpanStart {
  name: string
  /** Somebody asked us, we ask somebody, we take something from a queue, or none of these. */
  kind: 'server' | 'client' | 'consumer' | 'internal'
  /** The `traceparent` of what it belongs under; none begins a trace. */
  under?: string
  attributes?: Attributes
  /** Epoch ms; now when not given. */
  at?: number
}

/** Where spans go. */
export interface Tracing {
  begin: (start: SpanStart) => Span
  /** Sends what was not sent yet. Never throws. */
  stop: () => Promise<void>
}

const nothing: Span = { traceparent: undefined, end: () => {} }

/** Traces nothing. */
export const noTracing: Tracing = { begin: () => nothing, stop: async () => {} }
