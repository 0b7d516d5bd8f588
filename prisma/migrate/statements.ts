const pieces = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|"(?:[^"]|"")*"|[^-/'"$]+|[-/'"$]/g

/**
 * The statements of an SQL script, each on one line: without comments and without what stands in texts and function bodies,
 * in capitals except for quoted names. Enough to see what a statement does; it is not for running.
 */
export function statementsOf(sql: string): string[] {
  const plain = Array.from(sql.matchAll(pieces), ([piece]) => {
    if (piece.startsWith('--') || piece.startsWith('/*')) return ' '
    if (/^'|^\$\w*\$/.test(piece)) return '\'\''
    return piece.startsWith('"') ? piece : piece.toUpperCase()
  }).join('')
  return plain.split(';').map(text => text.replace(/\s+/g, ' ').trim()).filter(Boolean)
}
