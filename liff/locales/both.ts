/** Texts of one subject in both languages; English has every text that Thai has. */
export function both<Texts extends object>(texts: { th: Texts, en: NoInfer<Texts> }): { th: Texts, en: Texts } {
  return texts
}
