import { useLocale } from '../locales'
import { useToasts } from './toast'

/** Copies a text, and says that it has, or how to do it by hand. */
export function useCopy(): (text: string) => Promise<void> {
  const { t } = useLocale()
  const { toast } = useToasts()
  return text => navigator.clipboard.writeText(text).then(() => toast(t.value.copied), () => toast(t.value.notCopied, { tone: 'bad' }))
}
