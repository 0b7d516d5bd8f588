/** Looks for secrets (keys, tokens, passwords) in every text file that git knows or is about to know. Fails when it finds one, and where. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import process from 'node:process'

const pictures = /\.(?:png|jpe?g|webp|gif|ico|woff2?|ttf|pdf)$/i
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  .split('\0')
  .filter(file => file && !pictures.test(file) && existsSync(file))
const secretlint = createRequire(import.meta.url).resolve('secretlint/package.json').replace('package.json', 'bin/secretlint.js')
const { status } = spawnSync(process.execPath, [secretlint, '--no-glob', ...files], { stdio: 'inherit' })
process.exit(status ?? 1)
