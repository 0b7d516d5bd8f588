import type { CameraKind } from '../../domain/enums'
import type { Filter, FilterName } from './filter'
import { statusLabels } from '../../domain/labels/cameras'
import { kindLabels } from '../../domain/labels/survey'
import { useLocale } from '../locales'

/** What can be chosen from in a province. */
export interface Areas { districts: { code: string, th: string, en: string }[], agencies: { id: string, th: string, en: string }[] }

/** Ranges that are asked for often. */
export const retentions = ['unknown', '0-6', '7-29', '30-'] as const
export const completenesses = ['0-49', '50-79', '80-99', '100-'] as const

/** How filters are said to people. */
export function useFilterWords() {
  const { t, say } = useLocale()

  function range(value: string, unit: (text: string) => string): string {
    const [from, to] = value.split('-')
    return unit(from && to ? (from === to ? from : `${from}–${to}`) : from ? t.value.register.atLeast(from) : t.value.register.atMost(to ?? ''))
  }
  const one: Record<FilterName, (value: string, areas?: Areas) => string> = {
    province: value => value,
    agency: (value, areas) => nameOf(areas?.agencies.find(({ id }) => id === value)),
    district: (value, areas) => nameOf(areas?.districts.find(({ code }) => code === value)),
    status: value => value in statusLabels ? say(statusLabels[value as keyof typeof statusLabels]) : value,
    kind: value => value in kindLabels ? say(kindLabels[value as CameraKind]) : value,
    network: value => t.value.register.networks[value as 'linked'] ?? value,
    retention: value => value === 'unknown' ? t.value.register.retentionUnknown : t.value.register.kept(range(value, t.value.register.days)),
    completeness: value => t.value.register.complete(range(value, text => `${text} %`)),
    q: value => `“${value}”`,
  }
  function nameOf(named: { th: string, en: string } | undefined): string {
    return named ? say(named) : '…'
  }
  return {
    one,
    /** What a filter that is set says; several values after each other. */
    words: (filter: Filter, name: FilterName, areas?: Areas) => name === 'q' ? one.q(filter.q!) : filter[name]!.split(',').map(value => one[name](value, areas)).join(', '),
  }
}
