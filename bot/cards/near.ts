import type { Place } from '../../domain/cameras/geo'
import type { NearCamera } from '../../domain/footage/cameras'
import type { Links } from '../message'
import type { Card } from './card'
import type { Telling } from './footageCamera'
import { bearingBetween, directionOf } from '../../domain/cameras/geo'
import { onTheSpot } from '../../domain/cameras/view'
import { openNow } from '../../domain/footage/hours'
import { statusLabels } from '../../domain/labels/cameras'
import { directionLabels } from '../../domain/labels/directions'
import { inLanguage } from '../../domain/labels/label'
import { startTap } from '../tap'
import { cameraName, statusTones } from './camera'
import { openersOf, ownerOf } from './footageCamera'

/** A camera near a place: how far and where from there, where it looks, how long it keeps, who can open it and whether somebody is there now. */
export function nearCard(camera: NearCamera, place: Place, talk: Telling & { links: Links }): Card {
  const { t: { report, footage, near, menu }, person: { language }, links } = talk
  const direction = (degrees: number) => {
    const label = directionLabels[directionOf(degrees)]
    return `${label.arrow} ${inLanguage(label, language)}`
  }
  const away = report.metres(Math.round(camera.distance))
  const map = links.liff(mapPath(place, camera.code))
  const status = inLanguage(statusLabels[camera.status], language)
  return {
    title: cameraName(camera),
    chip: { word: camera.ownership === 'PRIVATE' ? `${footage.isPrivate} · ${status}` : status, tone: statusTones[camera.status] },
    rows: [
      [report.code, camera.code],
      [report.distance, camera.distance < onTheSpot ? away : `${away} ${direction(bearingBetween(place, camera))}`],
      [near.facing, [camera.direction === null ? near.unknown : direction(camera.direction), footage.looks[camera.looks]].filter(Boolean).join(' · ')],
      [near.kept, camera.retentionDays === null ? near.unknown : near.days(camera.retentionDays)],
      [near.opens, [openersOf(camera, talk) || near.unknown, nowWords(camera, talk)].filter(Boolean).join(' · ')],
      [report.owner, camera.ownership === 'PRIVATE' ? '' : ownerOf(camera, talk.t)],
    ],
    buttons: [
      { label: menu.footage, data: startTap('requestFootage', { picked: [camera.id] }), shown: `${menu.footage} ${camera.code}` },
      ...map ? [{ label: near.onMap, url: map }] : [],
    ],
  }
}

/** The page of the app that shows the cameras around a place, one of them chosen. */
export const mapPath = ({ latitude, longitude }: Place, code?: string): `/${string}` => `/near?lat=${latitude}&lng=${longitude}${code ? `&camera=${code}` : ''}`

function nowWords({ exportBy, custodianHours }: NearCamera, { t: { near }, act: { now } }: Telling): string {
  const open = exportBy === 'NOBODY' ? null : openNow(custodianHours, now)
  return open === null ? '' : open ? near.openNow : near.closedNow
}
