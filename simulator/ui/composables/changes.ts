import type { SimulatorChange, SimulatorState } from '../../contract'

/** Puts `item` in place of the one with the same id, or at the end. */
function upsert<T extends { id: string }>(list: T[], item: T): void {
  const at = list.findIndex(other => other.id === item.id)
  if (at === -1) { list.push(item) }
  else { list[at] = item }
}

/** What the page knows before the first answer of the simulator. */
export function emptyState(): SimulatorState {
  return {
    bot: { userId: '', basicId: '', displayName: '' },
    people: [],
    chats: [],
    lines: [],
    reads: {},
    richMenus: [],
    defaultRichMenuId: null,
    deliveries: [],
    calls: [],
    faults: [],
    places: [],
    qrCodes: [],
    quota: { limit: null, used: 0 },
    webhookUrl: null,
    liffBaseUrl: null,
  }
}

/** Writes one change of the stream into `state`; the same change twice changes nothing more. `now` is epoch ms. */
export function applyChange(state: SimulatorState, change: SimulatorChange, now: number): void {
  switch (change.type) {
    case 'line': return upsert(state.lines, change.line)
    case 'person': return upsert(state.people, change.person)
    case 'chat': return upsert(state.chats, change.chat)
    case 'delivery': return upsert(state.deliveries, change.delivery)
    case 'call': return upsert(state.calls, change.call)
    case 'faults': state.faults = change.faults; break
    case 'quota': state.quota = change.quota; break
    case 'read': state.reads[change.chatId] = now; break
    case 'cleared': state.lines = state.lines.filter(line => line.chatId !== change.chatId); break
    case 'richMenus':
      state.richMenus = change.richMenus
      state.defaultRichMenuId = change.defaultRichMenuId
  }
}
