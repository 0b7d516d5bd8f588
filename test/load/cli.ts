/** `npm run load -- --people 500 --minutes 2`: people talk with a running product through the LINE simulator. See docs/operating/load.md. */
import process from 'node:process'
import { readOptions, WrongArgument } from './options'
import { runLoad } from './run'
import { startAll } from './started'
import { inWords } from './summary'

let stop = async () => {}
process.once('SIGINT', () => void stop().finally(() => process.exit(130)))

async function load(): Promise<number> {
  const { url, ...options } = readOptions(process.argv.slice(2))
  if (!url) {
    console.log('Building and starting a product with the demo province and a LINE simulator, in a temporary folder …')
    const started = await startAll()
    stop = started.stop
    return talk(started.simulatorUrl, options).finally(started.stop)
  }
  return talk(url, options)
}

async function talk(url: string, options: Omit<ReturnType<typeof readOptions>, 'url'>): Promise<number> {
  const summary = await runLoad({ ...options, url, onProgress: show })
  if (process.stdout.isTTY) process.stdout.write('\r\u001B[K')
  console.log(`\n${inWords(summary)}`)
  return summary.ok ? 0 : 1
}

let shown = 0
/** One line that changes; where there is no terminal, a line every ten seconds. */
function show(line: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001B[K${line}`)
  else if (++shown % 10 === 0) console.log(line)
}

load().then(code => process.exit(code), (error: Error) => {
  console.error(error instanceof WrongArgument || /^[A-Z].*\.$/s.test(error.message) ? error.message : error)
  process.exit(2)
})
