import type { LineAction } from './lineAction'
import { useLocale } from '../locale'
import { useComposer } from './composer'
import { useNotice } from './notice'
import { useRichMenu } from './richMenu'
import { useSheets } from './sheets'
import { useSimulator } from './simulator'
import { readUri } from './uri'
import { useWhereabouts } from './whereabouts'

/** What happens when a person taps a button, a quick reply, an area of the rich menu or a link. */
export function useActions() {
  const { state, act } = useSimulator()
  const { person, chat } = useWhereabouts()
  const { show } = useSheets()
  const { say } = useNotice()
  const { t } = useLocale()
  const composer = useComposer()
  const { unfolded } = useRichMenu()

  function openUri(uri: string): void {
    const meaning = readUri(uri, state.liffBaseUrl)
    if (meaning.kind === 'message') { composer.prefill(meaning.text) }
    else if (meaning.kind === 'sheet') { show({ name: meaning.sheet }) }
    else if (meaning.kind === 'liff') { show({ name: 'liff', url: meaning.url }) }
    else if (meaning.kind === 'call') { say(t('wouldCall', { number: meaning.number })) }
    else { window.open(meaning.url, '_blank', 'noopener') }
  }

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      say(t('copied', { text }))
    }
    catch {
      say(t('notCopied'), 'bad')
    }
  }

  async function send(action: LineAction, params?: Record<string, string>): Promise<void> {
    if (!person.value || !chat.value) { return }
    await act({ do: 'tap', as: person.value.id, chat: chat.value.id, action, ...(params && { params }) })
    if (action.inputOption === 'openKeyboard') { composer.prefill(action.fillInText ?? '') }
    if (action.inputOption === 'openRichMenu' || action.inputOption === 'closeRichMenu') {
      composer.typing.value = false
      unfolded.value = action.inputOption === 'openRichMenu'
    }
  }

  function tap(action: LineAction): unknown {
    switch (action.type) {
      case 'uri': return openUri(action.uri ?? '')
      case 'clipboard': return copy(action.clipboardText ?? '')
      case 'camera':
      case 'cameraRoll': return show({ name: 'photo' })
      case 'location': return show({ name: 'place' })
      case 'datetimepicker': return show({ name: 'dateTime', action })
      default: return send(action)
    }
  }

  return { tap, send, copy, openUri }
}
