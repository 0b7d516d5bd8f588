import type { PlatformOptions } from '../../simulator/platform'
import { fileURLToPath } from 'node:url'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'
import { buildPages, chatPage } from './builtPages'

/** Where the built chat page lies. */
export const uiDir = fileURLToPath(new URL('../../dist/simulator', import.meta.url))

/** Builds the chat page when its sources are newer than the last build. */
export const buildSimulatorPage = (): Promise<void> => buildPages(chatPage)

/** A simulated platform with its chat page on a free port; the page is built first when it is stale. */
export async function startSimulatorPage(options: Partial<PlatformOptions> = {}) {
  await buildSimulatorPage()
  const platform = createPlatform({ channelId: '1234567890', channelSecret: 'secret of the test', channelAccessToken: 'token of the test', redeliver: false, ...options })
  const server = await listen(platform, { port: 0, uiDir })
  return {
    platform,
    url: server.url,
    close: async () => {
      await platform.close()
      await server.close()
    },
  }
}
