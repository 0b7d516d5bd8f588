import { describe, expect, it } from 'vitest'
import { readOptions } from './options'

describe('the arguments of a load', () => {
  it('are half a thousand people for two minutes when nothing is said, with a product of their own', () => {
    expect(readOptions([])).toEqual({ people: 500, duration: 120_000, reading: 3_000, url: undefined })
  })

  it('are taken as they are given', () => {
    expect(readOptions(['--url', 'http://localhost:3001/', '--minutes', '0.5', '--people', '20', '--reading', '0'])).toEqual({ people: 20, duration: 30_000, reading: 0, url: 'http://localhost:3001' })
  })

  it.each([
    [['--people', '0'], '--people must be a whole number from 1 to 5000.'],
    [['--people', '2.5'], '--people must be a whole number from 1 to 5000.'],
    [['--people', 'many'], '--people must be a whole number from 1 to 5000.'],
    [['--people', ''], '--people must be a whole number from 1 to 5000.'],
    [['--minutes', '0'], '--minutes must be a number above 0 and up to 600, such as 2 or 0.5.'],
    [['--minutes', '601'], '--minutes must be a number above 0 and up to 600, such as 2 or 0.5.'],
    [['--reading', '-1'], '--reading must be seconds from 0 to 60.'],
    [['--url', 'localhost:3001'], '--url must be the address of a LINE simulator, such as http://localhost:3001.'],
    [['--people'], '--people needs a value. For example:'],
    [['--people', '--minutes'], '--people needs a value. For example:'],
    [['--cameras', '3'], 'There is no --cameras. For example:'],
    [['500'], 'There is no 500. For example:'],
  ])('%s gets a sentence that says how to put it right', (args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence)
  })
})
