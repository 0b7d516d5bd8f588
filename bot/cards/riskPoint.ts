import type { RiskPointView } from '../../domain/riskPoints/queries'
import type { Talk } from '../dialogue'
import type { Choice } from '../say'
import type { Card } from './card'
import { inLanguage } from '../../domain/labels/label'
import { riskLabels, timeOfDayLabels } from '../../domain/labels/survey'
import { thaiDate } from '../../domain/time/bangkok'
import { startTap } from '../tap'

/** What a point is called: its words, else its kind. */
export const riskPointName = ({ place, kind }: RiskPointView, { person: { language } }: Talk): string => place.text ?? inLanguage(riskLabels[kind], language)

/** A point that needs watching: everything alone (`mega`), the most important in a list (`kilo`). */
export function riskPointCard(view: RiskPointView, talk: Talk, size: 'kilo' | 'mega'): Card {
  const { t: { riskPoints, report, survey }, person: { language } } = talk
  const { latitude, longitude } = view.place
  const shown = riskPointName(view, talk)
  const map: Choice[] = latitude === null ? [] : [{ label: riskPoints.map, url: `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}` }]
  const change: Choice[] = !view.mayWrite ? [] : view.removed ? [{ label: riskPoints.restore, data: startTap('restoreRisk', { id: view.id }) }] : [{ label: riskPoints.remove, data: startTap('removeRisk', { id: view.id }), shown: `${riskPoints.remove} ${shown}` }]
  return {
    title: latitude === null ? survey.taken : shown,
    chip: view.removed ? { word: riskPoints.gone, tone: 'unusable' } : { word: inLanguage(riskLabels[view.kind], language), tone: 'repair' },
    rows: [
      [riskPoints.time, inLanguage(timeOfDayLabels[view.timeOfDay], language)],
      [riskPoints.distance, view.distance === null ? '' : report.metres(view.distance)],
      [riskPoints.nearest, nearest(view, talk)],
      ...(size === 'mega'
        ? [[riskPoints.note, view.note ?? ''], [riskPoints.route, view.route ? riskPoints.drawn : ''], [riskPoints.on, thaiDate(view.createdAt, language)]] as [string, string][]
        : []),
      [riskPoints.station, view.agencyName],
    ],
    buttons: size === 'mega'
      ? [...map, ...change]
      : [{ label: riskPoints.details, data: startTap('riskPoints', { id: view.id }), shown }, ...map],
    plain: true,
    size,
  }
}

function nearest({ nearest, place }: RiskPointView, { t: { riskPoints, report } }: Talk): string {
  if (!nearest) return place.latitude === null ? '' : riskPoints.noNearest
  return [report.metres(nearest.distance), nearest.code, nearest.hidden ? riskPoints.private : nearest.name].join(' · ')
}
