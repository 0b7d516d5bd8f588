import http from 'node:http'
import https from 'node:https'

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
}

/** Posts a body and gives the status of the answer. Rejects when there is none within `timeout` ms. */
export function post(url: string, body: string, headers: Record<string, string>, timeout: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const { protocol } = new URL(url)
    const client = protocol === 'https:' ? https : http
    const agent = protocol === 'https:' ? agents['https:'] : agents['http:']
    const request = client.request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (answer) => {
      answer.resume().on('error', reject).on('end', () => {
        clearTimeout(timer)
        resolve(answer.statusCode!)
      })
    })
    const timer = setTimeout(() => request.destroy(new Error('request_timeout')), timeout)
    request.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      // The server closed an idle connection just as it was used again.
      if (request.reusedSocket && error.code === 'ECONNRESET') resolve(post(url, body, headers, timeout))
      else reject(error)
    })
    request.end(body)
  })
}
