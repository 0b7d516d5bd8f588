import type { Language } from '../domain/enums'
import { auditLog } from './locales/auditLog'
import { cooperation } from './locales/cooperation'
import { footage } from './locales/footage'
import { manners } from './locales/manners'
import { menu } from './locales/menu'
import { near } from './locales/near'
import { owners } from './locales/owners'
import { people } from './locales/people'
import { report } from './locales/report'
import { riskPoints } from './locales/riskPoints'
import { rounds } from './locales/rounds'
import { survey } from './locales/survey'
import { work } from './locales/work'

const th = { language: 'TH' as Language, menu: menu.th, manners: manners.th, report: report.th, work: work.th, people: people.th, survey: survey.th, rounds: rounds.th, owners: owners.th, footage: footage.th, near: near.th, auditLog: auditLog.th, cooperation: cooperation.th, riskPoints: riskPoints.th }

/** All texts of the conversation in one language. Thai is the source; English has the same shape. */
export type Locale = typeof th

const en: Locale = { language: 'EN', menu: menu.en, manners: manners.en, report: report.en, work: work.en, people: people.en, survey: survey.en, rounds: rounds.en, owners: owners.en, footage: footage.en, near: near.en, auditLog: auditLog.en, cooperation: cooperation.en, riskPoints: riskPoints.en }

const locales: Record<Language, Locale> = { TH: th, EN: en }

/** The texts in a person's language. */
export const localeOf = (language: Language): Locale => locales[language]

/** Both languages, for understanding words in either. */
export const allLocales: Locale[] = [th, en]
