import type { ToSend, Waiting } from '../outbox/waiting'
import { shallowRef } from 'vue'
import { Trouble } from '../api'
import { useLocale } from '../locales'
import { drop, queue } from '../outbox/outbox'
import { useToasts } from './toast'

/** Sends what a form made, through the outbox: it goes out now, or as soon as there is a network. */
export function useSaving() {
  const { t } = useLocale()
  const { toast } = useToasts()
  /** What another has changed in the same fields, for the person to choose. */
  const clash = shallowRef<Waiting | null>(null)

  /** Resolves with the server's answer, or null when it waits for a network. Rejects with Trouble, for the form to show; what clashes is in `clash`, and nothing more happens here. `words`: what is said when it is done; empty for nothing. */
  async function save(what: ToSend, words = t.value.saved): Promise<{ answer: any } | null | 'clash'> {
    const outcome = await queue(what)
    if (outcome.kind === 'sent') {
      if (words) toast(words)
      return { answer: outcome.answer }
    }
    if (outcome.kind === 'waiting') {
      toast(t.value.outbox.kept)
      return null
    }
    const { item } = outcome
    if (item.clash) {
      clash.value = item
      return 'clash'
    }
    await drop(item.id)
    throw new Trouble(item.trouble!.code, item.trouble!.message, item.trouble!.errors)
  }
  return { save, clash }
}
