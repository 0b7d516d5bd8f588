/** `npm run invite -- --province 15 --agency "<name>" --role OFFICIAL`: an invitation code from the command line. */
import process from 'node:process'
import { parseArgs } from 'node:util'
import QRCode from 'qrcode'
import { ConfigError, readConfig } from '../config'
import { besideServer } from '../database/beside'
import { toolLanguage } from '../setup/texts'
import { invite, NotInvited } from './invite'
import { inviteTexts } from './texts'
import 'dotenv/config'

const text = { type: 'string' } as const
let t = inviteTexts[toolLanguage(undefined, process.env)]

try {
  const { values: { lang, ...wish } } = parseArgs({ options: { province: text, agency: text, role: text, uses: text, days: text, lang: text } })
  const language = toolLanguage(lang, process.env)
  t = inviteTexts[language]
  const { lines, link } = await besideServer(readConfig(process.env), ({ db }) => db.$transaction(tx =>
    invite({ db: tx, actor: null, now: new Date() }, wish, t, language === 'th' ? 'TH' : 'EN')))
  console.log(lines.join('\n'))
  if (link) console.log(await QRCode.toString(link, { type: 'terminal', small: true }))
}
catch (error) {
  const { code = '', message } = error as Error & { code?: string }
  if (code === 'P2021') console.error(t.notPrepared)
  else if (code.startsWith('P1')) console.error(t.notReached(message.trim().split('\n').at(-1)!))
  else if (error instanceof ConfigError || error instanceof NotInvited || code.startsWith('ERR_PARSE_ARGS')) console.error(message)
  else throw error
  process.exitCode = 1
}
