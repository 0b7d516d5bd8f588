import type { ChatLine } from '../../contract'

/** The lines of all chats in the order they were said; forgets the oldest beyond `limit`. */
export class ChatLog {
  readonly #byId = new Map<string, ChatLine>()
  readonly #byChat = new Map<string, ChatLine[]>()

  constructor(readonly limit: number) {}

  add(line: ChatLine): void {
    this.#byId.set(line.id, line)
    const chat = this.#byChat.get(line.chatId)
    if (chat) chat.push(line)
    else this.#byChat.set(line.chatId, [line])
    if (this.#byId.size > this.limit) this.#forget(this.#byId.values().next().value!)
  }

  find(id: string): ChatLine | undefined {
    return this.#byId.get(id)
  }

  of(chatId: string): ChatLine[] {
    return [...this.#byChat.get(chatId) ?? []]
  }

  all(): ChatLine[] {
    return [...this.#byId.values()]
  }

  clear(chatId: string): void {
    for (const line of this.#byChat.get(chatId) ?? []) this.#byId.delete(line.id)
    this.#byChat.delete(chatId)
  }

  #forget(line: ChatLine): void {
    this.#byId.delete(line.id)
    this.#byChat.get(line.chatId)?.shift()
  }
}
