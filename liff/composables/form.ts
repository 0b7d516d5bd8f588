import type { z, ZodType } from 'zod'
import { computed, nextTick, reactive, ref, shallowReactive, shallowRef, toRaw } from 'vue'
import { fieldErrors } from '../../domain/labels/invalid'
import { Trouble } from '../api'
import { useLocale } from '../locales'

/** What a field component is bound to: `<TextField v-bind="form.field('name')" …>`. */
export interface FieldBinding {
  'name': string
  'modelValue': any
  'onUpdate:modelValue': (value: any) => void
  'onBlur': () => void
  'error': string | undefined
}

/**
 * A form: values, a schema that checks them, and what is done with them. What is wrong with a field is said once the field was left, and while it
 * is then corrected; on sending, about all fields, and the first is focused. What the server finds wrong stands at its field until that is changed.
 * @param schema of `domain/<subject>/schema.ts`: the server checks with the same
 * @param initial values as the fields have them; a path such as `place.latitude` leads into them
 * @param send is given what the schema made of the values; may reject with Trouble
 */
export function useForm<Schema extends ZodType>(schema: Schema, initial: Record<string, unknown>, send: (output: z.output<Schema>) => Promise<unknown>) {
  const { language } = useLocale()
  const values = reactive(structuredClone(initial))
  const start = ref(JSON.stringify(initial))
  const left = shallowReactive(new Set<string>())
  const fromServer = shallowReactive(new Map<string, string>())
  const trouble = shallowRef<Trouble | null>(null)
  const tried = ref(false)
  const busy = ref(false)

  const checked = computed(() => schema.safeParse(toRaw(copy(values))))
  const wrong = computed(() => new Map(checked.value.success ? [] : fieldErrors(checked.value.error.issues, values, language.value).map(({ path, detail }) => [path, detail])))
  const errorAt = (path: string) => fromServer.get(path) ?? (tried.value || left.has(path) ? wrong.value.get(path) : undefined)

  function field(path: string): FieldBinding {
    return {
      'name': path,
      'modelValue': at(values, path),
      'onUpdate:modelValue': (value) => {
        put(values, path, value)
        fromServer.delete(path)
      },
      'onBlur': () => void left.add(path),
      'error': errorAt(path),
    }
  }

  async function submit(): Promise<boolean> {
    if (busy.value) return false
    tried.value = true
    trouble.value = null
    if (!checked.value.success) {
      await focusFirst(wrong.value.keys())
      return false
    }
    busy.value = true
    try {
      await send(checked.value.data)
      start.value = JSON.stringify(values)
      tried.value = false
      left.clear()
      return true
    }
    catch (error) {
      if (!(error instanceof Trouble)) throw error
      trouble.value = error
      for (const { path, detail } of error.errors) fromServer.set(path, detail)
      await focusFirst(fromServer.keys())
      return false
    }
    finally {
      busy.value = false
    }
  }

  return {
    values,
    field,
    submit,
    busy,
    /** Whether a field was left, so that something may be said of it. */
    isLeft: (path: string) => left.has(path),
    /** What went wrong with the whole, for the head of the form. */
    trouble,
    /** Whether anything was changed since the start, or since it was sent. */
    changed: computed(() => JSON.stringify(values) !== start.value),
  }
}

/** What the schema is to see: without Vue's proxies, and reading every value, so that it is checked again when one changes. */
const copy = (values: object) => JSON.parse(JSON.stringify(values)) as Record<string, unknown>

const at = (values: Record<string, any>, path: string) => path.split('.').reduce<any>((inside, key) => inside?.[key], values)

function put(values: Record<string, any>, path: string, value: unknown): void {
  const keys = path.split('.')
  const last = keys.pop()!
  keys.reduce((inside, key) => inside[key] ??= {}, values)[last] = value
}

/** Focuses the field that stands first on the page. */
async function focusFirst(paths: Iterable<string>): Promise<void> {
  await nextTick()
  const wanted = new Set(paths)
  const found = Array.from(document.querySelectorAll<HTMLElement>('[data-field]')).find(({ dataset }) => wanted.has(dataset.field!))
  const control = found?.querySelector<HTMLElement>('input, select, textarea, button')
  control?.focus()
  found?.scrollIntoView({ block: 'center' })
}
