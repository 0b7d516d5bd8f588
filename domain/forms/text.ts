import * as z from 'zod'
import { foldDigits } from '../time/numbers'

/** Text on one line, of at most so many characters; what is left empty is null. */
export const line = (most: number) => z.string().transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim()).pipe(z.string().max(most)).transform(text => text || null).nullable()

/** The same where something must be said. */
export const name = (most: number) => z.string().transform(text => text.normalize('NFC').replace(/\s+/g, ' ').trim()).pipe(z.string().min(1).max(most))

function looksLikePhone(text: string): boolean {
  return /^[+(]?\d[\d ()\-–,./#]*(?:(?:ต่อ|ext\.?) ?\d+)?$/i.test(text) && text.replace(/\D/g, '').length >= 3
}

/** A telephone number as people write it, with its extension: at least three digits (`191`). Thai digits become 0–9. */
export const phone = z.string().transform(text => foldDigits(text).replace(/\s+/g, ' ').trim()).pipe(z.string().max(50).refine(text => text === '' || looksLikePhone(text))).transform(text => text || null).nullable()
