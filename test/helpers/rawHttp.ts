import { connect } from 'node:net'

/** What came back over a socket until the server closed it or the first answer was whole. */
export interface RawAnswer { status: number | null, text: string }

/** Sends bytes as they are, which no HTTP client would: `parts` one after another, `pause` ms in between. Resolves when the server has answered and closed. */
export function rawHttp(port: number, parts: string[], pause = 0): Promise<RawAnswer> {
  return new Promise((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1')
    const left = [...parts]
    const send = () => {
      const part = left.shift()
      if (part === undefined || socket.destroyed) return
      socket.write(part)
      if (pause) timer = setTimeout(send, pause)
      else send()
    }
    let timer: NodeJS.Timeout | undefined
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('data', (chunk: string) => { text += chunk })
    // The server may cut the connection while we still speak.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0) || null, text })
    })
  })
}
