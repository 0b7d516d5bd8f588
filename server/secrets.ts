import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Secrets that the product made up for itself because it runs with the simulator. */
export interface Kept { sessionSecret: string, channelSecret: string, accessToken: string }

/** The secrets kept in `<dataDir>/secrets.json`, made up at the first call. Of several processes at once, one decides. */
export function keptSecrets(dataDir: string): Kept {
  const file = join(dataDir, 'secrets.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Error(`${file} cannot be read (${(error as Error).message}). Delete it to have new secrets made up.`)
  }
  const made: Kept = { sessionSecret: hex(32), channelSecret: hex(16), accessToken: hex(64) }
  mkdirSync(dataDir, { recursive: true })
  const draft = `${file}.${hex(6)}`
  writeFileSync(draft, JSON.stringify(made, null, 2), { mode: 0o600 })
  try {
    linkSync(draft, file)
    return made
  }
  catch {
    return JSON.parse(readFileSync(file, 'utf8'))
  }
  finally {
    rmSync(draft)
  }
}

const hex = (bytes: number) => randomBytes(bytes).toString('hex')
