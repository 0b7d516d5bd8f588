/** `npm run stickers -- --agency "<name>" …`: QR stickers of an agency's cameras as a PDF to print. */
import { writeFile } from 'node:fs/promises'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config'
import { besideServer } from '../database/beside'
import { toolLanguage } from '../setup/texts'
import { accountId, chosenStickers, NotPrinted } from './chosen'
import { perPage, stickerSheet } from './sheet'
import { toolTexts } from './texts'
import 'dotenv/config'

const { values } = parseArgs({
  options: {
    'agency': { type: 'string' },
    'province': { type: 'string' },
    'codes': { type: 'string' },
    'basic-id': { type: 'string' },
    'out': { type: 'string', default: 'stickers.pdf' },
    'lang': { type: 'string' },
  },
})
const t = toolTexts[toolLanguage(values.lang, process.env)]

try {
  const config = readConfig(process.env)
  const { cameras, missing, basicId } = await besideServer(config, async ({ db }) => {
    const act = { db, actor: null, now: new Date() }
    return { ...await chosenStickers(act, values, t), basicId: await accountId(act, values['basic-id'], t) }
  })
  await writeFile(values.out, await stickerSheet(cameras, { basicId }))
  if (missing.length) console.log(t.missing(missing))
  console.log(t.written(cameras.length, Math.ceil(cameras.length / perPage), values.out))
}
catch (error) {
  if (!(error instanceof ConfigError || error instanceof NotPrinted)) throw error
  console.error(error.message)
  process.exitCode = 1
}
