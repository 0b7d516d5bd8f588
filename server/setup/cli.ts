/** `npm run line:setup [-- --lang th|en]`: rich menus and webhook at LINE, as they ought to be. Safe to run again. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config'
import { besideServer } from '../database/beside'
import { LineError, setupClient } from './client'
import { setupLine } from './setup'
import { setupTexts, toolLanguage } from './texts'
import { webhookUrl } from './webhook'
import 'dotenv/config'

const { values } = parseArgs({ options: { lang: { type: 'string' } } })
const texts = setupTexts[toolLanguage(values.lang, process.env)]

try {
  const config = readConfig(process.env)
  const { webhook } = await setupLine({
    client: setupClient(config.line),
    webhookUrl: webhookUrl(config),
    linked: () => besideServer(config, async ({ db }) => {
      const users = await db.user.findMany({ distinct: ['menuLinked'], select: { menuLinked: true } })
      return users.map(user => user.menuLinked)
    }),
    say: console.log,
    texts,
  })
  process.exitCode = webhook ? 0 : 1
}
catch (error) {
  if (error instanceof ConfigError) console.error(error.message)
  else if (error instanceof LineError) console.error(error.status ? texts.refused(error.message) : texts.notReached(error.message))
  else throw error
  process.exitCode = 1
}
