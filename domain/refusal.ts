import type { Language } from '../prisma/client'
import { refusals } from './labels/refusals'

/** Stable code of a sentence in `labels/refusals/`. */
export type RefusalCode = keyof typeof refusals

/** Something a person did that cannot be done; carries the code of a sentence that says how to put it right. */
export class Refusal extends Error {
  constructor(readonly code: RefusalCode, readonly params: Record<string, string | number> = {}) {
    super(code)
    this.name = 'Refusal'
  }

  /** HTTP status that belongs to it (4xx). */
  get status() {
    return refusals[this.code].status
  }

  /** The sentence in the reader's language, `{name}` filled from the parameters. */
  say(language: Language): string {
    const sentence = refusals[this.code][language === 'TH' ? 'th' : 'en']
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(this.params[name] ?? whole))
  }
}
