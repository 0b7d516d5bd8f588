import type { Language } from '../../domain/enums'
import type { Label } from '../../domain/labels/label'
import type { Locale } from './th'
import { computed, ref, watchEffect } from 'vue'
import { inLanguage } from '../../domain/labels/label'
import { thaiDate, thaiDateTime } from '../../domain/time/bangkok'
import { recall, remember } from '../remembered'
import { en } from './en'
import { th } from './th'

const language = ref<Language>(remembered())

const t = computed<Locale>(() => language.value === 'TH' ? th : en)

watchEffect(() => {
  document.documentElement.lang = language.value.toLowerCase()
})

/** As it was last time on this device, else as the browser prefers; the account's own follows when it is known. */
function remembered(): Language {
  const last = recall('language')
  return last === 'TH' || last === 'EN' ? last : navigator.language.startsWith('en') ? 'EN' : 'TH'
}

/** The language of the screen from now on; what is kept with the account is another matter (`useMe().speak`). */
export function setScreenLanguage(to: Language): void {
  language.value = to
  remember('language', to)
}

/** Texts of a subject that come with its pages, in the language of the screen. */
export const useTexts = <Texts>(texts: { th: Texts, en: Texts }) => computed(() => language.value === 'TH' ? texts.th : texts.en)

/** The texts `t`, the language, labels of `domain/labels` and dates in it (Thai: Buddhist years, Bangkok time). */
export function useLocale() {
  return {
    t,
    language: computed(() => language.value),
    say: (label: Label) => inLanguage(label, language.value),
    date: (at: string | Date) => thaiDate(new Date(at), language.value),
    dateTime: (at: string | Date) => thaiDateTime(new Date(at), language.value),
  }
}
