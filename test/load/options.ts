/** What a load is told on the command line. */
export interface LoadOptions {
  people: number
  /** How long they talk, ms. */
  duration: number
  /** How long a person reads an answer, ms, a half more or less. */
  reading: number
  /** The simulator's address; undefined: a product and a simulator are started for this. */
  url: string | undefined
}

const usage = 'For example: npm run load -- --people 500 --minutes 2 [--reading 3] [--url http://localhost:3001]'

/** Something on the command line is wrong: a sentence for whoever typed it. */
export class WrongArgument extends Error {}

/** Reads the arguments after `npm run load --`. Throws WrongArgument. */
export function readOptions(args: string[]): LoadOptions {
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i += 2) {
    const [name, value] = [args[i]!, args[i + 1]]
    if (!['--people', '--minutes', '--reading', '--url'].includes(name)) throw new WrongArgument(`There is no ${name}. ${usage}`)
    if (value === undefined || value.startsWith('--')) throw new WrongArgument(`${name} needs a value. ${usage}`)
    given.set(name, value)
  }
  const url = given.get('--url')?.replace(/\/+$/, '')
  if (url !== undefined && !(URL.canParse(url) && /^https?:/.test(url))) throw new WrongArgument('--url must be the address of a LINE simulator, such as http://localhost:3001.')
  return {
    people: number('--people', given.get('--people') ?? '500', 'a whole number from 1 to 5000', n => Number.isInteger(n) && n >= 1 && n <= 5_000),
    duration: 60_000 * number('--minutes', given.get('--minutes') ?? '2', 'a number above 0 and up to 600, such as 2 or 0.5', n => n > 0 && n <= 600),
    reading: 1_000 * number('--reading', given.get('--reading') ?? '3', 'seconds from 0 to 60', n => n >= 0 && n <= 60),
    url,
  }
}

function number(name: string, text: string, must: string, good: (n: number) => boolean): number {
  const n = text.trim() === '' ? Number.NaN : Number(text)
  if (!good(n)) throw new WrongArgument(`${name} must be ${must}.`)
  return n
}
