import type { ChatLine } from '../../simulator/contract'
import type { Platform, PlatformOptions } from '../../simulator/platform'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { createPlatform } from '../../simulator/platform'
import { listen } from '../../simulator/platform/listen'

/** A LINE of one's own, with the strictness of the real one, listening on a free port. */
export interface FakeLine {
  line: Platform
  url: string
  channelId: string
  channelSecret: string
  channelAccessToken: string
  /** What the account said to a person or group, oldest first. */
  saidTo: (chatId: string) => ChatLine[]
  /** The texts of that. */
  textsTo: (chatId: string) => string[]
  /** From now on nobody reaches it: every connection is closed as soon as it is opened. Gives how many were. */
  vanish: () => Promise<() => number>
  /** It is reached again, at the same address. */
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

/** The LINE id of test person n (0 to 15 × 10^6). */
export const lineId = (n: number) => `U${n.toString(16).padStart(32, '0')}`

export async function fakeLine(options: Partial<PlatformOptions> = {}): Promise<FakeLine> {
  const channelId = '1500000012'
  const channelSecret = randomBytes(16).toString('hex')
  const channelAccessToken = randomBytes(32).toString('hex')
  const people = [1, 2, 3, 4, 5, 6, 7, 8].map(n => ({ id: lineId(n), name: `Person ${n}` }))
  const line = createPlatform({ channelId, channelSecret, channelAccessToken, people, redeliver: false, webhookTimeout: 30_000, ...options })
  let listening = await listen(line, { port: 0 })
  const { url, port } = listening
  const saidTo = (chatId: string) => line.linesOf(chatId).filter(({ from }) => from === 'bot')
  return {
    line,
    url,
    channelId,
    channelSecret,
    channelAccessToken,
    saidTo,
    textsTo: chatId => saidTo(chatId).map(({ message }) => String(message.text ?? message.altText ?? message.type)),
    async vanish() {
      await listening.close()
      let knocks = 0
      const closedDoor = createServer((socket) => {
        knocks++
        socket.destroy()
      })
      await new Promise<void>(done => closedDoor.listen(port, '127.0.0.1', done))
      listening = { ...listening, close: () => new Promise(done => closedDoor.close(() => done())) }
      return () => knocks
    },
    async comeBack() {
      await listening.close()
      listening = await listen(line, { port })
    },
    async close() {
      await line.close()
      await listening.close()
    },
  }
}
