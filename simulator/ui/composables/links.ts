/** A stretch of text; `href` when it is a link. */
export interface Piece { text: string, href?: string }

const link = /(https?:\/\/[^\s<>"'“”]*[^\s<>"'“”.,;:!?)\]}])/g

/** Cuts text at its links (http and https). Trailing punctuation stays outside the link. */
export function splitLinks(text: string): Piece[] {
  return text
    .split(link)
    .map((piece, index) => index % 2 ? { text: piece, href: piece } : { text: piece })
    .filter(piece => piece.text)
}
