/** `npm run line:doctor [-- --lang th|en]`: what is wrong with the LINE channel, and what to do. Ends with 1 when something is. */
import type { Config } from '../config'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ConfigError, readConfig } from '../config'
import { toolLanguage } from '../setup/texts'
import { examine } from './doctor'
import { line } from './finding'
import { doctorTexts } from './texts'
import 'dotenv/config'

const { values } = parseArgs({ options: { lang: { type: 'string' } } })
const texts = doctorTexts[toolLanguage(values.lang, process.env)]
let wrongs = 0
const config = settings()

if (config) {
  for await (const finding of examine(config, { texts, channelId: process.env.LINE_CHANNEL_ID })) {
    console.log(line(finding))
    if (finding.mark === 'wrong') wrongs++
  }
}
console.log(wrongs ? texts.broken(wrongs) : texts.sound)
process.exitCode = wrongs ? 1 : 0

/** The settings, or null after saying what is wrong with each. */
function settings(): Config | null {
  try {
    return readConfig(process.env)
  }
  catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const problem of error.problems) console.log(`✗ ${problem}`)
    wrongs = error.problems.length
    return null
  }
}
