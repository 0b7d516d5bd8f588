import { createHash, randomBytes } from 'node:crypto'

const shape = /^sgk_[\w-]{43}$/

/** A new key as its program shows it: 256 random bits behind a mark by which scanners for secrets know it. */
export const newToken = (): string => `sgk_${randomBytes(32).toString('base64url')}`

/** Whether a text can be a key at all. */
export const isToken = (text: string): boolean => shape.test(text)

/** What is stored of a key. No salt: nobody guesses 256 random bits, and it is looked up by this. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
