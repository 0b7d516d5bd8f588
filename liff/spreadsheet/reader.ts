import type { FileTroubleCode } from './trouble'
import type { Asked } from './worker'
import { FileTrouble } from './trouble'

/** Reads one file after the other in a Web Worker. Rejects with FileTrouble. */
export function sheetReader() {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (result: never) => void, reject: (error: unknown) => void }>()
  let count = 0
  worker.onmessage = ({ data: { id, result, trouble } }: MessageEvent<{ id: number, result: never, trouble?: FileTroubleCode }>) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (trouble) one?.reject(new FileTrouble(trouble))
    else one?.resolve(result)
  }
  worker.onerror = () => waiting.forEach(({ reject }) => reject(new FileTrouble('broken')))
  return {
    /** Asks for something of `worker.ts`. */
    ask: <Name extends keyof Asked>(name: Name, ...args: Parameters<Asked[Name]>) => new Promise<Awaited<ReturnType<Asked[Name]>>>((resolve, reject) => {
      waiting.set(++count, { resolve, reject })
      worker.postMessage({ id: count, name, args })
    }),
    end: () => worker.terminate(),
  }
}
