import type { Act } from '../act'
import type { StatisticsFilter } from './statistics'
import { audit } from '../audit'
import { askedLabels, footageColumnLabels, missedLabels } from '../labels/footageStatistics'
import { inLanguage } from '../labels/label'
import { footageStatistics, missedCauses } from './statistics'

const counted = ['got', 'partly', 'pending', 'hours'] as const

/** Columns of an exported sheet. */
export const statisticsColumns = ['what', 'place', 'code', 'district', 'latitude', 'longitude', 'requests', ...counted, ...missedCauses] as const

type Cells = Partial<Record<typeof statisticsColumns[number], string | number | null>>

/** The places of a filter, those that no camera covers, and the districts of private cameras that may be told, as rows below their headings. Who takes them out is written down. Refused as `notAllowed`. */
export async function exportStatistics(act: Act, format: string, filter: StatisticsFilter): Promise<{ headings: string[], rows: (string | number | null)[][] }> {
  const { places, uncovered, privateDistricts } = await footageStatistics(act, filter)
  await audit(act, { action: 'footageStatistics.exported', subject: `footageStatistics:${format}`, provinceCode: filter.province, data: { ...filter } })
  const { language } = act.actor
  const what = (name: keyof typeof askedLabels) => inLanguage(askedLabels[name], language)
  const cells: Cells[] = [
    ...places.map(({ hidden, name, label, code, district, latitude, longitude, requests, outcomes }): Cells => {
      const { missed, ...rest } = outcomes ?? { missed: {} }
      return { what: what(hidden ? 'private' : 'public'), place: [name, label].filter(Boolean).join(' · ') || null, code, district: district && inLanguage(district, language), latitude, longitude, requests, ...rest, ...missed }
    }),
    ...uncovered.map(({ count, latitude, longitude }): Cells => ({ what: what('uncovered'), latitude, longitude, requests: count })),
    ...(privateDistricts ?? []).map(({ name, requests }): Cells => ({ what: what('privateDistrict'), district: inLanguage(name, language), requests })),
  ]
  const headings = statisticsColumns.map(column => inLanguage(column in missedLabels ? missedLabels[column as keyof typeof missedLabels] : footageColumnLabels[column as keyof typeof footageColumnLabels], language))
  return { headings, rows: cells.map(row => statisticsColumns.map(column => row[column] ?? null)) }
}
