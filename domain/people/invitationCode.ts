import { createHash } from 'node:crypto'
import { foldSpelling } from '../cameras/folding'
import { checkCharacter, randomReadable, readableAlphabet } from '../readable'

const BODY = 11
const gap = '[\\s\\p{Pd}_.]{0,3}'
const four = `[${readableAlphabet}]{4}`
const shape = new RegExp(`(?<![A-Z0-9])(${four})${gap}(${four})${gap}(${four})(?![A-Z0-9])`, 'gu')

/** A new invitation code, `7K3M-XQ2D-9FHA`: 54 random bits and a check character. */
export function newInvitationCode(): string {
  const body = randomReadable(BODY)
  const code = body + checkCharacter(body)
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`
}

/**
 * Finds an invitation code in what a person wrote, in any case, with any dashes, spaces or none, alone or in a sentence.
 * Null when there is none or a character was misread.
 */
export function readInvitationCode(text: string): string | null {
  const bare = foldSpelling(text).toUpperCase()
  for (const [, ...parts] of bare.matchAll(shape)) {
    const code = parts.join('')
    if (checkCharacter(code.slice(0, BODY)) === code[BODY]) return parts.join('-')
  }
  return null
}

/** What is stored of a code: enough to know it again, not to tell it. */
export function hashOfInvitation(code: string): string {
  return createHash('sha256').update(`songklong invitation ${code}`).digest('hex')
}
