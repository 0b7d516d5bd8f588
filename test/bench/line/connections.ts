import type { Socket } from 'node:net'
import { createHmac } from 'node:crypto'
import { connect } from 'node:net'

/** Posts webhooks over connections that are kept open. As light as can be: what it costs is missing to those it measures. */
export class Connections {
  private free: Connection[] = []
  private waiting: Array<(connection: Connection) => void> = []
  private open = 0

  constructor(private readonly port: number, private readonly most: number) {}

  /** Resolves to the status of the answer. */
  async post(request: Buffer): Promise<number> {
    let connection = this.idle() ?? (this.open < this.most ? this.another() : await new Promise<Connection>(go => this.waiting.push(go)))
    // A server closes a connection that was quiet for some seconds, perhaps in this very moment. It knows an event that comes twice.
    const status = await connection.post(request).catch(() => {
      connection.close()
      connection = new Connection(this.port)
      return connection.post(request)
    })
    const next = this.waiting.shift()
    if (next) next(connection)
    else this.free.push(connection)
    return status
  }

  close(): void {
    for (const connection of this.free) connection.close()
  }

  /** One that is open still: a server closes those that were quiet for some seconds. */
  private idle(): Connection | undefined {
    for (let one = this.free.pop(); one; one = this.free.pop()) {
      if (one.isOpen) return one
      this.open--
    }
    return undefined
  }

  private another(): Connection {
    this.open++
    return new Connection(this.port)
  }
}

/** A signed webhook with these events, ready to be written to a connection. */
export function webhook(events: object[], secret: string): Buffer {
  const body = Buffer.from(JSON.stringify({ destination: 'U'.padEnd(33, '0'), events }))
  const signature = createHmac('sha256', secret).update(body).digest('base64')
  return Buffer.concat([Buffer.from(`POST /webhook HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json; charset=utf-8\r\nuser-agent: LineBotWebhook/2.0\r\nx-line-signature: ${signature}\r\ncontent-length: ${body.length}\r\n\r\n`), body])
}

class Connection {
  private readonly socket: Socket
  private text = ''
  private answered: { done: (status: number) => void, fail: (error: Error) => void } | undefined

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.setEncoding('latin1').on('data', (text: string) => this.read(text))
    this.socket.on('error', error => this.answered?.fail(error)).on('close', () => this.answered?.fail(new Error('The server closed a connection')))
  }

  post(request: Buffer): Promise<number> {
    return new Promise((done, fail) => {
      this.answered = { done, fail }
      this.socket.write(request)
    })
  }

  get isOpen(): boolean {
    return !this.socket.destroyed && this.socket.readyState !== 'closed' && !this.socket.readableEnded
  }

  close(): void {
    this.answered = undefined
    this.socket.destroy()
  }

  /** An answer is whole when its head is, and its body as long as the head says. */
  private read(more: string): void {
    this.text += more
    const end = this.text.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.text.slice(0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0)
    const whole = /\r\ntransfer-encoding: chunked/i.test(head) ? this.text.endsWith('0\r\n\r\n') : this.text.length >= end + 4 + length
    if (!whole) return
    this.text = ''
    const { answered } = this
    this.answered = undefined
    answered?.done(Number(head.slice(9, 12)))
  }
}
