import type { FoundCamera } from '../../domain/cameras/found'
import type { Talk } from '../dialogue'
import type { Card } from './card'
import type { Tone } from './colours'
import { statusLabels } from '../../domain/labels/cameras'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { symptomLabels } from '../../domain/labels/symptoms'
import { answerTap, startTap } from '../tap'

/** A camera in one line: place, and what tells it from the others there. */
export const cameraName = (camera: { siteName: string, label: string }) => [camera.siteName, camera.label].filter(Boolean).join(' · ')

/** How a camera's status is coloured. */
export const statusTones: Record<FoundCamera['status'], Tone> = {
  NORMAL: 'normal',
  UNUSABLE: 'unusable',
  DAMAGED: 'damaged',
  UNDER_REPAIR: 'repair',
  REMOVED: 'unusable',
}

/** A camera to choose from while reporting: the likeliest symptom is one tap, the others two; just the camera when the symptom is known. */
export function cameraChoice(camera: FoundCamera, talk: Talk, symptom?: string): Card {
  const { report } = talk.t
  const language = talk.person.language
  const open = camera.openWorkOrder
  const toward = camera.toward && camera.distance! >= 5 && `${directionLabels[camera.toward].arrow} ${inLanguage(directionLabels[camera.toward], language)}`
  const where = camera.distance === undefined ? '' : [report.metres(Math.round(camera.distance)), toward].filter(Boolean).join(' · ')
  const page = talk.links.liff(`/cameras/${camera.code}`)
  const noPicture = inLanguage(symptomLabels.NO_PICTURE, language)
  return {
    title: cameraName(camera),
    chip: open
      ? { word: report.alreadyReported(open.reporters), tone: 'damaged' }
      : { word: inLanguage(statusLabels[camera.status], language), tone: statusTones[camera.status] },
    rows: [
      [report.code, camera.code],
      [report.distance, where],
      [report.owner, camera.agencyName ?? ''],
    ],
    buttons: symptom
      ? [{ label: report.thisOne, data: answerTap(talk.token, { camera: camera.id }), shown: camera.code }]
      : [
          { label: noPicture, data: answerTap(talk.token, { camera: camera.id, symptom: 'NO_PICTURE' }), shown: `${camera.code} ${noPicture}` },
          { label: report.otherSymptom, data: answerTap(talk.token, { camera: camera.id }), shown: `${camera.code} ${report.otherSymptom}` },
          ...(open ? [{ label: report.followOnly, data: startTap('follow', { workOrder: open.id }), shown: `${camera.code} ${report.followOnly}` }] : page ? [{ label: report.page, url: page }] : []),
        ],
  }
}
