import { Prisma } from '../../prisma/client'
import { foldSpelling } from './folding'

/** Letters that sound alike and are mistaken for each other, each with the one that stands for it in a search key. */
const alike = {
  '๐๑๒๓๔๕๖๗๘๙': '0123456789',
  'ศษณญฎฏฐฑฒธภฆฌฬใฃฅๅ\u0E33': 'สสนยดตถทททพคชลไขคาา',
}
/** What a search key leaves out: tone and silence marks, spaces, punctuation (also what LIKE would read as a pattern). */
const silent = '\u0E48\u0E49\u0E4A\u0E4B\u0E47\u0E4C\u0E4D\u0E4E\u0E3Aฯ !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~–—‘’“”…'

const from = Object.keys(alike).join('')
const to = Object.values(alike).join('')
const replacement = new Map([...Array.from(from, (letter, i) => [letter, to[i]!] as const), ...Array.from(silent, letter => [letter, ''] as const)])

/** What a place name is searched by: as it sounds, without marks, spaces and punctuation. `หน้า ร.ร. ศาลา` → `หนารรสาลา`. */
export function searchKey(text: string): string {
  return Array.from(foldSpelling(text).toLowerCase(), letter => replacement.get(letter) ?? letter).join('')
}

const quoted = (text: string): string => `'${text.replaceAll('\'', '\'\'')}'`

/** The same in SQL. The trigram indexes are on this very expression: a change needs a migration. */
export function searchKeyOf(column: string): Prisma.Sql {
  return Prisma.raw(`translate(lower(replace(${column}, 'เเ', 'แ')), ${quoted(from + silent)}, ${quoted(to)})`)
}
