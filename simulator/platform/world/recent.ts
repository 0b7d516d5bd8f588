/** A map that forgets its oldest entries beyond `limit`. */
export class Recent<V> {
  readonly #entries = new Map<string, V>()

  constructor(readonly limit: number) {}

  get(key: string): V | undefined {
    return this.#entries.get(key)
  }

  set(key: string, value: V): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size > this.limit) this.#entries.delete(this.#entries.keys().next().value!)
  }

  delete(key: string): void {
    this.#entries.delete(key)
  }

  entries(): Array<[string, V]> {
    return [...this.#entries]
  }
}

/** Appends to a log and drops its oldest entries beyond `limit`. */
export function remember<T>(log: T[], entry: T, limit: number): void {
  log.push(entry)
  if (log.length > limit) log.splice(0, log.length - limit)
}
