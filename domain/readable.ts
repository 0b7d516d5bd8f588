import { randomInt } from 'node:crypto'

/** What codes that people read aloud are made of: no I L O U 0 1. */
export const readableAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** `length` characters of the readable alphabet by the system's cryptographic random source: 4.9 bits each. */
export function randomReadable(length: number): string {
  return Array.from({ length }, () => readableAlphabet[randomInt(readableAlphabet.length)]).join('')
}

/**
 * The check character of a body made of the readable alphabet: every single wrong character and nearly every swap of two
 * neighbours gives another one (ISO/IEC 7064 hybrid system, MOD 31,30). Throws a RangeError for any other character.
 */
export function checkCharacter(body: string): string {
  const size = readableAlphabet.length
  let product = size
  for (const character of body) {
    const value = readableAlphabet.indexOf(character)
    if (value < 0) throw new RangeError(`“${character}” is not in the readable alphabet`)
    product = ((product + value) % size || size) * 2 % (size + 1)
  }
  return readableAlphabet[(size + 1 - product) % size]!
}
