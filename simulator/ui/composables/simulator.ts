import type { Act, SimulatorChange } from '../../contract'
import { reactive, ref } from 'vue'
import { useLocale } from '../locale'
import { applyChange, emptyState } from './changes'
import { useNotice } from './notice'

const state = reactive(emptyState())
/** Until when (epoch ms) the bot shows that it is working, by chat id. */
const loadingUntil = reactive<Record<string, number>>({})
const connection = ref<'starting' | 'open' | 'lost'>('starting')
let source: EventSource | undefined
let again: ReturnType<typeof setTimeout> | undefined

async function refresh(): Promise<void> {
  const answer = await fetch('/_simulator/state')
  if (!answer.ok) { throw new Error(String(answer.status)) }
  Object.assign(state, emptyState(), await answer.json())
}

function receive(change: SimulatorChange): void {
  if (change.type === 'loading') { loadingUntil[change.chatId] = change.until }
  else { applyChange(state, change, Date.now()) }
  if (change.type === 'line' && change.line.from === 'bot') { delete loadingUntil[change.line.chatId] }
}

/** Opens the stream and reads the whole state each time it opens, so nothing is missed after a break. */
function connect(): void {
  clearTimeout(again)
  source?.close()
  source = new EventSource('/_simulator/stream')
  const waiting: SimulatorChange[] = []
  let ready = false
  source.onmessage = ({ data }) => {
    const change = JSON.parse(data) as SimulatorChange
    ready ? receive(change) : waiting.push(change)
  }
  source.onopen = async () => {
    try {
      ready = false
      await refresh()
      ready = true
      waiting.splice(0).forEach(receive)
      connection.value = 'open'
    }
    catch {
      lose()
    }
  }
  source.onerror = lose
}

function lose(): void {
  connection.value = 'lost'
  source?.close()
  clearTimeout(again)
  again = setTimeout(connect, 2_000)
}

async function post(path: string, init: RequestInit): Promise<{ id?: string } | null> {
  const { say } = useNotice()
  const { t } = useLocale()
  try {
    const answer = await fetch(path, { method: 'POST', ...init })
    const body = await answer.json().catch(() => ({})) as { id?: string, message?: string }
    if (answer.ok) { return body }
    say(t('notDone', { why: body.message ?? answer.status }), 'bad')
  }
  catch {
    say(t('notReached'), 'bad')
  }
  return null
}

/** The simulated platform as this page sees it. `act` and `sendPhotos` give null (and say why on the screen) when refused. */
export function useSimulator() {
  return {
    state,
    loadingUntil,
    connection,
    connect,
    act: (act: Act) => post('/_simulator/act', { headers: { 'content-type': 'application/json' }, body: JSON.stringify(act) }),
    /** An ID token of this person, as LIFF hands it to the app; null when it could not be had. */
    async idToken(as: string): Promise<string | null> {
      const answer = await fetch(`/_simulator/id-token?${new URLSearchParams({ as })}`).catch(() => null)
      return answer?.ok ? (await answer.json() as { idToken: string }).idToken : null
    },
    sendPhotos(as: string, chat: string, files: Blob[]) {
      const form = new FormData()
      files.forEach((file, index) => form.append('files', file, `photo-${index + 1}.jpg`))
      const query = new URLSearchParams({ chat, as, count: String(files.length) })
      return post(`/_simulator/photos?${query}`, { body: form })
    },
  }
}
