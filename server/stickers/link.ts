/**
 * The address that opens the chat with an account and types a text in, ready to be sent. Source: LINE, "URL scheme".
 * @param basicId the account's `@…`
 */
export function chatLink(basicId: string, text: string): string {
  return `https://line.me/R/oaMessage/${encodeURIComponent(basicId)}/?${encodeURIComponent(text)}`
}
