import type { Word } from './th'
import { watchEffect } from 'vue'
import { remembered } from '../composables/remembered'
import { en } from './en'
import { th } from './th'

/** Languages of the page. */
export type Language = 'th' | 'en'

const gap = /\{(\w+)\}/g
const words: Record<Language, Record<Word, string>> = { th, en }
const language = remembered<Language>('simulator.language', 'th')

watchEffect(() => {
  document.documentElement.lang = language.value
  document.title = `${t('product')} – ${t('title')}`
})

function t(word: Word, values: Record<string, string | number> = {}): string {
  return words[language.value][word].replace(gap, (all, name) => String(values[name] ?? all))
}

/** The words of the page in the chosen language; `t` fills `{name}` from `values`. */
export function useLocale() {
  return { language, t }
}
