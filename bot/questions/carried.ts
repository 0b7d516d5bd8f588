import type { z } from 'zod'
import type { Question } from '../dialogue'

/** Not asked: an answer that a button or a sentence brings along, always unless it only `may` come. */
export function carried<V, A = any>(schema: z.ZodType<V>, may?: 'may'): Question<V, A> {
  return {
    schema,
    ...(!may && { needed: true }),
    when: () => false,
    label: () => '',
    ask: () => ({ say: [] }),
    read: () => null,
  }
}
