import type { SimulatorState } from '../../contract'
import { watchEffect } from 'vue'
import { remembered } from './remembered'
import { useSimulator } from './simulator'
import { useWhereabouts } from './whereabouts'

/** Up to when (epoch ms) each person has looked at each chat, by `person/chat`. */
const seen = remembered<Record<string, number>>('simulator.seen', {})

/** How many lines of others a person has not looked at in a chat since `after` (epoch ms). */
export function countUnread(lines: SimulatorState['lines'], person: string, chat: string, after: number): number {
  return lines.filter(line => line.chatId === chat && line.from !== person && line.via !== 'system' && line.at > after).length
}

/** Unread counts, by person and chat. */
export function useSeen() {
  const { state } = useSimulator()
  return {
    unread: (person: string, chat: string) => countUnread(state.lines, person, chat, seen.value[`${person}/${chat}`] ?? 0),
  }
}

/** Marks the chat on the screen as seen, line by line as they come, while the page is in front. */
export function keepSeen(): void {
  const { state } = useSimulator()
  const { person, chat } = useWhereabouts()
  watchEffect(() => {
    if (!person.value || !chat.value) { return }
    const id = chat.value.id
    const last = Math.max(0, ...state.lines.filter(line => line.chatId === id).map(line => line.at))
    const key = `${person.value.id}/${id}`
    if (last > (seen.value[key] ?? 0)) { seen.value[key] = last }
  })
}
