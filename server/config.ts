import type { Bucket } from './photos/s3'
import type { Kept } from './secrets'
import * as z from 'zod'
import { keptSecrets } from './secrets'

/** How to prove to LINE who we are: a long-lived token, or the channel's id and secret for stateless ones. */
export type LineToken = { accessToken: string } | { channelId: string, channelSecret: string }

/** A map that others serve. */
export interface BaseMap {
  /** Of a MapLibre style, or of pictures of 256 × 256 with `{z}`, `{x}` and `{y}` in it. */
  url: string
  /** What its owners want to be said of them. */
  credit: string | null
  /** What it is loaded from, all of it. */
  origins: string[]
}

/** Everything the server is told from outside, checked. */
export interface Config {
  port: number
  /** Undefined: an embedded PostgreSQL in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  /** Without a slash at the end. */
  publicUrl: string
  sessionSecret: string
  /** Seals how owners of private cameras are reached, 32 bytes in base64; undefined: one is made of `sessionSecret`. */
  contactKey: string | undefined
  /** The one before it: opens what it sealed. */
  contactKeyOld: string | undefined
  /** How many reverse proxies of one's own stand before this server. */
  trustProxy: number
  /** Lets whoever shows it read `/metrics`; undefined: only this machine and private networks may. */
  metricsToken: string | undefined
  line: {
    channelSecret: string
    token: LineToken
    apiBaseUrl: string
    dataApiBaseUrl: string
    loginChannelId: string | undefined
    liffId: string | undefined
  }
  /** Where photos are kept: files in `dataDir`, or a bucket. */
  photoStore: { kind: 'disk' } | { kind: 's3' } & Bucket
  /** Hosts besides LINE's that photos outside LINE may come from. */
  photoHosts: string[]
  /** The map under the cameras; null: none, they stand on a plain ground. */
  baseMap: BaseMap | null
  /** The LINE simulator on this machine instead of LINE; null with a real channel. */
  simulator: { port: number, channelId: string } | null
  /** Seed the demo province into an empty database. */
  demo: boolean
  /** Least level of what is logged; undefined: warnings with the simulator, else also what is done. */
  logLevel: LogLevel | undefined
  /** Where traces go (OTLP over HTTP), without `/v1/traces`; undefined: nowhere. */
  tracesTo: string | undefined
  /** How long the server goes on after it was told to stop, while it says that it is not ready, so that a balancer lets go of it: ms. */
  drain: number
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = typeof logLevels[number]

/** What is missing or malformed: one sentence per variable. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join('\n'))
    this.name = 'ConfigError'
  }
}

const text = z.string().trim().transform(value => value || undefined).optional()
function port(name: string, otherwise: number) {
  return text.transform((value, ctx) => {
    const number = value === undefined ? otherwise : Number(value)
    if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number
    return wrong(ctx, `${name} must be a port number from 0 to 65535, such as ${otherwise}.`)
  })
}
function count(name: string, most: number, sentence: string) {
  return text.transform((value, ctx) => {
    const number = Number(value ?? 0)
    return Number.isInteger(number) && number >= 0 && number <= most ? number : wrong(ctx, `${name} ${sentence}`)
  })
}
function url(name: string, protocols: string[], example: string) {
  return text.transform((value, ctx) => {
    if (value === undefined) return undefined
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/+$/, '')
    return wrong(ctx, `${name} must be an address such as ${example}.`)
  })
}
function flag(name: string) {
  return text.transform((value, ctx) => {
    if (value === undefined) return undefined
    if (/^(?:on|true|1|yes)$/i.test(value)) return true
    if (/^(?:off|false|0|no)$/i.test(value)) return false
    return wrong(ctx, `${name} must be on or off.`)
  })
}
function matching(name: string, pattern: RegExp, sentence: string) {
  return text.transform((value, ctx) =>
    value === undefined || pattern.test(value) ? value : wrong(ctx, `${name} ${sentence}`))
}

function oneOf<Word extends string>(name: string, words: readonly Word[]) {
  return text.transform((value, ctx) => value === undefined ? undefined : words.find(word => word === value.toLowerCase()) ?? wrong(ctx, `${name} must be one of ${words.join(', ')}.`))
}
function seconds(name: string, most: number) {
  return text.transform((value, ctx) => {
    const number = Number(value)
    if (value === undefined || (number >= 0 && number <= most)) return value === undefined ? undefined : number
    return wrong(ctx, `${name} must be a number of seconds from 0 to ${most}.`)
  })
}
/** Names with at least one dot whose last part is no number; a dot in front stands for all names that end so. */
const hostList = /^\.?(?:[a-z\d-]+\.)+[a-z][a-z\d-]*(?:\s*,\s*\.?(?:[a-z\d-]+\.)+[a-z][a-z\d-]*)*$/

/** Protocol, name or address, and perhaps a port. */
const originList = /^https?:\/\/[\w.-]+(?::\d+)?(?:\s*,\s*https?:\/\/[\w.-]+(?::\d+)?)*$/

/** Base64, also the kind for addresses. */
const thirtyTwoBytes = /^[\w+/-]{43}=?$/

const environment = z.object({
  PORT: port('PORT', 3000),
  SIMULATOR_PORT: port('SIMULATOR_PORT', 3001),
  DATABASE_URL: url('DATABASE_URL', ['postgres:', 'postgresql:'], 'postgresql://user:password@host:5432/songklong'),
  DATA_DIR: text,
  PUBLIC_URL: url('PUBLIC_URL', ['https:', 'http:'], 'https://songklong.example.go.th'),
  LINE_CHANNEL_SECRET: matching('LINE_CHANNEL_SECRET', /^[0-9a-f]{32}$/i, 'must be the 32 characters (0-9, a-f) shown in the LINE Developers Console under Basic settings.'),
  LINE_CHANNEL_ID: matching('LINE_CHANNEL_ID', /^\d+$/, 'must be the number shown in the LINE Developers Console under Basic settings.'),
  LINE_CHANNEL_ACCESS_TOKEN: matching('LINE_CHANNEL_ACCESS_TOKEN', /^\S+$/, 'must be the long-lived token of the LINE Developers Console in one piece, without spaces.'),
  LINE_API_BASE_URL: url('LINE_API_BASE_URL', ['https:', 'http:'], 'https://api.line.me'),
  LINE_DATA_API_BASE_URL: url('LINE_DATA_API_BASE_URL', ['https:', 'http:'], 'https://api-data.line.me'),
  LINE_LOGIN_CHANNEL_ID: matching('LINE_LOGIN_CHANNEL_ID', /^\d+$/, 'must be the number of the LINE Login channel.'),
  LIFF_ID: matching('LIFF_ID', /^\d+-\w+$/, 'must look like 1234567890-AbCdEfGh, as the LINE Login channel shows it under LIFF.'),
  SESSION_SECRET: matching('SESSION_SECRET', /^.{32,}$/s, 'must be at least 32 random characters, for example the output of: openssl rand -hex 32'),
  CONTACT_KEY: matching('CONTACT_KEY', thirtyTwoBytes, 'must be 32 random bytes in base64, for example the output of: openssl rand -base64 32'),
  CONTACT_KEY_OLD: matching('CONTACT_KEY_OLD', thirtyTwoBytes, 'must be the key that CONTACT_KEY was before.'),
  TRUST_PROXY: count('TRUST_PROXY', 10, 'must be how many reverse proxies stand before this server, from 0 to 10.'),
  METRICS_TOKEN: matching('METRICS_TOKEN', /^[\w.~+/=-]{24,}$/, 'must be at least 24 random letters and digits without spaces, for example the output of: openssl rand -hex 32'),
  PHOTO_STORE: matching('PHOTO_STORE', /^(?:disk|s3)$/, 'must be disk or s3.'),
  PHOTO_HOSTS: matching('PHOTO_HOSTS', hostList, 'must be names of hosts separated by commas, such as photos.example.go.th, without https:// and never an address in numbers.'),
  S3_ENDPOINT: url('S3_ENDPOINT', ['https:', 'http:'], 'https://s3.ap-southeast-1.amazonaws.com'),
  S3_BUCKET: matching('S3_BUCKET', /^[a-z\d][a-z\d.-]{1,61}[a-z\d]$/, 'must be the name of a bucket: 3 to 63 characters of a-z, 0-9, dot and hyphen.'),
  S3_REGION: matching('S3_REGION', /^[\w-]+$/, 'must be the name of a region, such as ap-southeast-1.'),
  S3_ACCESS_KEY_ID: matching('S3_ACCESS_KEY_ID', /^[^\s/,]+$/, 'must be the id of an access key in one piece.'),
  S3_SECRET_ACCESS_KEY: matching('S3_SECRET_ACCESS_KEY', /^\S+$/, 'must be the secret of that key in one piece.'),
  S3_PATH_STYLE: flag('S3_PATH_STYLE'),
  MAP_URL: url('MAP_URL', ['https:', 'http:'], 'https://maps.example.go.th/style.json or https://maps.example.go.th/{z}/{x}/{y}.png'),
  MAP_CREDIT: text,
  MAP_ORIGINS: matching('MAP_ORIGINS', originList, 'must be addresses without a path separated by commas, such as https://tiles.example.go.th, https://fonts.example.go.th.'),
  SIMULATOR: flag('SIMULATOR'),
  DEMO: flag('DEMO'),
  LOG_LEVEL: oneOf('LOG_LEVEL', logLevels),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('OTEL_EXPORTER_OTLP_ENDPOINT', ['https:', 'http:'], 'http://localhost:4318'),
  DRAIN_SECONDS: seconds('DRAIN_SECONDS', 5),
})

function wrong(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message })
  return z.NEVER
}

/**
 * Reads the environment once. Throws ConfigError with one sentence for each variable that is missing or malformed.
 * @param env as in `process.env`; an empty value counts as not set
 * @param keep gives the made-up secrets kept in the data folder; asked only when the simulator is on
 */
export function readConfig(env: Record<string, string | undefined>, keep: (dataDir: string) => Kept = keptSecrets): Config {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map(issue => issue.message))
  const given = parsed.data
  const simulated = given.SIMULATOR ?? !(given.LINE_CHANNEL_SECRET || given.LINE_CHANNEL_ACCESS_TOKEN || given.LINE_CHANNEL_ID)
  const shared = {
    port: given.PORT,
    databaseUrl: given.DATABASE_URL,
    dataDir: given.DATA_DIR ?? '.data',
    photoStore: photoStore(given),
    photoHosts: given.PHOTO_HOSTS?.split(',').map(host => host.trim()) ?? [],
    baseMap: baseMap(given),
    demo: given.DEMO ?? simulated,
    trustProxy: given.TRUST_PROXY,
    metricsToken: given.METRICS_TOKEN,
    contactKey: given.CONTACT_KEY,
    contactKeyOld: given.CONTACT_KEY_OLD,
    logLevel: given.LOG_LEVEL,
    tracesTo: given.OTEL_EXPORTER_OTLP_ENDPOINT,
    drain: (given.DRAIN_SECONDS ?? (simulated ? 0 : 2)) * 1000,
  }
  const ids = { loginChannelId: given.LINE_LOGIN_CHANNEL_ID, liffId: given.LIFF_ID }

  if (simulated) {
    const kept = keep(shared.dataDir)
    const desk = `http://localhost:${given.SIMULATOR_PORT}`
    return {
      ...shared,
      publicUrl: given.PUBLIC_URL ?? `http://localhost:${given.PORT}`,
      sessionSecret: given.SESSION_SECRET ?? kept.sessionSecret,
      line: {
        ...ids,
        channelSecret: given.LINE_CHANNEL_SECRET ?? kept.channelSecret,
        token: { accessToken: given.LINE_CHANNEL_ACCESS_TOKEN ?? kept.accessToken },
        apiBaseUrl: given.LINE_API_BASE_URL ?? desk,
        dataApiBaseUrl: given.LINE_DATA_API_BASE_URL ?? desk,
      },
      simulator: { port: given.SIMULATOR_PORT, channelId: given.LINE_CHANNEL_ID ?? '1500000012' },
    }
  }

  const problems: string[] = []
  const required = (value: string | undefined, sentence: string): string => value ?? (problems.push(sentence), '')
  const channelSecret = required(given.LINE_CHANNEL_SECRET, 'LINE_CHANNEL_SECRET is missing: put the channel secret from the LINE Developers Console (Basic settings) there, or set SIMULATOR=on to try without LINE.')
  if (!given.LINE_CHANNEL_ACCESS_TOKEN) required(given.LINE_CHANNEL_ID, 'LINE_CHANNEL_ACCESS_TOKEN is missing: put the channel\'s long-lived token there, or its number in LINE_CHANNEL_ID so that short-lived tokens are fetched.')
  const publicUrl = required(given.PUBLIC_URL, 'PUBLIC_URL is missing: put the https address there under which this server is reached from outside.')
  if (publicUrl && !publicUrl.startsWith('https:')) problems.push('PUBLIC_URL must begin with https:// because LINE shows nothing from plain http addresses.')
  const sessionSecret = required(given.SESSION_SECRET, 'SESSION_SECRET is missing: put at least 32 random characters there, for example the output of: openssl rand -hex 32')
  if (problems.length) throw new ConfigError(problems)
  return {
    ...shared,
    publicUrl,
    sessionSecret,
    line: {
      ...ids,
      channelSecret,
      token: given.LINE_CHANNEL_ACCESS_TOKEN ? { accessToken: given.LINE_CHANNEL_ACCESS_TOKEN } : { channelId: given.LINE_CHANNEL_ID!, channelSecret },
      apiBaseUrl: given.LINE_API_BASE_URL ?? 'https://api.line.me',
      dataApiBaseUrl: given.LINE_DATA_API_BASE_URL ?? 'https://api-data.line.me',
    },
    simulator: null,
  }
}

function baseMap({ MAP_URL: url, MAP_CREDIT: credit, MAP_ORIGINS: origins }: z.infer<typeof environment>): BaseMap | null {
  return url ? { url, credit: credit ?? null, origins: [...new Set([new URL(url).origin, ...origins?.split(',').map(origin => origin.trim()) ?? []])] } : null
}

/** Where photos are kept. Throws ConfigError when it is a bucket and something of it is missing. */
function photoStore(given: z.infer<typeof environment>): Config['photoStore'] {
  if (given.PHOTO_STORE !== 's3') return { kind: 'disk' }
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = given
  const problems = [
    ...endpoint ? [] : ['S3_ENDPOINT is missing: put the address of the S3-compatible store there, or set PHOTO_STORE=disk.'],
    ...bucket ? [] : ['S3_BUCKET is missing: put the name of the bucket for photos there.'],
    ...accessKeyId ? [] : ['S3_ACCESS_KEY_ID is missing: put the id of an access key for the bucket there.'],
    ...secretAccessKey ? [] : ['S3_SECRET_ACCESS_KEY is missing: put the secret of that access key there.'],
  ]
  if (problems.length) throw new ConfigError(problems)
  return { kind: 's3', endpoint: endpoint!, bucket: bucket!, region: given.S3_REGION ?? 'us-east-1', accessKeyId: accessKeyId!, secretAccessKey: secretAccessKey!, pathStyle: given.S3_PATH_STYLE ?? true }
}
