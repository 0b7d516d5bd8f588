import type { ChatLine } from '../../contract'
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { useSimulator } from './simulator'
import { useWhereabouts } from './whereabouts'

/** Text not sent yet, by `person/chat`. */
const drafts = reactive<Record<string, string>>({})
const quoted = shallowRef<ChatLine | null>(null)
const mentionBot = ref(false)
/** Whether the text field shows (else the chat bar of the rich menu). */
const typing = ref(false)
/** Counts up whenever the text field should take the focus. */
const focusCalls = ref(0)

/** What a person is about to send. */
export function useComposer() {
  const { act } = useSimulator()
  const { person, chat } = useWhereabouts()
  const key = computed(() => `${person.value?.id}/${chat.value?.id}`)
  const text = computed({
    get: () => drafts[key.value] ?? '',
    set: value => drafts[key.value] = value,
  })

  function prefill(words: string): void {
    text.value = words
    typing.value = true
    focusCalls.value++
  }

  function quote(line: ChatLine): void {
    quoted.value = line
    typing.value = true
    focusCalls.value++
  }

  async function send(): Promise<void> {
    const words = text.value.trim()
    if (!words || !person.value || !chat.value) { return }
    const quotedMessageId = quoted.value?.id
    text.value = ''
    quoted.value = null
    const done = await act({
      do: 'text',
      as: person.value.id,
      chat: chat.value.id,
      text: words,
      ...(quotedMessageId && { quotedMessageId }),
      ...(chat.value.kind === 'group' && mentionBot.value && { mentionBot: true }),
    })
    if (!done && !text.value) { text.value = words }
  }

  return { text, quoted, mentionBot, typing, focusCalls, prefill, quote, send }
}

/** Leaves a quotation behind when the chat changes. */
export function forgetQuoteWithChat(): void {
  const { person, chat } = useWhereabouts()
  watch(() => `${person.value?.id}/${chat.value?.id}`, () => quoted.value = null)
}
