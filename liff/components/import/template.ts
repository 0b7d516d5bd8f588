import type { InferResponseType } from 'hono/client'
import type { Language } from '../../../domain/enums'
import type { Label } from '../../../domain/labels/label'
import type { api } from '../../api'
import type { Locale } from '../../locales/th'
import { exportByLabels, technologyLabels, zoneLabels } from '../../../domain/labels/cameraFields'
import { statusLabels } from '../../../domain/labels/cameras'
import { importColumnLabels, yesNoLabels } from '../../../domain/labels/imports'
import { inLanguage } from '../../../domain/labels/label'
import { kindLabels } from '../../../domain/labels/survey'

/** A province that somebody may bring cameras into, with its agencies. */
export type ImportPlace = InferResponseType<typeof api.imports.places.$get, 200>['items'][number]

const notAsked = new Set(['latLng', 'fileId', 'code'])

/** Hands out a sheet to fill in, in the reader's language, with the lists of what can be chosen. */
export async function keepTemplate(place: ImportPlace, { imports: words }: Locale, language: Language): Promise<void> {
  const { keepFile, templateSheet } = await import('../../spreadsheet/write')
  const of = (labels: Record<string, Label>) => Object.values(labels).map(label => inLanguage(label, language))
  const { REMOVED: _, ...statuses } = statusLabels
  const yesNo = of(yesNoLabels)
  const agencies = place.agencies.map(agency => inLanguage(agency, language))
  const choices: Record<string, string[]> = { agency: agencies, maintainingAgencyId: agencies, zone: of(zoneLabels), kind: of(kindLabels), technology: of(technologyLabels), exportBy: of(exportByLabels), status: of(statuses), nightVision: yesNo, linked: yesNo, remoteViewing: yesNo }
  const columns = Object.entries(importColumnLabels).filter(([column]) => !notAsked.has(column)).map(([column, label]) => ({ heading: inLanguage(label, language), choices: choices[column] }))
  keepFile(await templateSheet(words.sheetName, words.listsName, columns), words.templateFile)
}
