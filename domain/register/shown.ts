import type { Act } from '../act'
import { audit } from '../audit'

/** Writes down which private cameras (`hidden`) of a list or a map the actor was shown: one entry for each province. */
export async function writeShown(act: Act, cameras: { code: string, hidden: boolean }[]): Promise<void> {
  const codes = cameras.flatMap(({ code, hidden }) => hidden ? code : [])
  const provinces = [...new Set(codes.map(code => code.slice(0, 2)))]
  const deeds = provinces.map(provinceCode => ({ action: 'privateCamera.shown', subject: `province:${provinceCode}`, provinceCode, data: { codes: codes.filter(code => code.startsWith(provinceCode)) } }))
  if (deeds.length) await audit(act, ...deeds)
}
