import type { Question } from '../dialogue'
import type { Locale } from '../locale'
import * as z from 'zod'
import { formatBaht, readBaht, readNumber } from '../../domain/time/numbers'
import { text } from '../say'
import { answerTap } from '../tap'

interface Settings<A> {
  key: string
  label: (t: Locale) => string
  ask: (t: Locale, answers: Partial<A>) => string
  /** Largest amount (satang) or number. */
  most: number
  optional?: true
}

/** Asks for an amount of money from 0, in Thai or other digits; the answer is in satang. Nothing spent is one tap, where it may not be skipped. */
export function baht<A = any>({ key, label, ask, most, optional }: Settings<A>): Question<number, A> {
  return {
    schema: z.int().min(0).max(most),
    label,
    ...(optional && { optional }),
    ask: (talk, answers) => ({ say: [text(ask(talk.t, answers))], choices: optional ? [] : [{ label: formatBaht(0n, talk.person.language), data: answerTap(talk.token, { [key]: 0 }) }] }),
    read: (said, { t, person }) => {
      if (said.kind !== 'text') return null
      const satang = said.text.length > 60 ? null : readBaht(said.text)
      if (satang === null) return { misread: t.work.notAnAmount }
      return satang > BigInt(most) ? { misread: t.work.tooMuch(formatBaht(BigInt(most), person.language)) } : { answers: { [key]: Number(satang) } }
    },
    show: (value, { person }) => formatBaht(BigInt(value), person.language),
  }
}

/** Asks how many, from 1, in Thai or other digits; the first few are one tap. */
export function howMany<A = any>({ key, label, ask, most }: Settings<A>): Question<number, A> {
  return {
    schema: z.int().min(1).max(most),
    label,
    ask: (talk, answers) => ({ say: [text(ask(talk.t, answers))], choices: [1, 2, 3, 4].map(n => ({ label: String(n), data: answerTap(talk.token, { [key]: n }) })) }),
    read: (said, { t }) => {
      const number = said.kind === 'text' && said.text.length <= 20 ? readNumber(said.text) : null
      if (said.kind !== 'text') return null
      return number !== null && Number.isInteger(number) && number >= 1 && number <= most ? { answers: { [key]: number } } : { misread: t.survey.notThatMany(most) }
    },
    show: value => String(value),
  }
}
