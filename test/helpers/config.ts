import type { Config } from '../../server/config'
import type { FreshDb } from './database'
import type { FakeLine } from './fakeLine'

/** A product's settings in tests: a database, a fake LINE and a folder of its own; photos on the disk, nothing else out of the ordinary. */
export function configFor(fresh: FreshDb, fake: FakeLine, dataDir: string, special: Partial<Config> = {}): Config {
  return {
    port: 0,
    databaseUrl: fresh.url,
    dataDir,
    publicUrl: 'https://songklong.test',
    sessionSecret: 'a session secret that is only for tests',
    contactKey: undefined,
    contactKeyOld: undefined,
    trustProxy: 0,
    metricsToken: undefined,
    line: { channelSecret: fake.channelSecret, token: { accessToken: fake.channelAccessToken }, apiBaseUrl: fake.url, dataApiBaseUrl: fake.url, loginChannelId: fake.channelId, liffId: undefined },
    photoStore: { kind: 'disk' },
    photoHosts: [],
    baseMap: null,
    simulator: null,
    demo: false,
    logLevel: undefined,
    tracesTo: undefined,
    drain: 0,
    ...special,
  }
}
