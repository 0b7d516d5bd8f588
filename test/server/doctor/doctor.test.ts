import type { Config } from '../../../server/config'
import type { Finding } from '../../../server/doctor/finding'
import type { Platform } from '../../../simulator/platform'
import type { Listening } from '../../../simulator/platform/listen'
import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { examineWebhook } from '../../../server/doctor/channel'
import { examine } from '../../../server/doctor/doctor'
import { line as printed } from '../../../server/doctor/finding'
import { doctorTexts } from '../../../server/doctor/texts'
import { setupClient } from '../../../server/setup/client'
import { setupLine } from '../../../server/setup/setup'
import { createPlatform } from '../../../simulator/platform'
import { listen } from '../../../simulator/platform/listen'
import { fakeBucket } from '../../helpers/bucket'

const secret = '8c570fa6dd201bb328f1c1eac23a96d8'

let platform: Platform
let line: Listening
let product: Awaited<ReturnType<typeof answering>>

beforeEach(async () => {
  platform = createPlatform({ channelId: '1500000012', channelSecret: secret, channelAccessToken: 'long-lived' })
  line = await listen(platform, { port: 0 })
  product = await answering()
  await setupLine({ client: setupClient(config().line), webhookUrl: `${product.url}/webhook` })
})
afterEach(async () => {
  await product.close()
  await line.close()
  await platform.close()
})

function config(channel: Partial<Config['line']> = {}): Config {
  return {
    port: 0,
    databaseUrl: undefined,
    dataDir: '/nowhere',
    publicUrl: product.url,
    sessionSecret: '',
    contactKey: undefined,
    contactKeyOld: undefined,
    trustProxy: 0,
    metricsToken: undefined,
    line: { channelSecret: secret, token: { accessToken: 'long-lived' }, apiBaseUrl: line.url, dataApiBaseUrl: line.url, loginChannelId: '1600000012', liffId: '1600000012-AbCdEfGh', ...channel },
    photoStore: { kind: 'disk' },
    photoHosts: [],
    baseMap: null,
    simulator: null,
    demo: false,
    logLevel: undefined,
    tracesTo: undefined,
    drain: 0,
  }
}

async function diagnosis(settings: Config, options: { channelId?: string, now?: () => Date, language?: 'th' | 'en' } = {}): Promise<string[]> {
  const found: Finding[] = []
  for await (const finding of examine(settings, { texts: doctorTexts[options.language ?? 'en'], ...options })) found.push(finding)
  return found.map(printed)
}
const wrongs = (lines: string[]) => lines.filter(text => text.startsWith('✗'))

it('looks whether photos can be kept in the bucket, and says what to correct', async () => {
  const bucket = await fakeBucket()
  const withKey = (secretAccessKey: string) => diagnosis({ ...config(), photoStore: { kind: 's3', ...bucket.access, secretAccessKey } })
  expect(await withKey(bucket.access.secretAccessKey)).toContain('✓ Photos can be kept in bucket songklong-photos')
  expect(bucket.objects.size).toBe(0)
  expect(wrongs(await withKey('another'))).toEqual([expect.stringMatching(/^✗ Photos cannot be kept\n {4}→ .*correct S3_SECRET_ACCESS_KEY\.$/)])
  await bucket.close()
})

describe('a sound channel', () => {
  it('has nothing to fix, with a long-lived token or with stateless ones', async () => {
    for (const token of [{ accessToken: 'long-lived' }, { channelId: '1500000012', channelSecret: secret }]) {
      const lines = await diagnosis(config({ token }))
      expect(wrongs(lines)).toEqual([])
      expect(lines).toEqual(expect.arrayContaining([
        '✓ The token is valid (channel 1500000012)',
        '✓ The channel secret belongs to the channel',
        '✓ LINE\'s test reaches the server and gets the right answer',
        '✓ 0 of 300 messages sent this month',
        '✓ All 14 rich menus are there',
        '✓ LIFF_ID is of LINE Login channel 1600000012',
      ]))
      expect(lines.join()).toContain('one person has two ids')
    }
  })

  it('is described in Thai to who wants it', async () => {
    expect(await diagnosis(config(), { language: 'th' })).toContain('✓ channel secret ตรงกับช่องทาง')
  })
})

describe('what is wrong is named, with what to do', () => {
  it('token', async () => {
    const lines = await diagnosis(config({ token: { accessToken: 'old' } }))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^✗ LINE refuses the token[\s\S]*→ issue a new one/)
  })

  it('secret, with a long-lived token and with stateless ones', async () => {
    const other = '0'.repeat(32)
    for (const token of [{ accessToken: 'long-lived' }, { channelId: '1500000012', channelSecret: other }]) { expect(wrongs(await diagnosis(config({ channelSecret: other, token })))[0]).toMatch(/LINE_CHANNEL_SECRET is not that of channel 1500000012[\s\S]*→ copy Channel secret/) }
  })

  it('a token of another channel than LINE_CHANNEL_ID', async () => {
    expect(wrongs(await diagnosis(config(), { channelId: '77' }))).toEqual([expect.stringContaining('LINE_CHANNEL_ID is 77, but the token is of channel 1500000012')])
  })

  it('LINE not reached', async () => {
    const lines = await diagnosis(config({ apiBaseUrl: 'http://127.0.0.1:4' }))
    expect(lines).toEqual([expect.stringMatching(/^✗ http:\/\/127.0.0.1:4 was not reached[\s\S]*→ check network/)])
  })

  it('the clock', async () => {
    const late = () => new Date(Date.now() + 120_000)
    expect(wrongs(await diagnosis(config(), { now: late }))).toEqual([expect.stringMatching(/clock is 1(?:19|20|21) s off LINE's[\s\S]*NTP/)])
  })

  it('no webhook', async () => {
    platform.setWebhookUrl(null)
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringMatching(/No webhook is set[\s\S]*→ npm run line:setup/)])
  })

  it('a webhook elsewhere', async () => {
    platform.setWebhookUrl('https://old.example.com/webhook')
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringContaining('The webhook at LINE is https://old.example.com/webhook')])
  })

  it.each([
    [401, 'another LINE_CHANNEL_SECRET'],
    [404, 'something else answers at this address'],
    [500, 'see the server\'s log'],
  ])('a server that answers %i to LINE\'s test', async (status, fix) => {
    product.answer(status)
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringMatching(new RegExp(`ERROR_STATUS_CODE ${status}[\\s\\S]*→ .*${fix}`))])
  })

  it('a server that does not run', async () => {
    await product.close()
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringMatching(/COULD_NOT_CONNECT[\s\S]*→ see that the server runs/)])
  })

  it('a webhook that is switched off', async () => {
    const client = { ...setupClient(config().line), webhook: async () => ({ endpoint: `${product.url}/webhook`, active: false }) }
    const [first] = await examineWebhook(client, `${product.url}/webhook`, doctorTexts.en)
    expect(printed(first!)).toMatch(/switched off[\s\S]*→ turn on Use webhook/)
  })

  it('a month\'s messages that are nearly or wholly spent', async () => {
    await platform.act({ do: 'setQuota', limit: 300, used: 250 })
    expect(await diagnosis(config())).toContain('! 250 of 300 messages sent this month')
    await platform.act({ do: 'setQuota', limit: 300, used: 300 })
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringMatching(/All 300 messages[\s\S]*→ take a larger plan/)])
    await platform.act({ do: 'setQuota', limit: null, used: 5 })
    expect(await diagnosis(config())).toContain('✓ 5 messages sent this month, without a limit')
  })

  it('a menu that is missing, and a default that is another', async () => {
    const [first, second] = platform.state().richMenus
    await setupClient(config().line).setDefaultMenu(second!.richMenuId)
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringContaining('default rich menu')])
    await setupClient(config().line).deleteMenu(first!.richMenuId)
    expect(wrongs(await diagnosis(config()))).toEqual([expect.stringMatching(/Rich menus are missing: everyone\.th\n.*→ npm run line:setup/)])
  })

  it('LINE Login and LIFF that do not fit', async () => {
    expect(wrongs(await diagnosis(config({ liffId: '1700000012-AbCdEfGh' })))).toEqual([expect.stringContaining('LIFF_ID 1700000012-AbCdEfGh is not of LINE Login channel 1600000012')])
    expect(wrongs(await diagnosis(config({ loginChannelId: '1500000012' })))).toEqual([expect.stringContaining('is the number of the Messaging API channel')])
    expect((await diagnosis(config({ loginChannelId: undefined }))).at(-1)).toMatch(/^! .*not both set/)
  })

  it('one thing that LINE does not tell does not hide the rest', async () => {
    await platform.act({ do: 'setFaults', faults: [{ path: '/v2/bot/message/quota', status: 500, times: null }] })
    const lines = await diagnosis(config())
    expect(wrongs(lines)).toEqual([expect.stringContaining('LINE did not tell about the quota (500')])
    expect(lines).toContain('✓ All 14 rich menus are there')
  })
})

it('Looking changes nothing at LINE', async () => {
  const before = platform.state().calls.length
  await diagnosis(config())
  const written = platform.state().calls.slice(before).filter(({ method, path }) => method !== 'GET' && !/verify|token|webhook\/test/.test(path))
  expect(written).toEqual([])
})

async function answering() {
  let status = 200
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(request.url === '/webhook' ? status : 404).end())
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as { port: number }
  return {
    url: `http://localhost:${port}`,
    answer: (other: number) => void (status = other),
    close: () => new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    }),
  }
}
