import type { Act, ApiCall, Delivery, SimulatorChange, SimulatorState } from '../../simulator/contract'

/** A running LINE simulator, as the load generator uses it: by HTTP. */
export interface Simulator {
  state: () => Promise<SimulatorState>
  /** Somebody does something; resolves when the webhook has answered. Gives the id of a new person. Rejects when LINE would not let them. */
  act: (act: Act) => Promise<{ id?: string }>
  /** Somebody sends a photo in their chat with the account. */
  sendPhoto: (as: string, photo: Uint8Array) => Promise<void>
  /** Ends listening. */
  close: () => void
}

/** Told what goes over the wire between LINE and the product. */
export interface Listener {
  called: (call: ApiCall) => void
  delivered: (delivery: Delivery) => void
  /** The simulator does not tell any more, and why. */
  lost: (reason: string) => void
}

/** Opens the simulator at this address and listens to it. Throws a sentence when there is none. */
export async function openSimulator(url: string, listener: Listener): Promise<Simulator> {
  const ending = new AbortController()
  const stream = await fetch(`${url}/_simulator/stream`, { signal: ending.signal }).catch(() => undefined)
  if (!stream?.ok || !stream.body) throw new Error(`There is no LINE simulator at ${url}. Start one with npm start, or leave --url out.`)
  void listen(stream.body, listener, ending.signal)

  async function asked(path: string, request?: RequestInit): Promise<any> {
    const answer = await fetch(`${url}/_simulator/${path}`, request)
    const body = await answer.json() as { message?: string }
    if (!answer.ok) throw new Error(`The simulator refused: ${body.message}`)
    return body
  }
  return {
    state: () => asked('state'),
    act: act => asked('act', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(act) }),
    async sendPhoto(as, photo) {
      const form = new FormData()
      form.append('files', new Blob([photo as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }), 'photo.jpg')
      await asked(`photos?as=${as}&chat=${as}`, { method: 'POST', body: form })
    },
    close: () => ending.abort(),
  }
}

async function listen(body: ReadableStream<Uint8Array>, listener: Listener, ending: AbortSignal): Promise<void> {
  try {
    for await (const change of changesIn(body)) {
      if (change.type === 'call') listener.called(change.call)
      if (change.type === 'delivery') listener.delivered(change.delivery)
    }
    listener.lost('it was cut off because the load generator could not follow')
  }
  catch (error) {
    if (!ending.aborted) listener.lost(String((error as Error).message))
  }
}

/** The changes that matter here; the others are not even parsed, because there are many. */
async function* changesIn(body: ReadableStream<Uint8Array>): AsyncGenerator<SimulatorChange> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const events = (rest + decoder.decode(bytes, { stream: true })).split('\n\n')
    rest = events.pop()!
    for (const event of events) {
      if (/^data: \{"type":"(?:call|delivery)"/.test(event)) yield JSON.parse(event.slice('data: '.length))
    }
  }
}
