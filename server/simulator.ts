import type { Db } from '../prisma/client'
import type { Platform } from '../simulator/platform'
import type { Config } from './config'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoPeople, demoPlaces, demoQr } from '../prisma/seed/demo'
import { createPlatform } from '../simulator/platform'
import { listen } from '../simulator/platform/listen'

/** A LINE group of the demo, which the account can be invited to. */
const demoGroup = { id: `C${'1'.padStart(32, '0')}`, name: 'กลุ่มงานกล้อง อบต.โพสะ', members: [demoPeople[0]!.id, demoPeople[5]!.id], botJoined: false }

/** Nobody yet: has not added the account. */
const stranger = demoPeople.at(-1)!.id

/** The simulator beside the server. */
export interface RunningSimulator {
  url: string
  /** False when the chat page has not been built (`npm run build`). */
  hasPage: boolean
  platform: Platform
  stop: () => Promise<void>
}

/** Starts the LINE simulator with the demo's people and places. Chats are kept in the data folder. Rejects when the port is taken. */
export async function startSimulator({ line, dataDir, publicUrl }: Config, { port, channelId }: NonNullable<Config['simulator']>, db: Db): Promise<RunningSimulator> {
  const platform = createPlatform({
    channelId,
    channelSecret: line.channelSecret,
    channelAccessToken: 'accessToken' in line.token ? line.token.accessToken : '',
    loginChannelId: line.loginChannelId,
    liffId: line.liffId,
    liffBaseUrl: `${publicUrl}/liff`,
    bot: { displayName: 'ส่องกล้อง' },
    people: demoPeople.map(person => ({ ...person, following: person.id !== stranger })),
    groups: [demoGroup],
    places: demoPlaces,
    qrCodes: await demoQr(db),
    stateFile: join(dataDir, 'simulator.json'),
  })
  const uiDir = page()
  const { url, close } = await listen(platform, { port, uiDir })
  return {
    url,
    hasPage: uiDir !== undefined,
    platform,
    async stop() {
      await platform.close()
      await close()
    },
  }
}

/** The built chat page, seen from the sources and from the built server. */
function page(): string | undefined {
  return ['../dist/simulator', '../simulator'].map(path => fileURLToPath(new URL(path, import.meta.url))).find(folder => existsSync(join(folder, 'index.html')))
}
