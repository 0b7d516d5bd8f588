import type { Waiting } from './waiting'
import { askServer, Trouble } from '../api'
import { useLocale } from '../locales'

/** Sends one thing. Resolves with what the server answers (null when that is nothing). Rejects with Trouble. `onProgress`: how much of a file is there, 0–1. */
export async function send({ id, method, path, body, file }: Waiting, onProgress: (part: number) => void): Promise<unknown> {
  if (file) return sendFile(path, file, onProgress)
  const answer = await askServer(path, {
    method,
    headers: { 'idempotency-key': id, ...body && { 'content-type': 'application/json' } },
    ...body && { body: JSON.stringify(body) },
  })
  return answer.status === 204 ? null : answer.json()
}

/** By XMLHttpRequest, the only one that tells how far it is. */
function sendFile(path: string, file: Blob, onProgress: (part: number) => void): Promise<unknown> {
  const { t, language } = useLocale()
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api${path}`)
    request.setRequestHeader('content-type', file.type || 'image/jpeg')
    request.setRequestHeader('accept-language', language.value.toLowerCase())
    request.responseType = 'json'
    request.timeout = 120_000
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total)
    request.onload = () => {
      if (request.status < 300) return resolve(request.response)
      const { code = `http${request.status}`, detail = t.value.unknownAnswer } = (request.response ?? {}) as { code?: string, detail?: string }
      reject(new Trouble(code, detail))
    }
    request.onerror = request.ontimeout = () => reject(new Trouble('offline', t.value.offline))
    request.send(file)
  })
}
