/** Declares texts in both languages; the English ones must have the shape of the Thai ones. */
export function both<T>(texts: { th: T, en: NoInfer<T> }): { th: T, en: T } {
  return texts
}
