import { foldDigits } from './numbers'

/** How far the Buddhist era is ahead of the common one. */
export const BUDDHIST = 543

/** A written year as one of the common era: `2568`, `๒๕๖๘` and `2025` are 2025. Null for what is no year of 1900 to 2100. */
export function readYear(text: string): number | null {
  const digits = foldDigits(text).trim()
  if (!/^\d{4}$/.test(digits)) return null
  const year = Number(digits) >= 2400 ? Number(digits) - BUDDHIST : Number(digits)
  return year >= 1900 && year <= 2100 ? year : null
}
