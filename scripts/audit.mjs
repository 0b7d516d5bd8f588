/**
 * Asks the package registry whether what the product runs with has known weaknesses (`npm audit`). Fails when it knows one of level
 * high or above. A registry that is not reached, or does not answer such questions, is said in one line and fails nothing.
 */
import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

/**
 * What an answer of `npm audit --json` means.
 * @param {string} output what it printed
 * @returns {{ ok: boolean, lines: string[] }} whether the build may go on, and what to print
 */
export function verdict(output) {
  const answer = parse(output)
  const found = answer?.metadata?.vulnerabilities
  if (!found || answer.error) {
    const why = answer?.error?.summary || answer?.message || answer?.error?.code || 'no answer'
    return { ok: true, lines: [`Dependency audit skipped: the registry did not answer it (${String(why).split('\n')[0]}).`] }
  }
  const grave = Object.values(answer.vulnerabilities ?? {}).filter(({ severity }) => severity === 'high' || severity === 'critical')
  if (!grave.length) return { ok: true, lines: [`Dependency audit: nothing of level high or above in ${answer.metadata.dependencies?.prod ?? 'the'} packages.`] }
  return { ok: false, lines: ['Dependency audit: known weaknesses. `npm audit` tells more.', ...grave.map(({ name, severity, range }) => `  ${severity}: ${name} ${range}`)] }
}

function parse(output) {
  try {
    return JSON.parse(output)
  }
  catch {
    return null
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], { encoding: 'utf8', timeout: 120_000, shell: process.platform === 'win32' })
  const { ok, lines } = verdict(stdout ?? '')
  console.log(lines.join('\n'))
  process.exit(ok ? 0 : 1)
}
