import type { ClockAct } from '../../domain/act'
import type { Sticker } from '../../domain/cameras/queries'
import type { toolTexts } from './texts'
import { readCameraCode } from '../../domain/cameras/code'
import { stickersFor } from '../../domain/cameras/queries'
import { agenciesOf, provincesInUse } from '../../domain/people/queries'

/** What was asked for at the command line. */
export interface Wish { agency?: string, province?: string, codes?: string }

/** What cannot be printed, said in a sentence. */
export class NotPrinted extends Error {}

/**
 * The stickers that were asked for, in the order of their codes, and the codes that are not among them.
 * Throws NotPrinted.
 */
export async function chosenStickers(act: ClockAct, wish: Wish, t: typeof toolTexts.th): Promise<{ cameras: Sticker[], missing: string[] }> {
  const codes = wish.codes?.split(/[\s,]+/).filter(Boolean).map((typed) => {
    const code = readCameraCode(typed)
    if (!code) throw new NotPrinted(t.noCode(typed))
    return code
  })
  if (!wish.agency && !wish.province) throw new NotPrinted(t.usage)
  const of = wish.agency ? { agencyId: await agencyId(act, wish.agency, wish.province, t) } : { provinceCode: wish.province! }
  const cameras = await stickersFor(act, { ...of, codes })
  const missing = codes?.filter(code => !cameras.some(camera => camera.code === code)) ?? []
  if (!cameras.length) throw new NotPrinted(missing.length ? t.missing(missing) : t.noCameras)
  return { cameras, missing }
}

async function agencyId(act: ClockAct, name: string, province: string | undefined, t: typeof toolTexts.th): Promise<string> {
  const provinces = province ? [province] : (await provincesInUse(act)).map(({ code }) => code)
  const likely = (await Promise.all(provinces.map(async code => (await agenciesOf(act, code, name)).map(agency => ({ ...agency, code }))))).flat()
  const named = likely.filter(agency => agency.name === name.trim() || agency.nameEn?.toLowerCase() === name.trim().toLowerCase())
  if (named.length > 1) throw new NotPrinted(t.severalAgencies(name, named.map(({ code }) => code)))
  if (!named.length) throw new NotPrinted(t.noAgency(name, likely.slice(0, 5).map(agency => agency.name)))
  return named[0]!.id
}

/** The account's `@…` that the QR codes lead to: the one given, else the one that LINE has told the server. Throws NotPrinted. */
export async function accountId({ db }: ClockAct, given: string | undefined, t: typeof toolTexts.th): Promise<string> {
  const basicId = given ?? (await db.lineAccount.findFirst({ select: { basicId: true } }))?.basicId
  if (!basicId) throw new NotPrinted(t.noBasicId)
  if (!/^@[\w.-]+$/.test(basicId)) throw new NotPrinted(t.wrongBasicId(basicId))
  return basicId
}
