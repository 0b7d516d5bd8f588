/**
 * What `read` makes of a stream of these parts, each of which is handed out only once somebody waits for an item and all before were taken: a reader that
 * does not mind how fast it is asked holds little more than one part makes.
 */
export async function* asWaitedFor<Item>(parts: Iterator<Uint8Array<ArrayBuffer>>, read: (stream: ReadableStream<Uint8Array>) => AsyncGenerator<Item>): AsyncGenerator<Item> {
  const taker = { waits: false, told: () => {} }
  const demand = async () => {
    for (;;) {
      // An item that is there already comes first.
      await new Promise(resolve => setTimeout(resolve))
      if (taker.waits) return
      await new Promise<void>(resolve => taker.told = resolve)
    }
  }
  const items = read(new ReadableStream({
    async pull(controller) {
      await demand()
      const { value, done } = parts.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
  }, { highWaterMark: 0 }))
  try {
    for (;;) {
      taker.waits = true
      taker.told()
      const { value, done } = await items.next()
      taker.waits = false
      if (done) return
      yield value
    }
  }
  finally {
    await items.return(undefined)
  }
}
