import type { Language } from './index'

const zone = { timeZone: 'Asia/Bangkok' } as const
const tags = { th: 'th-TH-u-ca-buddhist-nu-latn', en: 'en-GB' } as const

/** Hour and minute in Bangkok: `14:05 น.`, `14:05`. `at` is epoch ms. */
export function timeOf(at: number, language: Language): string {
  const time = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' }).format(at)
  return language === 'th' ? `${time} น.` : time
}

/** Day in Bangkok: `จ. 23 พ.ย. 2569` (Buddhist year), `Mon, 23 Nov 2026`. `at` is epoch ms. */
export function dayOf(at: number, language: Language): string {
  const part = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tags[language], { ...zone, ...options })
  if (language === 'en') { return part({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(at) }
  const pieces = Object.fromEntries(part({ day: 'numeric', month: 'short', year: 'numeric' }).formatToParts(at).map(each => [each.type, each.value]))
  return `${part({ weekday: 'short' }).format(at)} ${pieces.day} ${pieces.month} ${pieces.year}`
}

/** Hour, minute, second in Bangkok, for the panel. `at` is epoch ms. */
export function secondOf(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at)
}
