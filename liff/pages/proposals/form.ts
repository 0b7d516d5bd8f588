import type { z, ZodType } from 'zod'
import { onMounted, ref } from 'vue'
import { useDraft } from '../../composables/draft'
import { useForm } from '../../composables/form'
import { useSaving } from '../../composables/saving'

/**
 * The form of a proposal or a problem: kept while it is typed, and sent through the outbox.
 * @param what which of the two, and where it is sent
 * @param what.is which of the two
 * @param what.path below `/api`
 * @param what.id of the one that is changed; undefined: a new one
 * @param schema checks it
 * @param initial values as the fields have them
 * @param title what people know it by
 * @param done is given what the server made of it; null while it waits for a network
 */
export function useKeptForm<Schema extends ZodType<Record<string, unknown>>>({ is, path, id }: { is: 'proposal' | 'problem', path: string, id?: string }, schema: Schema, initial: Record<string, unknown>, title: (facts: z.output<Schema>) => string, done: (stored: any) => void) {
  const { save } = useSaving()
  const newId = ref(crypto.randomUUID() as string)
  const form = useForm(schema, initial, async (facts) => {
    const what = { what: is, about: id ?? newId.value, title: title(facts) }
    const saved = await save(id
      ? { ...what, method: 'PUT', path: `${path}/${id}`, body: facts }
      : { ...what, method: 'POST', path, body: { ...facts, id: newId.value } }, '')
    if (saved === 'clash') return
    await draft.forget()
    done(saved && saved.answer)
  })
  const draft = useDraft(`${is}:${id ?? 'new'}`, form.values as Record<string, unknown>, initial, {
    kept: () => id ? {} : { id: newId.value },
    resume: kept => kept.id && (newId.value = kept.id),
  })
  onMounted(() => draft.look())
  return { form, draft }
}
