import type { Config } from '../config'
import type { SetupClient } from './client'
import type { SetupTexts } from './texts'

/** Where LINE is to send events. */
export const webhookUrl = ({ publicUrl }: Pick<Config, 'publicUrl'>) => `${publicUrl}/webhook`

/**
 * Makes LINE send events to `url` and has LINE test it. Says what happened. Throws LineError.
 * @returns whether events will arrive
 */
export async function ensureWebhook(client: SetupClient, url: string, say: (sentence: string) => void, texts: SetupTexts): Promise<boolean> {
  if ((await client.webhook())?.endpoint === url) {
    say(texts.webhookUnchanged(url))
  }
  else {
    await client.setWebhook(url)
    say(texts.webhookSet(url))
  }
  const active = (await client.webhook())?.active === true
  if (!active) say(texts.webhookInactive)
  const { success, reason, detail } = await client.testWebhook(url)
  say(success ? texts.webhookReached : texts.webhookFailed([reason, detail].filter(Boolean).join(' ')))
  return active && success
}
