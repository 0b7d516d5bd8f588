import type { Language } from '../../prisma/client'

/** The name of something in both languages. Thai is the source. */
export interface Label { th: string, en: string }

/** The name in the reader's language. */
export const inLanguage = (label: Label, language: Language): string => language === 'TH' ? label.th : label.en
