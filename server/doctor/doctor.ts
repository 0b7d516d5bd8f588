import type { Config } from '../config'
import type { Finding } from './finding'
import type { DoctorTexts } from './texts'
import { LineError, setupClient } from '../setup/client'
import { webhookUrl } from '../setup/webhook'
import { examineAccess, examineLogin } from './access'
import { examineBot, examineMenus, examineQuota, examineWebhook } from './channel'
import { note, wrong } from './finding'
import { examinePhotos } from './photos'

/** What the doctor is given besides the settings. */
export interface DoctorOptions {
  texts: DoctorTexts
  /** `LINE_CHANNEL_ID`, which the settings leave out beside a long-lived token. */
  channelId?: string
  now?: () => Date
}

/** Looks at the photo store and at everything that a working channel needs, and gives each finding as it is found. Changes nothing at LINE. */
export async function* examine(config: Config, { texts: t, channelId: given, now = () => new Date() }: DoctorOptions): AsyncGenerator<Finding, void> {
  if (config.simulator) yield note(t.simulator)
  yield* await examinePhotos(config, t)
  const { findings, channelId } = await examineAccess(config, given, t)
  yield* findings
  if (channelId === null) return
  const client = setupClient(config.line)
  const parts: Array<[keyof DoctorTexts['about'], () => Promise<Finding[]>]> = [
    ['bot', () => examineBot(client, now(), t)],
    ['webhook', () => examineWebhook(client, webhookUrl(config), t)],
    ['quota', () => examineQuota(client, t)],
    ['menus', () => examineMenus(client, t)],
  ]
  for (const [part, look] of parts) {
    yield* await look().catch((error) => {
      if (error instanceof LineError) return [wrong(t.unasked(t.about[part], error.message), t.fixUnasked)]
      throw error
    })
  }
  yield* examineLogin(config, channelId, t)
}
