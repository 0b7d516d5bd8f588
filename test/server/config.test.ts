import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../server/config'
import { keptSecrets } from '../../server/secrets'

const kept = { sessionSecret: 's'.repeat(64), channelSecret: 'c'.repeat(32), accessToken: 'a'.repeat(128) }
const channel = {
  LINE_CHANNEL_SECRET: '8c570fa6dd201bb328f1c1eac23a96d8',
  LINE_CHANNEL_ACCESS_TOKEN: 'long-lived',
  PUBLIC_URL: 'https://songklong.example.go.th/',
  SESSION_SECRET: 'x'.repeat(32),
}
const bucket = { PHOTO_STORE: 's3', S3_ENDPOINT: 'https://s3.example.com/', S3_BUCKET: 'songklong-photos', S3_ACCESS_KEY_ID: 'AKIA', S3_SECRET_ACCESS_KEY: 'a/secret+key' }
const read = (env: Record<string, string | undefined>) => readConfig(env, () => kept)
function problems(env: Record<string, string | undefined>): string[] {
  try {
    read(env)
    return []
  }
  catch (error) {
    return (error as ConfigError).problems
  }
}

describe('the configuration', () => {
  it('needs nothing to run with the simulator and the demo', () => {
    expect(read({})).toEqual({
      port: 3000,
      databaseUrl: undefined,
      dataDir: '.data',
      publicUrl: 'http://localhost:3000',
      sessionSecret: kept.sessionSecret,
      trustProxy: 0,
      metricsToken: undefined,
      line: { channelSecret: kept.channelSecret, token: { accessToken: kept.accessToken }, apiBaseUrl: 'http://localhost:3001', dataApiBaseUrl: 'http://localhost:3001', loginChannelId: undefined, liffId: undefined },
      photoStore: { kind: 'disk' },
      photoHosts: [],
      baseMap: null,
      simulator: { port: 3001, channelId: '1500000012' },
      demo: true,
      logLevel: undefined,
      tracesTo: undefined,
      drain: 0,
    })
  })

  it('takes how many proxies stand before it, and who may read the metrics', () => {
    expect(read({ TRUST_PROXY: '2', METRICS_TOKEN: 'm'.repeat(24) })).toMatchObject({ trustProxy: 2, metricsToken: 'm'.repeat(24) })
  })

  it('takes the map under the cameras, and what it is loaded from', () => {
    expect(read({ MAP_URL: 'https://maps.example.go.th/{z}/{x}/{y}.png' }).baseMap).toEqual({ url: 'https://maps.example.go.th/{z}/{x}/{y}.png', credit: null, origins: ['https://maps.example.go.th'] })
    expect(read({ MAP_URL: 'https://maps.example.go.th/style.json', MAP_CREDIT: '© Maps', MAP_ORIGINS: 'https://tiles.example.go.th, https://maps.example.go.th' }).baseMap)
      .toEqual({ url: 'https://maps.example.go.th/style.json', credit: '© Maps', origins: ['https://maps.example.go.th', 'https://tiles.example.go.th'] })
  })

  it('counts an empty variable as not set', () => {
    expect(read({ PORT: '', LINE_CHANNEL_SECRET: ' ', SIMULATOR: '' })).toEqual(read({}))
  })

  it('turns to LINE, without a simulator or a demo, when a channel is given', () => {
    expect(read(channel)).toMatchObject({
      publicUrl: 'https://songklong.example.go.th',
      simulator: null,
      demo: false,
      line: { token: { accessToken: 'long-lived' }, apiBaseUrl: 'https://api.line.me', dataApiBaseUrl: 'https://api-data.line.me' },
    })
  })

  it('fetches short-lived tokens when there is the channel\'s number instead of a token', () => {
    const { line } = read({ ...channel, LINE_CHANNEL_ACCESS_TOKEN: undefined, LINE_CHANNEL_ID: '1234567890' })
    expect(line.token).toEqual({ channelId: '1234567890', channelSecret: channel.LINE_CHANNEL_SECRET })
  })

  it('drains for two seconds in front of LINE, or for as long as it is told', () => {
    expect([read(channel).drain, read({ ...channel, DRAIN_SECONDS: '0.5' }).drain, read({ DRAIN_SECONDS: '1' }).drain]).toEqual([2_000, 500, 1_000])
  })

  it('keeps photos in a bucket when it is told which', () => {
    const key = { endpoint: 'https://s3.example.com', bucket: 'songklong-photos', accessKeyId: 'AKIA', secretAccessKey: 'a/secret+key' }
    expect(read(bucket).photoStore).toEqual({ kind: 's3', ...key, region: 'us-east-1', pathStyle: true })
    expect(read({ ...bucket, S3_REGION: 'auto', S3_PATH_STYLE: 'off' }).photoStore).toEqual({ kind: 's3', ...key, region: 'auto', pathStyle: false })
    expect(read({ ...bucket, PHOTO_STORE: undefined }).photoStore).toEqual({ kind: 'disk' })
    expect(problems({ PHOTO_STORE: 's3' }).map(sentence => sentence.split(' ')[0])).toEqual(['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])
  })

  it('takes photos from further hosts', () => {
    expect(read({ PHOTO_HOSTS: 'photos.example.go.th, .example.com' }).photoHosts).toEqual(['photos.example.go.th', '.example.com'])
  })

  it.each([['on', true], ['off', false], ['TRUE', true], ['0', false], ['yes', true], ['No', false]])('takes DEMO=%s', (word, demo) => {
    expect(read({ DEMO: word }).demo).toBe(demo)
  })

  it.each([
    ['PORT', { PORT: 'http' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '3.5' }],
    ['SIMULATOR_PORT', { SIMULATOR_PORT: '-1' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'localhost' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'songklong.example.go.th' }],
    ['PUBLIC_URL', { ...channel, PUBLIC_URL: 'http://songklong.example.go.th' }],
    ['PUBLIC_URL', { ...channel, PUBLIC_URL: undefined }],
    ['LINE_CHANNEL_SECRET', { ...channel, LINE_CHANNEL_SECRET: 'too short' }],
    ['LINE_CHANNEL_SECRET', { ...channel, LINE_CHANNEL_SECRET: undefined }],
    ['LINE_CHANNEL_ACCESS_TOKEN', { ...channel, LINE_CHANNEL_ACCESS_TOKEN: undefined }],
    ['LINE_CHANNEL_ACCESS_TOKEN', { ...channel, LINE_CHANNEL_ACCESS_TOKEN: 'two words' }],
    ['LINE_CHANNEL_ID', { ...channel, LINE_CHANNEL_ID: '@songklong' }],
    ['LINE_API_BASE_URL', { LINE_API_BASE_URL: 'api.line.me' }],
    ['LINE_DATA_API_BASE_URL', { LINE_DATA_API_BASE_URL: 'ftp://x' }],
    ['LINE_LOGIN_CHANNEL_ID', { LINE_LOGIN_CHANNEL_ID: 'abc' }],
    ['LIFF_ID', { LIFF_ID: 'abc' }],
    ['SESSION_SECRET', { ...channel, SESSION_SECRET: undefined }],
    ['SESSION_SECRET', { ...channel, SESSION_SECRET: 'short' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'yes' }],
    ['TRUST_PROXY', { TRUST_PROXY: '-1' }],
    ['TRUST_PROXY', { TRUST_PROXY: '11' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'a token with spaces in between' }],
    ['PHOTO_STORE', { PHOTO_STORE: 'cloud' }],
    ['PHOTO_HOSTS', { PHOTO_HOSTS: 'https://photos.example.go.th' }],
    ['PHOTO_HOSTS', { PHOTO_HOSTS: 'photos.example.go.th,127.0.0.1' }],
    ['PHOTO_HOSTS', { PHOTO_HOSTS: 'localhost' }],
    ['MAP_URL', { MAP_URL: 'maps.example.go.th' }],
    ['MAP_ORIGINS', { MAP_ORIGINS: 'https://tiles.example.go.th/path' }],
    ['MAP_ORIGINS', { MAP_ORIGINS: '\'unsafe-inline\'' }],
    ['S3_ENDPOINT', { ...bucket, S3_ENDPOINT: 's3.example.com' }],
    ['S3_ENDPOINT', { ...bucket, S3_ENDPOINT: undefined }],
    ['S3_BUCKET', { ...bucket, S3_BUCKET: 'Photos/Here' }],
    ['S3_BUCKET', { ...bucket, S3_BUCKET: undefined }],
    ['S3_REGION', { ...bucket, S3_REGION: 'ap southeast' }],
    ['S3_ACCESS_KEY_ID', { ...bucket, S3_ACCESS_KEY_ID: 'a/b' }],
    ['S3_ACCESS_KEY_ID', { ...bucket, S3_ACCESS_KEY_ID: undefined }],
    ['S3_SECRET_ACCESS_KEY', { ...bucket, S3_SECRET_ACCESS_KEY: 'two words' }],
    ['S3_SECRET_ACCESS_KEY', { ...bucket, S3_SECRET_ACCESS_KEY: undefined }],
    ['S3_PATH_STYLE', { ...bucket, S3_PATH_STYLE: 'perhaps' }],
    ['SIMULATOR', { SIMULATOR: 'perhaps' }],
    ['DEMO', { DEMO: '2' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }],
    ['DRAIN_SECONDS', { DRAIN_SECONDS: '60' }],
    ['DRAIN_SECONDS', { DRAIN_SECONDS: 'soon' }],
  ])('says in one sentence what is wrong with %s: %j', (name, env) => {
    const found = problems(env)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${name} `))
    expect(found[0]!.split('\n')).toHaveLength(1)
  })

  it('names everything that is missing at once', () => {
    expect(problems({ SIMULATOR: 'off' }).map(sentence => sentence.split(' ')[0])).toEqual(['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN', 'PUBLIC_URL', 'SESSION_SECRET'])
    expect(new ConfigError(['A.', 'B.']).message).toBe('A.\nB.')
  })
})

describe('the secrets of the simulator', () => {
  const folder = mkdtempSync(join(tmpdir(), 'songklong-secrets-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are made up once, kept, and readable only by their owner', () => {
    const data = join(folder, 'data')
    const first = keptSecrets(data)
    expect(first.sessionSecret).toMatch(/^[0-9a-f]{64}$/)
    expect(keptSecrets(data)).toEqual(first)
    expect(JSON.parse(readFileSync(join(data, 'secrets.json'), 'utf8'))).toEqual(first)
    expect(statSync(join(data, 'secrets.json')).mode & 0o077).toBe(0)
    expect(keptSecrets(join(folder, 'other'))).not.toEqual(first)
  })
})
