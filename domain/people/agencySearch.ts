import { searchKey } from '../cameras/spelling'
import { sameWords } from '../cameras/words'

interface Named { name: string, nameEn: string | null }

/** Least likeness (0–1) of a name to what was typed. */
const ALIKE = 0.34

/** Short and long forms of what an agency is, each as one key. */
const forms = sameWords.flatMap(group => group.map(form => [searchKey(form), searchKey(group[0]!)] as const)).sort(([a], [b]) => b.length - a.length)

/** Agencies whose name is like what was typed: the same, then those that begin with it, hold it, or are spelt much like it. All of them for an empty text. */
export function rankAgencies<T extends Named>(agencies: T[], typed: string): T[] {
  const wanted = agencyKey(typed)
  if (!wanted) return agencies
  return agencies
    .map(agency => ({ agency, score: Math.max(likeness(wanted, agencyKey(agency.name)), agency.nameEn ? likeness(wanted, agencyKey(agency.nameEn)) : 0) }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score || (a.agency.name < b.agency.name ? -1 : 1))
    .map(({ agency }) => agency)
}

/** Search key with short forms written out at its beginning: `อบต.โพสะ` and `องค์การบริหารส่วนตำบลโพสะ` are the same. */
export function agencyKey(text: string): string {
  const key = searchKey(text)
  const form = forms.find(([form]) => key.startsWith(form))
  return form ? form[1] + key.slice(form[0].length) : key
}

/** How like a search key is to another: 3 the same, 2–3 begins it, 1–2 inside it, else 0–1 by their pairs of letters. */
export function likeness(wanted: string, name: string): number {
  if (name === wanted) return 3
  if (name.startsWith(wanted)) return 2 + wanted.length / name.length / 2
  if (name.includes(wanted)) return 1 + wanted.length / name.length / 2
  const [a, b] = [pairsOf(wanted), pairsOf(name)]
  const shared = [...a].filter(pair => b.has(pair)).length
  return 2 * shared / (a.size + b.size || 1)
}

function pairsOf(key: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, i) => key.slice(i, i + 2)))
}
