/** Held by one at a time; the others get it in the order in which they asked. */
export class Pen<Owner> {
  /** Who has it. */
  holder: Owner | undefined
  private waiting: Array<{ owner: Owner, given: () => void }> = []

  /** Undefined when it is had at once; else resolves when it is. */
  take(owner: Owner): Promise<void> | undefined {
    if (this.holder === undefined) return void (this.holder = owner)
    return new Promise(given => this.waiting.push({ owner, given }))
  }

  /** Gives it to the next, when this one has it, and else no longer waits for it. */
  drop(owner: Owner): void {
    this.waiting = this.waiting.filter(one => one.owner !== owner)
    if (this.holder !== owner) return
    const next = this.waiting.shift()
    this.holder = next?.owner
    next?.given()
  }
}
