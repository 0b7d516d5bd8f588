import type { InferResponseType } from 'hono/client'
import type { api } from '../../api'
import { months } from '../../../domain/labels/dates'
import { BUDDHIST } from '../../../domain/time/years'
import { useLocale } from '../../locales'

/** Statistics as the server gives them. */
export type Statistics = InferResponseType<(typeof api)['footage-statistics']['$get'], 200>

/** What was asked for and what came of it. */
export type Figures = Statistics['totals']

/** How many were not had, whatever the cause. */
export const missedOf = ({ missed }: Pick<Figures, 'missed'>): number => Object.values(missed).reduce((sum, count) => sum + count, 0)

/** A number as it is read. */
export const grouped = (count: number): string => count.toLocaleString('en-US')

/** Hours with one digit. */
export const hoursOf = (hours: number): string => hours.toLocaleString('en-US', { maximumFractionDigits: 1 })

/** A month (`2026-11`) as it is said: พ.ย. 69. */
export function useMonthWords(): (month: string) => string {
  const { language } = useLocale()
  return (month) => {
    const [year, number] = month.split('-').map(Number) as [number, number]
    const thai = language.value === 'TH'
    return `${(thai ? months.th : months.en)[number - 1]} ${String(year + (thai ? BUDDHIST : 0)).slice(2)}`
  }
}
