import type { z } from 'zod'
import type { Act } from '../act'
import type { FootageCamera } from './cameras'
import type { ofCodes, requestForm } from './schema'
import type { Submitted } from './submit'
import { readCameraCodes } from '../cameras/code'
import { Refusal } from '../refusal'
import { camerasOfCodes } from './cameras'
import { widestLimits } from './limits'
import { writeSeen } from './looking'
import { submitRequest } from './submit'

/** A request as the app's form sends it. Refused as `submitRequest` is. */
export function requestByForm(act: Act, { caseNumber, offence, purpose, placeText, latitude, longitude, cameras, ...form }: z.output<typeof requestForm>): Promise<Submitted> {
  const place = { ...placeText !== null && { text: placeText }, ...latitude !== null && longitude !== null && { latitude, longitude } }
  return submitRequest(act, {
    ...form,
    caseNumber: { text: caseNumber },
    offence: { text: offence },
    purpose: { text: purpose },
    ...Object.keys(place).length && { place },
    cameras: cameras.map(({ cameraId, from, to }) => ({ cameraId, from: new Date(from), to: new Date(to) })),
  })
}

/**
 * The cameras of the codes that are written in a text, with what an officer should know of each before asking for its recording; each look at a private one is
 * written down. Refused as `camerasOfCodes` is, as `footageTooMany`, and as `footageCameraUnknown` where there is no code.
 */
export async function camerasWritten(act: Act, { codes: written, from, to }: z.output<typeof ofCodes>): Promise<FootageCamera[]> {
  const codes = readCameraCodes(written)
  const { cameras: most } = await widestLimits(act)
  if (codes.length > most) throw new Refusal('footageTooMany', { most })
  if (codes.length === 0) throw new Refusal('footageCameraUnknown', { code: written.trim() })
  const cameras = await camerasOfCodes(act, codes, from && to ? { from: new Date(from), to: new Date(to) } : undefined)
  await writeSeen(act, cameras)
  return cameras
}
