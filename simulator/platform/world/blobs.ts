import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Recent } from './recent'

/** Bytes of photos and menu images: the newest 500 in memory, all of them in `directory` when there is one. */
export class Blobs {
  readonly #recent = new Recent<Uint8Array>(500)

  constructor(readonly directory: string | undefined) {
    if (directory) mkdirSync(directory, { recursive: true })
  }

  put(id: string, bytes: Uint8Array): void {
    this.#recent.set(id, bytes)
    if (this.directory) writeFileSync(join(this.directory, id), bytes)
  }

  get(id: string): Uint8Array | undefined {
    const bytes = this.#recent.get(id)
    if (bytes || !this.directory) return bytes
    try {
      return readFileSync(join(this.directory, id))
    }
    catch {
      return undefined
    }
  }

  delete(id: string): void {
    this.#recent.delete(id)
    if (this.directory) rmSync(join(this.directory, id), { force: true })
  }
}
