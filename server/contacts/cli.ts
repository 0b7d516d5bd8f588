/** `npm run contacts:rotate`: seals all contacts of owners with the key of CONTACT_KEY; the key before it is in CONTACT_KEY_OLD. */
import process from 'node:process'
import { ConfigError, readConfig } from '../config'
import { besideServer } from '../database/beside'
import { rotateContacts } from './rotate'
import { contactSealing } from './sealing'
import 'dotenv/config'

try {
  const config = readConfig(process.env)
  const { sealed, already, unreadable } = await besideServer(config, ({ db }) => rotateContacts(db, contactSealing(config)))
  console.log(`${sealed} contacts were sealed with the new key, ${already} were already.`)
  if (unreadable) {
    console.error(`${unreadable} contacts open with no known key. Put the key that sealed them into CONTACT_KEY_OLD and run this again.`)
    process.exitCode = 1
  }
  else { console.log('CONTACT_KEY_OLD is not needed any more.') }
}
catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
