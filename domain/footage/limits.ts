import type { Act } from '../act'
import { mostCameras, mostMinutes } from './rules'

/** Most cameras of one request, and most minutes of one recording. */
export interface Limits { cameras: number, minutes: number }

/** As long as it is not known for which station an officer asks: the widest of their provinces. Whoever is no officer has no narrower limits: they are refused for that. */
export async function widestLimits({ db, actor }: Act): Promise<Limits> {
  const provinces = actor.memberships.filter(({ role }) => role === 'POLICE').map(({ provinceCode }) => provinceCode)
  const { _max: { footageCameras, footageMinutes } } = await db.province.aggregate({ where: { code: { in: provinces } }, _max: { footageCameras: true, footageMinutes: true } })
  return { cameras: footageCameras ?? mostCameras, minutes: footageMinutes ?? mostMinutes }
}
