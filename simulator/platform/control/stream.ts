import type { World } from '../world/world'

/** A page this far behind is cut off; it reads the whole state when it comes back. */
const MOST_WAITING = 2_000
const KEEP_ALIVE = 20_000

/** Every change of the world as server-sent events. */
export function changesOf(world: World): Response {
  const encoder = new TextEncoder()
  let stop = () => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text))
      const off = world.onChange((change) => {
        if ((controller.desiredSize ?? 0) > -MOST_WAITING) return write(`data: ${JSON.stringify(change)}\n\n`)
        stop()
        controller.close()
      })
      const beat = setInterval(write, KEEP_ALIVE, ': \n\n')
      beat.unref()
      stop = () => {
        off()
        clearInterval(beat)
      }
      write(': \n\n')
    },
    cancel: () => stop(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
