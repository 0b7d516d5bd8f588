import type { ChatLine } from '../../contract'
import { useLocale } from '../locale'

/** A message in a few words, for quotations, copying and screen readers. */
export function useGist() {
  const { t } = useLocale()
  return (line: ChatLine): string => {
    const { type, text, altText, title, address } = line.message as Record<string, string | undefined>
    switch (type) {
      case 'text':
      case 'textV2': return text ?? ''
      case 'image': return t('photo')
      case 'sticker': return t('sticker')
      case 'video': return t('video')
      case 'audio': return t('audio')
      case 'location': return [t('place'), title ?? address].filter(Boolean).join(': ')
      default: return altText ?? t('otherMessage', { type: type ?? '' })
    }
  }
}
