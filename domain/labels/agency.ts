import type { Language } from '../../prisma/client'
import { sameWords } from '../cameras/words'

interface Named { name: string, nameEn: string | null }

/** An agency's name in the reader's language: Thai when it has no English one. Null when there is no agency. */
export function agencyIn(agency: Named | null, language: Language): string | null {
  return agency && ((language === 'EN' && agency.nameEn) || agency.name)
}

/** The same for a button, where there is little room: `อบต.โพสะ` for `องค์การบริหารส่วนตำบลโพสะ`. */
export function shortAgency(agency: Named, language: Language): string {
  const name = agencyIn(agency, language)!
  const [long, short] = sameWords.find(([long]) => name.startsWith(long!)) ?? []
  return long && short ? `${short}${name.slice(long.length).trimStart()}` : name
}
