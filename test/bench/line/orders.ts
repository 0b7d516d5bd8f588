/** Where webhooks go. */
export interface Target { port: number, secret: string }

/** What the LINE process can be told to do, and what it gives back. */
export type Order
  = | { do: 'accept' } & AcceptOrder
    | { do: 'talk' } & TalkOrder
    | { do: 'report' } & ReportOrder
    | { do: 'day' } & DayOrder

/** Posts events as fast as they are accepted. */
export interface AcceptOrder extends Target { connections: number, seconds: number }
/** People who talk, each sending the next message when the answer to the last has come and they have read it for `pause` ms (a half more or less). */
export interface TalkOrder extends Target {
  people: number
  seconds: number
  pause: number
  cameras: Camera[]
  /** Ports of more servers of the same product; events go to all of them in turn, as from a load balancer. */
  beside?: number[]
  /** One more person says so many things at once at the beginning, and waits for nothing. */
  flood?: number
}
/** So many events, at moments as a day has them, replayed in `seconds`. */
export interface DayOrder extends Target { people: number, seconds: number, events: number, cameras: Camera[] }
/** Everybody reports one camera at once; resolves when all have an answer. */
export interface ReportOrder extends Target { people: number, code: string }

/** A camera to talk about. */
export interface Camera { code: string, latitude: number, longitude: number }

/** How many were done in a second, and how long each took: half of them at most `p50` ms, 95 of 100 at most `p95`, 99 at most `p99`. */
export interface Speed { perSecond: number, p50: number, p95: number, p99: number, count: number }
