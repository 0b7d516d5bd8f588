import type { Act } from '../act'
import type { RiskFilter, RiskPointView } from './queries'
import { audit } from '../audit'
import { inLanguage } from '../labels/label'
import { riskColumnLabels, riskLabels, timeOfDayLabels } from '../labels/survey'
import { Refusal } from '../refusal'
import { thaiDate } from '../time/bangkok'
import { allRiskPoints } from './queries'
import { mayReadRisk } from './rules'

/** Columns of an exported sheet. A route is written as WKT: `LINESTRING (100.46 14.6, …)`. */
export const riskColumns = ['kind', 'place', 'latitude', 'longitude', 'timeOfDay', 'note', 'nearest', 'nearestMetres', 'station', 'date', 'route'] as const

/** The points of a filter as rows below their headings, and what each one is. Who takes them out is written down. Refused as `notAllowed`. */
export async function exportRiskPoints(act: Act, format: string, filter: RiskFilter): Promise<{ headings: string[], rows: (string | number | null)[][] }> {
  if (!mayReadRisk(act.actor)) throw new Refusal('notAllowed')
  await audit(act, { action: 'riskPoint.exported', subject: `riskPoint:${format}`, provinceCode: filter.province ?? null, data: { ...filter } })
  const { language } = act.actor
  const cells = (view: RiskPointView): Record<typeof riskColumns[number], string | number | null> => ({
    kind: inLanguage(riskLabels[view.kind], language),
    place: view.place.text,
    latitude: view.place.latitude,
    longitude: view.place.longitude,
    timeOfDay: inLanguage(timeOfDayLabels[view.timeOfDay], language),
    note: view.note,
    nearest: view.nearest?.code ?? null,
    nearestMetres: view.nearest?.distance ?? null,
    station: view.agencyName,
    date: thaiDate(view.createdAt, language),
    route: view.route && `LINESTRING (${view.route.map(point => point.join(' ')).join(', ')})`,
  })
  const points = (await allRiskPoints(act, filter)).map(cells)
  return { headings: riskColumns.map(column => inLanguage(riskColumnLabels[column], language)), rows: points.map(row => riskColumns.map(column => row[column])) }
}
